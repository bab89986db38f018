import { describe, expect, it } from 'vitest';
import { mergeUnits } from '../../src/indexing/merge-units.ts';
import { buildForwardIndex, type ForwardIndex, Vocabulary } from '../../src/search/index.ts';

const WORDS = ['造林', '路灯', '食堂', '古井', '#36000', 'gdp'];

const listOf = ({ offsets, tokens }: ForwardIndex, unit: number) => [
  ...tokens.subarray(offsets[unit], offsets[unit + 1]),
];
const asLists = (lists: ForwardIndex) =>
  Array.from({ length: lists.offsets.length - 1 }, (_, unit) => listOf(lists, unit));

describe('merged units', () => {
  it('hold each token of their group once', () => {
    const vocabulary = new Vocabulary(WORDS);
    const lists = buildForwardIndex([['造林', '路灯'], ['路灯', '食堂'], ['造林']], vocabulary);
    const merged = mergeUnits(
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

  it('may hold more tokens than the first capacity', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `w${i}`);
    const vocabulary = new Vocabulary(many);
    const lists = buildForwardIndex([many], vocabulary);
    expect(asLists(mergeUnits([[[lists, 0]]], vocabulary.size))[0]).toHaveLength(5000);
  });
});
