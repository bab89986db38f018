// Small talk is no question: a greeting is answered with how to ask, thanks with a word. The phrases stand in small-talk.txt.
import fs from 'node:fs';
import path from 'node:path';
import { isTraditional, normalise, parsePhrases } from '../language/index.ts';
import { type Locale, localeOf, mayBeIn } from '../message/index.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'reaction';
type Kind = SmallTalk | 'particle';

/** What stands for a whole message counts before what goes along with it: 好的，谢谢 is thanks. */
const RANK: readonly Kind[] = ['help', 'thanks', 'greeting', 'reaction', 'particle'];
/** Who writes more has something to say. */
const MAX_LENGTH = 60;

let phrases: Map<string, Kind> | undefined;

/** Phrases as they are compared, with their kinds; read on first use. */
function knownPhrases(): Map<string, Kind> {
  phrases ??= kindsByPhrase(fs.readFileSync(path.join(import.meta.dirname, 'small-talk.txt'), 'utf8'));
  return phrases;
}

function kindsByPhrase(text: string): Map<string, Kind> {
  const found = new Map<string, Kind>();
  for (const [group, listed] of parsePhrases(text)) {
    const kind = RANK.find((each) => each === group);
    if (!kind) continue;
    for (const phrase of listed.map(folded)) if (!found.has(phrase)) found.set(phrase, kind);
  }
  return found;
}

/** Words of a text as they are compared: without signs, repeated letters and syllables once, single blanks. */
const folded = (text: string): string =>
  text
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(\p{L}{1,2}?)\1+/gu, '$1')
    .replace(/(\d)\1{3,}/g, '$1$1$1');

/** What small talk a normalised text is, if it is nothing else. Signs alone are none. */
export function knownSmallTalkIn(normalised: string): SmallTalk | undefined {
  if (normalised.length > MAX_LENGTH) return undefined;
  const kinds = kindsIn(folded(normalised)) ?? [];
  const kind = RANK.find((each) => kinds.includes(each));
  return kind === 'particle' ? undefined : kind;
}

/** The kinds of the phrases that a text consists of, or undefined where it has anything else in it. */
function kindsIn(text: string): Kind[] | undefined {
  const known = knownPhrases();
  const upTo: (Kind[] | undefined)[] = [[]];
  for (let end = 1; end <= text.length; end++)
    for (let start = 0; start < end && !upTo[end]; start++) {
      const before = upTo[start];
      const kind = before && isWhole(text, start, end) ? known.get(text.slice(start, end)) : undefined;
      if (before && kind) upTo[end] = [...before, kind];
      else if (before && text.slice(start, end) === ' ') upTo[end] = before;
    }
  return upTo[text.length];
}

/** Whether a stretch neither begins nor ends within a word of Latin letters or a number. */
const isWhole = (text: string, start: number, end: number): boolean =>
  !/[a-z\d]{2}/.test(text.slice(Math.max(0, start - 1), start + 1)) &&
  !/[a-z\d]{2}/.test(text.slice(end - 1, end + 1));

/** Pictures that hold a letter or digit: emoji, digits on keys, names such as :thumbsup:. What else belongs to them is none. */
const PICTURES = /[#*\d]\ufe0f?\u20e3|\p{Extended_Pictographic}|:[a-z+-][\w+-]*:/giu;

/** Whether a text has no word in it: emoji, punctuation, a face of signs. */
export const isWordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text.replace(PICTURES, ''));

/** A number that nobody asks for, and a single letter: the rest of a face, or a slip. */
const CRUMB = /^(?:\d{1,2}|[a-z])$/;

/** What small talk a message is, if it is nothing else. Nothing at all, as in a bare mention, asks how to ask; so does a question mark. */
export function smallTalkIn(text: string): SmallTalk | undefined {
  if (text.trim() === '') return 'help';
  if (isWordless(text)) return /[?？¿⁇⁈❓❔]/u.test(text) ? 'help' : 'reaction';
  const words = normalise(text.replace(PICTURES, ' ')).trim();
  if (words.length > MAX_LENGTH) return undefined;
  return CRUMB.test(folded(words.replace(/[^\p{L}\p{N}]+/gu, ''))) ? 'reaction' : knownSmallTalkIn(words);
}

/**
 * The language of the reply to small talk: its own where it has one. OK and the like are at home in all of them.
 * @param menu the language of menus
 */
export function smallTalkLocale(text: string, kind: SmallTalk, menu: Locale): Locale {
  if (/\p{Script=Han}/u.test(text))
    return mayBeIn(menu, text) && !isTraditional(text) ? menu : localeOf(text);
  return /[a-z]{2}/i.test(text) && kind !== 'reaction' ? localeOf(text) : menu;
}
