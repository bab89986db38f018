// What is understood of published government work reports: one report a file, whose it is, the years that it covers and
// plans for, its parts and title. Read in their folders as published, and once more under numbers in one folder. And of other
// documents in many formats: kind, author, time and title as a careful reader gives them.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseWordLists } from '../../../src/language/index.ts';
import type { Report, ReportFile } from '../../../src/reports/index.ts';
import { readFolder } from '../../fixtures/read-reports.ts';
import { PROJECT_ROOT } from '../corpus.ts';
import type { Mode } from '../mode.ts';
import { share, table } from '../table.ts';

const CORPORA = path.join(PROJECT_ROOT, '..', 'shared', 'corpora');
const SETS = ['published', 'provinces'];

/** A work report by its place in a corpus: GOVERNMENT/YEAR.md. */
interface Gold {
  government: string;
  /** The year in which it was given: it looks back on the one before. */
  year: number;
}

/** The checks of one file, by name. */
const CHECKS: Record<string, (report: Report, gold: Gold) => boolean> = {
  government: ({ agency = '' }, { government }) => bare(agency) === bare(government),
  'year planned': ({ plannedFor }, { year }) => coversYear(plannedFor, year),
  'year covered': ({ period }, { year }) => period?.end.startsWith(`${year - 1}-`) ?? false,
  'plans part': ({ sections }) => sections.some(({ kind, depth }) => depth > 0 && kind === 'plans'),
  title: ({ title }) => /^[^，。；]{0,30}工作报告(?:[（(].{0,20}[）)])?$/.test(title),
  kind: ({ kind }) => kind === 'government-work-report',
};

/** 浙江省人民政府 and 浙江省 are one government. */
const bare = (name: string) =>
  name.replace(/^中华人民共和国/, '').replace(/(?:人民政府|人民委员会|革命委员会)$/, '');
const coversYear = (period: Report['period'], year: number) =>
  period !== undefined && period.start.slice(0, 4) <= `${year}` && period.end.slice(0, 4) >= `${year}`;

/** How many files pass a check, and which do not. */
interface Rate {
  passed: number;
  of: number;
  missed: string[];
}

type Rates = Record<string, Rate>;

export const catalogue: Mode = {
  name: 'catalogue',
  summary: 'author, years, parts and titles of published work reports, with and without their file names',
  async run({ say, progress }) {
    const figures: Record<string, Rates> = {};
    for (const set of SETS) {
      const folder = path.join(CORPORA, set);
      const names = await filesIn(folder);
      if (names.length === 0) {
        progress(`${folder} is not there: skipped.`);
        continue;
      }
      const numbered = await renamed(folder, names);
      const numberOf = new Map(names.map((name, i) => [name, `${i + 1}.md`]));
      try {
        figures[set] = ratesOf(names, await filesOf(folder));
        figures[`${set}, renamed`] = ratesOf(names, await filesOf(numbered), numberOf);
      } finally {
        await fs.rm(numbered, { recursive: true });
      }
    }
    if (Object.keys(figures).length > 0) say(asTable(figures));
    const others: Record<string, Rates> = {};
    for (const [set, rows] of parseWordLists(await fs.readFile(EXPECTED, 'utf8'))) {
      const files = await filesOf(path.join(CORPORA, set));
      if (files.size > 0) others[set] = ratesOfDocuments(rows, files);
    }
    if (Object.keys(others).length > 0) say(`\n${asTable(others)}`);
    return { ...figures, ...others };
  },
};

/** @param nameIn where a file has another name in the folder that was read */
function ratesOf(
  names: string[],
  files: ReadonlyMap<string, ReportFile>,
  nameIn: ReadonlyMap<string, string> = new Map(),
): Rates {
  const reportsOf = (name: string) => files.get(nameIn.get(name) ?? name)?.reports ?? [];
  const rate = (passes: (name: string) => boolean): Rate => {
    const missed = names.filter((name) => !passes(name));
    return { passed: names.length - missed.length, of: names.length, missed };
  };
  const checks = Object.entries(CHECKS).map(([check, passes]) => [
    check,
    rate((name) => reportsOf(name).length > 0 && passes(reportsOf(name)[0], goldOf(name))),
  ]);
  return { 'one report': rate((name) => reportsOf(name).length === 1), ...Object.fromEntries(checks) };
}

const EXPECTED = path.join(import.meta.dirname, 'catalogue-documents.txt');
const FIELDS = ['kind', 'author', 'time', 'planned for', 'title'];

/** How a document is described in the table of what is expected. */
function described({ kind, agency = '-', period, plannedFor, title }: Report): string[] {
  const months = (span: Report['period']) =>
    span ? `${span.start.slice(0, 7)}..${span.end.slice(0, 7)}` : '-';
  return [kind, agency, months(period), months(plannedFor), title];
}

function ratesOfDocuments(rows: string[], files: ReadonlyMap<string, ReportFile>): Rates {
  const expected = rows.map((row) => row.split(' | '));
  const rate = (passes: (row: string[], reports: Report[]) => boolean): Rate => {
    const missed = expected
      .filter((row) => !passes(row, files.get(row[0])?.reports ?? []))
      .map(([name]) => name);
    return { passed: rows.length - missed.length, of: rows.length, missed };
  };
  const fields = FIELDS.map((field, i) => [
    field,
    rate((row, [report]) => report !== undefined && described(report)[i] === row[i + 1]),
  ]);
  return { 'one report': rate((_, reports) => reports.length === 1), ...Object.fromEntries(fields) };
}

const goldOf = (name: string): Gold => {
  const [government, file] = name.split('/');
  return { government, year: Number.parseInt(file, 10) };
};

function asTable(figures: Record<string, Rates>): string {
  const [first] = Object.values(figures);
  const rows = Object.keys(first).map((check) => [
    check,
    ...Object.values(figures).map((rates) => share(rates[check].passed, rates[check].of)),
  ]);
  return table(['', ...Object.keys(figures)], rows);
}

/** Paths of a corpus, GOVERNMENT/YEAR.md; none where it is not there. */
async function filesIn(folder: string): Promise<string[]> {
  const all = await fs.readdir(folder, { recursive: true }).catch(() => []);
  return all.filter((name) => /^[^/]+\/\d{4}[^/]*\.md$/.test(name)).sort();
}

const filesOf = async (folder: string) =>
  new Map((await readFolder(folder)).files.map((file) => [file.name, file]));

/** The same files in one folder, as 1.md, 2.md … */
async function renamed(folder: string, names: string[]): Promise<string> {
  const to = await fs.mkdtemp(path.join(os.tmpdir(), 'catalogue-'));
  for (const [i, name] of names.entries())
    await fs.copyFile(path.join(folder, name), path.join(to, `${i + 1}.md`));
  return to;
}
