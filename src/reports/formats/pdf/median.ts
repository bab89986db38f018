// The median, by which a document's usual sizes and distances are told.

/** The upper median of some numbers; 0 where there are none. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
