// Which tokens stand in which unit (passage, section, report) and how often, in flat arrays: small, and quick to restore.

/** Token numbers and counts of many units, one after the other. */
export interface Postings {
  /** Unit u's entries are at offsets[u] … offsets[u + 1]. */
  offsets: Uint32Array;
  /** Token numbers, ascending within a unit. */
  tokens: Uint32Array;
  counts: Uint8Array;
  /** Tokens in each unit, repetitions included. */
  lengths: Uint32Array;
  meanLength: number;
  /** In how many units each token stands, by token number. */
  unitFrequency: Uint32Array;
}

/** Numbers the tokens that a vocabulary has not seen yet. */
export class Vocabulary {
  private readonly numbers: Map<string, number>;
  private readonly list: string[];

  constructor(words: string[] = []) {
    this.list = words;
    this.numbers = new Map(words.map((word, i) => [word, i]));
  }

  get size(): number {
    return this.numbers.size;
  }

  /** The token's number, given now where it has none. */
  add(token: string): number {
    const known = this.numbers.get(token);
    if (known !== undefined) return known;
    this.numbers.set(token, this.list.length);
    this.list.push(token);
    return this.list.length - 1;
  }

  /** The token's number, or undefined where no unit holds it. */
  numberOf(token: string): number | undefined {
    return this.numbers.get(token);
  }

  /** The token with a number. */
  word(number: number): string {
    return this.list[number];
  }

  /** All tokens by number. */
  words(): string[] {
    return this.list;
  }
}

const MAX_COUNT = 255;

/** Builds postings from each unit's tokens. */
export function buildPostings(units: string[][], vocabulary: Vocabulary): Postings {
  const perUnit = units.map((tokens) => {
    const counts = new Map<number, number>();
    for (const token of tokens) {
      const number = vocabulary.add(token);
      counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    return [...counts].sort((a, b) => a[0] - b[0]);
  });
  const total = perUnit.reduce((sum, entries) => sum + entries.length, 0);
  const postings: Postings = {
    offsets: new Uint32Array(units.length + 1),
    tokens: new Uint32Array(total),
    counts: new Uint8Array(total),
    lengths: Uint32Array.from(units, (tokens) => tokens.length),
    meanLength: units.reduce((sum, tokens) => sum + tokens.length, 0) / Math.max(1, units.length),
    unitFrequency: new Uint32Array(vocabulary.size),
  };
  let at = 0;
  perUnit.forEach((entries, unit) => {
    for (const [number, count] of entries) {
      postings.tokens[at] = number;
      postings.counts[at] = Math.min(MAX_COUNT, count);
      postings.unitFrequency[number]++;
      at++;
    }
    postings.offsets[unit + 1] = at;
  });
  return postings;
}

/** How often a token stands in a unit. */
export function countIn(postings: Postings, unit: number, token: number): number {
  let low = postings.offsets[unit];
  let high = postings.offsets[unit + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = postings.tokens[middle];
    if (found === token) return postings.counts[middle];
    if (found < token) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** In how many units a token stands; 0 for a token numbered after these postings were built. */
export function frequencyOf(postings: Postings, token: number): number {
  return postings.unitFrequency[token] ?? 0;
}

export const unitCount = (postings: Postings): number => postings.lengths.length;
