// Merges units into larger ones: for each group of units, the distinct tokens that any of them holds.
import type { ForwardIndex } from '../search/index.ts';

/** One unit for each group, in the order of the groups. */
export function mergeUnits(
  groups: Iterable<Iterable<[ForwardIndex, unit: number]>>,
  vocabularySize: number,
): ForwardIndex {
  const seenIn = new Int32Array(vocabularySize).fill(-1);
  const merged = new GrowingArray();
  const ends: number[] = [0];
  let group = 0;
  for (const units of groups) {
    for (const [{ offsets, tokens }, unit] of units) {
      for (let at = offsets[unit]; at < offsets[unit + 1]; at++) {
        const token = tokens[at];
        if (seenIn[token] === group) continue;
        seenIn[token] = group;
        merged.push(token);
      }
    }
    ends.push(merged.length);
    group++;
  }
  return { offsets: Uint32Array.from(ends), tokens: merged.array() };
}

const FIRST_CAPACITY = 1024;

class GrowingArray {
  length = 0;
  private numbers = new Uint32Array(FIRST_CAPACITY);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = number;
  }

  array(): Uint32Array {
    return this.numbers.subarray(0, this.length);
  }
}
