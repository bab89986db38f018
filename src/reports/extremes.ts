// The ends of a row of numbers, however long it is: spread into Math.max, some hundred thousand overflow the stack.

/** Infinity where there are none. */
export function minOf(numbers: Iterable<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const number of numbers) least = Math.min(least, number);
  return least;
}

/** Minus infinity where there are none. */
export function maxOf(numbers: Iterable<number>): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
