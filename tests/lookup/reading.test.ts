// Reading on: outlines to choose from, and sections page by page, with nothing left out.
import { beforeAll, describe, expect, it } from 'vitest';
import { sectionsOfKind } from '../../src/answer/index.ts';
import { firstLevelSection, outlineOf, readPage } from '../../src/lookup/index.ts';
import type { Report, SectionKind, Span } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { prose, sentence } from '../fixtures/prose.ts';
import { indexOf } from '../search/corpus.ts';

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
});

const KINDS: SectionKind[] = ['achievements', 'problems', 'plans', 'highlights', 'suggestions'];
const reportTitled = (title: string) => {
  const found = index.reports.find((report) => report.title === title);
  if (!found) throw new Error(`no report ${title}`);
  return found;
};

/** All quotes under some sections, page after page. */
function readAll(from: PassageIndex, report: Report, sections: number[]) {
  const first = readPage(report, sections, 0, from);
  const pages = Array.from({ length: first?.pages ?? 0 }, (_, page) =>
    readPage(report, sections, page, from),
  );
  return pages.flatMap((page) => page?.groups.flatMap(({ quotes }) => quotes) ?? []);
}
const textsOf = (quotes: { text: string }[]) => quotes.map(({ text }) => text);

describe('an outline', () => {
  it('gives the headings as the source has them, in order, with the kind of their sections', () => {
    expect(outlineOf(reportTitled('林业局2023年上半年工作总结'), index, 1)).toEqual([
      { section: 1, heading: '一、上半年工作开展情况', depth: 1, kind: 'achievements' },
      { section: 8, heading: '二、存在的问题', depth: 1, kind: 'problems' },
      { section: 13, heading: '三、下半年工作打算', depth: 1, kind: 'plans' },
    ]);
  });

  it('goes down to the asked depth', () => {
    const report = reportTitled('林业局2023年上半年工作总结');
    const depths = (depth: number) => new Set(outlineOf(report, index, depth).map((entry) => entry.depth));
    expect(depths(1)).toEqual(new Set([1]));
    expect(depths(2)).toEqual(new Set([1, 2]));
    expect(outlineOf(report, index, 0)).toEqual([]);
  });

  it('of every report leads to sections that can be read', () => {
    for (const report of index.reports)
      for (const { section, heading } of outlineOf(report, index, 2)) {
        expect(heading).toBe(heading.trim());
        expect(heading).not.toMatch(/\n/);
        expect(readPage(report, [section], 0, index)).toBeDefined();
      }
  });

  it('leaves out whole sentences below the first level', () => {
    const long = `（一）${prose(3)}`;
    const built = indexOf({
      'a.txt': `甲县测绘局2023年工作总结\n\n一、主要工作\n${long}\n（二）抓服务。${prose(2, 5)}`,
    });
    for (const { heading } of outlineOf(built.reports[0], built, 2)) expect(heading.length).toBeLessThan(50);
  });
});

/** Rows of a table are read together; a list's sign is no part of a quote. Both end where their passages end. */
function expectAllRead(passages: readonly Span[], quotes: readonly Span[]): void {
  const ends = quotes.map(({ end }) => end);
  expect(ends).toEqual([...ends].sort((a, b) => a - b));
  let quoted = 0;
  for (const { end } of passages) {
    while (quoted < quotes.length && quotes[quoted].end < end) quoted++;
    expect(quotes[quoted]?.start).toBeLessThan(end);
  }
  const passageEnds = new Set(passages.map(({ end }) => end));
  expect(ends.filter((end) => !passageEnds.has(end))).toEqual([]);
}

describe('a section read page by page', () => {
  it('holds every passage under it once, in order', () => {
    for (const report of index.reports)
      for (const kind of KINDS) {
        const sections = sectionsOfKind(report, kind);
        if (sections.length === 0) continue;
        const under = report.passages.filter(({ section }) => report.sections[section].kind === kind);
        expectAllRead(under, readAll(index, report, sections));
      }
  });

  it('of the whole report holds all of it', () => {
    for (const report of index.reports) expectAllRead(report.passages, readAll(index, report, [0]));
  });

  it('holds a heading without text or headings below: it is all that its section says', () => {
    const text = [
      '甲县测绘局2023年工作总结',
      '',
      '一、主要工作',
      `（一）抓培训。${sentence(0)}`,
      '二、几点建议',
      '（一）多拨一些经费',
      '（二）多给一些编制',
      '三、亮点',
    ].join('\n');
    const built = indexOf({ 'a.txt': text });
    const [report] = built.reports;
    expect(textsOf(readAll(built, report, sectionsOfKind(report, 'suggestions')))).toEqual([
      '（一）多拨一些经费',
      '（二）多给一些编制',
    ]);
    expect(readPage(report, sectionsOfKind(report, 'suggestions'), 0, built)?.groups[0].path).toEqual([
      '二、几点建议',
    ]);
    expect(textsOf(readAll(built, report, sectionsOfKind(report, 'highlights')))).toEqual(['三、亮点']);
    expect(textsOf(readAll(built, report, [0]))).toEqual([
      sentence(0),
      '（一）多拨一些经费',
      '（二）多给一些编制',
      '三、亮点',
    ]);
  });

  it('has pages of a few screens, and a page of its own for a longer passage', () => {
    const report = index.reports[0];
    const first = readPage(report, [0], 0, index);
    for (let page = 0; page < (first?.pages ?? 0); page++) {
      const quotes = readPage(report, [0], page, index)?.groups.flatMap((group) => group.quotes) ?? [];
      const characters = textsOf(quotes).join('').length;
      expect(characters <= 1500 || quotes.length === 1).toBe(true);
    }
    const built = indexOf({
      'a.txt': `甲县测绘局2023年工作总结\n\n一、主要工作\n${prose(2)}\n${prose(100)}\n${prose(2, 3)}`,
    });
    const pages = readPage(built.reports[0], [0], 0, built)?.pages;
    expect(pages).toBeGreaterThan(1);
    expect(textsOf(readAll(built, built.reports[0], [0])).join('').length).toBeGreaterThan(1500);
  });

  it('gives the nearest page for one that does not exist', () => {
    const report = index.reports[0];
    const pages = readPage(report, [0], 0, index)?.pages ?? 0;
    expect(pages).toBeGreaterThan(1);
    for (const [asked, given] of [
      [-1, 0],
      [0.9, 0],
      [999, pages - 1],
    ])
      expect(readPage(report, [0], asked, index)?.page).toBe(given);
  });

  it('is nothing where there is no such section', () => {
    expect(readPage(index.reports[0], [], 0, index)).toBeUndefined();
    expect(readPage(index.reports[0], [9999], 0, index)).toBeUndefined();
  });

  it('quotes the source exactly, under the headings above', () => {
    for (const report of index.reports) {
      const { text } = index.fileOf(report);
      for (const quote of readAll(index, report, [0])) {
        expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        for (const heading of quote.path)
          expect(text.replace(/\s+/g, '')).toContain(heading.replace(/\s+/g, ''));
      }
    }
  });
});

describe('the sections of a kind', () => {
  it('are the outermost ones: none is within another', () => {
    for (const report of index.reports)
      for (const kind of KINDS) {
        const sections = sectionsOfKind(report, kind);
        for (const section of sections) {
          expect(report.sections[section].kind).toBe(kind);
          for (let at = report.sections[section].parent; at > 0; at = report.sections[at].parent)
            expect(sections).not.toContain(at);
        }
      }
  });
});

describe('the first-level section of a section', () => {
  it('is the one above it, or the section itself', () => {
    const report = reportTitled('林业局2023年上半年工作总结');
    expect([0, 1, 2, 8, 12, 13].map((section) => firstLevelSection(report, section))).toEqual([
      0, 1, 1, 8, 8, 13,
    ]);
  });
});
