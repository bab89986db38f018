// How names of authors and places end, and words that are no name though they end like one: asking/names.txt.
import path from 'node:path';
import { lexicon, readWordLists } from '../language/index.ts';
import type { Level } from './level.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'asking/names.txt'));
const byLength = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);

export const OFFICE_ENDINGS = byLength(LISTS.words('office ending'));
export const PLACE_ENDINGS = byLength(LISTS.words('place ending'));
export const NO_OFFICE: ReadonlySet<string> = new Set(LISTS.words('no office'));
export const NO_PLACE: ReadonlySet<string> = new Set(LISTS.words('no place'));
export const BUILT: ReadonlySet<string> = new Set(LISTS.words('built'));
export const ENGLISH_OFFICES: ReadonlySet<string> = new Set(LISTS.words('english office'));
export const ENGLISH_BODIES: ReadonlySet<string> = new Set(LISTS.words('english body'));
export const ENGLISH_BUILT: ReadonlySet<string> = new Set(LISTS.words('english built'));
export const ENGLISH_LOOKALIKES: ReadonlySet<string> = new Set(LISTS.words('english lookalike'));
export const ENGLISH_PLACES: ReadonlySet<string> = new Set(LISTS.words('english place'));
export const ENGLISH_NO_NAME: ReadonlySet<string> = new Set(LISTS.words('english no name'));
export const ENGLISH_WORKS: ReadonlySet<string> = new Set(LISTS.words('english works'));
export const KNOWN_PLACES: ReadonlySet<string> = new Set(LISTS.words('known place'));
/** 县 before a kind of office, and English level words, with their levels. */
export const LEVEL_PREFIXES: ReadonlyMap<string, Level> = new Map(
  LISTS.words('level prefix').map((line) => line.split(' = ') as [string, Level]),
);

let offices: Set<string> | undefined;

/** Whole names of offices: those listed, and those among the synonyms of the lexicon. */
export function knownOffices(): ReadonlySet<string> {
  if (offices) return offices;
  offices = new Set(LISTS.words('office'));
  for (const term of lexicon().synonyms.keys())
    if (term.length > 2 && endingIn(term, OFFICE_ENDINGS) && !NO_OFFICE.has(term) && !endsInKind(term))
      offices.add(term);
  return offices;
}

/** Endings of each list by their last character. */
const endingsByLast = new WeakMap<readonly string[], Map<string, string[]>>();

function endingsLike(word: string, endings: readonly string[]): readonly string[] {
  let byLast = endingsByLast.get(endings);
  if (!byLast) {
    byLast = Map.groupBy(endings, (ending) => ending.slice(-1));
    endingsByLast.set(endings, byLast);
  }
  return byLast.get(word.slice(-1)) ?? [];
}

/** The longest ending of a list that a word has, or is. */
export const endingIn = (word: string, endings: readonly string[]): string | undefined =>
  endingsLike(word, endings).find((ending) => word.endsWith(ending));

/** 抽水蓄能电站, 村干部: a longer word of which the ending is a part. */
export const endsInKind = (name: string): boolean =>
  [2, 3].some((length) => {
    const kind = name.slice(-length);
    return name.length > length && NO_OFFICE.has(kind) && !OFFICE_ENDINGS.includes(kind);
  });
