// Recognises greetings, thanks, calls for help and reactions by the phrases in small-talk.txt.
import fs from 'node:fs';
import path from 'node:path';
import { isTraditional, normalise, parseWordLists } from '../language/index.ts';
import { type Locale, localeOf, mayBeIn } from '../message/index.ts';

type SmallTalk = 'greeting' | 'thanks' | 'help' | 'reaction';
type Kind = SmallTalk | 'particle';

/** The kind of a message with several phrases is the first of these: 好的，谢谢 is thanks. */
const RANK: readonly Kind[] = ['help', 'thanks', 'greeting', 'reaction', 'particle'];
/** A longer message is a question. In UTF-16 units. */
const MAX_LENGTH = 60;

let phrases: Map<string, Kind> | undefined;

/** Folded phrases with their kinds; read on first use. */
function knownPhrases(): Map<string, Kind> {
  phrases ??= kindsByPhrase(fs.readFileSync(path.join(import.meta.dirname, 'small-talk.txt'), 'utf8'));
  return phrases;
}

function kindsByPhrase(text: string): Map<string, Kind> {
  const found = new Map<string, Kind>();
  for (const [group, listed] of parseWordLists(text)) {
    const kind = RANK.find((each) => each === group);
    if (!kind) continue;
    for (const phrase of listed.map(folded)) if (!found.has(phrase)) found.set(phrase, kind);
  }
  return found;
}

/** A text as it is compared: only letters, digits and single blanks; repeated letters and syllables once. */
const folded = (text: string): string =>
  text
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(\p{L}{1,2}?)\1+/gu, '$1')
    .replace(/(\d)\1{3,}/g, '$1$1$1');

/** The kind of a normalised text that consists of known phrases; undefined for every other. */
export function knownSmallTalkIn(normalised: string): SmallTalk | undefined {
  if (normalised.length > MAX_LENGTH) return undefined;
  const kinds = kindsIn(folded(normalised)) ?? [];
  const kind = RANK.find((each) => kinds.includes(each));
  return kind === 'particle' ? undefined : kind;
}

/** The kinds of the phrases that a text consists of; undefined where it holds anything else. */
function kindsIn(text: string): Kind[] | undefined {
  const known = knownPhrases();
  const upTo: (Kind[] | undefined)[] = [[]]; // by the length of the prefix
  for (let end = 1; end <= text.length; end++)
    for (let start = 0; start < end && !upTo[end]; start++) {
      const before = upTo[start];
      const kind = before && isWhole(text, start, end) ? known.get(text.slice(start, end)) : undefined;
      if (before && kind) upTo[end] = [...before, kind];
      else if (before && text.slice(start, end) === ' ') upTo[end] = before;
    }
  return upTo[text.length];
}

/** Whether a stretch neither starts nor ends inside a Latin word or a number. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !/[a-z\d]{2}/.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !/[a-z\d]{2}/.test(text.slice(end - 1, end + 1));

/** Emoji, keycap digits and names such as :thumbsup:, as they may hold letters and digits. */
const PICTURES = /[#*\d]\ufe0f?\u20e3|\p{Extended_Pictographic}|:[a-z+-][\w+-]*:/giu;

/** Whether a text holds no word: only emoji, punctuation, emoticons. */
export const isWordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text.replace(PICTURES, ''));

/** A short number or a single letter: the rest of an emoticon, or a typing error. */
const CRUMB = /^(?:\d{1,2}|[a-z])$/;

/**
 * The kind of a message that is nothing but small talk. An empty message (a bare mention) and a question mark
 * ask for help.
 */
export function smallTalkIn(text: string): SmallTalk | undefined {
  if (text.trim() === '') return 'help';
  if (isWordless(text)) return /[?？¿⁇⁈❓❔]/u.test(text) ? 'help' : 'reaction';
  const words = normalise(text.replace(PICTURES, ' ')).trim();
  if (words.length > MAX_LENGTH) return undefined;
  return CRUMB.test(folded(words.replace(/[^\p{L}\p{N}]+/gu, ''))) ? 'reaction' : knownSmallTalkIn(words);
}

/**
 * The language of the reply: that of the words; for OK and the like, of no language, that of the menus.
 * @param menu the language of menus
 */
export function smallTalkLocale(text: string, kind: SmallTalk, menu: Locale): Locale {
  if (/\p{Script=Han}/u.test(text))
    return mayBeIn(menu, text) && !isTraditional(text) ? menu : localeOf(text);
  return /[a-z]{2}/i.test(text) && kind !== 'reaction' ? localeOf(text) : menu;
}
