// Tokens by number, numbered in the order in which they first occur. Only grows: a number never changes its
// token.

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

  /** The token's number; a new token gets the next one. */
  add(token: string): number {
    const known = this.numbers.get(token);
    if (known !== undefined) return known;
    this.numbers.set(token, this.list.length);
    this.list.push(token);
    return this.list.length - 1;
  }

  /** The token's number, or undefined for an unknown token. */
  numberOf(token: string): number | undefined {
    return this.numbers.get(token);
  }

  word(number: number): string {
    return this.list[number];
  }

  /** All tokens by number. */
  words(): string[] {
    return this.list;
  }
}
