import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../src/search/postings.ts';
import {
  buildTokenLists,
  cutLists,
  invert,
  invertShared,
  joinLists,
  mergeLists,
  type TokenLists,
} from '../../src/search/token-lists.ts';

const WORDS = ['造林', '路灯', '食堂', '古井', '#36000', 'gdp'];
const units = fc.array(fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }), { maxLength: 8 });

const listOf = ({ offsets, tokens }: TokenLists, unit: number) => [
  ...tokens.subarray(offsets[unit], offsets[unit + 1]),
];
const asLists = (lists: TokenLists) =>
  Array.from({ length: lists.offsets.length - 1 }, (_, unit) => listOf(lists, unit));

describe('token lists', () => {
  it('turned round name for each token the units that hold it', () => {
    fc.assert(
      fc.property(units, (texts) => {
        const vocabulary = new Vocabulary(WORDS);
        const {
          offsets,
          units: holders,
          unitCount,
        } = invert([buildTokenLists(texts, vocabulary)], vocabulary.size);
        expect(unitCount).toBe(texts.length);
        WORDS.forEach((word, token) => {
          const expected = texts.flatMap((text, unit) => (text.includes(word) ? [unit] : []));
          expect([...holders.subarray(offsets[token], offsets[token + 1])]).toEqual(expected);
        });
      }),
      { seed: 1 },
    );
  });

  it('can be those of other units', () => {
    const vocabulary = new Vocabulary(WORDS);
    const lists = buildTokenLists([['造林'], ['路灯', '造林']], vocabulary);
    const { offsets, units: holders } = invertShared(lists, vocabulary.size, Uint32Array.of(1, 0, 1));
    expect([...holders.subarray(offsets[0], offsets[1])]).toEqual([0, 1, 2]);
    expect([...holders.subarray(offsets[1], offsets[2])]).toEqual([0, 2]);
  });

  it('cut anywhere are the same, joined again or one part after the other', () => {
    fc.assert(
      fc.property(units, fc.nat(8), fc.nat(8), (texts, one, other) => {
        const [first, second] = [one, other].map((at) => Math.min(at, texts.length)).sort((a, b) => a - b);
        const vocabulary = new Vocabulary(WORDS);
        const lists = buildTokenLists(texts, vocabulary);
        const cuts = [
          [0, first],
          [first, second],
          [second, texts.length],
        ];
        const parts = cuts.map(([from, end]) => cutLists(lists, from, end));
        expect(joinLists(parts)).toEqual(lists);
        expect(invert(parts, vocabulary.size)).toEqual(invert([lists], vocabulary.size));
      }),
      { seed: 2 },
    );
  });

  it('merged in groups hold each token of a group once', () => {
    const vocabulary = new Vocabulary(WORDS);
    const lists = buildTokenLists([['造林', '路灯'], ['路灯', '食堂'], ['造林']], vocabulary);
    const merged = mergeLists(
      [
        [
          [lists, 0],
          [lists, 1],
        ],
        [],
        [[lists, 2]],
      ],
      vocabulary.size,
    );
    expect(asLists(merged)).toEqual([[0, 1, 2], [], [0]]);
  });

  it('may be many more than room was made for', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `w${i}`);
    const vocabulary = new Vocabulary(many);
    const lists = buildTokenLists([many], vocabulary);
    expect(asLists(mergeLists([[[lists, 0]]], vocabulary.size))[0]).toHaveLength(5000);
  });
});
