// Small files of ../shared/cases that were read wrongly: Word and PDF.
import fs from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from './read.ts';

const FOLDER = new URL('../../../../shared/cases/', import.meta.url);
const readCase = (name: string) => documentOf(name, fs.readFileSync(new URL(name, FOLDER)));

beforeEach(({ skip }) => skip(!fs.existsSync(FOLDER), 'no cases lie in ../shared/cases'));

describe('the case', () => {
  it('of a table of 18,000 cells is read within the limits', async () => {
    const { text, tables = [] } = await readCase('table-18000-cells.docx');
    expect(text.split('\n')).toHaveLength(3_001);
    expect(tables.map(({ end }) => end)).toEqual([text.length]);
  }, 60_000);

  it.each(['upright-by-rotate-key.pdf', 'turned-table-page.pdf'])('%s is read, turned back', async (name) => {
    const { text, warnings } = await readCase(name);
    expect(text).toMatch(/(?:^|\n)Table 3 [^\n]*\nNorth 12 km South 28 km Total 40 km$/);
    expect(warnings).toEqual([]);
  });
});
