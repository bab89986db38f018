// Which sentences of a passage hold the answer: a short quote that can be read alone.
import path from 'node:path';
import { normalise, phrasePattern, readWordLists } from '../language/index.ts';
import { headsAbove, type Span } from '../reports/index.ts';
import type { CoverageMeter, Hit, IndexedPassage } from '../search/index.ts';

/** Lengths in UTF-16 units. A shorter passage is quoted whole: its sentences often explain the best one. */
const WHOLE_LENGTH = 260;
const MAX_LENGTH = 200;
/** A shorter sentence is quoted with its neighbour. */
const MIN_LENGTH = 24;
const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/excerpt.txt'));
const REFERS_BACK = phrasePattern(PHRASES.words('refers back').map((phrase) => `^${phrase}`));

/** Consecutive sentences of a passage with how much of the question they cover. */
export interface Excerpt extends Span {
  /** Worth of the covered concepts in the best sentence, in nats. */
  worth: number;
  /** It holds a number of the asked unit. */
  figure: boolean;
  /** A figure is asked for, and the numbers here are masked in the source (XX万元). */
  masked: boolean;
}

/** What makes one sentence better than another. */
export interface ExcerptQuery {
  meter: CoverageMeter;
  /** A figure is asked for. */
  figure: boolean;
  unit?: RegExp;
  /** The year and the quarter that are asked about: tables name them as rows or columns. Normalised. */
  times?: RegExp[];
  /** A reason is asked for, which the sentences around may give. */
  reason?: boolean;
}

/** Worth of a figure beside that of the covered concepts, in nats; the second is added for the asked unit. */
const FIGURE_WORTH = 2;
const UNIT_WORTH = 4;
/** Worth of a row of the asked year or quarter, or below a column of it, in nats. */
const TIME_WORTH = 1.5;

/** The best sentence of a passage with the one that it refers back to; a short passage as a whole. */
export function excerptOf(hit: Hit, query: ExcerptQuery): Excerpt {
  const { text } = hit.file;
  const { sentences } = hit.passage;
  const words = sentences.map((span) => text.slice(span.start, span.end));
  const scored = words.map((each, i) => scoreOf(each, query, headOf(hit, sentences[i])));
  const best = scored.reduce((top, { worth }, i) => (worth > scored[top].worth ? i : top), 0);
  const stretch = { first: best, last: best };
  const length = () => sentences[stretch.last].end - sentences[stretch.first].start;
  if (best > 0 && (REFERS_BACK.test(words[best]) || words[best].length < MIN_LENGTH)) stretch.first--;
  if (length() > MAX_LENGTH) stretch.first = best;
  if (hit.passage.end - hit.passage.start <= (query.reason ? MAX_LENGTH + MIN_LENGTH : WHOLE_LENGTH)) {
    stretch.first = 0;
    stretch.last = sentences.length - 1;
  }
  if (length() < MIN_LENGTH && stretch.last + 1 < sentences.length) stretch.last++;
  extend(stretch, words, query);
  const whole = scoreOf(words.slice(stretch.first, stretch.last + 1).join(''), query);
  return {
    start: sentences[stretch.first].start,
    end: sentences[stretch.last].end,
    ...scored[best],
    masked: whole.masked,
  };
}

/** Adds neighbouring sentences as long as they cover more of the question. */
function extend(stretch: { first: number; last: number }, words: string[], { meter }: ExcerptQuery): void {
  const coveredBy = (first: number, last: number) =>
    meter.coverage(meter.shares(normalise(words.slice(first, last + 1).join(''))));
  for (;;) {
    const covered = coveredBy(stretch.first, stretch.last);
    const after = stretch.last + 1 < words.length ? coveredBy(stretch.first, stretch.last + 1) : 0;
    const before = stretch.first > 0 ? coveredBy(stretch.first - 1, stretch.last) : 0;
    if (Math.max(after, before) < covered + MIN_COVERAGE_GAIN) return;
    const first = after >= before ? stretch.first : stretch.first - 1;
    const last = after >= before ? stretch.last + 1 : stretch.last;
    if (words.slice(first, last + 1).join('').length > MAX_LENGTH) return;
    stretch.first = first;
    stretch.last = last;
  }
}

/** Share of the question that a neighbouring sentence must add. */
const MIN_COVERAGE_GAIN = 0.08;

/** What names the columns of a row that begins at `start`; empty where it is none. */
export function headOf({ file, report, passage }: IndexedPassage, { start }: Span): string {
  if (passage.table === undefined) return '';
  return headsAbove(report, { table: passage.table, start })
    .map((head) => file.text.slice(head.start, head.end))
    .join('\n');
}

/**
 * How much of the question some words hold, in nats, and whether they hold the asked figure.
 * @param head of the table whose row the words are: it may hold what is asked for, and the unit
 */
export function scoreOf(
  words: string,
  { meter, figure, unit, times = [] }: ExcerptQuery,
  head = '',
): Pick<Excerpt, 'worth' | 'figure' | 'masked'> {
  const plain = normalise(words);
  const names = normalise(head);
  let worth = meter.worthOf(meter.shares(`${names}\n${plain}`));
  if (head !== '') worth += TIME_WORTH * times.filter((time) => time.test(names) || time.test(plain)).length;
  if (!figure) return { worth, figure: false, masked: false };
  const numbers = [...plain.matchAll(NUMBER)];
  const ofUnit = numbers.filter((match) => isOfUnit(match, unit));
  const isOfColumn = unit?.test(names) === true && numbers.some((match) => !isMasked(match[1]));
  const hasUnit = isOfColumn || (unit !== undefined && ofUnit.some((match) => !isMasked(match[1])));
  if (/\d/.test(plain)) worth += FIGURE_WORTH;
  if (hasUnit) worth += UNIT_WORTH;
  return { worth, figure: hasUnit, masked: isAskedMasked(plain, unit, meter) };
}

/** The end of a clause of a normalised text; the comma in 12,345 ends none. */
const CLAUSE_END = /(?<=[。；;！!？?])|(?<=[，,])(?!\d)/;

/**
 * Whether the asked figure is masked. Where its unit is known, the figures of that unit count in the clauses
 * that cover most of the question; else all figures.
 */
function isAskedMasked(plain: string, unit: RegExp | undefined, meter: CoverageMeter): boolean {
  const figuresIn = (words: string) => [...words.matchAll(NUMBER)].filter((match) => isOfUnit(match, unit));
  const allMasked = (figures: RegExpMatchArray[]) => figures.every((match) => isMasked(match[1]));
  if (unit === undefined) {
    const figures = figuresIn(plain).filter((match) => /[\dx]/.test(match[1]));
    return figures.length > 0 && allMasked(figures) && !APPROXIMATE.test(plain);
  }
  const clauses = plain
    .split(CLAUSE_END)
    .map((words) => ({ figures: figuresIn(words), worth: meter.worthOf(meter.shares(words)) }))
    .filter(({ figures }) => figures.length > 0);
  const maxWorth = Math.max(...clauses.map(({ worth }) => worth));
  return clauses.length > 0 && clauses.every(({ figures, worth }) => worth < maxWorth || allMasked(figures));
}

/** Characters before a number and after it in which its unit may stand: $1.1 billion, 1,140 member firms. */
const BEFORE_NUMBER = 2;
const AFTER_NUMBER = 14;

function isOfUnit(match: RegExpMatchArray, unit: RegExp | undefined): boolean {
  if (unit === undefined || unit.test(match[0])) return true;
  const text = match.input ?? '';
  const at = match.index ?? 0;
  if (/[\u3400-\u9fff]/.test(match[2])) return unit.test(text.slice(Math.max(0, at - BEFORE_NUMBER), at));
  return unit.test(text.slice(Math.max(0, at - BEFORE_NUMBER), at + match[1].length + AFTER_NUMBER));
}

const NUMBER =
  /(?<![a-z])(\d[\d.,]*|[一二三四五六七八九十百千万两]+|x+(?:\.x+)?)(?:多|余|来)?(?:万|亿)?([^\d，。；、]{0,3})/g;
const isMasked = (number: string): boolean => /x/.test(number);
/** Figures in words: 超亿元, 一半, 每月. */
const APPROXIMATE = /[超近过上][千百]?[万亿]|一半|半数|翻番|每[天周月季年]|逐[月年]/;
