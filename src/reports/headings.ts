// Detects headings: whole lines, and run-in headings that share their line with text.
import { endsSentence, trimEndOf, withoutEnclosed } from '../language/index.ts';
import { englishHeadingStyle, isLatin } from './english-headings.ts';
import { NUMBERING_STYLES, type Numbering, type NumberingStyle } from './numbering.ts';
import { isBarePartHeading } from './split-reports.ts';
import type { TextLine } from './text-line.ts';

/** How a heading is marked; `standalone`, `lead`, `point` and `turn` have no numbering of their own. */
export type HeadingStyle =
  | NumberingStyle
  | 'declared'
  | 'bare'
  | 'capitals'
  | 'titled'
  | 'standalone'
  | 'lead'
  | 'point'
  | 'turn';

/** The number of a heading as it is looked up: 14 of 第十四条, 3.2, b of Annex B; see `numberKey`. */
export interface PartNumber {
  style: NumberingStyle;
  key: string;
}

/** A heading at the start of a line: its first `length` units. `label` is without numbering and end marks. */
export interface LineHeading {
  style: HeadingStyle;
  length: number;
  label: string;
  /** Level that the format declares. */
  level?: number;
  number?: PartNumber;
}

/** A longer numbered sentence is a point of a list, not a run-in heading. */
const MAX_RUN_IN_LENGTH = 36;
const MAX_HEADING_LENGTH = 60;
const MAX_BARE_LENGTH = 24;
/** A longer declared heading is a paragraph formatted like one. */
const MAX_DECLARED_LENGTH = 100;
/** A heading without numbering is followed by a text of at least this length. */
const MIN_TEXT_LENGTH = 30;

/**
 * The length of the heading in a text that starts with one, its end mark (。 or ：) included; 0 where it starts
 * with none.
 */
export function runInLength(text: string, maxLength: number): number {
  const mark = /[。：:！；;？!?]/.exec(text);
  if (!mark || mark.index > maxLength || mark.index === 0 || !/[。：:！!]/.test(mark[0])) return 0;
  let end = mark.index + 1;
  while (end < text.length && /[”’"）)]/.test(text[end])) end++;
  const rest = text.slice(end).trim();
  return rest === '' || statesFigure(text.slice(0, end)) ? 0 : end;
}

/** A sentence with a figure that is no year states a fact; it is no heading. */
function statesFigure(sentence: string): boolean {
  const own = withoutEnclosed(sentence, [['“', '”']], ' ');
  return /\d/.test(own.replace(/(?:19|20)\d\d(?:[—-]20\d\d)?年?/g, ''));
}

/** A heading without the marks around it. */
export function labelOf(heading: string): string {
  return trimEndOf(heading, /[。：:！!\s]/).trim();
}

/**
 * The heading that a line starts with.
 * @param parallel recurring beginnings of lines (今年以来，我们…), see `parallelStarts`
 */
export function headingOf(
  line: TextLine,
  previous: TextLine | undefined,
  next: TextLine | undefined,
  parallel: Set<string>,
): LineHeading | undefined {
  if (line.continues || line.table !== undefined) return undefined;
  if (line.declaredLevel !== undefined && line.text.length <= MAX_DECLARED_LENGTH) {
    const numbered = line.numbering;
    const label = labelOf(line.text.slice(numbered?.length ?? 0)) || labelOf(line.text);
    return {
      style: 'declared',
      length: line.text.length,
      label,
      level: line.declaredLevel,
      ...numberOf(numbered),
    };
  }
  return numberedHeading(line, next) ?? unnumberedHeading(line, previous, next, parallel);
}

const numberOf = (numbering: Numbering | undefined): { number?: PartNumber } =>
  numbering && numbering.ordinal > 0
    ? { number: { style: numbering.style, key: numbering.key ?? String(numbering.ordinal) } }
    : {};

/** Parts that are headings by their number alone, whatever text follows it on its line. */
const NAMED_PARTS: ReadonlySet<NumberingStyle> = new Set(['part', 'annex', 'chapter', 'section', 'article']);

function numberedHeading(line: TextLine, next: TextLine | undefined): LineHeading | undefined {
  const { numbering } = line;
  if (!numbering || numbering.style === 'bullet') return undefined;
  const words = line.text.slice(numbering.length);
  const heading = (length: number): LineHeading => ({
    style: numbering.style,
    length: numbering.length + length,
    label: labelOf(words.slice(0, length)),
    ...numberOf(numbering),
  });
  if (NAMED_PARTS.has(numbering.style)) return namedPart(line, numbering, heading);
  const runIn = runInLength(words, MAX_RUN_IN_LENGTH);
  if (runIn > 0) return heading(runIn);
  if (words.length > MAX_HEADING_LENGTH || words === '') return undefined;
  if (!/[。！？；;!?，,]/.test(words)) return heading(words.length);
  const ended = endsSentence(words);
  if (!ended)
    return words.length <= MAX_RUN_IN_LENGTH + 10 && !/[”"]$/.test(words) ? heading(words.length) : undefined;
  const oneSentence = !/[。！？；!?].*[。！？；!?]/.test(words);
  const followed =
    next !== undefined && next.numbering?.style !== numbering.style && !opensHigher(next, numbering.style);
  return oneSentence &&
    followed &&
    words.length <= MAX_RUN_IN_LENGTH &&
    !/[；;]$/.test(words) &&
    !statesFigure(words)
    ? heading(words.length)
    : undefined;
}

/** 第三章 总则, Article 14: Penalties; of an article that goes on as text the number alone. */
function namedPart(
  { text }: TextLine,
  { length }: Numbering,
  heading: (length: number) => LineHeading,
): LineHeading | undefined {
  const words = text.slice(length);
  const isTitle = words.length <= MAX_HEADING_LENGTH && !/[。；;!！?？]|[.，,：:]$/.test(words);
  if (isTitle && words !== '') return heading(words.length);
  const name = text.slice(0, length).trimEnd();
  return { ...heading(0), length: name.length, label: trimEndOf(name, /[\s:：、．.–—-]/) };
}

function opensHigher(next: TextLine, style: NumberingStyle): boolean {
  const other = next.numbering;
  return other !== undefined && NUMBERING_STYLES.indexOf(other.style) < NUMBERING_STYLES.indexOf(style);
}

function unnumberedHeading(
  line: TextLine,
  previous: TextLine | undefined,
  next: TextLine | undefined,
  parallel: Set<string>,
): LineHeading | undefined {
  const { text } = line;
  const whole = (style: HeadingStyle): LineHeading => ({ style, length: text.length, label: labelOf(text) });
  if (!next) return undefined;
  if (isBarePartHeading(text)) return whole('bare');
  if (next.table !== undefined && endsSentence(text)) return undefined; // it announces the table
  const afterSentence =
    !previous || endsSentence(previous.text) || line.blankBefore > 0 || previous.table !== undefined;
  const twoParts =
    /^[^。；！？：:;!?”"，,]{3,16}[，,][^。；！？：:;!?”"，,]{3,16}$/.test(text) && !/[xX\d]$/.test(text);
  if (isLatin(text)) {
    const style = englishHeadingStyle(line, previous, next);
    return style && whole(style);
  }
  const counted = next.numbering;
  if (counted && !endsSentence(text))
    return afterSentence && twoParts && counted.ordinal === 1 ? whole('standalone') : undefined;
  if (afterSentence && text.length <= MAX_BARE_LENGTH && !/[。；！？，：:,;!?”"]|[xX]$/.test(text))
    return whole('standalone');
  const opensText = next.text.length >= MIN_TEXT_LENGTH;
  const afterHeading = previous?.numbering !== undefined;
  if ((afterSentence || afterHeading) && twoParts && opensText) return whole('standalone');
  const oneShortSentence = /^[^。；！？，：;!?\dxX]{4,16}。$/.test(text);
  if (oneShortSentence && !counted && opensText && !afterHeading) return whole('standalone');
  if (!counted && /^[^。；！？：;!?]{8,40}。$/.test(text) && isParallel(text, parallel))
    return whole('standalone');
  return undefined;
}

const START_LENGTH = 4;
const startOf = (text: string) => text.slice(0, START_LENGTH);
const MIN_PARALLEL = 2;

/** Whether a text begins like other short sentences at the beginning of lines. */
export const isParallel = (text: string, parallel: Set<string>): boolean => parallel.has(startOf(text));

/** Beginnings that at least two short first sentences of lines share: they mark parallel headings. */
export function parallelStarts(lines: TextLine[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text, numbering } of lines) {
    const first = /^[^。；！？：;!?]{8,40}。/.exec(text);
    if (first && !numbering) counts.set(startOf(text), (counts.get(startOf(text)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= MIN_PARALLEL).map(([start]) => start));
}

const MAX_LEAD_LENGTH = 20;
const MAX_INNER_LEAD_LENGTH = 14;
/** A label whose paragraph is shorter only names its value. */
const MIN_LABELLED_LENGTH = 60;
const NO_LEAD =
  /^(?:目前|其中|同时|此外|另外|各位|同志|对此|为此|以上|截至|现|已|并|主要)|如下|以下|方面$|包括|分别/;

/**
 * The length of the lead in a paragraph or the rest of one: a short sentence that names what the following
 * ones are about.
 * @param inner the text starts in the middle of a paragraph, where a lead must be shorter and plainer
 */
export function leadLength(text: string, inner: boolean, parallel: Set<string>): number {
  const parallelLead = !inner && isParallel(text, parallel) ? runInLength(text, MAX_RUN_IN_LENGTH + 4) : 0;
  if (parallelLead > 0) return parallelLead;
  const length = runInLength(text, inner ? MAX_INNER_LEAD_LENGTH : MAX_LEAD_LENGTH);
  if (length === 0) return 0;
  const lead = text.slice(0, length);
  const plain = !/[\dxX]/.test(lead) && !NO_LEAD.test(lead.replace(/[。：:]$/, '')) && lead.length > 4;
  const isLabel = /[：:]$/.test(lead);
  if (inner) return plain && !isLabel && !/[，,、“]/.test(lead) ? length : 0;
  if (isLabel && text.length - length < MIN_LABELLED_LENGTH) return 0; // 联系人：王某
  return plain && (!isLabel || !/[，,]/.test(lead)) ? length : 0;
}
