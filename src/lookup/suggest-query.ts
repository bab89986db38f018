// What was typed, made ready once for being held against many names.
import { isStopWord } from '../language/index.ts';
import { agencyMatch } from '../question/index.ts';
import { officesIn, phrasesIn, type Translation, type Translations, translate } from './suggest-english.ts';
import { type MatchedName, wordsOf } from './suggest-name.ts';
import { readsInOrder } from './suggest-spelling.ts';

/** One word of what was typed, or several that are read together. */
export interface TypedWord {
  /** As in `Name.text`. */
  text: string;
  /** Characters, and numbers and Latin words whole, that a name may hold in order with gaps; empty for no Chinese. */
  pieces: string[];
  /** Whether it may be read as sounds. */
  isSound: boolean;
  /** Whether it reads the initial characters of an author's name: fgw. */
  readsInitials: (initials: MatchedName) => boolean;
  translation: Translation;
  /** Whether an author is meant by it as an abbreviation or another form of its name. */
  abbreviates: Fits;
  /** Whether an author is meant by its translation. */
  translates: { whole: Fits; beginning: Fits };
  /** The, of, report: a name need not say it. */
  optional: boolean;
}

type Fits = (author: string) => boolean;

/** Ways to take what was typed apart into words that must all match. Empty where nothing was typed. */
export type Query = TypedWord[][];

/** What is read of it, in UTF-16 units. */
const MAX_LENGTH = 100;
const MAX_WORDS = 12;
/** Longer words are titles, not names of authors. */
const MAX_MENTION_LENGTH = 14;
const ENDS_LIKE_OFFICE = /[局委办站镇乡]$|委员会$|办公室$|街道$|中心$|政府$|办事处$/;
/** Offices that one word may be translated to. */
const MAX_OFFICES = 12;

/** Reads what was typed: word by word, as one word (lin ye), and with English phrases together. */
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
    readsInitials: memoized(({ sounds }) => /[a-z]/.test(text) && readsInOrder(sounds, text)),
    translation,
    abbreviates: abbreviating(text),
    translates: {
      whole: fitting(officesIn(translation.whole)),
      beginning: fitting(officesIn(translation.beginning)),
    },
    optional,
  };
}

/** Whether a Chinese word that ends like an office is another form of an author's name; unfinished ones are held against the names themselves. */
function abbreviating(text: string): Fits {
  const isName = /^[\u3400-\u9fff]+$/.test(text) && ENDS_LIKE_OFFICE.test(text);
  return isName && text.length <= MAX_MENTION_LENGTH ? fitting([text]) : () => false;
}

/** Whether one of some offices may be an author. */
function fitting(offices: string[]): Fits {
  const few = offices.slice(0, MAX_OFFICES);
  return memoized((author) => few.some((office) => agencyMatch(office, author) > 0));
}

/** A question that is answered once for each author, not for each report. */
function memoized<Key>(compute: (key: Key) => boolean): (key: Key) => boolean {
  const known = new Map<Key, boolean>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = compute(key);
      known.set(key, answer);
    }
    return answer;
  };
}
