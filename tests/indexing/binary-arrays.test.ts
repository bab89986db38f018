// A value and its number arrays, written in chunks and read again, are what they were.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ConcatenatedArrays,
  chunksOf,
  extractArrays,
  type NumberArray,
  restoreArrays,
} from '../../src/indexing/binary-arrays.ts';

const bytes = fc.uint8Array({ maxLength: 20 });
const numbers = fc.uint32Array({ maxLength: 20 });

/** Writes a value's arrays in chunks of `size` bytes and reads them as from a file. */
function roundTrip(value: unknown, size: number): unknown {
  const out: Parameters<typeof extractArrays>[1] = [];
  const rest = extractArrays(value, out);
  const written = out.flatMap((array) => [...chunksOf(array, size)].map((each) => each.slice()));
  const into: NumberArray[] = [];
  const result = restoreArrays(rest, into);
  for (const array of into)
    for (const chunk of chunksOf(array, size)) {
      const next = written.shift();
      expect(next?.length).toBe(chunk.length);
      chunk.set(next ?? []);
    }
  expect(written).toEqual([]);
  return result;
}

describe('the number arrays of a value', () => {
  it('are restored in their places, whatever else the value holds', () => {
    fc.assert(
      fc.property(bytes, numbers, fc.integer({ min: 1, max: 16 }), (a, b, quarters) => {
        const value = {
          a,
          more: { b, text: '造林', map: new Map([['a', 1]]) },
          none: undefined,
          list: [1, 2],
        };
        expect(roundTrip(value, 4 * quarters)).toEqual(value);
      }),
      { seed: 5 },
    );
  });

  it('are restored as one array where they were concatenated', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (parts, quarters) => {
        const line = new ConcatenatedArrays(parts, 4);
        const whole = Uint32Array.from(parts.flatMap((part) => [...part]));
        expect(roundTrip({ line }, 4 * quarters)).toEqual({ line: whole });
      }),
      { seed: 6 },
    );
  });

  it('are written without the rest of a larger array that they are part of', () => {
    const large = Uint32Array.of(1, 2, 3, 4, 5);
    const value = {
      cut: large.subarray(1, 3),
      line: new ConcatenatedArrays([large.subarray(4), large.subarray(0, 2)], 4),
    };
    expect(roundTrip(value, 4)).toEqual({ cut: Uint32Array.of(2, 3), line: Uint32Array.of(5, 1, 2) });
  });
});
