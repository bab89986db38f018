// What was typed, prepared once for being matched with many names.
import { isStopWord } from '../language/index.ts';
import { agencyMatch } from '../question/index.ts';
import { officesIn, phrasesIn, type Translation, type Translations, translate } from './suggest-english.ts';
import { type MatchedName, wordsOf } from './suggest-name.ts';
import { spellsInOrder } from './suggest-spelling.ts';

/** One word of what was typed, or several that are read together. */
export interface TypedWord {
  /** As in `MatchedName.text`. */
  text: string;
  /** Characters, numbers and Latin words to be found in a name in order with gaps; empty without Chinese. */
  pieces: string[];
  /** Whether it may be pinyin. */
  isSound: boolean;
  /** Whether it spells the characters that begin the words of an author's name: fgw. */
  spellsInitials: (initials: MatchedName) => boolean;
  translation: Translation;
  /** Whether it is an abbreviation or another form of an author's name. */
  abbreviates: Fits;
  /** Whether its translation is a name of an author. */
  translates: { whole: Fits; beginning: Fits };
  /** Whether a name may lack it: the, of, report. */
  optional: boolean;
}

type Fits = (author: string) => boolean;

/** Ways to divide what was typed into words that must all match. Empty where nothing was typed. */
export type Query = TypedWord[][];

/** What is read of what was typed, in UTF-16 units. */
const MAX_LENGTH = 100;
const MAX_WORDS = 12;
/** Longer words are titles, not names of authors. */
const MAX_MENTION_LENGTH = 14;
const ENDS_LIKE_OFFICE = /[局委办站镇乡]$|委员会$|办公室$|街道$|中心$|政府$|办事处$/;
/** Offices that one word may be translated to. */
const MAX_OFFICES = 12;

/** Reads what was typed: word by word, as one word (lin ye), and with English phrases joined. */
export function queryOf(partial: string, translations: Translations): Query {
  const words = wordsOf(partial.slice(0, MAX_LENGTH)).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const single = words.map((word) => [word]);
  const ways = [single];
  if (words.length > 1) {
    ways.push([words]);
    const phrases = phrasesIn(words, translations);
    if (phrases.length > 1 && phrases.length < words.length) ways.push(phrases);
  }
  return ways.map((way) => {
    const needed = way.some(([word]) => !isFiller(word));
    return way.map((each) => wordFrom(each, translations, needed && each.length === 1 && isFiller(each[0])));
  });
}

const isFiller = (word: string) => /^[a-z]+$/.test(word) && isStopWord(word);

function wordFrom(words: string[], translations: Translations, optional: boolean): TypedWord {
  const text = words.join('');
  const translation = translate(words, translations);
  return {
    text,
    pieces: /[\u3400-\u9fff]/.test(text) ? (text.match(/\d+|[a-z]+|[^\da-z]/gu) ?? []) : [],
    isSound: /[a-z]/.test(text),
    spellsInitials: memoized(({ sounds }) => /[a-z]/.test(text) && spellsInOrder(sounds, text)),
    translation,
    abbreviates: abbreviating(text),
    translates: {
      whole: fitting(officesIn(translation.whole)),
      beginning: fitting(officesIn(translation.beginning)),
    },
    optional,
  };
}

/** Whether an author's name has this other form; unfinished words are matched as text only. */
function abbreviating(text: string): Fits {
  const isName = /^[\u3400-\u9fff]+$/.test(text) && ENDS_LIKE_OFFICE.test(text);
  return isName && text.length <= MAX_MENTION_LENGTH ? fitting([text]) : () => false;
}

/** Whether one of some offices may be an author. */
function fitting(offices: string[]): Fits {
  const few = offices.slice(0, MAX_OFFICES);
  return memoized((author) => few.some((office) => agencyMatch(office, author) > 0));
}

/** A test that is computed once for each author, not for each report. */
function memoized<Key>(test: (key: Key) => boolean): (key: Key) => boolean {
  const results = new Map<Key, boolean>();
  return (key) => {
    const result = results.get(key) ?? test(key);
    results.set(key, result);
    return result;
  };
}
