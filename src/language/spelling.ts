// Spelling: which known words a mistyped one may be.

/** A shorter word has too many neighbours. */
const MIN_LENGTH = 5;
/** From this length on two slips are forgiven. */
const LONG = 8;

/** Words by first letter and length: a slip of the first letter is rare. */
export type SpellingTable = ReadonlyMap<string, readonly string[]>;

const keyOf = (first: string, length: number) => `${first}${length}`;

/** @param words in lower case */
export function spellingTable(words: Iterable<string>): SpellingTable {
  const table = new Map<string, string[]>();
  for (const word of new Set(words)) {
    if (word.length < MIN_LENGTH - 1) continue;
    const key = keyOf(word[0], word.length);
    const known = table.get(key);
    if (known) known.push(word);
    else table.set(key, [word]);
  }
  return table;
}

/**
 * The known words with the fewest slips of typing to a word: one, in a long word two; empty for none.
 * @param word in lower case
 */
export function nearestWords(word: string, table: SpellingTable): string[] {
  if (word.length < MIN_LENGTH) return [];
  let limit = word.length >= LONG ? 2 : 1;
  let nearest: string[] = [];
  for (let length = word.length - limit; length <= word.length + limit; length++) {
    for (const known of table.get(keyOf(word[0], length)) ?? []) {
      const slips = slipsBetween(word, known, limit);
      if (slips > limit) continue;
      if (slips < limit) nearest = [];
      limit = slips;
      nearest.push(known);
    }
  }
  return nearest;
}

/**
 * How many letters are left out, added, exchanged or swapped with their neighbour (optimal string alignment).
 * @returns more than `limit` as soon as there are more
 */
function slipsBetween(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(exchanged, last[j] + 1, row[j - 1] + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}
