// The numbers of a document's paragraphs: lists, levels, styles and what starts anew (ECMA-376 Part 1, 17.9).
import { describe, expect, it } from 'vitest';
import { readLists } from '../../../../src/reports/formats/word/lists.ts';
import { NumberCounter } from '../../../../src/reports/formats/word/number-counter.ts';
import type { ParagraphProperties } from '../../../../src/reports/formats/word/paragraph-properties.ts';
import { Styles } from '../../../../src/reports/formats/word/styles.ts';

/** A level; `more` stands before its text. */
const level = (index: number, format: string, text: string, more = '', start = 1) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...content: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${content.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const override = (index: number, content: string) =>
  `<w:lvlOverride w:ilvl="${index}">${content}</w:lvlOverride>`;
const startAt = (index: number, start: number) => override(index, `<w:startOverride w:val="${start}"/>`);
const style = (id: string, content: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${more}>${content}</w:style>`;
const numPr = (content: string) => `<w:pPr><w:numPr>${content}</w:numPr></w:pPr>`;

const OFFICIAL = [
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
];

function numbersOf(
  numbering: string,
  paragraphs: ParagraphProperties[],
  styles = '',
): (string | undefined)[] {
  const counter = new NumberCounter(
    readLists(`<w:numbering>${numbering}</w:numbering>`),
    new Styles(`<w:styles>${styles}</w:styles>`),
  );
  return paragraphs.map((paragraph) => counter.next(paragraph));
}

const on = (...levels: number[]): ParagraphProperties[] => levels.map((at) => ({ listId: '1', level: at }));

describe('the numbers of a list', () => {
  it('count on each level, and begin again under the next heading', () => {
    expect(numbersOf(definition(0, ...OFFICIAL) + list(1, 0), on(0, 1, 1, 2, 2, 1, 0, 1, 2))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '2.',
      '（三）',
      '二、',
      '（一）',
      '1.',
    ]);
  });

  it('begin where the list says', () => {
    expect(numbersOf(definition(0, level(0, 'decimal', '%1.', '', 5)) + list(1, 0), on(0, 0))).toEqual([
      '5.',
      '6.',
    ]);
  });

  it('show the numbers of the levels above, with a start value for skipped levels', () => {
    const levels = [
      level(0, 'upperLetter', '%1'),
      level(1, 'decimal', '%1.%2'),
      level(2, 'decimal', '%1.%2.%3'),
    ];
    expect(numbersOf(definition(0, ...levels) + list(1, 0), on(0, 1, 1, 0, 2))).toEqual([
      'A',
      'A.1',
      'A.2',
      'B',
      'B.1.1',
    ]);
  });

  it('show Arabic figures where the level is legal', () => {
    const levels = [level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')];
    expect(numbersOf(definition(0, ...levels) + list(1, 0), on(0, 1))).toEqual(['第一章', '1.1']);
  });

  it('continue where the level never restarts', () => {
    const articles = level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>');
    const levels = [level(0, 'chineseCounting', '第%1章'), articles];
    expect(numbersOf(definition(0, ...levels) + list(1, 0), on(0, 1, 1, 0, 1))).toEqual([
      '第一章',
      '第一条',
      '第二条',
      '第二章',
      '第三条',
    ]);
  });

  it('restart only after the named level', () => {
    const levels = [OFFICIAL[0], OFFICIAL[1], level(2, 'decimal', '%3.', '<w:lvlRestart w:val="1"/>')];
    expect(numbersOf(definition(0, ...levels) + list(1, 0), on(0, 1, 2, 1, 2, 0, 2))).toEqual([
      '一、',
      '（一）',
      '1.',
      '（二）',
      '2.',
      '二、',
      '1.',
    ]);
  });

  it('continue in another list of the same definition, and restart once in one with its own start', () => {
    const lists = definition(0, OFFICIAL[0]) + list(1, 0) + list(2, 0) + list(3, 0, startAt(0, 1));
    const paragraphs = ['1', '2', '3', '3', '1'].map((listId) => ({ listId, level: 0 }));
    expect(numbersOf(lists, paragraphs)).toEqual(['一、', '二、', '一、', '二、', '三、']);
  });

  it('have the format of a list that overrides its definition', () => {
    const lists = definition(0, OFFICIAL[0]) + list(1, 0, override(0, level(0, 'decimal', '%1)')));
    expect(numbersOf(lists, on(0, 0))).toEqual(['1)', '2)']);
  });

  it('are those of the linked definition', () => {
    const lists =
      definition(0, '<w:numStyleLink w:val="Official"/>') +
      definition(1, '<w:styleLink w:val="Official"/>', ...OFFICIAL) +
      list(1, 0) +
      list(2, 1);
    expect(numbersOf(lists, [...on(0), { listId: '2', level: 0 }])).toEqual(['一、', '二、']);
  });

  it.each([
    ['a tab, behind a mark that brings its own room', '', '%1、', '1、'],
    ['a tab, behind another one', '', '%1.', '1. '],
    ['a space', '<w:suff w:val="space"/>', '%1、', '1、 '],
    ['nothing', '<w:suff w:val="nothing"/>', '第%1条', '第1条'],
  ])('are separated from the words by %s', (_, suffix, text, shown) => {
    const own = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${suffix}<w:lvlText w:val="${text}"/></w:lvl>`;
    expect(numbersOf(definition(0, own) + list(1, 0), on(0))).toEqual([shown]);
  });

  it('are empty for bullets and for a level without text, which count nevertheless', () => {
    const levels = [level(0, 'bullet', '●'), level(1, 'decimal', ''), level(2, 'decimal', '%2.%3')];
    expect(numbersOf(definition(0, ...levels) + list(1, 0), on(0, 1, 1, 2))).toEqual(['', '', '', '2.1']);
  });

  it('are undefined for an unsupported or a custom format', () => {
    const own =
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><mc:AlternateContent><mc:Choice><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%2"/></w:lvl>';
    const levels = [level(0, 'hindiVowels', '%1.'), own, level(2, 'decimal', '%1.%3')];
    expect(numbersOf(definition(0, ...levels) + list(1, 0), on(0, 1, 2))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the number of a paragraph', () => {
  const NUMBERS =
    definition(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="One"/>'),
      level(1, 'decimal', '%2.', '<w:pStyle w:val="Two"/>'),
    ) + list(1, 0);
  const ONE = style('One', numPr('<w:numId w:val="1"/>'));

  it('comes with its style, on the level that names the style', () => {
    const styles = ONE + style('Two', numPr('<w:numId w:val="1"/>'));
    expect(numbersOf(NUMBERS, [{ styleId: 'One' }, { styleId: 'Two' }, { styleId: 'Two' }], styles)).toEqual([
      '一、',
      '1.',
      '2.',
    ]);
  });

  it('comes with a style on which its style is based', () => {
    const styles = ONE + style('Bold', '<w:basedOn w:val="One"/>');
    expect(numbersOf(NUMBERS, [{ styleId: 'Bold' }], styles)).toEqual(['一、']);
  });

  it('comes with the default style where it names none', () => {
    const styles = style('Normal', numPr('<w:numId w:val="1"/>'), ' w:default="1"');
    expect(numbersOf(NUMBERS, [{}], styles)).toEqual(['一、']);
  });

  it('is removed by the paragraph, or by its style, with list 0', () => {
    const styles = ONE + style('Plain', `<w:basedOn w:val="One"/>${numPr('<w:numId w:val="0"/>')}`);
    expect(numbersOf(NUMBERS, [{ styleId: 'One', listId: '0' }, { styleId: 'Plain' }], styles)).toEqual([
      '',
      '',
    ]);
  });

  it('is empty in a list that does not exist', () => {
    expect(
      numbersOf(NUMBERS, [
        { listId: '9', level: 0 },
        { listId: '1', level: 7 },
      ]),
    ).toEqual(['', '']);
  });

  it('ignores the properties before a tracked change', () => {
    const styles = style(
      'One',
      `<w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>`,
    );
    expect(numbersOf(NUMBERS, [{ styleId: 'One' }], styles)).toEqual(['']);
  });
});

describe('a hostile file', () => {
  it('of styles that are based on each other has no number', () => {
    const styles = style('A', '<w:basedOn w:val="B"/>') + style('B', '<w:basedOn w:val="A"/>');
    expect(numbersOf(definition(0, ...OFFICIAL) + list(1, 0), [{ styleId: 'A' }], styles)).toEqual(['']);
  });

  it('of definitions that refer to each other has no number', () => {
    const lists =
      definition(0, '<w:styleLink w:val="A"/><w:numStyleLink w:val="B"/>') +
      definition(1, '<w:styleLink w:val="B"/><w:numStyleLink w:val="A"/>') +
      list(1, 0);
    expect(numbersOf(lists, on(0))).toEqual(['']);
  });

  it('counts from far up, on levels that do not exist and with texts that never end, and costs nothing', () => {
    const levels = [
      level(0, 'decimal', '%1.', '', 999_999_999),
      level(1, 'decimal', '%1'.repeat(100_000)),
      level(2, 'decimal', '%1%1%1%1%1%1%1%1%1%1%1%1%1'),
      level(1_000_000, 'decimal', '%1'),
      level(3, 'decimal', '%4', '', 10 ** 12),
    ];
    const paragraphs = on(0, 0, 1, 2, 3, 1_000_000);
    expect(numbersOf(definition(0, ...levels) + list(1, 0), paragraphs)).toEqual([
      '999999999.',
      '1000000000.',
      undefined,
      undefined,
      '0',
      '',
    ]);
  });
});
