import { describe, expect, it } from 'vitest';
import { COLOUR, PLAIN, render } from '../../adapters/terminal/render.ts';
import { type Message, type ShownQuote, TEXTS } from '../../src/message/index.ts';

function quote(text: string, more: Partial<ShownQuote> = {}): ShownQuote {
  return {
    id: 'abcd1234-0-a-b',
    reportId: 'abcd1234-0',
    start: 10,
    end: 10 + text.length,
    text,
    report: '县林业局2023年工作总结',
    path: ['一、主要工作', '（一）造林'],
    emphasis: [],
    ...more,
  };
}

const plain = (message: Message) => render(message, TEXTS.zh, PLAIN);
const coloured = (message: Message) => render(message, TEXTS.zh, COLOUR);
const SENTENCE = '河岸两侧补种枫香三千余株。';

/** One message of each kind of block. */
const BLOCKS: [kind: string, message: Message][] = [
  ['a paragraph', [{ type: 'paragraph', text: '报告原文：' }]],
  ['a list', [{ type: 'list', items: ['甲', '乙'] }]],
  ['a quote', [{ type: 'quote', quote: quote(SENTENCE), number: 1 }]],
  [
    'a list of quotes',
    [
      {
        type: 'quote-list',
        report: '县林业局2023年工作总结',
        path: ['一、主要工作'],
        first: 0,
        quotes: [quote(SENTENCE), quote('道路两旁也见了绿。')],
      },
    ],
  ],
];

describe('a message on the terminal', () => {
  it('shows a paragraph as it is', () => {
    expect(plain([{ type: 'paragraph', text: '报告原文：' }])).toBe('报告原文：');
  });

  it('shows a quote with its number, its source and its id', () => {
    expect(plain([{ type: 'quote', quote: quote(SENTENCE), number: 2 }])).toBe(
      [`2. ${SENTENCE}`, '   《县林业局2023年工作总结》 › 一、主要工作 › （一）造林 › [abcd1234-0-a-b]'].join(
        '\n',
      ),
    );
  });

  it('shows a row of a table below its head', () => {
    const head = { ...quote('村名\u3000座数'), text: '表2 冷库\n村名\u3000座数' };
    const message: Message = [{ type: 'quote', quote: quote('上岭村\u30003', { heads: [head] }), number: 1 }];
    expect(plain(message).split('\n').slice(0, 3)).toEqual([
      '1. 表2 冷库',
      '   村名\u3000座数',
      '   上岭村\u30003',
    ]);
  });

  it('shows quotes of one source as a list, each with its id, and the source once', () => {
    const [, message] = BLOCKS[3];
    expect(plain(message)).toBe(
      [
        `  • ${SENTENCE} [abcd1234-0-a-b]`,
        '  • 道路两旁也见了绿。 [abcd1234-0-a-b]',
        '  《县林业局2023年工作总结》 › 一、主要工作',
      ].join('\n'),
    );
  });

  it('shows a list with one item a line', () => {
    expect(plain([{ type: 'list', items: ['甲', '乙'] }])).toBe('  甲\n  乙');
  });

  it('keeps blocks apart by an empty line', () => {
    const message: Message = [
      { type: 'paragraph', text: '一' },
      { type: 'paragraph', text: '二' },
    ];
    expect(plain(message)).toBe('一\n\n二');
    expect(plain([])).toBe('');
  });

  it('keeps the text and the lines of a quote that runs over several', () => {
    const shown = plain([{ type: 'quote', quote: quote('第一行\n第二行\n\n第四行'), number: 1 }]);
    const lines = shown.split('\n').slice(0, 4);
    expect(lines.map((line) => line.replace(/^1\.|^ +/g, '').trim())).toEqual([
      '第一行',
      '第二行',
      '',
      '第四行',
    ]);
    expect(lines.slice(1).every((line) => line.startsWith('   '))).toBe(true);
  });

  it('shows the line ends of another system as line ends', () => {
    const shown = plain([{ type: 'quote', quote: quote('第一行\r\n第二行'), number: 1 }]);
    expect(shown.split('\n').slice(0, 2)).toEqual(['1. 第一行', '   第二行']);
  });

  it('does not cut a quote, however long', () => {
    const long = SENTENCE.repeat(400);
    expect(plain([{ type: 'quote', quote: quote(long), number: 1 }])).toContain(long);
  });
});

describe('colour', () => {
  const emphasised = quote(SENTENCE, {
    emphasis: [
      { start: 4, end: 6 },
      { start: 6, end: 8 },
    ],
  });
  const message: Message = [{ type: 'quote', quote: emphasised, number: 1 }];

  it('marks the words of the question and dims the source', () => {
    const shown = coloured(message);
    expect(shown).toContain('河岸两侧\u001b[1;33m补种\u001b[0m\u001b[1;33m枫香\u001b[0m三千余株。');
    expect(shown.split('\u001b[2m')[1]).toMatch(/^《县林业局2023年工作总结》/);
    expect(shown.endsWith('\u001b[0m')).toBe(true);
  });

  const BEGINNINGS = ['\u001b[1;33m', '\u001b[2m'];
  const END = '\u001b[0m';
  const countOf = (text: string, words: string) => text.split(words).length - 1;

  it.each(BLOCKS)('changes nothing but colour: %s', (_, each) => {
    const bare = [...BEGINNINGS, END].reduce((text, code) => text.replaceAll(code, ''), coloured(each));
    expect(bare).toBe(plain(each));
  });

  it.each(BLOCKS)('is ended wherever it begins: %s', (_, each) => {
    const shown = coloured(each);
    const begun = BEGINNINGS.reduce((sum, code) => sum + countOf(shown, code), 0);
    expect(countOf(shown, END)).toBe(begun);
  });

  it('is not there in a pipe', () => {
    expect(plain(message)).not.toContain('\u001b');
  });
});

describe('control characters of a source', () => {
  const STEERING = '甲\u001b[2J\u0007\u0008\u009b31m\u007f乙';
  const SHOWN = '甲\\x1b[2J\\x07\\x08\\x9b31m\\x7f乙';

  it('are made visible in a quote', () => {
    expect(plain([{ type: 'quote', quote: quote(STEERING), number: 1 }])).toContain(`1. ${SHOWN}`);
  });

  it('are made visible within emphasised words', () => {
    const all = quote(STEERING, { emphasis: [{ start: 0, end: STEERING.length }] });
    expect(coloured([{ type: 'quote', quote: all, number: 1 }])).toContain(`\u001b[1;33m${SHOWN}\u001b[0m`);
  });

  it.each<[where: string, message: Message]>([
    ['the title of a report', [{ type: 'quote', quote: quote('乙', { report: STEERING }), number: 1 }]],
    ['the headings above a quote', [{ type: 'quote', quote: quote('乙', { path: [STEERING] }), number: 1 }]],
    [
      'a quote of a list',
      [{ type: 'quote-list', report: '甲', path: [], first: 0, quotes: [quote(STEERING)] }],
    ],
    [
      'the report of a list',
      [{ type: 'quote-list', report: STEERING, path: [], first: 0, quotes: [quote('乙')] }],
    ],
    [
      'the headings of a list',
      [{ type: 'quote-list', report: '甲', path: [STEERING], first: 0, quotes: [quote('乙')] }],
    ],
    ['a sentence that names a report', [{ type: 'paragraph', text: TEXTS.zh.overviewIntro(STEERING, 3, 3) }]],
    ['a list of titles', [{ type: 'list', items: [STEERING] }]],
  ])('cannot steer the terminal from %s', (_, message) => {
    expect(plain(message)).not.toMatch(/[^\P{Cc}\t\n]/u);
    expect(plain(message)).toContain(SHOWN);
  });

  it('leave tabs and line ends as they are', () => {
    expect(plain([{ type: 'quote', quote: quote('甲\t乙\n丙'), number: 1 }])).toContain('甲\t乙\n   丙');
  });

  it.each(['\u202e', '\u2067'])('that turn the direction of the text (%j) are made visible too', (mark) => {
    expect(plain([{ type: 'quote', quote: quote(`甲${mark}乙`), number: 1 }])).not.toContain(mark);
  });
});
