// The ends of a row of numbers, however long it is: spread into Math.max, some hundred thousand overflow the stack.

/** Infinity where there are none. */
export function minOf(numbers: Iterable<number>): number {
  let min = Number.POSITIVE_INFINITY;
  for (const number of numbers) min = Math.min(min, number);
  return min;
}

/** Minus infinity where there are none. */
export function maxOf(numbers: Iterable<number>): number {
  let max = Number.NEGATIVE_INFINITY;
  for (const number of numbers) max = Math.max(max, number);
  return max;
}
