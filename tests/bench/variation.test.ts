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

  // About as many: a changed word can hide where one report ends and the next begins.
  test.each([
    { unit: 'reports', countIn: (all: ReportFile[]) => reportsIn(all).length },
    { unit: 'passages', countIn: (all: ReportFile[]) => passagesIn(all).length },
  ])('hold about as many $unit each', async ({ countIn }) => {
    const ratio = countIn(await scaled(files, TIMES)) / (TIMES * countIn(files));
    expect(ratio).toBeGreaterThan(0.9);
    expect(ratio).toBeLessThan(1.1);
  });
});
