// Which sentences of a passage hold the answer: a short quote that can be read alone.
import path from 'node:path';
import { normalise, phrasePattern, readWordLists } from '../language/index.ts';
import type { AskedValue } from '../question/index.ts';
import { headsAbove, type Span } from '../reports/index.ts';
import { type CoverageMeter, type Hit, type IndexedPassage, textOf } from '../search/index.ts';
import { isNumeric, isRecognised, namesUnit, type Value, valuesIn } from './values.ts';

/** Lengths in UTF-16 units. A shorter passage is quoted whole: its sentences often explain the best one. */
const WHOLE_LENGTH = 260;
const MAX_LENGTH = 200;
/** A shorter sentence is quoted with its neighbour. */
const MIN_LENGTH = 24;
const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/excerpt.txt'));
const REFERS_BACK = phrasePattern(PHRASES.words('refers back').map((phrase) => `^${phrase}`));

/** Consecutive sentences of a passage with how much of the question they cover. */
export interface Excerpt extends Span {
  /** What the best sentence is worth: its covered concepts and a value of the asked type, in nats. */
  worth: number;
  /** How well a readable value of the best sentence is of the asked type, 0 to 1. */
  value: number;
  /** The highest share of the question that stands beside such a value, 0 to 1: in its clause and the one before; in its sentence. */
  nearValue: number;
  inSentence: number;
  /** A value is asked for, and the one beside the words of the question is masked in the source (XX万元). */
  masked: boolean;
}

/** What makes one sentence better than another. */
export interface ExcerptQuery {
  meter: CoverageMeter;
  /** The value that is asked for. */
  asked?: AskedValue;
  /** The question, normalised: what it says itself is no value that answers it. */
  question: string;
  /** The year and the quarter that are asked about: tables name them as rows or columns. Normalised. */
  times?: RegExp[];
  /** A reason is asked for, which the sentences around may give. */
  reason?: boolean;
}

/** Worth of a number beside that of the covered concepts where one is asked for, in nats. */
const NUMBER_WORTH = 2;
/** Added for a value of the asked type: for a number, and for a name or a reason. */
const VALUE_WORTH = 4;
const NAME_WORTH = 1.5;
/** A masked value shows where the answer would stand; a readable one elsewhere is better. */
const MASKED_SHARE = 0.6;
/** Worth of a row of the asked year or quarter, or below a column of it, in nats. */
const TIME_WORTH = 1.5;

/** The best sentence of a passage with the one that it refers back to; a short passage as a whole. */
export function excerptOf(hit: Hit, whole: ExcerptQuery): Excerpt {
  const { text } = hit.file;
  const { sentences } = hit.passage;
  const query = { ...whole, meter: whole.meter.within(readWith(hit)) };
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
  const head = headOf(hit, sentences[best]);
  return {
    start: sentences[stretch.first].start,
    end: sentences[stretch.last].end,
    ...scored[best],
    ...nearness(words.slice(stretch.first, stretch.last + 1).join(''), head, labelsAbove(hit), query),
  };
}

/** All that is read of a passage, normalised: its heads, its text and the labels above it. */
function readWith(hit: Hit): string {
  const heads = new Set(hit.passage.sentences.map((sentence) => headOf(hit, sentence)));
  return normalise([...heads, textOf(hit), ...labelsAbove(hit)].join('\n'));
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
export function scoreOf(words: string, query: ExcerptQuery, head: string): Pick<Excerpt, 'worth' | 'value'> {
  const { meter, asked, times = [] } = query;
  const plain = normalise(words);
  const names = normalise(head);
  let worth = meter.worthOf(meter.shares(`${names}\n${plain}`));
  if (head !== '') worth += TIME_WORTH * times.filter((time) => time.test(names) || time.test(plain)).length;
  if (!asked || !isRecognised(asked)) return { worth, value: 0 };
  const values = answersIn(plain, words, names, query);
  const bestOf = (isMasked: boolean) =>
    Math.max(0, ...values.filter(({ masked }) => masked === isMasked).map(({ fit }) => fit));
  const value = bestOf(false);
  const told = Math.max(value, MASKED_SHARE * bestOf(true));
  if (isNumeric(asked)) worth += (/\d/.test(plain) ? NUMBER_WORTH : 0) + VALUE_WORTH * told;
  else worth += NAME_WORTH * told;
  return { worth, value };
}

/** Values of the asked type that the question does not say itself. */
function answersIn(plain: string, words: string, head: string, { asked, question }: ExcerptQuery): Value[] {
  if (!asked) return [];
  const inUnit = head !== '' && namesUnit(asked, head);
  return valuesIn(plain, words, asked)
    .filter(({ start, end, masked }) => masked || !question.includes(plain.slice(start, end).trim()))
    .map((value) => (inUnit ? { ...value, fit: 1 } : value));
}

/** The end of a clause of a normalised text; the comma in 12,345 ends none. */
const CLAUSE_END = /(?<=[。；;！!？?\n])|(?<=[，,])(?!\d)/;

/** The labels of the sections around a passage, and the title of its report. */
export function labelsAbove({ report, passage }: Hit): string[] {
  const labels = [report.title];
  for (let at = passage.section; at > 0; at = report.sections[at].parent)
    labels.push(report.sections[at].label);
  return labels;
}

const SENTENCE_END = /(?<=[。；;！!？?\n])|(?<=\.)(?=\s)/;

/** How much of the question is said of a value, readable and masked. */
function nearness(
  words: string,
  head: string,
  labels: string[],
  query: ExcerptQuery,
): Pick<Excerpt, 'nearValue' | 'inSentence' | 'masked'> {
  const { meter, asked } = query;
  if (!asked || !isRecognised(asked)) return { nearValue: 0, inSentence: 0, masked: false };
  const names = normalise(head);
  const above = meter.shares(normalise(labels.join('\n')));
  /** @param said a stretch with what counts as said of its values */
  const bestOf = (stretches: readonly { start: number; text: string; said: string }[]) => {
    const best = { readable: 0, masked: 0 };
    for (const { start, text, said } of stretches) {
      const own = meter.shares(`${names}\n${said}`);
      const near = meter.coverage(own.map((share, i) => Math.max(share, above[i]))) + CLAUSE_WORTH;
      // no value fits better than wholly: a stretch that says less is not searched for values
      if (near <= best.readable) continue;
      for (const { masked, fit } of answersIn(text, words.slice(start, start + text.length), names, query)) {
        const kind = masked ? 'masked' : 'readable';
        best[kind] = Math.max(best[kind], fit * near);
      }
    }
    return best;
  };
  const plain = normalise(words);
  const clauses = partsOf(plain, CLAUSE_END);
  const beside = bestOf(
    clauses.map((each, i) => ({ ...each, said: (clauses[i - 1]?.text ?? '') + each.text })),
  );
  const within = bestOf(partsOf(plain, SENTENCE_END).map((each) => ({ ...each, said: each.text })));
  // a readable value farther from the words of the question than a masked one is that of another thing
  const masked = beside.masked > beside.readable;
  return { nearValue: masked ? 0 : beside.readable, inSentence: masked ? 0 : within.readable, masked };
}

/** A text cut where a pattern fits. */
function partsOf(text: string, end: RegExp): { start: number; text: string }[] {
  let start = 0;
  return text.split(end).map((part) => {
    start += part.length;
    return { start: start - part.length, text: part };
  });
}

/** What a value counts for where nothing of the question stands beside it, as a share of the question. */
const CLAUSE_WORTH = 0.05;
