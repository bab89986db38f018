// Any text is answered, fast, and every quote of the answer is a slice of its source.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { PLAIN, render } from '../../adapters/terminal/render.ts';
import { answer, compose } from '../../src/answer/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import { parseQuoteId } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { leastMs } from '../speed.ts';
import { sampleIndex, shownQuotes, unfaithful } from './sample.ts';

const MAX_LENGTH = 10_000;
const MAX_MS = 200;

let index: PassageIndex;
beforeAll(async () => {
  index = await sampleIndex();
  for (const question of [
    '林业局2023年做了哪些工作',
    'What problems did the health commission have?',
    '鹭明食品什么时候试生产',
  ])
    answer(question, ['栖鹭镇有什么打算'], index);
});

function expectSound(question: string, history: string[] = []): void {
  const given = answer(question, history, index);
  const quotes = shownQuotes(given);
  expect(unfaithful(index, quotes)).toEqual([]);
  for (const { id, reportId, start, end } of quotes) {
    expect(id).toMatch(/^[A-Za-z0-9-]{1,40}$/);
    expect(parseQuoteId(id)).toEqual({ reportId, start, end });
  }
  expect(render(compose(given, given.language), TEXTS[given.language], PLAIN)).not.toMatch(/[^\P{Cc}\t\n]/u);
}

const timeOf = (question: string, history: string[]) =>
  leastMs(() => answer(question, history, index), MAX_MS);

const filled = (piece: string) => piece.repeat(Math.ceil(MAX_LENGTH / piece.length)).slice(0, MAX_LENGTH);
/** Pseudo-random numbers, the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    yield state / 2 ** 31;
  }
}

function drawn(from: readonly string[], joint = ''): string {
  const random = numbers(7);
  let text = '';
  while (text.length < MAX_LENGTH)
    text += from[Math.floor((random.next().value as number) * from.length)] + joint;
  return text.slice(0, MAX_LENGTH);
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const ENGLISH =
  'the plan of forest road bridge school water money town bureau health grain canteen lamp project'.split(
    ' ',
  );
const SYLLABLES = 'qi lu zhen shi mo ling lin ye ju tang nong yun he shan cun'.split(' ');

/** A text repeated to the length of a long question. */
const LONG: [what: string, text: () => string][] = [
  ['white space', () => filled(' \t\n\u3000')],
  ['line breaks', () => filled('\n')],
  ['one agency over and over', () => filled('林业局')],
  ['the end of agencies’ names', () => filled('局')],
  ['towns without a name', () => filled('那个镇')],
  ['asking words', () => filled('多少个镇')],
  ['times', () => filled('2023年上半年')],
  ['digits', () => filled('1')],
  ['numbers', () => filled('12,345.6万亿 ')],
  ['Chinese numerals', () => filled('一二三四五')],
  ['a page of a report', () => index.files[0].text.slice(0, MAX_LENGTH).padEnd(MAX_LENGTH, '栖鹭镇路灯')],
  ['a report without its punctuation', () => filled(index.files[2].text.replace(/[^\u4e00-\u9fff]/g, ''))],
  ['characters of the reports at random', () => drawn([...index.files[1].text])],
  [
    'Chinese characters at random',
    () => drawn(Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + i))),
  ],
  ['one letter', () => filled('a')],
  ['letters at random', () => drawn([...LETTERS, ' '])],
  ['English words', () => drawn(ENGLISH, ' ')],
  ['towns that have towns', () => filled('the town that has ')],
  ['bureaus and bureaus', () => filled('forestry and agriculture bureaus ')],
  ['syllables', () => drawn(SYLLABLES, ' ')],
  ['emoji', () => filled('👨‍👩‍👧‍👦🙏👍🏽')],
  ['right-to-left marks', () => filled('\u202eשלום\u202c\u200f ')],
  ['lone surrogates', () => filled('\ud83d\udc4d\udc4d\ud83d')],
  ['NULs', () => filled('\0')],
  ['SQL', () => filled("' OR 1=1; DROP TABLE reports; -- ")],
  ['HTML', () => filled('<b onclick="alert(1)">林业</b>')],
  ['masks', () => filled('巩xD建XX万元')],
  ['hyphens and dots', () => filled('a-b.c+d ')],
];

const spoken = fc.constantFrom(
  ...['林业局', '卫健委', '栖鹭镇', '柳汀街道', '那个镇', '哪些局', '2023年', '上半年', '24年', '有什么打算'],
  ...[
    '存在哪些问题',
    '做了哪些工作',
    '多少钱',
    '几家',
    '老年食堂',
    '路灯',
    '造林',
    '防溺水',
    '呢',
    '和',
    '除了',
  ],
  ...[
    '它',
    '这块',
    'forestry bureau',
    'what did',
    'how many',
    'plans',
    'street lights',
    'vs',
    'in 2023',
    'it',
  ],
);
const odd = fc.constantFrom(
  ...['', ' ', '\n', '\0', '\u202e', '\ufeff', '\ud83d', '\udc4d', '👍🏽', '𠀀', 'ﬃ', 'İ', 'ß', '％', 'ＸＸ'],
  ...[
    "'; DROP TABLE",
    '<script>',
    '"]',
    '$&',
    '\\',
    '%s',
    '{}',
    '__proto__',
    'constructor',
    '/help',
    '.*',
    '(?:',
  ],
);
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));
const anything = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: spoken }, odd, units, fc.string({ unit: 'grapheme', maxLength: 20 })),
    {
      maxLength: 8,
    },
  )
  .map((pieces) => pieces.join(''));

describe('any question', () => {
  it('is answered with slices of the source only, whatever was asked before', () => {
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 2 }), (question, history) => {
        expectSound(question, history);
      }),
      { seed: 91, numRuns: 150 },
    );
  });

  it('is answered fast', () => {
    fc.assert(
      fc.property(anything, fc.array(anything, { maxLength: 1 }), (question, history) => {
        expect(timeOf(question, history)).toBeLessThan(MAX_MS);
      }),
      { seed: 92, numRuns: 60 },
    );
  });

  it('is answered the same every time', () => {
    fc.assert(
      fc.property(anything, (question) => {
        expect(answer(question, [], index)).toEqual(answer(question, [], index));
      }),
      { seed: 93, numRuns: 30 },
    );
  });
});

describe('ten thousand characters', () => {
  it.each(LONG)('of %s are answered with slices of the source, fast', (_, text) => {
    const question = text();
    expect(question).toHaveLength(MAX_LENGTH);
    expectSound(question);
    expect(timeOf(question, [])).toBeLessThan(MAX_MS);
  });

  it.each(LONG)('of %s do not slow down the question after them', (_, text) => {
    expect(timeOf('存在哪些问题', [text()])).toBeLessThan(MAX_MS);
  });
});
