// Which of the first lines is the title: letterheads, numbers of documents, names of organisations, mottos and names of
// speakers stand there too. Each line gets points; what was taken for the title stays unless another one is clearly better.
import path from 'node:path';
import { readWordLists, simplified } from '../language/index.ts';
import { titleKey } from './contents.ts';
import { frontLineKind, isDocumentNumber } from './front-lines.ts';
import { issuerIn } from './metadata/issuer.ts';
import { endsAsDocument } from './metadata/kind.ts';
import { nameIn, organisationIn } from './metadata/organisation.ts';
import { firstPeriodIn, withoutPeriods } from './metadata/written-period.ts';
import { numberingOf } from './numbering.ts';
import { headingEvidence } from './section-kinds/heading-evidence.ts';
import { isBarePartHeading } from './split-reports.ts';
import type { TextLine } from './text-line.ts';

/** The first lines of a report with the title among them. */
interface TitledLines {
  title?: TextLine;
  /** The title with the lines that belong to it; empty where there is none. */
  words: string;
  /** Lines around the title: they belong to no passage. */
  before: TextLine[];
  /** Those of them that stand above it. */
  above: TextLine[];
  lines: TextLine[];
}

const MAX_LINES = 8;
const MAX_TITLE_LENGTH = 60;
const MAX_ENGLISH_LENGTH = 130;
const MIN_LENGTH = 4;

const POINTS = {
  taken: 2,
  first: 2,
  declared: 3,
  document: 4,
  period: 1,
  stated: 4,
  capitals: 3,
  apart: 4,
  organisation: -4,
  above: -6,
  letterhead: -8,
};
/** A line becomes the title of a report without one. */
const MIN_POINTS = 6;
/** Another line is clearly better than the one that was taken for the title. */
const MIN_LEAD = 3;

/**
 * @param taken the line that splitting takes for the title
 * @param stated the title that the format states, or an empty text
 */
export function withTitleLine(taken: TextLine | undefined, lines: TextLine[], stated: string): TitledLines {
  const all = taken ? [taken, ...lines] : lines;
  if (all.length > 0 && isFirstPart(all[0], all.slice(1), stated))
    return { words: '', before: [], above: [], lines: all };
  const opening = openingOf(all);
  const points = opening.map((line, i) => pointsOf(line, { next: all[i + 1], isFirst: i === 0, stated }));
  const best = points.reduce((at, each, i) => (each > (points[at] ?? Number.NEGATIVE_INFINITY) ? i : at), 0);
  const own = taken ? (points[0] ?? 0) + POINTS.taken : Number.NEGATIVE_INFINITY;
  const isBetter = taken
    ? best > 0 && points[best] >= own + MIN_LEAD && points[best] >= POINTS.document
    : points[best] >= MIN_POINTS && all.length > best + 1;
  if (isBetter) return withSubtitle(all, best);
  // the name of who speaks, alone between front lines
  if (taken && taken.declaredLevel === undefined && frontLineKind(taken.text) === 'name' && stated !== '')
    return { words: '', before: [taken], above: [], lines };
  return taken ? withSubtitle(all, 0) : { words: '', before: [], above: [], lines };
}

/** The first of the second-level headings of a text whose title stands in its front matter. */
const isFirstPart = (
  { text, declaredLevel = 1 }: TextLine,
  lines: readonly TextLine[],
  stated: string,
): boolean =>
  declaredLevel > 1 &&
  stated !== '' &&
  !titleKey(stated).includes(titleKey(text)) &&
  !endsAsDocument(text) &&
  (endsAsDocument(stated) || headingEvidence(text).plainly !== undefined) &&
  lines.some((line) => line.declaredLevel === declaredLevel);

/** A title of several lines: the office stands above it in Chinese, the year below it. */
function withSubtitle(lines: TextLine[], at: number): TitledLines {
  const title = lines[at];
  const next = lines[at + 1];
  const above = lines[at - 1];
  const isYear = next !== undefined && isBarePeriod(next) && firstPeriodIn(title.text) === undefined;
  const gap = isChinese(title.text) ? '' : ' ';
  const office =
    above &&
    /^(?:19|20)\d\d|^[关關][于於]/.test(title.text) &&
    issuerIn(simplified(above.text)) === simplified(above.text)
      ? above.text
      : '';
  const isMotto = next !== undefined && isSubtitleOf(title.text, next);
  const end = isYear || isMotto ? at + 2 : at + 1;
  return {
    title,
    words: `${office}${title.text}${isYear ? gap + next.text : ''}${isMotto ? dashed(next.text) : ''}`,
    above: lines.slice(0, at),
    before: [...lines.slice(0, at), ...lines.slice(at + 1, end)],
    lines: lines.slice(end),
  };
}

/** ——2023年工作总结 below a motto. */
const isSubtitleOf = (motto: string, { text, table }: TextLine): boolean =>
  table === undefined &&
  SUBTITLE_DASH.test(text) &&
  !endsAsDocument(simplified(motto)) &&
  endsAsDocument(simplified(text)) &&
  frontLineKind(text) === undefined;
const SUBTITLE_DASH = /^\s*(?:[—–―─]{1,3}|--)\s*/;
const dashed = (subtitle: string): string => `——${subtitle.replace(SUBTITLE_DASH, '')}`;

const MAX_PERIOD_LENGTH = 24;

/** A line that is nothing but a year or the like. */
const isBarePeriod = ({ text, table }: TextLine): boolean =>
  table === undefined &&
  text.length <= MAX_PERIOD_LENGTH &&
  firstPeriodIn(text) !== undefined &&
  !/[\p{L}\p{N}]/u.test(withoutPeriods(text)) &&
  frontLineKind(text) === undefined;

/** The lines before the first paragraph, salutation or numbered heading. */
function openingOf(lines: readonly TextLine[]): TextLine[] {
  const found: TextLine[] = [];
  for (const line of lines.slice(0, MAX_LINES)) {
    const isFront = frontLineKind(line.text) !== undefined;
    const numbering = numberingOf(line.text);
    if (found.length > 0 && !isFront && (numbering !== undefined || isProse(line.text))) break;
    if (found.length > 0 && (line.declaredLevel ?? 1) > 1 && !isTitleBelow(found, line)) break;
    found.push(line);
  }
  return found;
}

/** A second-level heading that names the document, right below the name of who wrote it. */
const isTitleBelow = (above: readonly TextLine[], { text, declaredLevel = 1 }: TextLine): boolean =>
  above.length === 1 &&
  above[0].declaredLevel === declaredLevel - 1 &&
  !endsAsDocument(above[0].text) &&
  endsAsDocument(text);

const isChinese = (text: string): boolean => /[\u3400-\u9fff]/.test(text);

/** A sentence or a salutation. */
function isProse(text: string): boolean {
  if (isChinese(text)) return text.length > MAX_TITLE_LENGTH || /[。；！：:，]$/.test(text);
  return (
    text.length > MAX_ENGLISH_LENGTH ||
    /[.;:,]$/.test(text) ||
    (/^[a-z]/.test(text) && text.length > MAX_TITLE_LENGTH)
  );
}

interface Around {
  next: TextLine | undefined;
  isFirst: boolean;
  stated: string;
}

function pointsOf(
  { text: written, declaredLevel, table }: TextLine,
  { next, isFirst, stated }: Around,
): number {
  const text = simplified(written);
  if (text.length < MIN_LENGTH || table !== undefined || isProse(text)) return Number.NEGATIVE_INFINITY;
  if ((frontLineKind(text) !== undefined && !isTitleOfSpeech(text)) || numberingOf(text))
    return Number.NEGATIVE_INFINITY;
  if (/[。；]/.test(text) || isBarePartHeading(text)) return Number.NEGATIVE_INFINITY;
  let points = isFirst ? POINTS.first : 0;
  // of the second level only what stands right below a name is looked at
  if (declaredLevel !== undefined) points += POINTS.declared;
  if (endsAsDocument(text)) points += POINTS.document;
  if (firstPeriodIn(text)) points += POINTS.period;
  if (stated !== '' && titleKey(stated).includes(titleKey(written))) points += POINTS.stated;
  if (isTitleCase(text)) points += POINTS.capitals;
  if (isFirst && next && next.blankBefore > 0 && isProse(next.text)) points += POINTS.apart;
  if (organisationIn(text) !== undefined || issuerIn(text) === text) points += POINTS.organisation;
  // 关于…的通知 above a number is no letterhead
  if (next && isDocumentNumber(next.text) && !text.includes('关于')) points += POINTS.letterhead;
  if (next && isNameAbove(text, next)) points += POINTS.above;
  return points;
}

/** A name or a motto, right above the line that names a document: BRANT FERRY LINES, Quarterly Report. */
const isNameAbove = (text: string, next: TextLine): boolean =>
  next.table === undefined &&
  (nameIn(text) !== undefined || (isChinese(text) && firstPeriodIn(next.text) !== undefined)) &&
  frontLineKind(next.text) === undefined &&
  !endsAsDocument(text) &&
  endsAsDocument(next.text) &&
  numberingOf(next.text) === undefined &&
  !isProse(next.text);

const MIN_CAPITALS = 0.75;
const JOINING = new Set(
  readWordLists(path.join(import.meta.dirname, 'metadata', 'organisation-words.txt')).words('joining'),
);

/** 在…会议上的讲话 names the occasion and the document. */
const isTitleOfSpeech = (text: string): boolean =>
  /^在/.test(text) && !/\d/.test(text) && endsAsDocument(text);

/** Most of the longer words of an English line begin with a capital. */
function isTitleCase(text: string): boolean {
  if (isChinese(text)) return false;
  const words = text.split(/[^A-Za-z'’]+/).filter((word) => word.length >= MIN_LENGTH || /^[A-Z]/.test(word));
  const capitals = words.filter((word) => /^[A-Z]/.test(word) || JOINING.has(word));
  return words.length > 1 && capitals.length >= MIN_CAPITALS * words.length;
}
