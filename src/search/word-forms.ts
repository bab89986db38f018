// The English words of some reports by what they are inflections or spellings of.
import { familyKey, rootKey } from '../language/index.ts';

const ENGLISH_WORD = /^[a-z]{2,}$/;

export class WordForms {
  private readonly families = new Map<string, string[]>();
  private readonly roots = new Map<string, string[]>();

  /** @param words tokens of the reports, in any language */
  constructor(words: readonly string[], frequency: (word: string) => number) {
    for (const word of words) {
      if (!ENGLISH_WORD.test(word)) continue;
      addTo(this.families, familyKey(word), word);
      addTo(this.roots, rootKey(word), word);
    }
    for (const family of [...this.families.values(), ...this.roots.values()])
      if (family.length > 1) family.sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1));
  }

  /** The forms of a word that occur, the commonest first. */
  of(word: string): readonly string[] {
    return this.families.get(familyKey(word)) ?? [];
  }

  /** Words that are made from this one, or this one from them, the commonest first. */
  madeFrom(word: string): readonly string[] {
    const forms = this.of(word);
    return (this.roots.get(rootKey(word)) ?? []).filter((each) => !forms.includes(each));
  }
}

function addTo(lists: Map<string, string[]>, key: string, word: string): void {
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
}
