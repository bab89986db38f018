// Real reports in a folder beside the project. They are not part of it: nothing here repeats their words.
import fs from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReportFile, ReportFiles } from '../../src/reports/index.ts';
import { SHARED_INDEX_FOLDER } from '../answer/sample.ts';
import { openIndex } from '../fixtures/read-reports.ts';
import { coverageFaults, passageTexts, sentenceTexts, titlesOf } from './reading.ts';

const FOLDER = new URL('../../../shared/reports', import.meta.url).pathname;
const THERE = fs.existsSync(FOLDER);

let library: ReportFiles = { files: [], warnings: [] };
beforeAll(async () => {
  const opened = THERE ? await openIndex(FOLDER, SHARED_INDEX_FOLDER) : undefined;
  if (opened?.ok) library = { files: opened.index.files, warnings: opened.warnings };
});
beforeEach(({ skip }) => skip(!THERE, 'no real reports lie in ../shared/reports'));

const MARKER = /##\w+##/g;
const linesOf = (file: ReportFile) => file.text.split(/\r?\n/).map((line) => line.replace(MARKER, '').trim());

/** What the tables of contents list: lines that end in a tab and a page number, the collection and the table itself left out. */
function listedIn(file: ReportFile): string[] {
  return linesOf(file)
    .map((line) => /^(.+?)\t\d+$/.exec(line)?.[1] ?? '')
    .filter((title) => title !== '' && title !== '目录' && !title.includes('汇编'));
}

describe('the real reports', () => {
  it('are 39 in 5 files', () => {
    expect(library.files.map(({ reports }) => reports.length)).toEqual([9, 9, 11, 1, 9]);
  });

  it('lack a title twice, in the second and in the third file', () => {
    const untitled = library.files.map(({ reports }) => reports.filter(({ titled }) => !titled).length);
    expect(untitled).toEqual([0, 1, 1, 0, 0]);
  });

  it('have a line of their file for a title, or else a name that is none', () => {
    for (const file of library.files)
      for (const { title, titled } of file.reports)
        expect([title, linesOf(file).includes(title)]).toEqual([title, titled]);
  });

  it('have the titles that their tables of contents list, in order', () => {
    for (const file of library.files) {
      const listed = listedIn(file);
      const titled = file.reports.filter((report) => report.titled).map(({ title }) => title);
      if (listed.length > 0) expect(titled).toEqual(listed);
    }
    expect(library.files.map((file) => listedIn(file).length)).toEqual([0, 0, 10, 0, 9]);
  });

  it('have a text and a period each, and an outline all but the one that has no headings', () => {
    const reports = library.files.flatMap((file) => file.reports);
    expect(reports.filter(({ sections }) => sections.length === 1)).toHaveLength(1);
    for (const report of reports) {
      expect(report.passages.length).toBeGreaterThan(3);
      expect(report.period?.label).toMatch(/^2023年/);
    }
  });

  it('are covered exactly by passages, headings and dropped spans', () => {
    expect(library.files.flatMap(coverageFaults)).toEqual([]);
  });

  it('have no passage with a marker, advertising, a password or a line of a table of contents', () => {
    const held = library.files.flatMap((file) => passageTexts(file));
    expect(held.filter((text) => /##|素材库|代笔|编辑密码|\t\d+\s*$/m.test(text))).toEqual([]);
  });

  it('have no passage that is a title', () => {
    const titles = new Set(library.files.flatMap(titlesOf));
    expect(library.files.flatMap((file) => passageTexts(file)).filter((text) => titles.has(text))).toEqual(
      [],
    );
  });

  it('have no heading or title dropped as a signature: what is dropped there is short and ends no sentence', () => {
    for (const file of library.files)
      for (const { start, end, reason } of file.dropped)
        if (reason === 'signature') expect(file.text.slice(start, end)).toMatch(/^[^。，；]{4,24}$/);
  });

  it('have no sentence that is only a number', () => {
    const bare = library.files
      .flatMap(sentenceTexts)
      .filter((text) => /^[\d一二三四五六七八九十、.（）()]+$/.test(text));
    expect(bare).toEqual([]);
  });

  it('name localities at their spans', () => {
    for (const file of library.files)
      for (const { localities } of file.reports)
        for (const { text, spans } of localities)
          for (const { start, end } of spans) expect(file.text.slice(start, end)).toBe(text);
  });
});
