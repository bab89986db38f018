// What is to be said as messages that a platform takes: where it is split, and what stays together.
import { describe, expect, it } from 'vitest';
import type { Block, Button, Message, ShownQuote } from '../../src/message/block.ts';
import { type Medium, splitMessage as messagesOf } from '../../src/message/split-message.ts';
import { markdownMedium, plainMedium, shownText, wordsIn } from '../fixtures/media.ts';
import { prose, sentence } from '../fixtures/prose.ts';
import { leastMs } from '../speed.ts';

function quoteOf(text: string, excerpt?: ShownQuote['excerpt']): ShownQuote {
  const id = 'abcd1234-0-0-a';
  return {
    id,
    reportId: 'abcd1234-0',
    start: 0,
    end: text.length,
    text,
    report: '甲',
    path: [],
    emphasis: [],
    ...(excerpt ? { excerpt } : {}),
  };
}

const quote = (text: string, number = 1, actions?: Button[]): Block => ({
  type: 'quote',
  quote: quoteOf(text),
  number,
  ...(actions ? { actions } : {}),
});
const heading = (text: string): Block => ({ type: 'heading', text });
const paragraph = (text: string): Block => ({ type: 'paragraph', text });
const list = (...items: string[]): Block => ({ type: 'list', items });
const buttonsOf = (...labels: string[]): Button[] => labels.map((label) => ({ label, action: label }));
const buttons = (...labels: string[]): Block => ({ type: 'buttons', buttons: buttonsOf(...labels) });
const choice = (...labels: string[]): Block => ({
  type: 'choice',
  prompt: '?',
  options: buttonsOf(...labels),
});

/** The words of each message, those of its blocks apart. */
const said = (messages: Message[]): string[][] =>
  messages.map((message) => message.map((block) => wordsIn(block).join('|')));

const splitOf = (message: Message, characters: number, pieces?: number) =>
  said(messagesOf(message, plainMedium(characters, pieces)));

describe('a message', () => {
  it('that fits is left as it is, white space and all', () => {
    const message = [heading(' 一 '), quote('水来了。', 1, buttonsOf('a')), list(' 甲', '乙 '), buttons('b')];
    expect(messagesOf(message, plainMedium(100))).toEqual([message]);
  });

  it('without blocks has no parts', () => {
    expect(messagesOf([], plainMedium(10))).toEqual([]);
  });

  it('is split between blocks that do not fit together', () => {
    expect(splitOf([paragraph('渠修好了。'), paragraph('水来了。'), paragraph('好。')], 9)).toEqual([
      ['渠修好了。', '水来了。'],
      ['好。'],
    ]);
  });

  it('has no more pieces than the limits allow', () => {
    expect(splitOf([paragraph('甲'), paragraph('乙'), paragraph('丙')], 100, 2)).toEqual([
      ['甲', '乙'],
      ['丙'],
    ]);
  });

  it('is not changed itself', () => {
    const message = [paragraph('如下：'), quote(prose(4)), list(prose(2), prose(3)), buttons('甲', '乙')];
    const before = structuredClone(message);
    messagesOf(message, plainMedium(40));
    expect(message).toEqual(before);
  });
});

describe('a text', () => {
  it.each<[string, number, string[]]>([
    ['渠修好了。水来了，好。', 9, ['渠修好了。', '水来了，好。']],
    ['大家说“水来了。”然后散了', 9, ['大家说“水来了。”', '然后散了']],
    ['一是修渠，引水；二是种树，护林', 12, ['一是修渠，引水；', '二是种树，护林']],
    ['修渠引水，种树护林，养鱼', 11, ['修渠引水，种树护林，', '养鱼']],
    ['修渠、种树如下：养鱼喂猪', 10, ['修渠、', '种树如下：养鱼喂猪']],
    ['工作重点如下：养鱼喂猪', 9, ['工作重点如下：', '养鱼喂猪']],
    ['第一行\n第二行，还是第二行', 10, ['第一行', '第二行，还是第二行']],
    ['It is open. Water came, at last', 24, ['It is open.', 'Water came, at last']],
    ['Water came, and it stayed', 20, ['Water came,', 'and it stayed']],
    ['about 3,500 people came', 9, ['about', '3,500', 'people', 'came']],
    ['from 10:30 until noon', 10, ['from 10:30', 'until noon']],
    ['县林业局工作总结', 3, ['县林业', '局工作', '总结']],
    ['还有许多……后来', 6, ['还有许多……', '后来']],
    ['还有许多……后来', 5, ['还有许多…', '…后来']],
    ['甲𠮷乙𠮷', 2, ['甲', '𠮷', '乙', '𠮷']],
    ['👨‍👩‍👧👨‍👩‍👧', 9, ['👨‍👩‍👧', '👨‍👩‍👧']],
    ['👨‍👩‍👧', 5, ['👨‍👩', '‍👧']],
    ['ae\u0301e\u0301', 2, ['a', 'e\u0301', 'e\u0301']],
    ['水\ud83d\ud83d来了', 2, ['水\ud83d', '\ud83d来', '了']],
    ['甲乙  \n  丙丁', 4, ['甲乙', '丙丁']],
    ['  甲乙丙  ', 3, ['甲乙丙']],
    ['甲  ', 1, ['甲']],
    ['他说“好，”水来了', 8, ['他说“好，”', '水来了']],
  ])('%j in messages of %d is split to %j', (text, characters, expected) => {
    expect(splitOf([paragraph(text)], characters).flat()).toEqual(expected);
  });

  it('that fits into one message moves there whole', () => {
    expect(splitOf([paragraph('水来了。'), paragraph('渠修好了。都好。')], 10)).toEqual([
      ['水来了。'],
      ['渠修好了。都好。'],
    ]);
  });

  it('to be copied keeps its white space, and is split only where it must be', () => {
    const text = ' 水来了。\n\n渠修好了。 ';
    expect(splitOf([paragraph('如下。'), { type: 'copyable', text }], 14)).toEqual([['如下。'], [text]]);
    expect(splitOf([{ type: 'copyable', text }], 10)).toEqual([[' 水来了。\n\n'], ['渠修好了。 ']]);
  });

  it.each<[string, number, string[]]>([
    ['  水来', 3, ['  水', '来']],
    ['水。来。  ', 4, ['水。', '来。  ']],
    ['水来  ', 3, ['水', '来  ']],
    ['水    来', 3, ['水  ', '  来']],
  ])(
    'with its white space is not cut to empty messages: %j in messages of %d',
    (text, characters, expected) => {
      expect(splitOf([{ type: 'copyable', text }], characters).flat()).toEqual(expected);
    },
  );

  it.each<[Message, number, string[][]]>([
    [[paragraph('渠修好了，水来了。树种上了。')], 11, [['渠修好了，'], ['水来了。'], ['树种上了。']]],
    [[paragraph('渠修好了。水'), buttons('好')], 6, [['渠修好了。水'], ['好']]],
  ])(
    'stays within the limit where a full stop takes more than the text around it: %j',
    (message, characters, expected) => {
      const measure = (block: Block) => {
        const words = wordsIn(block).join('');
        return { characters: words.length + (words.endsWith('。') ? 3 : 0), pieces: 1 };
      };
      expect(said(messagesOf(message, { limits: { characters, pieces: 9 }, measure }))).toEqual(expected);
    },
  );
});

describe('a quote', () => {
  const text = sentence(0) + sentence(1) + sentence(2);
  const cut = sentence(0).length;

  it('continues in the next message at the end of a sentence, with its number; its actions stand under the end', () => {
    const actions = buttonsOf('更多');
    expect(messagesOf([quote(text, 3, actions)], plainMedium(cut + 5))).toEqual([
      [{ type: 'quote', quote: quoteOf(text, { start: 0, end: cut }), number: 3 }],
      [{ type: 'quote', quote: quoteOf(text, { start: cut, end: cut + sentence(1).length }), number: 3 }],
      [
        {
          type: 'quote',
          quote: quoteOf(text, { start: cut + sentence(1).length, end: text.length }),
          number: 3,
          actions,
        },
      ],
    ]);
  });

  it('that is an excerpt already is split within that excerpt', () => {
    const block: Block = { type: 'quote', quote: quoteOf('一二。三四。五六。', { start: 3, end: 9 }) };
    const messages = messagesOf([block], plainMedium(4)) as Extract<Block, { type: 'quote' }>[][];
    expect(messages.map(([{ quote }]) => quote.excerpt)).toEqual([
      { start: 3, end: 6 },
      { start: 6, end: 9 },
    ]);
  });

  it('that fits a message is never split to fill the one before', () => {
    expect(splitOf([paragraph('甲'), quote('渠修好了。水来了。')], 9)).toEqual([
      ['甲'],
      ['渠修好了。水来了。'],
    ]);
  });

  it('that fits no message begins in the open one where enough of that is left', () => {
    const long = '渠修好了。水来了。树种上了。';
    expect(splitOf([paragraph('甲乙'), quote(long)], 10)).toEqual([
      ['甲乙', '渠修好了。'],
      ['水来了。树种上了。'],
    ]);
    expect(splitOf([paragraph('甲乙丙丁戊己庚辛'), quote(`好。${long}`)], 10)).toEqual([
      ['甲乙丙丁戊己庚辛'],
      ['好。渠修好了。'],
      ['水来了。树种上了。'],
    ]);
  });

  it('begins in no open message where it would be cut within a word', () => {
    expect(splitOf([paragraph('甲乙'), quote('县林业局全年工作总结')], 8)).toEqual([
      ['甲乙'],
      ['县林业局全年工作'],
      ['总结'],
    ]);
  });

  it('is split further where its source does not fit under its end', () => {
    const messages = messagesOf([quote('渠修好了。水来了。')], markdownMedium({ characters: 16, pieces: 9 }));
    expect(said(messages)).toEqual([['渠修好了。'], ['水来了。']]);
  });

  it('is cut so that its markup fits too', () => {
    const emphasised: Block = {
      type: 'quote',
      quote: { ...quoteOf('水来了*。*好'), emphasis: [{ start: 0, end: 3 }] },
    };
    const { measure } = markdownMedium({ characters: 0, pieces: 0 });
    for (let characters = 21; characters < 40; characters++)
      for (const message of messagesOf([emphasised], markdownMedium({ characters, pieces: 1 })))
        expect(measure(message[0]).characters).toBeLessThanOrEqual(characters);
  });
});

describe('a list of quotes', () => {
  const listOf = (first: number, ...texts: string[]): Block => ({
    type: 'quote-list',
    report: '甲',
    path: ['一、乙'],
    quotes: texts.map((text) => quoteOf(text)),
    first,
  });

  it('is split between quotes, continues the numbering and repeats the source', () => {
    expect(messagesOf([listOf(4, '渠修好了。', '水来了。', '好。')], plainMedium(9))).toEqual([
      [listOf(4, '渠修好了。', '水来了。')],
      [listOf(6, '好。')],
    ]);
  });

  it('fills the open message with whole quotes', () => {
    expect(splitOf([paragraph('甲：'), listOf(1, '渠修好了。', '水来了。')], 9)).toEqual([
      ['甲：', '渠修好了。'],
      ['水来了。'],
    ]);
  });

  it('repeats the number of a quote that continues', () => {
    const long = '渠修好了。水来了。树种上了。';
    const messages = messagesOf([listOf(1, '好。', long, '完。')], plainMedium(10)) as Extract<
      Block,
      { type: 'quote-list' }
    >[][];
    expect(messages.map(([{ first, quotes }]) => [first, quotes.map(shownText)])).toEqual([
      [1, ['好。', '渠修好了。']],
      [2, ['水来了。树种上了。']],
      [3, ['完。']],
    ]);
    expect(messages[1][0].quotes[0]).toEqual(quoteOf(long, { start: 5, end: 14 }));
  });
});

describe('a list', () => {
  it('is split between items, and within an item only where that fits no message', () => {
    expect(splitOf([list('修渠', '种树', '养鱼养虾')], 6)).toEqual([['修渠|种树'], ['养鱼养虾']]);
    expect(splitOf([list('修渠', '种树。养鱼。')], 6)).toEqual([['修渠'], ['种树。养鱼。']]);
    expect(splitOf([list('修渠', '种树。养鱼。养虾。')], 6)).toEqual([['修渠|种树。'], ['养鱼。养虾。']]);
  });

  it('has no white space where an item is cut', () => {
    expect(splitOf([list('修渠  种树')], 2)).toEqual([['修渠'], ['种树']]);
    expect(splitOf([list('甲  ', '乙')], 1)).toEqual([['甲'], ['乙']]);
  });

  it('keeps items without words', () => {
    expect(splitOf([list('', '修渠', '', '种树', '')], 2)).toEqual([['|修渠|'], ['种树|']]);
  });
});

describe('commands', () => {
  it('are split between them', () => {
    const commands = ['ask', 'help', 'list'].map((name) => ({ name, summary: '' }));
    expect(splitOf([{ type: 'commands', commands }], 8)).toEqual([['ask|help'], ['list']]);
  });
});

describe('a difference', () => {
  const difference = (...texts: string[]): Block => ({
    type: 'difference',
    runs: texts.map((text, i) => ({ type: i % 2 ? 'only-source' : 'same', text })),
  });

  it('is split between runs', () => {
    expect(splitOf([difference('修了渠', '三条', '种了树')], 6)).toEqual([['修了渠|三条'], ['种了树']]);
  });

  it('is split within a run where much of a message would stay empty', () => {
    expect(splitOf([difference('修', '渠修好了。水来了。好')], 9)).toEqual([
      ['修|渠修好了。'],
      ['水来了。好'],
    ]);
  });

  it('keeps the types of the runs', () => {
    expect(messagesOf([difference('修渠', '渠修好了，水来了')], plainMedium(7))).toEqual([
      [difference('修渠', '渠修好了，')],
      [{ type: 'difference', runs: [{ type: 'only-source', text: '水来了' }] }],
    ]);
  });
});

describe('a heading', () => {
  it.each([heading('一、工作'), paragraph('如下：'), paragraph('So: ')])(
    'goes along with what it introduces: %j',
    (introduction) => {
      const messages = messagesOf(
        [paragraph('水来了。'), introduction, quote('渠修好了，树种上了')],
        plainMedium(13),
      );
      expect(messages[0]).toEqual([paragraph('水来了。')]);
      expect(messages[1][0]).toEqual(introduction);
    },
  );

  it('goes along with the heading under it', () => {
    expect(
      splitOf([paragraph('水来了。'), heading('一'), heading('（一）'), quote('渠修好了。')], 9),
    ).toEqual([['水来了。'], ['一', '（一）', '渠修好了。']]);
  });

  it('is alone only where the text under it is short enough to stay whole and too long to follow', () => {
    expect(splitOf([heading('一二三四五六'), quote('渠修好')], 8)).toEqual([['一二三四五六'], ['渠修好']]);
    expect(splitOf([heading('一二'), quote('渠修好了。水来了')], 8)).toEqual([
      ['一二', '渠修好了。'],
      ['水来了'],
    ]);
  });

  it('stays at the end where nothing follows', () => {
    expect(splitOf([paragraph('水来了。'), heading('一、')], 5)).toEqual([['水来了。'], ['一、']]);
  });
});

describe('buttons and choices', () => {
  it.each<[string, Message, number, number, string[][]]>([
    [
      'take the block before them along',
      [paragraph('甲甲'), paragraph('乙乙'), buttons('好')],
      4,
      9,
      [['甲甲'], ['乙乙', '好']],
    ],
    [
      'take the last sentence along',
      [quote('渠修好了。水来了。'), buttons('好')],
      9,
      9,
      [['渠修好了。'], ['水来了。', '好']],
    ],
    [
      'stand alone where they take a whole message',
      [quote('渠修好了。水来了。'), buttons('a', 'b', 'c')],
      99,
      3,
      [['渠修好了。水来了。'], ['a|b|c']],
    ],
    [
      'leave no heading alone for that',
      [heading('一'), quote('渠修好了。水来了'), buttons('好')],
      9,
      9,
      [
        ['一', '渠修好了。'],
        ['水来了', '好'],
      ],
    ],
    ['take the last item along', [list('修渠', '种树'), buttons('好')], 4, 9, [['修渠'], ['种树', '好']]],
    [
      'stay with other buttons',
      [paragraph('甲。乙。'), choice('一'), buttons('二')],
      5,
      9,
      [['甲。'], ['乙。', '一', '二']],
    ],
    [
      'stand alone where nothing can go along',
      [paragraph('甲乙丙丁'), buttons('好')],
      4,
      9,
      [['甲乙丙丁'], ['好']],
    ],
    [
      'are split only where even alone they do not fit',
      [paragraph('甲。乙。'), buttons('一', '二', '三', '四', '五')],
      9,
      4,
      [['甲。乙。', '一|二|三'], ['四|五']],
    ],
    [
      'take a sentence along to the first of them',
      [paragraph('渠修好了。水来了。'), buttons('一', '二', '三', '四')],
      9,
      3,
      [['渠修好了。'], ['水来了。', '一|二'], ['三|四']],
    ],
    [
      'are not split to keep a heading company',
      [heading('一二三四五'), buttons('甲乙丙', '丁戊己')],
      9,
      9,
      [['一二三四五'], ['甲乙丙|丁戊己']],
    ],
    ['are split alone', [buttons('一', '二', '三')], 9, 2, [['一|二'], ['三']]],
  ])('%s', (_, message, characters, pieces, expected) => {
    expect(splitOf(message, characters, pieces)).toEqual(expected);
  });

  it('repeat the prompt where there are more options than fit', () => {
    expect(messagesOf([choice('甲', '乙', '丙')], plainMedium(2))).toEqual([
      [choice('甲', '乙')],
      [choice('丙')],
    ]);
  });
});

describe('limits that are wrong', () => {
  const blocks: Block[] = [
    quote('水'),
    paragraph('水'),
    list('水'),
    buttons('水'),
    choice('水'),
    { type: 'copyable', text: '水' },
    { type: 'difference', runs: [{ type: 'same', text: '水' }] },
    { type: 'quote-list', report: '甲', path: [], quotes: [], first: 1 },
  ];
  const media: [string, Medium][] = [
    [
      'no characters',
      { limits: { characters: 0, pieces: 9 }, measure: () => ({ characters: 1, pieces: 1 }) },
    ],
    ['no pieces', { limits: { characters: 9, pieces: 0 }, measure: () => ({ characters: 1, pieces: 1 }) }],
    [
      'no number',
      { limits: { characters: Number.NaN, pieces: 9 }, measure: () => ({ characters: 1, pieces: 1 }) },
    ],
  ];

  it.each(media)('are an error that says so: %s', (_, medium) => {
    for (const block of blocks) {
      expect(() => messagesOf([block], medium)).toThrow(/limits or the measure are wrong/);
    }
  });

  it('do not show the content of the message', () => {
    expect(() => messagesOf([paragraph('机密')], plainMedium(0))).toThrow(/^(?!.*机密)/);
  });

  it('may be absent: a platform without limits gets one message', () => {
    const message = [paragraph(prose(24)), quote(prose(24)), buttons('好')];
    expect(messagesOf(message, plainMedium(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY))).toEqual([
      message,
    ]);
  });
});

describe('much text', () => {
  const MAX_MS = 2000;
  const text = prose(24).repeat(300);
  const items = Array.from({ length: 20_000 }, (_, i) => sentence(i));

  it.each<[string, Block]>([
    ['quote', quote(text)],
    ['paragraph', paragraph(text)],
    ['copyable text', { type: 'copyable', text }],
    ['list', list(...items)],
    ['list of short items', { type: 'list', items: [...'水'.repeat(20_000)] }],
    ['list of one item', list(text)],
    ['quote without marks', quote('水'.repeat(200_000))],
    ['grapheme', paragraph(`水${'\u0301'.repeat(200_000)}`)],
    ['empty space', quote(`水${' '.repeat(200_000)}水`)],
  ])('is split soon: %s', (_, block) => {
    const split = () => messagesOf([block], markdownMedium({ characters: 2000, pieces: 10 }));
    expect(leastMs(split, MAX_MS)).toBeLessThan(MAX_MS);
    expect(split().length).toBeGreaterThan(10);
  });
});
