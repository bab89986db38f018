// Translations to words of a name: from English (forestry bureau → 林业局) and from other names of an office.
// Lexicon and dictionary are narrowed to the names once, so that the beginning of a word (fore) is found
// fast.
import { baseForms, stem, type Thesaurus } from '../language/index.ts';
import { endsLikeOffice } from '../question/index.ts';

/** Words and phrases that stand for words of names. */
export interface Translations {
  /** English word or phrase in base form → Chinese words. */
  english: Map<string, string[]>;
  /** The English keys, sorted. */
  keys: string[];
  /** Chinese term → terms of the same meaning. */
  synonyms: Map<string, string[]>;
}

/** Words of names that what was typed may stand for. */
export interface Translation {
  /** For the words as they were typed. */
  whole: string[];
  /** For the words of which they are the beginning. */
  beginning: string[];
}

/** English words for offices and levels, of which dictionaries give other senses first. */
const OFFICES: Record<string, string[]> = {
  bureau: ['局'],
  commission: ['委'],
  committee: ['委'],
  department: ['局', '部'],
  office: ['办', '局'],
  station: ['站'],
  center: ['中心'],
  centre: ['中心'],
  authority: ['局', '委'],
  administration: ['局'],
  branch: ['分局'],
  town: ['镇'],
  township: ['乡', '镇'],
  street: ['街道'],
  county: ['县'],
  city: ['市'],
  municipal: ['市'],
  district: ['区'],
  province: ['省'],
};
/** Names are cut into stretches of up to this many characters; a longer word is compared by its beginning. */
const MAX_STRETCH = 4;
/** Below this an English word only occurs in the explanation of a Chinese one: industry for 林业. */
const MIN_CERTAINTY = 6;

/** The translations to words of some names. */
export function translationsFor(names: Iterable<string>, { english, lexicon }: Thesaurus): Translations {
  const stretches = stretchesOf(names);
  const terms = new Map<string, string[]>();
  const add = (key: string, words: string[]) => {
    const occurring = words.filter(
      (word) => stretches.has(word.slice(0, MAX_STRETCH)) || endsLikeOffice(word),
    );
    const useful = key.includes(' ') ? narrowest(occurring) : occurring;
    if (useful.length > 0) terms.set(key, [...new Set([...(terms.get(key) ?? []), ...useful])]);
  };
  for (const [key, words] of Object.entries(OFFICES)) add(key, words);
  for (const [key, words] of lexicon.english) add(key, words);
  for (const [key, words] of english) add(key, certainWords(words));
  return { english: terms, keys: [...terms.keys()].sort(), synonyms: lexicon.synonyms };
}

/** Words without those that are a part of another: natural resources are 自然资源, not all 资源. */
const narrowest = (words: string[]) =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)));

/** @param words as the thesaurus has them, a digit of certainty before each; single characters are dropped */
function certainWords(words: string): string[] {
  return words
    .split(' ')
    .filter((word) => word.length > 2 && Number(word[0]) >= MIN_CERTAINTY)
    .map((word) => word.slice(1));
}

/** All stretches of up to four characters. */
function stretchesOf(names: Iterable<string>): Set<string> {
  const stretches = new Set<string>();
  for (const name of new Set(names)) {
    for (let at = 0; at < name.length; at++)
      for (let length = 1; length <= MAX_STRETCH; length++) stretches.add(name.slice(at, at + length));
  }
  return stretches;
}

/** A shorter beginning fits too many words. */
const MIN_BEGINNING = 3;
/** Keys that are looked up for a beginning. */
const MAX_KEYS = 60;

/** What a word or phrase (in the matching form) may stand for in a name. */
export function translate(words: string[], { english, keys, synonyms }: Translations): Translation {
  const phrase = words.join(' ');
  if (endsLikeOffice(phrase)) return { whole: synonyms.get(phrase) ?? [], beginning: [] };
  if (!/^[a-z][a-z0-9 ]+$/.test(phrase)) return { whole: [], beginning: [] };
  const termsOf = (found: string[]) => [...new Set(found.flatMap((key) => english.get(key) ?? []))];
  return { whole: termsOf(keysOf(words)), beginning: termsOf(keysFrom(phrase, keys)) };
}

/** A phrase itself, with its first and last word in base form, and in stems, the keys of the dictionary. */
function keysOf(words: string[]): string[] {
  const last = words.length - 1;
  const ends = baseForms(words[last]);
  const starts = last === 0 ? [] : baseForms(words[0]);
  const middle = words.slice(1, last);
  const phrases =
    last === 0 ? ends : starts.flatMap((start) => ends.map((end) => [start, ...middle, end].join(' ')));
  return [...new Set([...phrases, words.map(stem).join(' ')])];
}

/** The keys with a beginning, shortest first. */
function keysFrom(beginning: string, keys: string[]): string[] {
  if (beginning.length < MIN_BEGINNING) return [];
  const first = firstAtOrAfter(beginning, keys);
  let last = first;
  while (last < keys.length && keys[last].startsWith(beginning)) last++;
  return keys
    .slice(first, last)
    .sort((a, b) => a.length - b.length)
    .slice(0, MAX_KEYS);
}

function firstAtOrAfter(text: string, keys: string[]): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words joined to phrases of the lexicon: [[forestry, bureau], [2023]]; the last may be unfinished. */
export function phrasesIn(words: string[], { english, keys }: Translations): string[][] {
  const phrases: string[][] = [];
  for (let at = 0; at < words.length; ) {
    let length = words.length - at;
    for (; length > 1; length--) {
      const phrase = words.slice(at, at + length);
      const unfinished = at + length === words.length && keysFrom(phrase.join(' '), keys).length > 0;
      if (unfinished || keysOf(phrase).some((key) => english.has(key))) break;
    }
    phrases.push(words.slice(at, at + length));
    at += length;
  }
  return phrases;
}

/** Those words that name an office, whose reports may write its name in another form: 发改委, 发展改革局. */
export const officesIn = (words: string[]): string[] => words.filter(endsLikeOffice);
