// The stretches of a question between words that join, each with what it says of an author by kind and level.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';
import type { Report } from '../reports/index.ts';
import type { AuthorType } from './author-type.ts';
import type { Level } from './level.ts';
import { LEVELS } from './level.ts';
import type { Question } from './understand.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/subjects.txt'));
const JOINER = phrasePattern(PHRASES.words('joiner'));
const BREAK = new RegExp(`[、，,；;：:。？?！!（）()“”"\\n&/]|${JOINER.source}`, 'g');
const KINDS = ['town', 'subdistrict', 'bureau', 'body', 'document'] as const;
type Kind = (typeof KINDS)[number];
const TOWN = phrasePattern(PHRASES.words('town'));
const SUBDISTRICT = phrasePattern(PHRASES.words('subdistrict'));
const BUREAU = phrasePattern(PHRASES.words('bureau'));
const ANY_BODY = phrasePattern(PHRASES.words('body'));
const DOCUMENT = phrasePattern(PHRASES.words('document'));
const HEADS = new RegExp(
  `(?<town>${TOWN.source})|(?<subdistrict>${SUBDISTRICT.source})|(?<bureau>${BUREAU.source})|(?<body>${ANY_BODY.source})|(?<document>${DOCUMENT.source})`,
  'g',
);
const NATION = phrasePattern(PHRASES.words('nation'));
const NO_DESCRIPTION = phrasePattern(PHRASES.words('no description'));
const SAME_NAME = phrasePattern(PHRASES.words('same name'));

/** A kind of author and the words that describe one: 浔阳 and 街道 of 浔阳那条街道. */
export interface Head {
  kind: Kind;
  description: string;
  /** The word for the kind. */
  name: string;
  /** Of both together, within the stretch. */
  start: number;
  end: number;
}

export interface Stretch {
  text: string;
  /** Offsets in the normalised question. */
  start: number;
  end: number;
  /** It is joined to the one before by a word, not parted from it by a comma. */
  joined: boolean;
  /** What it names by a kind of author, with the words that describe it. */
  heads: Head[];
  level: Level | undefined;
  isNation: boolean;
  /** It stands for the name before it: the county one. */
  sameName: boolean;
}

/** Whether a report's author is a body of its own, and no office: a company, a trust. */
export const isBody = ({ agency }: Report): boolean =>
  agency !== undefined && ANY_BODY.test(agency.toLowerCase());

/** Reports by authors of a kind; undefined for any. */
export const typeOf = (kind: Kind): AuthorType | undefined =>
  kind === 'body' || kind === 'document' ? undefined : kind;

/** @param question whose known names are never parted */
export function stretchesOf({ reading, agencies }: Question): Stretch[] {
  const { normalised, spans } = reading;
  const names = agencies
    .filter(({ fits }) => fits.size > 0)
    .map(({ text, start, end }) => {
      const from = end > 0 ? start : normalised.indexOf(text);
      return { start: from, end: from + text.length };
    });
  const isInName = (offset: number) => names.some(({ start, end }) => start < offset && offset < end);
  const stretches: Stretch[] = [];
  let from = 0;
  let joined = false;
  const add = (end: number) => {
    const text = normalised.slice(from, end);
    if (text.trim() === '') return;
    const level = LEVELS.find((each) =>
      spans.some(({ group, start }) => group === each && start >= from && start < end),
    );
    stretches.push({
      text,
      start: from,
      end,
      joined,
      heads: headsOf(text),
      level: level ?? levelWithin(text),
      isNation: NATION.test(text),
      sameName: SAME_NAME.test(text),
    });
  };
  for (const match of normalised.matchAll(BREAK)) {
    if (isInName(match.index)) continue;
    add(match.index);
    if (match[0].trim() !== '') joined = !/[，,；;：:。？?！!（）()\n]/.test(match[0]);
    from = match.index + match[0].length;
  }
  add(normalised.length);
  return stretches;
}

const LEVEL_WORDS: [Level, RegExp][] = [
  ['province', /自治区|省(?=[\u4e00-\u9fff])|\b(?:province|provincial|regional|autonomous region)\b/],
  ['city', /市(?=[\u4e00-\u9fff]{2,8}[局委办])|\b(?:city|municipal)\b/],
  ['county', /[县区](?=[\u4e00-\u9fff]{2,8}[局委办])|\b(?:county|district)\b/],
];

const levelWithin = (text: string): Level | undefined =>
  LEVEL_WORDS.find(([, words]) => words.test(text))?.[0];

/** 浔阳 before 那条街道: what stands right before the words that point. */
const CHINESE_DESCRIPTION = /[\u3400-\u9fffx\d“”"‘’]{1,16}$/;
const POINTING = /(?:的|[这那][个家条]|[这那][一二两三四五几]个){1,2}$/;
const ENGLISH_DESCRIPTION =
  /(?<![a-z\d'’-])((?:(?!(?:the|in|of|at|for|by|from|to|on|do|does|did|what|how|both|a|an|its|our|their) )[a-z\d'’-]+ ){1,4})$/;
/** The town that wrote …. */
const CLAUSE = /^ (?:that|which|with|whose|where) ((?:[^ ]+ ){1,4})/;
const MAX_AFTER = 60;

/** The words for a kind of author that something describes: before it, or after it in a clause (the town that …). */
function headsOf(text: string): Head[] {
  const heads: Head[] = [];
  for (const match of text.matchAll(HEADS)) {
    const kind = KINDS.find((each) => match.groups?.[each] !== undefined);
    if (!kind) continue;
    const before = text.slice(0, match.index);
    const isEnglish = /[a-z]$/.test(match[0]);
    const described = isEnglish ? before : before.replace(POINTING, '');
    const own = (isEnglish ? ENGLISH_DESCRIPTION : CHINESE_DESCRIPTION).exec(described)?.[0];
    const end = match.index + match[0].length;
    const after = CLAUSE.exec(text.slice(end, end + MAX_AFTER))?.[1];
    const description = `${own ?? ''} ${after ?? ''}`.trim();
    if (description !== '' && !NO_DESCRIPTION.test(own ?? ''))
      heads.push({
        kind,
        description,
        name: match[0],
        start: described.length - (own?.length ?? 0),
        end: end + (after ? after.length + 1 : 0),
      });
  }
  return heads;
}
