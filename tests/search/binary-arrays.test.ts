// Number arrays apart from a value: written in stretches and read again, they are what they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ArraysInLine,
  chunksOf,
  extractArrays,
  type NumberArray,
  restoreArrays,
} from '../../src/search/binary-arrays.ts';

const bytes = fc.uint8Array({ maxLength: 20 });
const numbers = fc.uint32Array({ maxLength: 20 });

/** Written in stretches of some bytes and read as they are read from a file. */
function throughStretches(value: unknown, most: number): unknown {
  const out: Parameters<typeof extractArrays>[1] = [];
  const rest = extractArrays(value, out);
  const written = out.flatMap((array) => [...chunksOf(array, most)].map((each) => each.slice()));
  const into: NumberArray[] = [];
  const result = restoreArrays(rest, into);
  for (const array of into)
    for (const stretch of chunksOf(array, most)) {
      const next = written.shift();
      expect(next?.length).toBe(stretch.length);
      stretch.set(next ?? []);
    }
  expect(written).toEqual([]);
  return result;
}

describe('arrays apart from a value', () => {
  it('come back in their places, whatever else the value holds', () => {
    fc.assert(
      fc.property(bytes, numbers, fc.integer({ min: 1, max: 16 }), (a, b, quarters) => {
        const value = {
          a,
          more: { b, text: '造林', map: new Map([['a', 1]]) },
          none: undefined,
          list: [1, 2],
        };
        expect(throughStretches(value, 4 * quarters)).toEqual(value);
      }),
      { seed: 5 },
    );
  });

  it('in line are one array', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (parts, quarters) => {
        const line = new ArraysInLine(parts, 4);
        const whole = Uint32Array.from(parts.flatMap((part) => [...part]));
        expect(throughStretches({ line }, 4 * quarters)).toEqual({ line: whole });
      }),
      { seed: 6 },
    );
  });

  it('that are parts of larger ones leave the rest behind', () => {
    const large = Uint32Array.of(1, 2, 3, 4, 5);
    const value = {
      cut: large.subarray(1, 3),
      line: new ArraysInLine([large.subarray(4), large.subarray(0, 2)], 4),
    };
    expect(throughStretches(value, 4)).toEqual({ cut: Uint32Array.of(2, 3), line: Uint32Array.of(5, 1, 2) });
  });
});
