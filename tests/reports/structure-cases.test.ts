// How a document is built: the small files of ../shared/cases, and others of their kinds.
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prose } from '../fixtures/prose.ts';
import {
  coverageFaults,
  outlineLines,
  readMarkdown,
  readText,
  sectionsAround,
  sentenceTexts,
  titlesOf,
} from './reading.ts';

const FOLDER = new URL('../../../shared/cases/', import.meta.url);
const textOf = (name: string): string => fs.readFileSync(new URL(name, FOLDER), 'utf8');

describe('the case', () => {
  it.skipIf(!fs.existsSync(FOLDER))('of a title with a comma has that title', () => {
    expect(readText(textOf('title-with-comma.txt')).reports).toMatchObject([
      { title: '真抓实干，开创新局：2023年工作总结', titled: true },
    ]);
  });

  it.skipIf(!fs.existsSync(FOLDER))('of headings of one level is one report with three parts', () => {
    const file = readMarkdown(textOf('every-heading-level-one.md'));
    expect(titlesOf(file)).toEqual(['Annual Report 2022']);
    expect(outlineLines(file.reports[0])).toEqual([
      'declared: Introduction',
      'declared: Results',
      'declared: Outlook',
    ]);
  });

  it.skipIf(!fs.existsSync(FOLDER))(
    'of a regulation has its articles as sections under their chapter',
    () => {
      const [report] = readText(textOf('regulation.txt')).reports;
      expect(
        report.sections.slice(1).map(({ depth, number }) => [depth, number?.style, number?.key]),
      ).toEqual([
        [1, 'chapter', '1'],
        [2, 'article', '1'],
        [2, 'article', '2'],
      ]);
    },
  );

  it.skipIf(!fs.existsSync(FOLDER))(
    'of a bold title has it without asterisks, and no line of date as a heading',
    () => {
      const [report] = readMarkdown(textOf('bold-title.md')).reports;
      expect(report.title).toBe('2024年政府工作报告');
      expect(outlineLines(report)).toEqual(['han: 2023年工作回顾', 'han: 2024年重点工作']);
    },
  );

  it.skipIf(!fs.existsSync(FOLDER))('without a title has no front line as title or heading', () => {
    const [report] = readText(textOf('no-title-line.txt')).reports;
    expect(report.titled).toBe(false);
    expect(outlineLines(report)).toEqual(['han: 2023年工作回顾', 'han: 2024年重点工作']);
  });
});

describe('a title', () => {
  it.each([
    ['凝心聚力，再谱新篇：雁汀镇2022年工作报告', prose(3)],
    ['Budget Statement, 2021: A Year of Repair', 'The council met nine times and repaired four bridges.'],
    ['Ferries: what changed, and why', 'The council met nine times and repaired four bridges.'],
    ['Survey of Fishing Harbours, June 1998', 'The council met nine times and repaired four bridges.'],
  ])('may hold commas and colons: %s', (title, body) => {
    expect(readText(`${title}\n\n${body}\n`).reports).toMatchObject([{ title, titled: true }]);
  });

  it.each([
    '2022年，全镇修渠十二公里，种树三万株。',
    '时间：2022年5月',
    'The council met nine times, and repaired four bridges.',
    'Dear members,',
  ])('is not a sentence, a label or a salutation: %s', (line) => {
    expect(readText(`${line}\n\n${prose(3)}\n`).reports.map(({ titled }) => titled)).toEqual([false]);
  });
});

describe('headings of the first level', () => {
  it('are chapters where the text goes on as one report', () => {
    const text =
      '# Harbour Board Review 2021\n\nA short year.\n\n# Traffic\n\nShips came.\n\n# Finance report\n\nFees rose.\n\n# Risks\n\nIce.\n';
    expect(titlesOf(readMarkdown(text))).toEqual(['Harbour Board Review 2021']);
  });

  it('are chapters below a title that the format does not declare', () => {
    const text = `雁汀镇2022年工作总结\n\n# 修路架桥\n\n${prose(3)}\n\n# 植树造林\n\n${prose(3, 3)}\n`;
    const file = readMarkdown(text);
    expect(titlesOf(file)).toEqual(['雁汀镇2022年工作总结']);
    expect(outlineLines(file.reports[0])).toEqual(['declared: 修路架桥', 'declared: 植树造林']);
  });

  it('are reports where they name different years', () => {
    const text = '# Harbour Board Review 2021\n\nShips came.\n\n# Harbour Board Review 2022\n\nFees rose.\n';
    expect(titlesOf(readMarkdown(text))).toEqual(['Harbour Board Review 2021', 'Harbour Board Review 2022']);
  });
});

const articlesOf = (text: string) => {
  const file = readText(text);
  expect(coverageFaults(file)).toEqual([]);
  return file.reports[0].sections.flatMap(({ number }) => (number?.style === 'article' ? [number.key] : []));
};

describe('the articles of a regulation', () => {
  it.each([
    [
      '雁汀镇渡口管理办法\n\n第一条 渡口归镇管。\n第二条 渡船每年检修一次。\n（一）查船底；\n（二）查缆绳。\n第三条 本办法自公布之日起施行。\n',
      ['1', '2', '3'],
    ],
    [
      '雁汀鎮渡口管理辦法\n\n第九條 渡口歸鎮管。\n第十條 渡船每年檢修一次。\n第十一條 本辦法自公布之日起施行。\n',
      ['9', '10', '11'],
    ],
    [
      'Ferry Rules\n\nArticle 1. The ferry belongs to the town.\n\nArticle 2. It is checked every year.\n\nArticle 3. These rules apply from May.\n',
      ['1', '2', '3'],
    ],
    ['Ferry Rules\n\nClause 4: Crew\nTwo people.\n\nClause 5: Fares\nOne coin.\n', ['4', '5']],
  ])('are told by their run: %#', (text, keys) => {
    expect(articlesOf(text)).toEqual(keys);
  });

  it('hold their items and short sentences as text', () => {
    const file = readText(
      '雁汀镇渡口管理办法\n\n第一条 渡口归镇管。\n第二条 船主应当：\n（一）查船底。\n（二）查缆绳。\n第三条 照此办理。\n',
    );
    expect(sectionsAround(file, '查缆绳')).toEqual(['第二条']);
  });

  it.each([
    '第三条规定的情形，由镇里处理。',
    'Article 3 of the Act applies here too.',
    'Section 3 costs are shared.',
  ])('are not the mention of one: %s', (line) => {
    expect(articlesOf(`雁汀镇2022年工作总结\n\n${line}\n${prose(3)}\n`)).toEqual([]);
  });
});

describe('English headings', () => {
  const ENGLISH = 'The board met nine times in the year and repaired four of its bridges.';
  it.each(['RESULTS OF THE YEAR', 'Duties on Motor Vehicles', 'What we found', 'Who pays for the ferry?'])(
    'stand alone without number or full stop: %s',
    (heading) => {
      const [report] = readText(
        `Harbour Board Review 2021\n\n${ENGLISH}\n\n${heading}\n\n${ENGLISH}\n`,
      ).reports;
      expect(report.sections.slice(1).map(({ label }) => label)).toEqual([heading]);
    },
  );

  it.each([
    ['1. Traffic', '2. Fees'],
    ['1.1 Traffic', '1.2 Fees'],
    ['A. Traffic', 'B. Fees'],
    ['II. Traffic', 'III. Fees'],
    ['Part I: Traffic', 'Part II: Fees'],
    ['Chapter 2 – Traffic', 'Chapter 3 – Fees'],
    ['Section 4 Traffic', 'Section 5 Fees'],
    ['Annex A: Traffic', 'Annex B: Fees'],
  ])('may have numbers: %s', (first, second) => {
    const [report] = readText(
      `Harbour Board Review 2021\n\n${first}\n${ENGLISH}\n\n${second}\n${ENGLISH}\n`,
    ).reports;
    expect(report.sections.slice(1).map(({ label, depth }) => [label, depth])).toEqual([
      ['Traffic', 1],
      ['Fees', 1],
    ]);
  });

  it.each(['Staff shortage.', '- Staff shortage', '教师短缺。'])(
    'are not short points of a list: %s',
    (point) => {
      const file = readText(`Harbour Board Review 2021\n\nProblems\n\n${point}\n${point}\n${ENGLISH}\n`);
      expect(sentenceTexts(file).join('\n')).toContain(point);
    },
  );

  it('enclose lists that count anew', () => {
    const [report] = readText(
      `Harbour Board Review 2021\n\nTraffic\n\n1. Ferries\n${ENGLISH}\n\n2. Barges\n${ENGLISH}\n\nMoney\n\n1. Fees\n${ENGLISH}\n\n2. Fines\n${ENGLISH}\n`,
    ).reports;
    expect(outlineLines(report)).toEqual([
      'titled: Traffic',
      '  arabic: Ferries',
      '  arabic: Barges',
      'titled: Money',
      '  arabic: Fees',
      '  arabic: Fines',
    ]);
  });
});
