// Texts are shown literally in Discord's Markdown, with as few backslashes as possible.
import { describe, expect, it } from 'vitest';
import { codeBlock, heading, literal, type Mark, marked } from '../../adapters/discord/rendering/markdown.ts';
import { everyNode, type Kind, parse, shownIn } from '../contracts/adapter-discord-markdown.ts';

const kindsIn = (markdown: string) => new Set(everyNode(parse(markdown)).map(({ kind }) => kind));

describe('the reader of these tests', () => {
  it.each<[markdown: string, kind: Kind, shown: string]>([
    ['**甲**', 'bold', '甲'],
    ['*甲* 乙', 'italics', '甲 乙'],
    ['a _b_ c', 'italics', 'a b c'],
    ['__甲__', 'underline', '甲'],
    ['~~甲~~', 'strike', '甲'],
    ['||甲||', 'spoiler', '甲'],
    ['`a*b*`', 'code', 'a*b*'],
    ['```\na\n```', 'fence', 'a'],
    ['### 甲 #', 'heading', '甲 '],
    ['-# 甲', 'subtext', '甲'],
    ['> 甲\n> 乙', 'quote', '甲\n乙'],
    ['乙\n>>> 甲\n丙', 'quote', '乙\n甲\n丙'],
    ['- 甲\n- 乙', 'item', '甲\n乙'],
    ['甲\n7. 乙\n9. 丙', 'item', '甲\n7. 乙\n8. 丙'],
    ['https://example.com/a', 'link', 'https://example.com/a'],
    ['[甲](https://example.com)', 'link', '甲'],
    ['<https://example.com>', 'link', '<https://example.com>'],
    ['<@123>', 'mention', '<@123>'],
    ['@everyone', 'mention', '@everyone'],
    ['@silent 甲', 'mention', '@silent 甲'],
    ['<:a:1>', 'emoji', '<:a:1>'],
    ['10:smile:', 'emoji', '10:smile:'],
    ['<t:1700000000:R>', 'time', '<t:1700000000:R>'],
    ['</ask:1>', 'command', '/ask'],
  ])('takes %j for %s', (markdown, kind, shown) => {
    expect(kindsIn(markdown)).toContain(kind);
    expect(shownIn(parse(markdown)).trim()).toBe(shown.trim());
  });

  it.each([
    '\\*甲\\*',
    '\\> 甲',
    '\\# 甲',
    '1\\. 甲',
    '甲 # 乙',
    '2*3',
    '1.甲',
    '-甲',
    '#甲',
    'snake_case_name',
  ])('takes %j for words', (markdown) => {
    expect(kindsIn(markdown)).toEqual(new Set(['text']));
  });
});

describe('a literal text', () => {
  it.each([
    ['（一）修渠。1.清淤；2、补种：3,500 株'],
    ['Agency: 林业局 (2023) – 10~15%, No. 5'],
    ['#1楼、1#楼，C++、-5℃、+3%、a - b'.replace(' - ', '-')],
    ['时间：9:30，比例 1:2，3~5月'],
    ['a|b，^c，=d，$e，{f}，"g"，&amp;，a@b.c，@某人'],
    ['C:\\temp 和 \\n'],
    ['第 1 条\n1.甲\n（2）乙\n－丙'],
  ])('has no backslash where nothing can happen: %j', (text) => {
    expect(literal(text)).toBe(text);
  });

  it.each([
    ['2*3*4', '2\\*3\\*4'],
    ['a_b', 'a\\_b'],
    ['`a`', '\\`a\\`'],
    ['PM2.5<35', 'PM2.5\\<35'],
    ['[甲](https://example.com)', '\\[甲](https\\://example.com)'],
    ['~~甲~~ ||乙||', '\\~~甲\\~~ \\||乙\\||'],
    ['10:30:45', '10\\:30:45'],
    ['@silent @everyone @here', '\\@silent \\@everyone \\@here'],
    ['# 甲\n## 乙', '\\# 甲\n\\## 乙'],
    ['-# 甲\n- 乙\n  - 丙', '\\-# 甲\n\\- 乙\n  \\- 丙'],
    ['> 甲\n>>> 乙\n>丙', '\\> 甲\n\\>>> 乙\n>丙'],
    ['1. 甲\n12. 乙', '1\\. 甲\n12\\. 乙'],
    ['\\中 \\* \\', '\\\\中 \\\\\\* \\\\'],
    ['甲\r\n乙\r丙', '甲\n乙\n丙'],
  ])('has one where something would happen: %j', (text, markdown) => {
    expect(literal(text)).toBe(markdown);
    expect(shownIn(parse(markdown))).toBe(text.replace(/\r\n?/g, '\n'));
    expect(kindsIn(markdown)).toEqual(new Set(['text']));
  });
});

describe('marks', () => {
  it('of two neighbours are one', () => {
    const neighbours = ['甲', '乙'].map((text) => ({ text, mark: 'bold' as const }));
    expect(marked(neighbours)).toBe('**甲乙**');
  });

  it.each<[mark: Mark, before: string, within: string]>([
    ['struck', '3~', '5'],
    ['struck', '3', '~5~'],
    ['struck', '3\\', '5\\'],
    ['bold', 'a\\', '*6\\'],
    ['bold', '_', '_'],
    ['bold', '~', '**'],
  ])('are not read with the signs beside them: %s %j %j', (mark, before, within) => {
    const nodes = parse(
      marked([
        { text: before, mark: 'plain' },
        { text: within, mark },
        { text: '~7', mark: 'plain' },
      ]),
    );
    const found = everyNode(nodes).filter(({ kind }) => kind === (mark === 'bold' ? 'bold' : 'strike'));
    expect(shownIn(nodes)).toBe(`${before}${within}~7`);
    expect(found.map(({ children }) => shownIn(children))).toEqual([
      mark === 'struck' ? within.replace(/~$/, '') : within,
    ]);
  });

  it('are left out around nothing: a line end may be parted by them', () => {
    const parted = marked([
      { text: '甲', mark: 'plain' },
      { text: '\r', mark: 'bold' },
      { text: '\n乙', mark: 'plain' },
    ]);
    expect(parted).toBe('甲\n乙');
  });

  it('are left out around tildes alone, which cannot be struck', () => {
    expect(marked([{ text: '~~', mark: 'struck' }])).toBe('\\~\\~');
  });

  it('see signs that two stretches make together', () => {
    const link = marked([
      { text: '[甲', mark: 'plain' },
      { text: '](https:', mark: 'bold' },
      { text: '//example.com)', mark: 'plain' },
    ]);
    expect(kindsIn(link)).toEqual(new Set(['text', 'bold']));
  });
});

describe('a heading', () => {
  it('keeps number signs at its end', () => {
    expect(shownIn(parse(heading('1#'))).trim()).toBe('1#');
  });
});

describe('a block of code', () => {
  it.each(['a `b`', '`a`', 'a\n\nb', '# a\n> b', '\\*'])('holds %j as it is', (text) => {
    expect(parse(codeBlock(text))).toEqual([{ kind: 'fence', text, children: [] }]);
  });

  it('is given up for a text that would end it', () => {
    const text = 'a\n```\n@everyone';
    expect(shownIn(parse(codeBlock(text)))).toBe(text);
    expect(kindsIn(codeBlock(text))).toEqual(new Set(['text']));
  });
});
