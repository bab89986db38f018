// Which type of value answers a question: a count with its unit, money, a date, a person, yes or no, a list.
import path from 'node:path';
import { isStopWord, phrasePattern, readWordLists } from '../language/index.ts';
import type { AskingSpan } from './asking-spans.ts';
import { chineseNounCounted, PEOPLE } from './counted-nouns.ts';
import type { Shape } from './shape.ts';

export type AnswerType =
  | 'count'
  | 'money'
  | 'share'
  | 'size'
  | 'duration'
  | 'date'
  | 'person'
  | 'body'
  | 'place'
  | 'name'
  | 'reason'
  | 'method'
  | 'thing'
  | 'yes or no'
  | 'list';

export interface ExpectedAnswer {
  type: AnswerType;
  /** The measure word or unit that is asked for, as written: 亩, hectares. */
  unit?: string;
}

const BY_GROUP: Record<string, AnswerType> = {
  money: 'money',
  rate: 'share',
  size: 'size',
  duration: 'duration',
  count: 'count',
  when: 'date',
  why: 'reason',
  where: 'place',
  who: 'person',
  called: 'name',
  means: 'method',
  which: 'thing',
  quantity: 'count',
  unit: 'count',
};
/** Earlier ones decide where a question has words of several. */
const ORDER = [
  'money',
  'rate',
  'size',
  'duration',
  'count',
  'when',
  'why',
  'called',
  'where',
  'who',
  'means',
  'which',
  'quantity',
  'unit',
];
const BODY =
  /公司|企业|单位|部门|机构|医院|支部|哪家|施工队|承包商|供应商|supplier|builder|company|contractor|firm|agency|bank|body|unit/;
const FIGURE_WORDS = readWordLists(path.join(import.meta.dirname, 'phrases/figures.txt'));
const SHARE = phrasePattern(FIGURE_WORDS.words('share'));
const MONEY = phrasePattern(FIGURE_WORDS.words('money'));
const MEASURE =
  /(?:多少|几|好多)(?:个|个?[十百千]?[万亿])?(个亿|人次|户次|平方公里|平方米|公里|公顷|百分点|小时|个月|[个家户亩人名次条套头只支座处所件起台场年天栋张棵株岁吨辆块元项例宗份批种层间期本篇站点盏])/;
/** The words after "how many" up to the verb: resettlement flats, private junior high schools. */
const ENGLISH_MEASURE =
  /how many (?:more |new |of the |other |different )?((?:[a-z'’-]+ ?){1,4})|(?:number|no\.|count|total) of (?:the )?((?:[a-z'’-]+ ?){1,4})|^(hectares|kilomet(?:re|er)s|tons|tonnes|mu|km)\b/;
const ENGLISH_SIZE =
  /^(?:hectares?|acres?|kilomet(?:re|er)s?|miles?|tons?|tonnes?|mu|km|met(?:re|er)s?|litres?|degrees?)$/;
const ENGLISH_DURATION = /^(?:years?|months?|weeks?|days?|hours?|minutes?)$/;
const SIZE = /^(?:平方公里|平方米|公里|公顷|亩|吨|斤|公斤|米)$/;

/** The type that a shape and the words that ask together call for. */
export function expectedAnswer(
  shape: Shape,
  normalised: string,
  spans: readonly AskingSpan[],
): ExpectedAnswer | null {
  if (shape === 'chat') return null;
  if (shape === 'overview' || shape === 'survey') return { type: 'list' };
  if (shape === 'existence') return { type: 'yes or no' };
  const figures =
    shape === 'figure'
      ? ORDER.filter((each) => /money|rate|size|duration|count|quantity|unit/.test(each))
      : ORDER;
  const asking = spans.filter((span) => !isMentioned(span, normalised));
  const group = figures.find((each) => asking.some((span) => span.group === each));
  const type = group
    ? BY_GROUP[group]
    : shape === 'figure' && asking.length === spans.length
      ? 'count'
      : shape === 'comparison'
        ? 'list'
        : 'thing';
  const unit = asksTwice(spans) ? undefined : unitIn(normalised);
  const refined =
    shape === 'figure' && unit
      ? (typeOfUnit(unit) ?? 'count')
      : type === 'count'
        ? figureType(normalised)
        : type === 'thing'
          ? typeOfThing(normalised)
          : type;
  return { type: refined, ...(unit ? { unit } : {}) };
}

const QUESTION_WORD = /\b(?:what|which|who|whom|whose|how|why|where|when)\b/;
/** What is the, which: the noun behind it is what is asked for. */
const ASKS_NOUN =
  /\b(?:what|which)(?:'s|s)?(?: (?:is|was|are|were|will be|has been))?(?: (?!can|could|do|does|did|might|may|should|would|must|will|has|have|had)[a-z'’-]+){0,4} $/;

/** Whether an English noun of a figure (growth, size of) is part of the subject: another word asks. */
function isMentioned({ group, start, end }: AskingSpan, normalised: string): boolean {
  const said = normalised.slice(start, end);
  if (!MENTIONABLE.has(group) || !/[a-z]/.test(said) || QUESTION_WORD.test(said)) return false;
  const others = normalised.slice(0, start) + normalised.slice(end);
  if (!QUESTION_WORD.test(others)) return false;
  const next = /^ ([a-z]+)/.exec(normalised.slice(end))?.[1];
  return !ASKS_NOUN.test(normalised.slice(0, start)) || (next !== undefined && !isStopWord(next));
}
const MENTIONABLE: ReadonlySet<string> = new Set(['quantity', 'size', 'rate', 'duration', 'unit']);

const FIGURES = ['count', 'money', 'rate', 'size', 'duration'];

/** 多少, 涨了几个点: of two figures neither measure word is that of both. */
const asksTwice = (spans: readonly AskingSpan[]): boolean =>
  spans.filter(({ group }) => FIGURES.includes(group)).length > 1;

/** The type that a measure word or an English unit settles. */
function typeOfUnit(unit: string): AnswerType | undefined {
  if (/^(?:元|个亿|块|yuan|dollars|pounds)$/.test(unit)) return 'money';
  if (/^(?:百分点|点|成|percent)$/.test(unit)) return 'share';
  if (SIZE.test(unit) || ENGLISH_SIZE.test(unit)) return 'size';
  return /^(?:小时|个月|年|天)$/.test(unit) || ENGLISH_DURATION.test(unit) ? 'duration' : undefined;
}

/** What rent, which price, what's the unemployment rate: the noun that is asked for is a figure. */
const ASKED_NOUN = new RegExp(
  `\\b(?:what|which|what's|whats)(?: (?:is|was|are|were|will be))?(?: the| a)? ((?:[a-z'’-]+ ){0,3}?)(${phrasePattern(FIGURE_WORDS.words('noun')).source})\\b`,
);

function typeOfThing(normalised: string): AnswerType {
  const noun = ASKED_NOUN.exec(normalised);
  if (noun && !noun[1].split(' ').some((word) => isStopWord(word) || NO_NOUN.test(word)))
    return figureType(noun[2]);
  return BODY.test(normalised) ? 'body' : 'thing';
}

function figureType(normalised: string): AnswerType {
  if (SHARE.test(normalised)) return 'share';
  return MONEY.test(normalised) ? 'money' : 'count';
}

function unitIn(normalised: string): string | undefined {
  const measure = MEASURE.exec(normalised)?.[1] ?? chineseNounCounted(normalised);
  if (measure) return measure;
  const words = ENGLISH_MEASURE.exec(normalised)?.slice(1).find(Boolean)?.trim().split(' ') ?? [];
  const end = words.findIndex((word) => (isStopWord(word) && word !== PEOPLE) || NO_NOUN.test(word));
  const noun = (end < 0 ? words : words.slice(0, end)).slice(0, MAX_NOUN_WORDS).join(' ');
  return noun || undefined;
}
/** A longer phrase runs into the verb. */
const MAX_NOUN_WORDS = 3;
/** Words after which the counted noun is over. */
const NO_NOUN =
  /^(?:did|does|do|was|were|is|are|has|have|had|will|got|get|over|under|per|went|came|joined|took|put)$/;
