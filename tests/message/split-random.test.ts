// Whatever is to be said and whatever a platform takes: nothing is lost, nothing is too long, nothing is cut to pieces.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceEnds } from '../../src/language/index.ts';
import type { Block, Button, Message, ShownQuote } from '../../src/message/block.ts';
import { type Medium, splitMessage as messagesOf } from '../../src/message/split-message.ts';
import { markdownMedium, plainMedium, shownText, wordsIn } from '../fixtures/media.ts';

const RUNS = { seed: 24, numRuns: 200 };

const FRAGMENTS = [
  ...[
    '修渠',
    '种树护林',
    '水来了',
    '县林业局',
    '。',
    '！',
    '……',
    '，',
    '、',
    '；',
    '：',
    '“',
    '”',
    '（',
    '）',
  ],
  ...['The canal', ' is open', '. ', ', ', 'No. 5', '3,500', ' ', '  ', '\n', '\r\n', '\u3000', '\t'],
  ...[
    '👍',
    '👨‍👩‍👧',
    '🇨🇳',
    '👋🏽',
    '𠮷',
    'e\u0301',
    'क्षि',
    '각',
    '\u200d',
    '\ufe0f',
    '\u0301',
    '\ud83d',
    '\udc68',
  ],
  ...['**', '_', '`', '```', '> ', '# ', '](x)', '|', '\\', '<b>', '&amp;', '||'],
];
/** No grapheme of several fragments is longer than this here; checked where it matters. */
const LONGEST_GRAPHEME = 60;

const textOf = (maxLength: number) =>
  fc
    .array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength, size: 'max' })
    .map((fragments) => fragments.join(''));
const sentences = fc
  .array(fc.constantFrom('渠修好了。', '水来了，树也种上了。', 'Water came. ', '真的？'), {
    minLength: 2,
    maxLength: 30,
    size: 'max',
  })
  .map((all) => all.join('').trim());
const shortText = fc.constantFrom('甲', '一、工作', 'Work', '如下：', '好。', '𠮷');

const button: fc.Arbitrary<Button> = fc.record({ label: shortText, action: fc.constantFrom('a:1', 'b:2') });
const buttonsOf = (maxLength: number) => fc.array(button, { minLength: 1, maxLength });

let quotes = 0;
const quoteOf = (text: string, emphasised: number): ShownQuote => {
  const emphasis = [{ start: Math.floor(text.length * emphasised), end: text.length }];
  const id = `q${quotes++}`;
  return { id, reportId: 'r', start: 0, end: text.length, text, report: '甲', path: [], emphasis };
};
const quoteWith = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.constantFrom(0, 0.3, 0.8)).map(([words, emphasised]) => quoteOf(words, emphasised));
const quoteBlock = (text: fc.Arbitrary<string>): fc.Arbitrary<Block> =>
  fc
    .tuple(quoteWith(text), fc.integer({ min: 1, max: 99 }), fc.option(buttonsOf(3), { nil: undefined }))
    .map(([quote, number, actions]) => ({ type: 'quote', quote, number, ...(actions ? { actions } : {}) }));

const blocksWith = (text: fc.Arbitrary<string>): fc.Arbitrary<Block> =>
  fc.oneof(
    shortText.map((words): Block => ({ type: 'heading', text: words })),
    text.map((words): Block => ({ type: 'paragraph', text: words })),
    quoteBlock(text),
    fc
      .array(quoteWith(text), { minLength: 1, maxLength: 5 })
      .map((all): Block => ({ type: 'quote-list', report: '甲', path: [], quotes: all, first: 3 })),
    fc.array(text, { minLength: 1, maxLength: 6 }).map((items): Block => ({ type: 'list', items })),
    fc
      .array(fc.record({ type: fc.constantFrom('same', 'only-source', 'only-given'), text }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((runs): Block => ({ type: 'difference', runs })),
    text.map((words): Block => ({ type: 'copyable', text: words })),
    fc
      .array(fc.record({ name: shortText, summary: shortText }), { minLength: 1, maxLength: 9 })
      .map((commands): Block => ({ type: 'commands', commands })),
    shortText.map(
      (label): Block => ({
        type: 'moment',
        label,
        at: 1_795_393_800_000,
        zone: 'Asia/Shanghai',
        locale: 'zh',
      }),
    ),
    buttonsOf(9).map((buttons): Block => ({ type: 'buttons', buttons })),
    buttonsOf(9).map((options): Block => ({ type: 'choice', prompt: '?', options })),
  );
/** What may stand before buttons and after headings. */
const saying: fc.Arbitrary<Block> = fc.oneof(
  sentences.map((text): Block => ({ type: 'paragraph', text })),
  quoteBlock(sentences),
  fc.array(sentences, { minLength: 1, maxLength: 5 }).map((items): Block => ({ type: 'list', items })),
);
const messageWith = (text: fc.Arbitrary<string>) =>
  fc.array(blocksWith(text), { minLength: 1, maxLength: 8 });

/** Limits under which every smallest piece fits. */
const limits = fc.record({
  characters: fc.oneof(fc.integer({ min: 60, max: 120 }), fc.integer({ min: 60, max: 500 })),
  pieces: fc.integer({ min: 4, max: 12 }),
});
const medium = fc
  .tuple(limits, fc.boolean())
  .map(([given, plain]) => (plain ? plainMedium(given.characters, given.pieces) : markdownMedium(given)));

function sizeOf(message: Message, { measure }: Medium) {
  const sizes = message.map((block) => measure(block));
  const total = (key: 'characters' | 'pieces') => sizes.reduce((sum, size) => sum + size[key], 0);
  return { characters: total('characters'), pieces: total('pieces') };
}

const isWithin = (message: Message, platform: Medium) => {
  const { characters, pieces } = sizeOf(message, platform);
  return characters <= platform.limits.characters && pieces <= platform.limits.pieces;
};

const shownQuotes = (message: Message): ShownQuote[] =>
  message.flatMap((block) => {
    if (block.type === 'quote') return [block.quote];
    return block.type === 'quote-list' ? block.quotes : [];
  });

/** What to press or to choose from, in order. */
const pressables = (message: Message) =>
  message.flatMap((block): unknown[] => {
    if (block.type === 'buttons') return block.buttons;
    if (block.type === 'quote') return block.actions ?? [];
    if (block.type === 'commands') return block.commands;
    return block.type === 'choice' ? block.options : [];
  });

/** Everything that is said, in order, without white space. */
const allWords = (message: Message) => message.flatMap(wordsIn).join('').replace(/\s/g, '');
const typesOf = (message: Message) =>
  message.map(({ type }) => type).filter((type, i, all) => i === 0 || type !== all[i - 1]);

const isIntroduction = (block: Block) =>
  block.type === 'heading' || (block.type === 'paragraph' && /[：:]\s*$/.test(block.text));
const isControl = ({ type }: Block) => type === 'buttons' || type === 'choice';

/** Offsets where quotes are cut, with their texts. */
const cutsOf = (messages: Message[]) =>
  shownQuotes(messages.flat()).flatMap(({ text, excerpt }) =>
    excerpt && excerpt.end < text.length ? [{ text, start: excerpt.start, cut: excerpt.end }] : [],
  );

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

describe('any message, split for any platform', () => {
  it('becomes parts that are not empty and within the limits', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        for (const part of messagesOf(message, platform)) {
          expect(part.length).toBeGreaterThan(0);
          expect(isWithin(part, platform)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('loses nothing and keeps its order', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        const all = messagesOf(message, platform).flat();
        expect(allWords(all)).toBe(allWords(message));
        expect(pressables(all)).toEqual(pressables(message));
        expect(typesOf(all)).toEqual(typesOf(message));
      }),
      RUNS,
    );
  });

  it('shows every quote whole: its excerpts are adjacent', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        const parts = shownQuotes(messagesOf(message, platform).flat());
        for (const quote of shownQuotes(message)) {
          const own = parts.filter(({ id }) => id === quote.id);
          expect(own.map(shownText).join('')).toBe(quote.text);
          let at = 0;
          for (const { excerpt = { start: 0, end: quote.text.length }, ...rest } of own) {
            expect(rest).toEqual(quote);
            expect(excerpt.start).toBe(at);
            expect(excerpt.end).toBeGreaterThan(at);
            at = excerpt.end;
          }
        }
      }),
      RUNS,
    );
  });

  it('keeps copyable texts and differences to the last space', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        const exact = (blocks: Message) =>
          blocks
            .filter(({ type }) => type === 'copyable' || type === 'difference')
            .flatMap(wordsIn)
            .join('');
        expect(exact(messagesOf(message, platform).flat())).toBe(exact(message));
      }),
      RUNS,
    );
  });

  it('leaves texts with words on both sides of a cut', () => {
    fc.assert(
      fc.property(messageWith(sentences), medium, (message, platform) => {
        for (const words of messagesOf(message, platform).flat().flatMap(wordsIn))
          expect(words.trim()).not.toBe('');
      }),
      RUNS,
    );
  });

  it('repeats the number of a quote that continues, and counts the others', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        const numbersIn = (blocks: Message) =>
          blocks.flatMap((block) => {
            if (block.type === 'quote') return [`${block.quote.id} ${block.number}`];
            return block.type === 'quote-list'
              ? block.quotes.map(({ id }, i) => `${id} ${block.first + i}`)
              : [];
          });
        expect([...new Set(numbersIn(messagesOf(message, platform).flat()))]).toEqual(numbersIn(message));
      }),
      RUNS,
    );
  });

  it('is unchanged where it fits', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        for (const part of messagesOf(message, platform)) expect(messagesOf(part, platform)).toEqual([part]);
      }),
      RUNS,
    );
  });

  it('leaves no heading at the end of a part', () => {
    const introduction = shortText.map((text): Block => ({ type: 'heading', text }));
    const announcement: Block = { type: 'paragraph', text: '如下：' };
    const blocks = fc.oneof(introduction, fc.constant(announcement), saying);
    fc.assert(
      fc.property(
        fc.array(blocks, { minLength: 1, maxLength: 12, size: 'max' }),
        medium,
        (message, platform) => {
          for (const part of messagesOf(message, platform).slice(0, -1))
            if (!part.every(isIntroduction)) expect(isIntroduction(part[part.length - 1])).toBe(false);
        },
      ),
      RUNS,
    );
  });
});

describe('any quote', () => {
  it('is cut within no grapheme that fits a message', () => {
    fc.assert(
      fc.property(
        quoteBlock(textOf(80)),
        fc.integer({ min: LONGEST_GRAPHEME, max: 150 }),
        (block, characters) => {
          for (const { text, cut } of cutsOf(messagesOf([block], plainMedium(characters)))) {
            const { segment, index } = graphemes.segment(text).containing(cut) ?? { segment: '', index: cut };
            if (segment.length <= characters) expect(index).toBe(cut);
          }
        },
      ),
      RUNS,
    );
  });

  it('is cut within no surrogate pair, however small the limits are', () => {
    fc.assert(
      fc.property(messageWith(textOf(30)), fc.integer({ min: 2, max: 9 }), (message, characters) => {
        let messages: Message[] = [];
        try {
          messages = messagesOf(message, plainMedium(characters));
        } catch (error) {
          expect(String(error)).toMatch(/limits or the measure are wrong/);
        }
        for (const { text, cut } of cutsOf(messages))
          expect(text.slice(cut - 1, cut + 1)).not.toMatch(/^[\ud800-\udbff][\udc00-\udfff]$/);
      }),
      RUNS,
    );
  });

  it('is cut at the end of a sentence where one is in reach', () => {
    fc.assert(
      fc.property(quoteBlock(sentences), fc.integer({ min: 12, max: 90 }), (block, characters) => {
        for (const { text, start, cut } of cutsOf(messagesOf([block], plainMedium(characters)))) {
          const ends = sentenceEnds(text).map(({ end }) => end);
          const atEnd = ends.includes(text.slice(0, cut).trimEnd().length);
          if (!atEnd) expect(ends.filter((end) => end > start && end <= cut)).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('stays whole where one part can hold it and nothing must stay with it', () => {
    const blocks = fc.oneof(
      sentences.map((text): Block => ({ type: 'paragraph', text })),
      quoteBlock(sentences),
      quoteBlock(textOf(40)),
    );
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 1, maxLength: 8 }), medium, (message, platform) => {
        const all = messagesOf(message, platform).flat();
        for (const block of message) if (isWithin([block], platform)) expect(all).toContainEqual(block);
      }),
      RUNS,
    );
  });

  it('has its actions once, under its end', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        for (const block of messagesOf(message, platform).flat())
          if (block.type === 'quote' && block.actions)
            expect(block.quote.excerpt?.end ?? block.quote.text.length).toBe(block.quote.text.length);
      }),
      RUNS,
    );
  });
});

describe('any buttons', () => {
  it('stand under text where sentences are short', () => {
    const under = buttonsOf(3).map((buttons): Block => ({ type: 'buttons', buttons }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(saying, under), { minLength: 1, maxLength: 6 }),
        limits,
        (pairs, given) => {
          const platform = plainMedium(given.characters, Math.max(7, given.pieces));
          for (const message of messagesOf(pairs.flat(), platform))
            expect(message.every(isControl)).toBe(false);
        },
      ),
      RUNS,
    );
  });

  it('are split only where they do not fit into a part of their own', () => {
    fc.assert(
      fc.property(messageWith(textOf(60)), medium, (message, platform) => {
        const all = messagesOf(message, platform).flat();
        for (const block of message)
          if (isControl(block) && isWithin([block], platform)) expect(all).toContainEqual(block);
      }),
      RUNS,
    );
  });
});
