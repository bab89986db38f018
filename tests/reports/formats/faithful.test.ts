// The same report in every format is the same report.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Passage, pagesOf, quoteOf, type ReportFile } from '../../../src/reports/index.ts';
import { h, p, writeOdt } from '../../fixtures/formats/odt-writer.ts';
import { PREDEFINED_MAPS_PAGES } from '../../fixtures/formats/predefined-maps.ts';
import { coverageFaults, titlesOf } from '../reading.ts';
import { documentOf, fixture, reportsOf, sample, withoutSpaces, wordsOf } from './read.ts';

const NAMES = ['forestry-2023-h1', 'qilu-town-2023'];
const FORMATS = ['docx', 'pdf', 'html', 'doc', 'odt', 'rtf'];
const CASES = NAMES.flatMap((name) => FORMATS.map((format): [string, string] => [name, format]));

/** A report's lines, by what they are. */
function paragraphsOf(source: string): { level: number | undefined; words: string }[] {
  const lines = source.split('\n').filter((line) => line.trim() !== '');
  return lines.map((words, i) => {
    const isPart = /^[一二三四五六七八九十]+、.{2,20}$/.test(words);
    return { words, level: i === 0 ? 1 : isPart ? 2 : undefined };
  });
}

/** Formats that are written here, of which no word processor made a file. */
const WRITTEN: Partial<Record<string, (source: string) => Buffer>> = {
  odt: (source) =>
    writeOdt({
      body: paragraphsOf(source)
        .map(({ level, words }) => (level ? h(words, level) : p(words)))
        .join(''),
    }),
  rtf(source) {
    const encoded = (words: string) => words.replace(/./gsu, (sign) => `\\u${sign.charCodeAt(0)}?`);
    const lines = paragraphsOf(source).map(
      ({ level, words }) => `\\pard${level ? `\\outlinelevel${level - 1}` : ''} ${encoded(words)}\\par\n`,
    );
    return Buffer.from(`{\\rtf1\\ansi\\uc1 ${lines.join('')}}`);
  },
};

/** What is said of a report: its name, where and when, its headings and its passages without white space. */
const gist = (file: ReportFile) =>
  file.reports.map(({ title, agency, period, sections, passages }) => ({
    title,
    agency,
    period,
    headings: sections.map(({ label, kind }) => `${kind}: ${withoutSpaces(label)}`),
    passages: passages.map(({ start, end }) => withoutSpaces(file.text.slice(start, end))),
  }));

describe.each(CASES)('%s as .%s', (name, format) => {
  let source: string;
  let bytes: Buffer;
  beforeAll(async () => {
    source = await sample(`${name}.txt`);
    bytes = await (WRITTEN[format]?.(source) ?? fixture(`${name}.${format}`));
  });

  it('has the text of the .txt, up to white space', async () => {
    const read = await documentOf(`${name}.${format}`, bytes);
    expect(withoutSpaces(wordsOf(read))).toBe(withoutSpaces(source));
  });

  it('gives the same reports, headings and passages', async () => {
    const plain = await reportsOf(`${name}.txt`, Buffer.from(source));
    const file = await reportsOf(`${name}.${format}`, bytes);
    expect(gist(file)).toEqual(gist(plain));
    expect(coverageFaults(file)).toEqual([]);
  });

  it('is read the same every time', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => documentOf(`${name}.${format}`, bytes)));
    expect(first).toEqual(second);
  });
});

describe('a Word document whose numbers Word makes', () => {
  const NAME = 'forestry-2023-h1';

  it('has the text of the .txt, in which they are typed, up to white space', async () => {
    const read = await documentOf('a.docx', await fixture(`${NAME}-numbered.docx`));
    expect(withoutSpaces(read.text)).toBe(withoutSpaces(await sample(`${NAME}.txt`)));
    expect(read.warnings).toEqual([]);
  });

  it('gives the same reports, headings and passages', async () => {
    const plain = await reportsOf('a.txt', Buffer.from(await sample(`${NAME}.txt`)));
    const file = await reportsOf('a.docx', await fixture(`${NAME}-numbered.docx`));
    expect(gist(file)).toEqual(gist(plain));
    expect(coverageFaults(file)).toEqual([]);
  });
});

describe('a PDF', () => {
  it('whose Chinese font is not embedded is read by the predefined character maps', async () => {
    const read = await documentOf('maps.pdf', await fixture('predefined-maps.pdf'));
    expect(read.warnings).toEqual([]);
    for (const words of PREDEFINED_MAPS_PAGES.flat()) expect(read.text).toContain(words);
  });

  it('keeps its page numbers and running heads out of the reports, and says so', async () => {
    const file = await reportsOf('a.pdf', await fixture('forestry-2023-h1.pdf'));
    const dropped = file.dropped.filter(
      ({ reason }) => reason === 'page-number' || reason === 'running-head',
    );
    expect(dropped.map(({ start, end }) => withoutSpaces(file.text.slice(start, end)))).toEqual(
      ['1', '2', '3', '4'].flatMap((page) => ['澜棠县政务资料', `—${page}—`]),
    );
    expect(titlesOf(file)).toEqual(['林业局2023年上半年工作总结']);
  });

  it('keeps a sentence whole that goes over the end of a page, and names both pages', async () => {
    const file = await reportsOf('a.pdf', await fixture('forestry-2023-h1.pdf'));
    const second = file.pages?.[1].start ?? 0;
    const [report] = file.reports;
    const across = report.passages.find(({ start, end }) => start < second && end > second);
    expect(across).toBeDefined();
    const quote = quoteOf({ reportId: report.id, text: file.text }, across as Passage);
    expect(quote.text).not.toMatch(/澜棠县政务资料|—\s*\d\s*—|\n/);
    expect(pagesOf(file, quote)).toEqual({ first: 1, last: 2 });
  });
});
