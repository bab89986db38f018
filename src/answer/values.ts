// Values in a text: numbers with what they count, shares and times in words, names. Whether one of them is of the
// type that a question asks for, and whether the source masks it (XX万元).
import path from 'node:path';
import { familyKey, isStopWord, phrasePattern, readWordLists, tagWords } from '../language/index.ts';
import type { AskedValue } from '../question/index.ts';

/** A value of the asked type; offsets in the text. */
export interface Value {
  start: number;
  end: number;
  masked: boolean;
  /** 1 for a value as it is asked for; less for a number that may count something else. */
  fit: number;
}

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/values.txt'));
const WORDS: Partial<Record<AskedValue['type'], RegExp>> = {
  share: phrasePattern(LISTS.words('share'), 'g'),
  count: phrasePattern(LISTS.words('count'), 'g'),
  money: phrasePattern(LISTS.words('money'), 'g'),
  duration: phrasePattern(LISTS.words('duration'), 'g'),
  date: phrasePattern(LISTS.words('date'), 'g'),
  reason: phrasePattern(LISTS.words('reason'), 'g'),
};
const TITLES = phrasePattern(LISTS.words('person'), 'g');
const PLACE = phrasePattern(LISTS.words('place'));
const BODY = phrasePattern(LISTS.words('body'));
const NAMES: Partial<Record<AskedValue['type'], { tag: RegExp; ending?: RegExp }>> = {
  person: { tag: /^nr/ },
  name: { tag: /^n[rtz]/ },
  place: { tag: /^ns/, ending: new RegExp(`[一-鿿]{2,8}?(?:${PLACE.source})`, 'g') },
  body: { tag: /^nt/, ending: new RegExp(`[一-鿿]{2,8}?(?:${BODY.source})`, 'g') },
};

/** A number with its magnitude; x stands for digits that the source masks. */
const NUMBER =
  /(?<![a-z\d.])(\d+(?:,\d+)*(?:\.\d+)?|[一二三四五六七八九十百千两]+|x+(?:\.x+)?(?![a-z]))(?:多|余|来|几)?( ?(?:[百千十]?[万亿]{1,2}|hundred|thousand|million|billion|trillion|bn|mn|[mk](?![a-z]))?)(?:多|余|来|个(?=[年月]|百分点|小时))?/g;
/** Characters beside a number that tell what it counts. */
const BESIDE = 28;

type NumberKind = 'money' | 'share' | 'size' | 'duration' | 'date' | 'order' | 'count' | 'bare';

const MONEY_BEFORE = /(?:[$£€¥]|\brmb|\busd|\bhkd) ?$/;
const KIND_AFTER: [NumberKind, RegExp][] = [
  ['share', /^ ?(?:[%‰]|个?百分点|percent|per cent|pct\b|成(?![立为员果长熟套])|倍)/],
  [
    'money',
    /^ ?(?:[美港欧日澳加]?元|块(?:钱)?(?![地田])|英镑|yuan|dollars?|pounds?|euros?|rmb|pence|cents?\b|p\b)/,
  ],
  [
    'size',
    /^ ?(?:亩|公顷|平方|立方|公里|千米|厘米|毫米|米|海里|里(?!程)|吨|公斤|千克|斤|克|升|千瓦|兆瓦|千伏|度(?!假)|毫克|微克|箱|标箱|m[²³23]|km|kg|kwh?|mwh?|gw|ha\b|hectares?|acres?|mu\b|miles?|metres?|meters?|feet|ft\b|tons?\b|tonnes?|litres?|liters?|square|cubic|sq\b|degrees?|kilo|mega|giga|barrels?)/,
  ],
  [
    'date',
    /^ ?(?:月(?!度)|[日号](?!线|楼|机)|[:点]\d|点(?:半|钟|整)?(?=[前后到至，。]|$)|时(?=[前后到至，。]|$)|o'clock|[ap]\.?m\b|(?:st|nd|rd|th)\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/,
  ],
  [
    'duration',
    /^[ -]?(?:年(?![底初末终度])|周|天|小时|分钟|月|星期|季度|学期|工作日|years?|months?|weeks?|days?|hours?|minutes?|mins?\b|hrs?\b|fortnights?|decades?|nights?|working days?)/,
  ],
];
const MONTH_BEFORE =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? $/;
/** A year alone, and one before 年. */
const YEAR = /^(?:19|20)\d\d$|^x{4}$/;
/** An earlier year is told from an amount by the words around it. */
const EARLIER_YEAR = /^1[0-8]\d\d$/;
const YEAR_BEFORE =
  /\b(?:in|since|by|until|till|before|after|from|around|circa|c\.|during|year|early|late|mid|between|and|to|of|about|january|february|march|april|may|june|july|august|september|october|november|december),? $/;
const AGE_BEFORE = /\bage(?:d| of)? $/;
/** 4.坪南沟 begins the fourth item; 第四 is a rank; 1-6月 and 2023—2025 are spans of time. */
const ITEM_AFTER = /^(?:\.(?=[^\s\d])|[、)）](?!\d)|[-—–~至到]\d{1,2}月|[-—–/]\d{1,4})/;

interface WrittenNumber {
  start: number;
  end: number;
  masked: boolean;
  kind: NumberKind;
  after: string;
}

function numbersIn(plain: string): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (const match of plain.matchAll(NUMBER)) {
    const [all, digits, magnitude] = match;
    const start = match.index;
    const end = start + all.length;
    const after = plain.slice(end, end + BESIDE);
    const isWord = /^[一-鿿]/.test(digits);
    if (isWord && !/^[一-鿿]/.test(after + magnitude)) continue;
    const kind = kindOf(plain.slice(Math.max(0, start - 12), start), digits, magnitude, after);
    if (isWord && kind === 'count' && !COUNTING.test(after)) continue;
    const masked = digits.startsWith('x');
    if (masked && (kind === 'bare' || (kind === 'count' && (!COUNTING.test(after) || AREA.test(after)))))
      continue;
    found.push({ start, end, masked, kind, after });
  }
  return found;
}

/** Words of one character in which 一 counts nothing (一是, 一定, 一些) have no measure word after it. */
const COUNTING =
  /^[个名位户家人次件起例宗项条处所座台套辆部份本册张篇场期届批轮班组支队只头株棵亩盏块片栋幢间口站点镇村乡县市区类种方大级层环艘架枚吨把根眼样门杆塔]/;

/** XX镇 masks a name. */
const AREA = /^[镇乡村县市区站点班组队]/;

function kindOf(before: string, digits: string, magnitude: string, after: string): NumberKind {
  if (/百分之$/.test(before)) return 'share';
  if (MONEY_BEFORE.test(before)) return 'money';
  if (/第$/.test(before)) return 'order';
  if (YEAR.test(digits) && magnitude.trim() === '' && !/^ ?(?:[个户人元亩件次家名]|[a-z]+s\b)/.test(after))
    return 'date';
  if (isEarlierTime(before, digits, after)) return 'date';
  if (AGE_BEFORE.test(before)) return 'duration';
  if (/^\s*$/.test(before) && /^\.\s/.test(after)) return 'order';
  if (magnitude.trim() === '' && ITEM_AFTER.test(after))
    return /月/.test(after.slice(0, 6)) ? 'date' : 'order';
  const kind = KIND_AFTER.find(([, pattern]) => pattern.test(after))?.[0];
  if (kind) return kind;
  if (MONTH_BEFORE.test(before)) return 'date';
  if (/[万亿]/.test(magnitude) && !/^[一-鿿]/.test(after)) return 'money';
  return /^ ?[一-鿿a-z]/.test(after) ? 'count' : 'bare';
}

const AGO = /^ ?(?:years?|months?|weeks?|days?|hours?) ago\b/;

/** In 1835, 1644年, 150 BC, 66 million years ago; a year is followed by no word that it could count. */
function isEarlierTime(before: string, digits: string, after: string): boolean {
  if (AGO.test(after) || /^ ?(?:bc|bce|ad|ce)\b/.test(after) || /^年\d{1,2}月/.test(after)) return true;
  if (!EARLIER_YEAR.test(digits)) return false;
  if (/^ ?年/.test(after)) return true;
  const next = /^[ ]([a-z]+)/.exec(after)?.[1];
  return YEAR_BEFORE.test(before) && (next === undefined || isStopWord(next));
}

/** A number that may count something else than what is asked for. */
const OTHER_MEASURE = 0.5;
/** A number with nothing beside it, as in a table; its head may name the unit. */
const BARE = 0.5;

function fitOf({ kind, after }: WrittenNumber, { type, measure, nouns }: AskedValue): number {
  if ((type === 'count' || type === 'size') && !measure && !nouns) return FITS_ANY[kind] ?? 0; // how big: also money
  if (type === 'count' || type === 'size')
    return countFit(kind, after, { type, ...(measure ? { measure } : {}), ...(nouns ? { nouns } : {}) });
  if (kind === type || (type === 'duration' && kind === 'date' && AGO.test(after))) return 1;
  return kind === 'bare' && (type === 'money' || type === 'share') ? BARE : 0;
}

/** An amount of whatever. */
const FITS_ANY: Partial<Record<NumberKind, number>> = {
  count: 1,
  money: 1,
  share: 1,
  size: 1,
  order: 0.5,
  duration: 0.5,
  bare: 0.5,
};

function countFit(kind: NumberKind, after: string, { type, measure, nouns }: AskedValue): number {
  if (kind === 'date' || kind === 'money' || kind === 'share') return 0;
  if (measure?.test(after.trimStart())) return 1;
  if (measure && kind === 'count' && !nouns && !/^ ?[一-鿿]/.test(after)) return 1; // an English text has no measure words
  if (counts(after, nouns)) return 1;
  if (kind === 'size') return type === 'size' && !measure ? 1 : nouns && !measure ? 1 : OTHER_MEASURE;
  if (kind === 'count' && nouns && !measure && /^[一-鿿]/.test(after)) return 1; // 48032: what an English noun counts, Chinese words tell
  if (kind === 'count' && type === 'size' && measure) return 0; // 26只 is no area
  return kind === 'duration' || kind === 'order' ? 0 : OTHER_MEASURE;
}

/** Whether one of the asked English nouns stands behind a number. */
const counts = (after: string, nouns: AskedValue['nouns']): boolean =>
  nouns !== undefined &&
  (after.match(/[a-z]+/g)?.slice(0, 4) ?? []).some((word) => nouns.has(familyKey(word)));

/**
 * Values of the asked type.
 * @param plain normalised
 * @param written the same as it is written: capitals tell names
 */
export function valuesIn(plain: string, written: string, asked: AskedValue): Value[] {
  const { type } = asked;
  if (NAMES[type]) return namesIn(plain, written, type);
  const words = [...(WORDS[type] ? plain.matchAll(WORDS[type]) : [])].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
    masked: false,
    fit:
      (type === 'count' || type === 'money') &&
      !counts(plain.slice(index + text.length, index + text.length + BESIDE), asked.nouns)
        ? OTHER_MEASURE
        : 1,
  }));
  if (!NUMERIC.has(type)) return words;
  const numbers = numbersIn(plain).flatMap((number) => {
    const fit = fitOf(number, asked);
    return fit > 0 ? [{ start: number.start, end: number.end, masked: number.masked, fit }] : [];
  });
  return [...numbers, ...words];
}

const NUMERIC: ReadonlySet<AskedValue['type']> = new Set([
  'count',
  'money',
  'share',
  'size',
  'duration',
  'date',
]);
const RECOGNISED: ReadonlySet<AskedValue['type']> = new Set([
  ...NUMERIC,
  'reason',
  ...(Object.keys(NAMES) as AskedValue['type'][]),
]);

/** Whether values of a type can be told from other words. */
export const isRecognised = ({ type }: AskedValue): boolean => RECOGNISED.has(type);
/** Whether values of a type are numbers. */
export const isNumeric = ({ type }: AskedValue): boolean => NUMERIC.has(type);

const HEADS: Partial<Record<AskedValue['type'], RegExp>> = {
  money: /元|[$£€¥]|cost|price|budget|amount|spend|fee|预算|投资|金额|费|价/,
  share: /[%‰]|percent|share|rate|率|比/,
  size: /吨|亩|公顷|平方|立方|公里|米|千瓦|hectare|acre|km|tonne|area|length|volume|面积|长|量/,
  date: /日期|时间|时限|date|when|deadline|day|month|due/,
  duration: /期|时长|duration|days|months|years|hours/,
  person: /人|姓名|name|who|owner|lead|by/,
  body: /单位|部门|公司|owner|by|contractor|supplier/,
  place: /地|位置|where|place|site|location|venue/,
};

/** Whether the head of a table tells that its numbers or words are of the asked type. */
export const namesUnit = ({ type }: AskedValue, head: string): boolean =>
  type === 'count' || HEADS[type]?.test(head) === true;

/** Two words with capitals, or one behind a title. */
const ENGLISH_NAME =
  /(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Cllr|Councillor|Mayor|Minister|President|Secretary|Chair)\.? )?[A-Z][a-z’'-]+(?: (?:[A-Z]\.|de|van|bin|al))*(?: [A-Z][a-z’'-]+)+|[“"《「][^”"》」]{2,24}[”"》」]/g;

function namesIn(plain: string, written: string, type: AskedValue['type']): Value[] {
  const asValue = ({ index, 0: text }: RegExpExecArray, masked = false): Value => ({
    start: index,
    end: index + text.length,
    masked,
    fit: 1,
  });
  const found = [...written.matchAll(ENGLISH_NAME)].map((match) => asValue(match));
  const names = NAMES[type];
  if (!names || !/[一-鿿]/.test(plain)) return found;
  if (names.ending) found.push(...[...plain.matchAll(names.ending)].map((match) => asValue(match)));
  let at = 0;
  for (const { word, tag } of tagWords(plain)) {
    if (names.tag.test(tag) && word.length >= 2)
      found.push({ start: at, end: at + word.length, masked: false, fit: 1 });
    at += word.length;
  }
  if (type !== 'person') return found;
  const masked = [...plain.matchAll(TITLES)].filter(({ index }) => plain[index - 1] === 'x');
  return [...found, ...masked.map((match) => asValue(match, true))];
}
