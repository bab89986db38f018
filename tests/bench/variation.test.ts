import { describe, expect, test } from 'vitest';
import type { ReportFile } from '../../src/reports/index.ts';
import { PROJECT_ROOT, readSource, scaled } from './corpus.ts';
import { variedFiles } from './variation.ts';

const source = { name: 'sample', reports: `${PROJECT_ROOT}/index-data/reports`, questions: '' };
const files = await readSource(source);
const TIMES = 4;
const texts = (seed: number) => [...variedFiles(files, TIMES, seed)].map(({ bytes }) => String(bytes));
const reportsIn = (all: ReportFile[]) => all.flatMap(({ reports }) => reports);
const passagesIn = (all: ReportFile[]) => reportsIn(all).flatMap(({ passages }) => passages);

describe('varied copies', () => {
  test('are the same for the same seed, and others for another', () => {
    expect(texts(1)).toEqual(texts(1));
    expect(texts(1)).not.toEqual(texts(2));
  });

  test('begin with the original, and no copy is another one', () => {
    const all = texts(1);
    expect(all.slice(0, files.length)).toEqual(files.map(({ text }) => text));
    expect(new Set(all).size).toBe(all.length);
  });

  test('hold as many reports each, and about as many passages', () => {
    const many = scaled(files, TIMES);
    expect(reportsIn(many)).toHaveLength(TIMES * reportsIn(files).length);
    const passages = passagesIn(many).length / (TIMES * passagesIn(files).length);
    expect(passages).toBeGreaterThan(0.9);
    expect(passages).toBeLessThan(1.1);
  });
});
