// The kind of document that a report is: words of its titles, opening and headings speak for kinds, weighed together.
import path from 'node:path';
import { normalise, phrasePattern, readWordLists, trimEndOf, withoutEnclosed } from '../../language/index.ts';
import { subjectOfTitle } from './agency.ts';
import { OPENING_LENGTH } from './evidence.ts';
import { Candidates } from './weighing.ts';
import { withoutPeriods } from './written-period.ts';

/** In the order in which they are offered as filters. */
export const REPORT_KINDS = [
  'government-work-report',
  'agency-summary',
  'town-summary',
  'thematic-summary',
  'plan',
  'statistical-bulletin',
  'disclosure-report',
  'budget-report',
  'annual-report',
  'regulation',
  'minutes',
  'notice',
  'speech',
  'survey',
  'research',
  'document',
] as const;

export type ReportKind = (typeof REPORT_KINDS)[number];

/** The three kinds of summaries are told apart by their author. */
type KindOfWords = Exclude<ReportKind, `${string}-summary` | 'document'> | 'summary';

const WORDS = readWordLists(path.join(import.meta.dirname, 'kind-words.txt'));

interface KindWords {
  kind: KindOfWords;
  heads: readonly string[];
  title: RegExp;
  opening: RegExp | undefined;
  headings: readonly string[];
  unless: RegExp | undefined;
}

const patternOf = (words: readonly string[]): RegExp | undefined =>
  words.length > 0 ? phrasePattern(words, 'g') : undefined;
const KINDS: KindWords[] = (
  [...REPORT_KINDS.filter((kind) => !/-summary$|^document$/.test(kind)), 'summary'] as KindOfWords[]
).map((kind) => ({
  kind,
  heads: WORDS.words(`${kind} head`),
  title: phrasePattern(WORDS.words(`${kind} title`)),
  opening: patternOf(WORDS.optional(`${kind} opening`)),
  headings: WORDS.optional(`${kind} heading`),
  unless: patternOf(WORDS.optional(`${kind} unless`)),
}));

/** What each kind of evidence is worth. A word of a title counts a part of that in a file's name. */
const WEIGHTS = {
  head: 6,
  headLength: 0.1,
  title: 3,
  unless: -8,
  opening: 1,
  heading: 1.5,
  responses: 4,
  salutation: 14,
  speaker: 2,
};
const NAME_SHARE = 1 / 3;
const ONLY_NAME_SHARE = 2 / 3;
/** So many different words of an opening, and headings, are counted. */
const MAX_COUNTED = 3;
const MIN_WEIGHT = 3;
const MAX_HEADING_LENGTH = 40;
const MIN_RESPONSES = 2;
/** Fewer in a longer text are by the way. */
const CHARACTERS_PER_RESPONSE = 3000;
const RESPONSES = new RegExp(
  `(?:${WORDS.pattern('respondent')})(?: [a-z]{2,12})? ?(?:${WORDS.pattern('response')})`,
  'g',
);

/** What tells of a kind. */
export interface KindEvidence {
  /** The title line and the title that the format states, where there are any. */
  titles: readonly string[];
  /** The file's name without its ending. */
  fileName?: string;
  front?: readonly string[];
  /** Whether a line before the text names who speaks. */
  hasSpeaker?: boolean;
  lines: readonly string[];
}

/** By titles, opening and headings; undefined where nothing tells. Summaries are not yet told apart. */
export function kindByWords({
  titles,
  fileName = '',
  front = [],
  hasSpeaker = false,
  lines,
}: KindEvidence): KindOfWords | undefined {
  const candidates = new Candidates<KindOfWords>();
  const heads = titles.map((title) => headsOf(title));
  const plain = titles.map((title) => normalise(title));
  const opening = normalise([...front, lines.join('\n').slice(0, OPENING_LENGTH)].join('\n'));
  const headings = new Set(
    lines
      .filter((line) => line.length <= MAX_HEADING_LENGTH)
      .map((line) => withoutNumbering(normalise(line))),
  );
  const nameHeads = headsOf(fileName);
  const nameShare = titles.length === 0 ? ONLY_NAME_SHARE : NAME_SHARE;
  for (const { kind, heads: nouns, title, opening: openingWords, headings: headingWords, unless } of KINDS) {
    const head = Math.max(0, ...heads.map((each) => headWeight(each, nouns)));
    candidates.add(kind, 'head of a title', head);
    if (plain.some((each) => title.test(each))) candidates.add(kind, 'words of a title', WEIGHTS.title);
    if (head === 0) candidates.add(kind, 'file name', headWeight(nameHeads, nouns) * nameShare);
    if (unless && plain.some((each) => each.search(unless) >= 0))
      candidates.add(kind, 'words against it', WEIGHTS.unless);
    if (openingWords) {
      const found = new Set(opening.match(openingWords));
      candidates.add(kind, 'opening', WEIGHTS.opening * Math.min(MAX_COUNTED, found.size));
    }
    const found = headingWords.filter((word) => [...headings].some((heading) => heading.startsWith(word)));
    candidates.add(kind, 'headings', WEIGHTS.heading * Math.min(MAX_COUNTED, found.length));
  }
  const isOther = plain.some((each) => each.search(OF_OTHERS) >= 0);
  if (!isOther && /^各位代表[：:！!，,]/m.test(lines.slice(0, MAX_SALUTATION_LINES).join('\n')))
    candidates.add('government-work-report', 'salutation', WEIGHTS.salutation);
  if (hasSpeaker) candidates.add('speech', 'speaker', WEIGHTS.speaker);
  if (tellsResponses(lines)) candidates.add('survey', 'responses', WEIGHTS.responses);
  return candidates.best(MIN_WEIGHT);
}

/** Whether a text again and again tells what those who were asked said. */
function tellsResponses(lines: readonly string[]): boolean {
  const text = normalise(lines.join('\n').slice(0, RESPONSES_LENGTH));
  const count = text.match(RESPONSES)?.length ?? 0;
  return count >= Math.max(MIN_RESPONSES, text.length / CHARACTERS_PER_RESPONSE);
}

/** Courts and budgets address the same congress. */
const OF_OTHERS = phrasePattern(WORDS.words('government-work-report unless'));
const MAX_SALUTATION_LINES = 30;
const RESPONSES_LENGTH = 10_000;
const NUMBERING =
  /^(?:第?[\d一二三四五六七八九十]{1,3}[、.．章节)）]|[（(][\d一二三四五六七八九十]{1,3}[)）])\s*/;
const withoutNumbering = (heading: string): string => heading.replace(NUMBERING, '');

/** The ends of a title's phrases, without periods and asides; prepositions end a phrase in English. */
function headsOf(title: string): string[] {
  const plain = withoutPeriods(withoutEnclosed(normalise(title), ASIDES))
    .replace(/[《》"“”*]/g, '')
    .trim();
  if (/[\u3400-\u9fff]/.test(plain)) return plain.split(/[:：—|_\s]+/).filter(Boolean);
  return plain
    .split(/[:|·(),–—]| - |\b(?<!-)(?:of|for|on|to|from|by|in|at)\b(?!-)/)
    .map((part) =>
      trimEndOf(part, /[\s\d_/.-]/)
        .replace(/ no$/, '')
        .trim(),
    )
    .filter(Boolean);
}

const ASIDES = [
  ['(', ')'],
  ['（', '）'],
  ['[', ']'],
] as const;

const ALL_HEADS = KINDS.flatMap(({ heads }) => heads);

/** Whether a line names a document as titles do: 关于…的通知, Minutes of the board. */
export const endsAsDocument = (line: string): boolean =>
  headsOf(line).some((phrase) => longestHead(phrase, ALL_HEADS) !== '');

/** What the longest of these nouns is worth, as far as it is the head of a phrase: no longer noun of any kind is. */
function headWeight(phrases: readonly string[], nouns: readonly string[]): number {
  const heads = phrases.map((phrase) => longestHead(phrase, ALL_HEADS));
  const longest = Math.max(0, ...heads.filter((head) => nouns.includes(head)).map(({ length }) => length));
  return longest === 0 ? 0 : WEIGHTS.head + WEIGHTS.headLength * longest;
}

const longestHead = (phrase: string, nouns: readonly string[]): string =>
  nouns.reduce((best, noun) => (noun.length > best.length && endsWith(phrase, noun) ? noun : best), '');

const endsWith = (phrase: string, noun: string): boolean =>
  phrase.endsWith(noun) && (!/^[a-z]/.test(noun) || !/[a-z]/.test(phrase.at(-noun.length - 1) ?? ' '));

/** A summary is of a town, of an office, or on one theme. */
export function kindOf(
  byWords: KindOfWords | undefined,
  { title, agency, isSummary }: { title: string; agency: string | undefined; isSummary: boolean },
): ReportKind {
  if (byWords !== undefined && byWords !== 'summary') return byWords;
  if (byWords === undefined && !isSummary) return 'document';
  // a motto may stand before the title proper
  const subject = subjectOfTitle((title.split(/：|——/).at(-1) ?? '').replace('关于', ''));
  if (agency && subject.length >= 2 && /总结|报告|汇报/.test(title)) return 'thematic-summary';
  if (/[镇乡]$|街道$/.test(agency ?? '') || /[（(]镇乡[）)]/.test(title)) return 'town-summary';
  return agency ? 'agency-summary' : 'thematic-summary';
}

const SUMMARY_OPENING = phrasePattern(WORDS.words('summary opening'));

/** Whether a Chinese text without a title gives an account of its author's work. */
export const summaryInText = (lines: readonly string[]): boolean =>
  SUMMARY_OPENING.test(normalise(lines.join('\n').slice(0, OPENING_LENGTH)));

/** Kinds that give an account of a time and may go on to plans for the next one. */
const ACCOUNTS: ReadonlySet<ReportKind> = new Set([
  'government-work-report',
  'agency-summary',
  'town-summary',
  'thematic-summary',
  'annual-report',
  'budget-report',
  'document',
]);
/** Kinds that are about the day on which they were given, where they name no other time. */
const DATED: ReadonlySet<ReportKind> = new Set([
  'regulation',
  'minutes',
  'notice',
  'speech',
  'survey',
  'research',
  'document',
]);

export const mayPlan = (kind: ReportKind): boolean => ACCOUNTS.has(kind);
export const isDated = (kind: ReportKind): boolean => DATED.has(kind);
