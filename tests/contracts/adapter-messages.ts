// Random messages for the adapters: Chinese and English with every sign that some platform takes for more than a sign.
import fc from 'fast-check';
import type { Form } from '../../src/chat/index.ts';
import {
  type Block,
  type Button,
  type ChoiceOption,
  LOCALES,
  type Message,
  type ShownQuote,
} from '../../src/message/index.ts';

const WORDS = [
  ...[
    '修渠',
    '种树护林',
    '县林业局',
    '2023年',
    '。',
    '，',
    '：',
    '……',
    '“水”',
    '（一）',
    '《报告》',
    '1.',
    '2.5%',
  ],
  ...['The canal', ' is open', '. ', ', ', 'No. 5', '3,500', 'a', 'Z', '7'],
];
const SPACE = [' ', '  ', '\n', '\n', '\n\n', '\r\n', '\r', '\t', '\u3000', '\u00a0'];
/** Marks without width, those of direction, and characters of several units. */
const RARE = [
  ...['\u200b', '\u200d', '\ufe0f', '\u0301', '\u200f', '\u202e', '\u2066', '\u2069'],
  ...['👍', '👨‍👩‍👧', '🇨🇳', '👋🏽', '𠮷', 'e\u0301', '각', 'م', 'שלום'],
];
const SIGNS = [
  ...['*', '**', '_', '__', '~', '~~', '|', '||', '`', '``', '```', '\\', '\\\\', '^', '=', '$'],
  ...[
    '# ',
    '## ',
    '### ',
    '#### ',
    '#',
    '-# ',
    '> ',
    '>>> ',
    '>',
    '- ',
    '-',
    '+ ',
    '* ',
    '1. ',
    '12) ',
    '---',
  ],
  ...['[', ']', '](', '(', ')', '[x](https://example.com/a_b)', '![x](y)', '[1]: z', '<', '>', '</', '/>'],
  ...[
    'https://example.com',
    'http://',
    'steam://run/1',
    'www.example.com',
    'a@example.com',
    '<https://e.com>',
  ],
  ...['<@123>', '<@!1>', '<@&2>', '<#3>', '@everyone', '@here', '@silent ', '@somebody', '<id:guide>'],
  ...['<:a:1>', '<a:b:22>', ':smile:', ':+1:', ':', '::', '<t:1:R>', '<t:1700000000>', '</ask:5>', '/ask'],
  ...['<b>', '</b>', '<a href="x">', '&amp;', '&lt;', '&#42;', '<!-- x -->', '<script>', '#标签', '$x$'],
  ...['¯\\_(ツ)_/¯', '10:30:45', 'PM2.5<35', '3~5', '{x}', '%s', 'tg://user?id=1', 'mailto:a@b.c'],
];

const fragment = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...SPACE) },
  { weight: 1, arbitrary: fc.constantFrom(...RARE) },
  { weight: 5, arbitrary: fc.constantFrom(...SIGNS) },
);
const joined = (maxLength: number) =>
  fc.array(fragment, { minLength: 1, maxLength, size: 'max' }).map((fragments) => fragments.join(''));

/** Any text; now and then longer than a message of any platform takes. */
const longText: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: joined(40) },
  { weight: 1, arbitrary: joined(1500) },
);
const shortText: fc.Arbitrary<string> = joined(8);
/** There is something in it to read. */
const readable = (text: fc.Arbitrary<string>) => text.map((words) => `${words}字`.trim());

let made = 0;
/** Data of a button: plain, as long as it may be, and never twice. */
const data = fc.constantFrom(2, 20, 48).map((filler) => `c+${'x'.repeat(filler)}${made++}~abc1234`);

/** Labels: short, as long as they may be, longer, and some that differ only at their ends. */
const label: fc.Arbitrary<string> = fc.oneof(
  readable(shortText),
  readable(joined(60)),
  fc.integer({ min: 70, max: 120 }).map((length) => `${'𠮷'.repeat(length)}完`),
  fc.constantFrom('甲', '乙', '工作'.repeat(60)),
);

const button: fc.Arbitrary<Button> = fc.record({ label, action: data });
const option: fc.Arbitrary<ChoiceOption> = fc.record(
  { label, action: data, description: fc.oneof(fc.constant(''), shortText, joined(60)) },
  { requiredKeys: ['label', 'action'] },
);
const several = <Thing>(thing: fc.Arbitrary<Thing>, maxLength: number) =>
  fc.array(thing, { minLength: 1, maxLength });

/** Words that matched: some in the middle, some side by side. */
const spans = fc.array(fc.tuple(fc.nat(60), fc.nat(12)), { maxLength: 4 }).map((pairs) => {
  let at = 0;
  return pairs.map(([gap, length], i) => {
    const start = at + (i % 2 ? 0 : gap);
    at = start + length + 1;
    return { start, end: at };
  });
});

const place = fc.record({
  report: readable(shortText),
  path: fc.array(readable(shortText), { maxLength: 3 }),
});
/** Where a file has pages. */
const pages = fc.option(
  fc
    .tuple(fc.integer({ min: 1, max: 1999 }), fc.nat(2))
    .map(([first, more]) => ({ first, last: first + more })),
  { nil: undefined },
);
/** Of rows of tables: a caption, the names of the columns. */
const heads = fc.array(readable(shortText), { maxLength: 2 }).map((texts) =>
  texts.map((text, i) => ({
    id: `abcd1234-0-${i}-b`,
    reportId: 'abcd1234-0',
    start: 0,
    end: text.length,
    text,
  })),
);
/** Quotes begin and end with words; where matches reach beyond them they are cut. */
const quote: fc.Arbitrary<ShownQuote> = fc
  .tuple(place, readable(longText), spans, pages, fc.option(heads, { nil: undefined, freq: 2 }))
  .map(([{ report, path }, text, emphasis, range, above]) => ({
    id: `abcd1234-0-${(made++).toString(36)}-a`,
    reportId: 'abcd1234-0',
    start: 0,
    end: text.length,
    text,
    report,
    path,
    ...(range ? { pages: range } : {}),
    ...(above ? { heads: above } : {}),
    emphasis: emphasis
      .map(({ start, end }) => ({ start, end: Math.min(end, text.length) }))
      .filter(({ start, end }) => start < end),
  }));

/** One block of each type. */
export const BLOCKS: { [Type in Block['type']]: fc.Arbitrary<Extract<Block, { type: Type }>> } = {
  heading: readable(shortText).map((text) => ({ type: 'heading', text })),
  paragraph: longText.map((text) => ({ type: 'paragraph', text })),
  prompt: readable(longText).map((text) => ({ type: 'prompt', text, hint: text })),
  quote: fc
    .tuple(
      quote,
      fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
      fc.option(several(button, 3), { nil: undefined }),
    )
    .map(([each, number, actions]) => ({
      type: 'quote',
      quote: each,
      ...(number === undefined ? {} : { number }),
      ...(actions ? { actions } : {}),
    })),
  'quote-list': fc.tuple(place, several(quote, 6), fc.nat(9)).map(([{ report, path }, quotes, first]) => ({
    type: 'quote-list',
    report,
    path,
    quotes: quotes.map((each) => ({ ...each, report, path })),
    first,
  })),
  list: fc.tuple(several(longText, 8), fc.constantFrom('plain', 'numbered', 'deep')).map(([items, form]) => ({
    type: 'list',
    items: items.map((item, i) => {
      if (form === 'numbered') return `${i + 9}. ${item}`;
      return form === 'deep' ? `${'\u3000'.repeat(i % 3)}${item}` : item;
    }),
  })),
  difference: several(
    fc.record({ type: fc.constantFrom('same', 'only-source', 'only-given'), text: longText }),
    8,
  ).map((runs) => ({ type: 'difference', runs })),
  copyable: longText.map((text) => ({ type: 'copyable', text })),
  moment: fc
    .record({
      label: shortText,
      at: fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000 + 999),
      zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
      locale: fc.constantFrom(...LOCALES),
    })
    .map((moment) => ({ type: 'moment', ...moment })),
  commands: several(fc.record({ name: fc.constantFrom('ask', 'search', 'help'), summary: shortText }), 8).map(
    (commands) => ({ type: 'commands', commands }),
  ),
  buttons: several(button, 12).map((buttons) => ({ type: 'buttons', buttons })),
  choice: fc
    .tuple(readable(shortText), fc.oneof({ weight: 4, arbitrary: several(option, 8) }, several(option, 70)))
    .map(([prompt, options]) => ({ type: 'choice', prompt, options })),
};

const block: fc.Arbitrary<Block> = fc.oneof(...Object.values(BLOCKS));

const headings = fc.array(fc.constantFrom('一、工作', '（一）修渠', '（二）种树', '1.'), { maxLength: 3 });
/** A part of a report to read: lists of quotes that name it once, or the same headings again and again. */
const reading: fc.Arbitrary<Message> = fc
  .tuple(readable(shortText), fc.boolean(), several(fc.tuple(headings, several(quote, 2)), 5))
  .map(([report, isNamed, groups]) => [
    ...(isNamed ? [{ type: 'heading' as const, text: `《${report}》` }] : []),
    ...groups.map(([path, quotes]) => ({
      type: 'quote-list' as const,
      report,
      path,
      quotes: quotes.map((each) => ({ ...each, report, path })),
      first: 0,
    })),
  ]);

/** Little to read and much to press: as many pieces as a message takes, and more. */
const crowded: fc.Arbitrary<Message> = fc.array(
  fc.oneof(BLOCKS.buttons, BLOCKS.choice, fc.constant<Block>({ type: 'paragraph', text: '字' })),
  { minLength: 10, maxLength: 40, size: 'max' },
);

/** Several blocks in any order, or such as go together. */
export const message: fc.Arbitrary<Message> = fc.oneof(
  { weight: 6, arbitrary: fc.array(block, { minLength: 1, maxLength: 10, size: 'max' }) },
  { weight: 2, arbitrary: reading },
  { weight: 1, arbitrary: crowded },
);

/** A form with any words; the longest text that is wanted is at least a character. */
export const form: fc.Arbitrary<Form> = fc.record({
  action: data,
  title: label,
  label,
  hint: label,
  maxLength: fc.integer({ min: 1, max: 10_000 }),
});

/** Blocks in which there is nothing to read. */
export const EMPTY: Message = ['', ' ', '\n \r\n', '\u3000', '\ufeff'].flatMap(
  (text): Message => [
    { type: 'heading', text },
    { type: 'paragraph', text },
    { type: 'prompt', text, hint: text },
    { type: 'list', items: [] },
    { type: 'list', items: [text, text] },
    { type: 'difference', runs: [] },
    { type: 'difference', runs: [{ type: 'same', text }] },
    { type: 'copyable', text },
    { type: 'moment', label: text, at: 1_795_393_800_000, zone: 'Asia/Shanghai', locale: 'zh' },
    { type: 'commands', commands: [] },
    { type: 'buttons', buttons: [] },
    { type: 'choice', prompt: text, options: [] },
  ],
);
