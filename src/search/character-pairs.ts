// Bigrams of an index by either of their characters: the possible meanings of a single character in a
// question.

const MAX_PAIRS = 12;

export class CharacterPairs {
  private readonly pairs: Map<string, string[]>;
  private readonly frequency: (word: string) => number;
  private readonly commonest = new Map<string, string[]>();

  constructor(words: string[], frequency: (word: string) => number) {
    this.pairs = byCharacter(words);
    this.frequency = frequency;
  }

  /** How many pairs hold a character. */
  count(character: string): number {
    return this.pairs.get(character)?.length ?? 0;
  }

  /** The commonest pairs that hold a character: 猪 → 生猪, 猪只 … */
  with(character: string): string[] {
    const known = this.commonest.get(character);
    if (known) return known;
    const pairs = [...(this.pairs.get(character) ?? [])];
    const commonest = pairs
      .sort((a, b) => this.frequency(b) - this.frequency(a) || (a < b ? -1 : 1))
      .slice(0, MAX_PAIRS);
    this.commonest.set(character, commonest);
    return commonest;
  }
}

/** Words of two Chinese characters, by each character. */
function byCharacter(words: string[]): Map<string, string[]> {
  const pairs = new Map<string, string[]>();
  const add = (character: string, word: string) => {
    const list = pairs.get(character);
    if (list) list.push(word);
    else pairs.set(character, [word]);
  };
  for (const word of words) {
    if (word.length !== 2 || word < '\u3400' || word > '\ua000') continue;
    add(word[0], word);
    if (word[1] !== word[0]) add(word[1], word);
  }
  return pairs;
}
