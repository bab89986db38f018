// The text of Markdown: the words that a reader of the laid-out page sees, a line of the source a line.
import fs from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { markdown } from '../../../src/reports/formats/markdown.ts';
import { readMarkup } from '../../../src/reports/formats/markup-reader.ts';
import type { ReadDocument } from '../../../src/reports/formats/reader.ts';
import { threadMs } from '../../speed.ts';

function read(source: string | Uint8Array): ReadDocument {
  const found = markdown.read(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  if (!found.ok) throw new Error(found.reason.kind);
  return found;
}

const textOf = (source: string): string => read(source).text;

const headingsOf = (source: string): [number, string][] => {
  const { text, headings } = read(source);
  return headings.map(({ start, end, level }) => [level, text.slice(start, end)]);
};

describe('the text of Markdown', () => {
  it.each([
    ['lines of the source as lines', '甲村修路。\n乙村种树。', '甲村修路。\n乙村种树。'],
    ['blank lines as blank lines', '甲\n\n\n乙\n丙', '甲\n\n\n乙\n丙'],
    ['hard line breaks as line ends', '甲  \n乙\\\n丙<br>丁', '甲\n乙\n丙\n丁'],
    ['Windows line ends', '甲\r\n\r\n乙\r\n丙', '甲\n\n乙\n丙'],
    ['a rule as one blank line', '甲\n\n---\n\n乙\n***\n丙', '甲\n\n乙\n\n丙'],
    ['indented lines as paragraphs', '甲\n\n    **乙**\n\n\t丙', '甲\n\n乙\n\n丙'],
    ['lines that wide blanks indent', '　　甲。\n　　乙。', '甲。\n乙。'],
    ['blanks within a line', '渠道  12\u3000公里', '渠道  12\u3000公里'],
    ['lists with their signs', '- 甲\n- 乙\n  - 丙\n* 丁\n+ 戊', '- 甲\n- 乙\n- 丙\n* 丁\n+ 戊'],
    ['ordered lists with their numbers', '1. 甲\n2. 乙\n\n5) 丙', '1. 甲\n2. 乙\n\n5) 丙'],
    ['the numbers that a list shows', '1. 甲\n1. 乙\n1. 丙', '1. 甲\n2. 乙\n3. 丙'],
    ['the numbers of lists in lists', '3. 甲\n   1. 乙\n   2. 丙\n4. 丁', '3. 甲\n1. 乙\n2. 丙\n4. 丁'],
    ['items without words', '1.\n2. 甲', '1.\n2. 甲'],
    ['numbers that are no list', '1.修路\n2024年\n2、种树', '1.修路\n2024年\n2、种树'],
    ['quotes without their signs', '> 甲\n> 乙\n>\n> > 丙', '甲\n乙\n\n丙'],
    ['code without its signs', '用`a * b`计算\n\n```sh\nc  *d*\n```', '用a * b计算\n\nc  *d*'],
    ['the words of links', '见[附件](a.pdf "表")和<https://example.org>', '见附件和https://example.org'],
    [
      'the words of reference links',
      '见[附件][1]、[清单]。\n\n[1]: a.pdf "表"\n[清单]: <b.pdf>',
      '见附件、清单。',
    ],
    ['a note that is no address', '[注]: 不含两个渔村', '[注]: 不含两个渔村'],
    ['no pictures', '甲![图](a.png)乙', '甲乙'],
    ['no comments', '甲<!-- 某某摄 -->乙\n\n<!-- 某某\n\n摄 -->\n\n丙', '甲乙\n\n丙'],
    ['no tags', '甲<b>乙</b><a id="x"></a>\n\n<div align="center">\n\n**丙**\n\n</div>', '甲乙\n\n丙'],
    ['characters for their names', '雨&amp;雪&ldquo;大&rdquo;\\*', '雨&雪“大”*'],
    ['what a page folds', '<details>\n<summary>问</summary>\n\n答*好*。\n\n</details>', '问\n\n答好。'],
    [
      'no marks and notes of footnotes',
      '甲[^1]乙[^b]。\n\n[^1]: 注一\n    续\n\n[^b]: 注二\n\n丙',
      '甲乙。\n\n丙',
    ],
    ['brackets that are no footnotes', '模式[^a-z]，[1]', '模式[^a-z]，[1]'],
    ['words in HTML', '<p>甲</p>\n<ul><li>乙</li></ul>', '甲\n乙'],
    ['what HTML leaves open', '<script>\n甲\n\n乙', '<script>\n甲\n\n乙'],
    ['words after an unknown tag', '甲<title>乙\n\n丙', '甲乙\n\n丙'],
  ])('shows %s', (_, source, text) => expect(textOf(source)).toBe(text));

  it('is the same however the lines of the file end', () => {
    const source = '# 甲\n\n- 乙\n\n|丙|丁|\n|--|--|\n|1|2|\n';
    for (const end of ['\r\n', '\r']) expect(textOf(source.replaceAll('\n', end))).toBe(textOf(source));
  });

  it('holds what is nested too deeply to be told apart', () => {
    expect(textOf(`${'> '.repeat(300)}甲`)).toContain('甲');
    expect(textOf(`${'- '.repeat(300)}甲`)).toContain('甲');
  });
});

describe('emphasis', () => {
  it.each([
    ['of words', '**甲**乙*丙*丁***戊***__己__ _庚_ ~~辛~~', '甲乙丙丁戊己 庚 辛'],
    ['that ends with a mark', '**（一）修路。**全长6公里，*“快”*了', '（一）修路。全长6公里，“快”了'],
    ['before figures', '增长**“6.1%”**2023年', '增长“6.1%”2023年'],
    ['with blanks inside of it', '** 总结 **\n\n**一、修路 **', '总结\n\n一、修路'],
    ['of nothing', '** ** 甲', '甲'],
    ['with more signs at one end', '***总结**\n\n甲**乙***', '总结\n\n甲乙'],
    ['around several paragraphs', '**总结\n\n——在会上**\n\n甲', '总结\n\n——在会上\n\n甲'],
  ])('%s leaves no marks', (_, source, text) => expect(textOf(source)).toBe(text));

  it.each([
    '2*66万千瓦、3*35万千瓦',
    '张**、李**等',
    '电话138****1234、139****5678',
    '*注：不含渔村',
    'snake_case_name',
    '甲 * 乙 * 丙',
  ])('is not seen in %s', (source) => expect(textOf(source)).toBe(source));

  it('makes no heading', () => {
    expect(headingsOf('**一、修路**\n\n甲。\n\n**种树**\n')).toEqual([]);
  });
});

describe('headings', () => {
  it.each<[string, string, [number, string][]]>([
    [
      'by number signs',
      '# 甲\n\n### 乙 ###\n丙\n#### 丁',
      [
        [1, '甲'],
        [3, '乙'],
        [4, '丁'],
      ],
    ],
    [
      'by underlines',
      '甲\n===\n\n乙\n---\n丙',
      [
        [1, '甲'],
        [2, '乙'],
      ],
    ],
    ['without marks', '## **甲**[乙](c)`丙`\n', [[2, '甲乙丙']]],
    ['of one line only', '甲。\n乙\n---\n', [[2, '乙']]],
  ])('are declared %s', (_, source, headings) => expect(headingsOf(source)).toEqual(headings));

  it.each(['#甲', '甲修了路。\n---', '```\n# 甲\n```', '\\# 甲'])('are not declared by %j', (source) => {
    expect(headingsOf(source)).toEqual([]);
  });
});

describe('front matter', () => {
  it.each([
    ['plain', 'title: 甲镇总结\ndate: 2023-12-01', { title: '甲镇总结', date: '2023-12-01' }],
    ['quoted', `title: "甲 \\"乙\\": 丙" # 注\nauthor: '甲''s'`, { title: '甲 "乙": 丙', author: "甲's" }],
    [
      'with colons',
      'title: Budget: 2024\nsource: https://a.example/b#c',
      {
        title: 'Budget: 2024',
        source: 'https://a.example/b#c',
      },
    ],
    ['with lists', 'authors: [甲, "乙"]\ntags:\n  - 丙', { author: '甲, 乙' }],
    [
      'with lists line by line',
      'author:\n- 甲\n- 乙\n# 注\n\ndate: 1998',
      { author: '甲, 乙', date: '1998' },
    ],
    ['in several lines', 'title: >-\n  甲\n  乙\nlayout: post', { title: '甲 乙' }],
    ['with names in Chinese and capitals', 'Title:\n标题: 甲\n作者: 乙', { title: '甲', author: '乙' }],
    ['without what is known', 'layout: post', {}],
  ])('%s says what the document is', (_, front, properties) => {
    for (const fence of ['---', '...']) {
      const found = read(`---\n${front}\n${fence}\n\n丙\n`);
      expect(found.properties).toEqual(properties);
      expect(found.text).toBe('丙');
    }
  });

  it.each([
    ['a rule and words', '---\n\n甲说：\n\n---\n\n乙', '甲说：\n\n乙'],
    ['what does not end', '---\ntitle: 甲\n\n乙', 'title: 甲\n\n乙'],
    ['what does not stand first', '甲\n\n---\ntitle: 乙\n---\n', '甲\n\ntitle: 乙'],
    ['nothing', '---\n---\n甲', '甲'],
  ])('is not %s', (_, source, text) => {
    const found = read(source);
    expect(found.text).toBe(text);
    expect(found.properties).toBeUndefined();
  });
});

describe('tables', () => {
  const TABLE =
    '表前\n\n| 乡镇 | *面积* | 备注 |\n|:--|--:|---|\n| 栖鹭镇 | 3 | |\n| [甲](b)\\|乙 | | 无 |\n\n表后';

  it('have their rows as lines and a gap between cells', () => {
    expect(textOf(TABLE)).toBe(
      '表前\n\n乡镇\u3000面积\u3000备注\n栖鹭镇\u30003\n甲|乙\u3000\u3000无\n\n表后',
    );
  });

  it('are declared with the end of their head', ({ skip }) => {
    const ofPage = readMarkup('<table><tr><th>甲</th><th>乙</th></tr><tr><td>1</td><td>2</td></tr></table>');
    skip(!ofPage.tables, 'the reader of pages, which lays out Markdown, declares no tables yet');
    const { text, tables = [] } = read(TABLE);
    expect(tables.map(({ start, end }) => text.slice(start, end))).toEqual([
      '乡镇\u3000面积\u3000备注\n栖鹭镇\u30003\n甲|乙\u3000\u3000无',
    ]);
    expect(tables.map(({ start, headEnd }) => text.slice(start, headEnd))).toEqual([
      '乡镇\u3000面积\u3000备注',
    ]);
  });
});

it('what is left out is told', () => {
  expect(read('甲[^1]\n\n[^1]: 乙\n\n![丙](d.png)').warnings).toEqual([
    { kind: 'notes', count: 1 },
    { kind: 'pictures', count: 1 },
  ]);
});

describe('half a million characters are read soon, if all are', () => {
  /** Two seconds where time grows with the length, minutes where it grows with its square. */
  const SOON_MS = 15_000;
  it.each(['*', '[', '>', '- ', '<', '`', '[^', 'a|b\n'])(
    '%j',
    async (unit) => {
      const text = unit.repeat(500_000 / unit.length);
      expect(await threadMs(async () => void read(text))).toBeLessThan(SOON_MS);
    },
    120_000,
  );
});

const CASES = new URL('../../../../shared/cases/', import.meta.url);
const PROVINCES = new URL('../../../../shared/corpora/provinces/', import.meta.url);

describe('the case', () => {
  beforeEach(({ skip }) => skip(!fs.existsSync(CASES), 'no cases lie in ../shared/cases'));
  const readCase = (name: string) => read(fs.readFileSync(new URL(name, CASES)));

  it('of front matter: it is no text, its title is a property', () => {
    const { text, properties } = readCase('front-matter.md');
    expect(properties?.title).toMatch(/^2024年/);
    expect(text).toMatch(/^——/);
    expect(text).not.toMatch(/https|title/);
  });

  it('of a bold title: no asterisks, no heading', () => {
    const { text, headings } = readCase('bold-title.md');
    expect(text).not.toContain('*');
    expect(text).toMatch(/^2024年/);
    expect(headings).toEqual([]);
  });

  it('of headings that all have the first level: they are declared as they stand', () => {
    const { headings } = readCase('every-heading-level-one.md');
    expect(headings.map(({ level }) => level)).toEqual([1, 1, 1, 1]);
  });
});

describe('the reports of the provinces', () => {
  beforeEach(({ skip }) => skip(!fs.existsSync(PROVINCES), 'no reports lie in ../shared/corpora/provinces'));

  it('lose no characters but marks, front matter and comments', () => {
    const letters = (text: string) => text.replace(/[\s*#>\-“”]|&\w+;/g, '');
    const written = (bytes: Buffer) =>
      letters(
        bytes
          .toString()
          .replace(/^---\n[\s\S]*?\n---\n/, '')
          .replace(/<!--[\s\S]*?-->/g, ''),
      );
    const names = fs.readdirSync(PROVINCES, { recursive: true, encoding: 'utf8' });
    const lost = names
      .filter((name) => name.endsWith('.md'))
      .filter((name) => {
        const bytes = fs.readFileSync(new URL(encodeURI(name), PROVINCES));
        return written(bytes) !== letters(read(bytes).text);
      });
    // one has a footnote, one has a name of a character within a name
    expect(lost.length).toBeLessThanOrEqual(2);
  }, 60_000);
});
