// The period that a question names: year, half, quarter, relative year, months and ranges, with the stretches that name it.
import { parseChineseNumeral } from '../language/index.ts';
import type { AskingSpan } from './asking-spans.ts';

type RelativeYear = 'this' | 'next' | 'last';

/** What a question does not state is null. */
export interface AskedPeriod {
  year: number | null;
  half: 1 | 2 | null;
  quarter: 1 | 2 | 3 | 4 | null;
  relative: RelativeYear | null;
  /** The last year of a range, or of several years that are named. */
  untilYear?: number;
  /** First and last month, 1 to 12. */
  months?: [number, number];
  /** 全年, 年底: not a part of it. */
  wholeYear?: true;
}

type Value = Partial<AskedPeriod>;
type Rule = [pattern: RegExp, value: (match: RegExpExecArray) => Value | undefined];

const DIGITS = '零〇一二三四五六七八九';
const ENGLISH_NUMBERS = ['first', 'second', 'third', 'fourth'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORDS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const FIRST_YEAR = 1949;
const LAST_YEAR = 2099;

const numberOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : (parseChineseNumeral(text) ?? Number.NaN);
const inCentury = (text: string): number => {
  const value = /^\d+$/.test(text)
    ? Number(text)
    : Number([...text].map((digit) => Math.max(0, DIGITS.indexOf(digit) - 1)).join(''));
  return value >= 100 ? value : value < 50 ? 2000 + value : 1900 + value;
};
const yearOf = (text: string): Value | undefined => {
  const year = inCentury(text);
  return year >= FIRST_YEAR && year <= LAST_YEAR ? { year } : undefined;
};
const halfOf = (text: string): 1 | 2 => (/^(?:上|前|first|1|h1|一|1st)/.test(text) ? 1 : 2);
const quarterOf = (text: string): AskedPeriod['quarter'] => {
  const at = ENGLISH_NUMBERS.findIndex((word) => text.startsWith(word));
  return (
    at >= 0
      ? at + 1
      : text.startsWith('last') || text === '末'
        ? 4
        : text === '首'
          ? 1
          : numberOf(text.replace(/(?:st|nd|rd|th)$/, ''))
  ) as AskedPeriod['quarter'];
};
const monthOf = (text: string): number => ENGLISH_MONTHS.indexOf(text.slice(0, 3)) + 1;

/** A number before these counts something and names no year. */
const COUNTS =
  /^\s*(?:[万亿余多元亩户株个件次家吨米斤名头棵盏座套条人位公平千]|percent|%|yuan|people|hectare|mu\b|ton|km|kilomet|household|job|unit)/;

const RULES: Rule[] = [
  // Years in figures: 2023年, 二〇二三年, 23年, FY2019, '23, 2022-2024.
  [
    /(?<![\d.])(20\d\d|19[5-9]\d)\s?年?度?\s?(?:-|–|—|~|到|至|to|through|and|和)\s?(20\d\d)(?![\d.])年?度?/g,
    ([, first, last]) => ({ year: Number(first), untilYear: Number(last) }),
  ],
  [
    /(?<![\d.])(?:fy\s?)?(20\d\d|19[5-9]\d)(?!\d|\.\d|%|s\b)(?:年度|年|\s?fy)?/g,
    ([, year]) => ({ year: Number(year) }),
  ],
  [/[一二]?[零〇九〇][零〇一二三四五六七八九]{2}年度?/g, ([text]) => yearOf(text.replace(/年度?$/, ''))],
  [/二[零〇][零〇一二三四五六七八九]{2}年?度?/g, ([text]) => yearOf(text.replace(/年?度?$/, ''))],
  [/(?<![\d.])([012]\d)年度?(?![前来间内多代])/g, ([, year]) => yearOf(year)],
  // 98年, 90年代初 is none: of the last century, where it is no length of time
  [
    /(?<![\d.满近达约第历共过超期])(?:[5-9][1-9]年(?![前来间内多代后以的])|[5-9]0年(?=[初中底末春夏秋冬那]|\d{1,2}月))/g,
    ([text]) => yearOf(text.slice(0, 2)),
  ],
  [
    /(?<![一-九零〇十])二[〇零一二三四五六七八九]年度?(?![前来间内多代级])/g,
    ([text]) => yearOf(text.replace(/年度?$/, '')),
  ],
  [/(?<!\w)(?:fy\s?|[’'])(\d\d)(?!\d)/g, ([, year]) => yearOf(year)],
  // June '98, Jan 85, mid-98, winter 84/85: without an apostrophe, a number up to 31 may be a day
  [
    new RegExp(
      `(?<=\\b(?:${MONTH_WORDS}|spring|summer|autumn|fall|winter|early|mid|late)[- ]?)([’']\\d\\d|3[2-9]|[4-9]\\d)(?:[/–-](\\d\\d))?(?![\\d%]|s\\b)`,
      'g',
    ),
    ([, first, last]) => ({ ...yearOf(first.slice(-2)), ...(last ? { untilYear: inCentury(last) } : {}) }),
  ],
  // Halves.
  [/[上下]半年度?|[前后]半年|[上下]半(?!部|身|场|天|夜|截|段|个)/g, ([text]) => ({ half: halfOf(text) })],
  [
    /前六个月|头六个月|前6个月|1[-—~至到]6月|一至六月|年中|半年(?=报|总结|小结|度|成绩|数据|工作)|半年来|半年下来|6月底|六月底/g,
    () => ({ half: 1 }),
  ],
  [/后六个月|后6个月|7[-—~至到]12月|七至十二月/g, () => ({ half: 2 })],
  [
    /\b(?:the )?(first|second|1st|2nd)[ -](?:half(?:[ -]year)?|six months|6 months)(?: of the year)?/g,
    ([, half]) => ({ half: half === 'first' || half === '1st' ? 1 : 2 }),
  ],
  [
    /\b(?:the )?(?:last six months|latter half|back half|later half)(?: of the year)?\b/g,
    () => ({ half: 2 }),
  ],
  [/\b(?:mid[- ]?year|half[- ]?yearly?|by june|end of june|midyear)\b/g, () => ({ half: 1 })],
  [
    /(?<![a-z])h([12])(?!\d)|(?<![a-z\d])([12])h(?![a-z])/g,
    ([, first, second]) => ({ half: Number(first ?? second) as 1 | 2 }),
  ],
  // Quarters.
  [/(?<![前头])第?([一二三四1-4首末])季度?(?!稻|节|豆)/g, ([, quarter]) => ({ quarter: quarterOf(quarter) })],
  [/前三季度|头三季度|前三个季度|前九个月|1[-—~至到]9月|一至九月/g, () => ({ months: [1, 9] })],
  [
    /\b(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter\b/g,
    ([, quarter]) => ({ quarter: quarterOf(quarter) }),
  ],
  [
    /(?<![a-z])q([1-4])(?!\d)|(?<![a-z\d])([1-4])q(?![a-z])/g,
    ([, first, second]) => ({ quarter: quarterOf(first ?? second) }),
  ],
  [/\b(?:the )?first (?:nine|9|three) (?:months|quarters)\b/g, () => ({ months: [1, 9] })],
  // Years told from now.
  [/今年度?|本年度?|当年度?(?=[的全上下])|这一?年|今岁|本财年/g, () => ({ relative: 'this' })],
  [
    /去年度?|上一?年度?(?!半)|旧年|头年|过去一年|过去的一年|过去这一年|刚过去的一年|上个?财年|年前那年/g,
    () => ({ relative: 'last' }),
  ],
  [/明年度?|来年|下一?年度?|下一个年度|新的一年|新一年|转过年|下个?财年/g, () => ({ relative: 'next' })],
  [/前年/g, () => ({})],
  [/\b(?:in |for |of )?(?:this|the current) (?:year|fiscal year|fy)\b/g, () => ({ relative: 'this' })],
  [
    /\b(?:in |for |of )?(?:the )?(?:last|previous|prior|past|preceding) (?:year|fiscal year|twelve months|12 months)\b|\ba year ago\b/g,
    () => ({ relative: 'last' }),
  ],
  [
    /\b(?:in |for |of )?(?:the )?(?:next|coming|upcoming|following) (?:year|fiscal year|twelve months|12 months)\b|\bthe year ahead\b/g,
    () => ({ relative: 'next' }),
  ],
  [/(?<![a-z])(?:jinnian|jin nian)(?![a-z])/g, () => ({ relative: 'this' })],
  [/(?<![a-z])(?:qunian|qu nian)(?![a-z])/g, () => ({ relative: 'last' })],
  [/(?<![a-z])(?:mingnian|ming nian)(?![a-z])/g, () => ({ relative: 'next' })],
  [/(?<![a-z])shang ?ban ?nian(?![a-z])/g, () => ({ half: 1 })],
  [/(?<![a-z])xia ?ban ?nian(?![a-z])/g, () => ({ half: 2 })],
  // The whole of a year, and months.
  [
    /全年|整年|一整年|[到至]?年[底末]|年终(?=的|要|前)|\b(?:whole|full|entire) year\b|\byear[- ]end\b|\bby the end of the year\b|\bend of (?:the )?year\b/g,
    () => ({ wholeYear: true }),
  ],
  [/(?<!\d)(1[0-2]|[1-9])月份?(?!\d)/g, ([, month]) => ({ months: [Number(month), Number(month)] })],
  [
    /\b(january|february|march|april|june|july|august|september|october|november|december)\b/g,
    ([, month]) => ({ months: [monthOf(month), monthOf(month)] }),
  ],
  // beside a year: a month cut short, may, a season
  [
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?= (?:of )?(?:[’']?\d\d|20\d\d|19\d\d)(?!\d))/g,
    ([, month]) => ({ months: [monthOf(month), monthOf(month)] }),
  ],
  [
    /\b(spring|summer|autumn|fall)\b(?= (?:of )?(?:20\d\d|19\d\d))/g,
    ([, season]) => ({ months: SEASONS[season] }),
  ],
];

/** First and last month. */
const SEASONS: Record<string, [number, number]> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  fall: [9, 11],
};
/** Words before a period that belong to it: by 2028, in 2024, 到2025年. */
const BEFORE = /(?:\b(?:in|by|for|during|of|over|as of|by the end of|until|since|from|year) )$/;

export interface PeriodReading {
  period: AskedPeriod | null;
  spans: AskingSpan[];
}

/** @param question normalised */
export function periodRead(question: string): PeriodReading {
  const spans: AskingSpan[] = [];
  const found: Value = {};
  for (const [pattern, valueIn] of RULES)
    for (const match of question.matchAll(pattern)) {
      const { index: start } = match;
      const end = start + match[0].length;
      if (spans.some((span) => span.start < end && span.end > start)) continue;
      if (/^\d+$/.test(match[0]) && COUNTS.test(question.slice(end))) continue;
      const value = valueIn(match);
      if (!value) continue;
      merge(found, value);
      spans.push({
        start: start - (BEFORE.exec(question.slice(0, start))?.[0].length ?? 0),
        end,
        group: 'period',
      });
    }
  if (/h2|下半年/.test(question) && found.half === undefined) found.half = 2;
  return { period: spans.length && Object.keys(found).length ? completed(found) : null, spans };
}

/** The first value stands; a second year ends a range. */
function merge(found: Value, value: Value): void {
  if (value.year !== undefined && found.year !== undefined && value.year !== found.year)
    found.untilYear = Math.max(value.year ?? 0, found.untilYear ?? 0);
  Object.assign(found, { ...value, ...found });
}

const completed = ({
  year = null,
  half = null,
  quarter = null,
  relative = null,
  ...rest
}: Value): AskedPeriod => ({ year, half, quarter, relative, ...rest });

const ANY_YEAR = /(?<![\d.])(?:20\d\d|19[5-9]\d)(?!\d|\.\d|[%％])|(?<!\d)[012]\d(?=年(?![前来间内多]))/g;

/** The years that a normalised question names, in order, with their offsets: 2019、2023年, 24年, June 1998. */
export function yearsNamedIn(question: string): { year: number; start: number }[] {
  return [...question.matchAll(ANY_YEAR)]
    .filter(({ 0: text, index }) => !COUNTS.test(question.slice(index + text.length)))
    .map(({ 0: text, index }) => ({ year: inCentury(text), start: index }));
}
