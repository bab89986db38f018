// Parts of a document that a question names by their number: 第十四条, 第三章, articles 14 to 16, section 4.2, slide 5, 第3页.
import { type NumberedPartName, numberKey, partNames } from '../reports/index.ts';

/** Numbered parts that a question names; both ends of a range included. Offsets in the normalised question. */
export interface PartReference {
  name: NumberedPartName;
  /** As `numberKey` gives it. */
  first: string;
  last: string;
  start: number;
  end: number;
}

const NAMES: readonly NumberedPartName[] = [
  'article',
  'chapter',
  'section',
  'part',
  'annex',
  'item',
  'slide',
  'page',
];
const { hanNumber: HAN, latinNumber: LATIN, chinese, english, ordinalWords } = partNames;
const NUMBERED_LATIN = '\\d{1,3}(?:\\.\\d{1,3}){0,4}|[ivxlc]{2,7}|[a-h]|[vx]';
const WORD_NUMBERS = LATIN.slice(LATIN.indexOf('one'));
/** 到, 至, and, to, commas. A range is one reference, an enumeration several. */
const RANGE_HAN = '(?:到|至|-|~|—|–)';
const AND_HAN = '(?:和|与|跟|及|以及|、|,)';
const RANGE_LATIN = '(?:to|through|until|-|–|—)';
const AND_LATIN = '(?:and|or|,|&)';

interface Pattern {
  name: NumberedPartName;
  pattern: RegExp;
  range: RegExp;
  next: RegExp;
}

const patternsOf = (name: NumberedPartName): Pattern[] => {
  const zh = chinese(name);
  const en = english(name);
  const latinRange = new RegExp(`\\s{0,2}${RANGE_LATIN}\\s{0,2}(${NUMBERED_LATIN})\\b`, 'y');
  const latinNext = new RegExp(`\\s{0,2}${AND_LATIN}\\s{0,2}(\\d{1,3}(?:\\.\\d{1,3}){0,4})\\b`, 'y');
  const patterns = [
    {
      pattern: new RegExp(
        `\\b(?:${en})\\s{0,2}(${NUMBERED_LATIN}|${WORD_NUMBERS})\\b(?!\\s?(?:%|percent|per))`,
        'g',
      ),
      range: latinRange,
      next: latinNext,
    },
    {
      pattern: new RegExp(`\\b(${ordinalWords.join('|')}|\\d{1,3}(?:st|nd|rd|th)) (?:${en})\\b`, 'g'),
      range: latinRange,
      next: latinNext,
    },
  ];
  if (name === 'annex') {
    patterns.push({
      pattern: new RegExp(`(?:${zh})\\s?(${HAN})`, 'g'),
      range: new RegExp(`${RANGE_HAN}(${HAN})`, 'y'),
      next: new RegExp(`${AND_HAN}(?:${zh})?(${HAN})`, 'y'),
    });
    return patterns.map((each) => ({ name, ...each }));
  }
  patterns.push({
    pattern: new RegExp(
      `第\\s?(${HAN})\\s?(?:${zh})?(?=(?:${zh})|${RANGE_HAN}第?\\s?(?:${HAN})\\s?(?:${zh})|${AND_HAN}第?\\s?(?:${HAN})\\s?(?:${zh}))(?:${zh})?`,
      'g',
    ),
    range: new RegExp(`(?:${zh})?${RANGE_HAN}第?\\s?(${HAN})\\s?(?:${zh})`, 'y'),
    next: new RegExp(`(?:${zh})?${AND_HAN}第?\\s?(${HAN})\\s?(?:${zh})`, 'y'),
  });
  return patterns.map((each) => ({ name, ...each }));
};

const PATTERNS = NAMES.flatMap(patternsOf);
/** In questions only slides and pages are meant by an ordinal in words: the first item is any first one. */
const ORDINAL_NAMES = new Set<NumberedPartName>(['article', 'chapter', 'section', 'slide', 'page']);

/** The numbered parts that a normalised question names, in its order. */
export function partReferencesIn(question: string): PartReference[] {
  const found: PartReference[] = [];
  for (const each of PATTERNS) {
    for (const match of question.matchAll(each.pattern)) {
      const isOrdinal = ordinalWords.includes(match[1]) || /\dth$|\d(?:st|nd|rd)$/.test(match[1]);
      if (isOrdinal && !ORDINAL_NAMES.has(each.name)) continue;
      found.push(...referencesAt(question, match, each));
    }
  }
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(
    (each, i) => !sorted.slice(0, i).some(({ start, end }) => each.start >= start && each.start < end),
  );
}

/** The reference that a match begins, and those that it enumerates. */
function referencesAt(
  question: string,
  match: RegExpMatchArray,
  { name, range, next }: Pattern,
): PartReference[] {
  const start = match.index ?? 0;
  const keyOf = (written: string): string => keyOfOrdinal(written) ?? numberKey(written);
  const first: PartReference = {
    name,
    first: keyOf(match[1]),
    last: keyOf(match[1]),
    start,
    end: start + match[0].length,
  };
  const bis = name === 'article' ? BIS.exec(question.slice(first.end, first.end + 2)) : null;
  if (bis) {
    first.first = `${first.first}-${numberKey(bis[1])}`;
    first.last = first.first;
    first.end += bis[0].length;
  }
  const references = [first];
  for (;;) {
    const current = references.at(-1) as PartReference;
    range.lastIndex = current.end;
    const to = range.exec(question);
    if (to) {
      current.last = numberKey(to[1]);
      current.end += to[0].length;
      continue;
    }
    next.lastIndex = current.end;
    const further = next.exec(question);
    if (!further) return references;
    const key = numberKey(further[1]);
    references.push({
      name,
      first: key,
      last: key,
      start: current.end,
      end: current.end + further[0].length,
    });
  }
}

/** 第四条之一 stands after 第四条. */
const BIS = /^之([一二三四五六七八九十])/;

function keyOfOrdinal(written: string): string | undefined {
  const word = ordinalWords.indexOf(written);
  if (word >= 0) return String(word + 1);
  return /^(\d+)(?:st|nd|rd|th)$/.exec(written)?.[1];
}
