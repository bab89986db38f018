// Which type of value answers a question: a count with its unit, money, a date, a person, yes or no, a list.
import type { AskingSpan } from './asking-spans.ts';
import type { Shape } from './shape.ts';

type AnswerType =
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
const BODY = /公司|企业|单位|部门|机构|医院|支部|company|contractor|firm|agency|bank|body|unit/;
const SHARE = /率|占比|比例|比重|百分|增速|增幅|涨幅|降幅|percent|percentage|rate|share|proportion|%|个点/;
const MONEY =
  /元|钱|亿|收入|支出|产值|预算|资金|投资|造价|成本|工资|cost|price|budget|spend|wage|revenue|income|yuan/;
const MEASURE =
  /(?:多少|几|好多)个?(人次|户次|平方公里|平方米|公里|公顷|百分点|小时|个月|万人|万元|亿元|[个家户亩人名次条套头只支座处所件起台场年天栋张棵株岁吨辆块元项例宗份批种层间期本篇站点盏])/;
const ENGLISH_MEASURE =
  /how many (?:more |new |of the )?([a-z]+)|(?:number|count) of (?:the )?([a-z]+)|^(hectares|kilomet(?:re|er)s|tons|tonnes|mu|km)\b/;

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
  const group = figures.find((each) => spans.some((span) => span.group === each));
  const type = group
    ? BY_GROUP[group]
    : shape === 'figure'
      ? 'count'
      : shape === 'comparison'
        ? 'list'
        : 'thing';
  const unit = unitIn(normalised);
  const refined =
    type === 'count'
      ? figureType(normalised, unit)
      : type === 'thing' && BODY.test(normalised)
        ? 'body'
        : type;
  return { type: refined, ...(unit ? { unit } : {}) };
}

function figureType(normalised: string, unit: string | undefined): AnswerType {
  if (unit && /^(?:元|万元|亿元|块|yuan)$/.test(unit)) return 'money';
  if (unit && !/^(?:点|百分点|percent)$/.test(unit)) return 'count';
  if (SHARE.test(normalised)) return 'share';
  return MONEY.test(normalised) ? 'money' : 'count';
}

function unitIn(normalised: string): string | undefined {
  const measure = MEASURE.exec(normalised)?.[1];
  if (measure) return measure;
  return ENGLISH_MEASURE.exec(normalised)?.slice(1).find(Boolean);
}
