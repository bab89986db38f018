// Minimum and maximum of long lists: Math.max(...numbers) overflows the stack at some hundred thousand.

/** Infinity for an empty list. */
export function minOf(numbers: Iterable<number>): number {
  let min = Number.POSITIVE_INFINITY;
  for (const number of numbers) min = Math.min(min, number);
  return min;
}

/** Minus infinity for an empty list. */
export function maxOf(numbers: Iterable<number>): number {
  let max = Number.NEGATIVE_INFINITY;
  for (const number of numbers) max = Math.max(max, number);
  return max;
}
