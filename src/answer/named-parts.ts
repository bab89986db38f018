// Parts that a question names by number, quoted whole: the article, the chapter, the page. From the report that the question
// names, or from the one that fits it best.
import {
  hasPartsNamed,
  type PartReference,
  type ResolvedQuestion,
  sectionsNamed,
} from '../question/index.ts';
import { maxOf, pagesOf, type Report, type ReportFile, type Span } from '../reports/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';

/** The parts in order, and other reports that have such parts and fit as well; no quotes where the report has no such part. */
interface NamedParts {
  quotes: CitedQuote[];
  others: Report[];
}

/** Agency, place and period outweigh single words of the title. */
const REFERENT_WEIGHT = 2;
/** A report that the question fits this much better than those with such a part is meant instead, in nats. */
const MARGIN = 2;
/** Within this margin another report fits as well, in nats. */
const OTHER_MARGIN = 0.3;
const MAX_OTHERS = 3;
/** A longer part is quoted in pieces, one for each heading in it. */
const MAX_WHOLE_LENGTH = 700;
const MAX_PIECE_LENGTH = 1500;

/** Undefined where no report that may be meant has parts of that name. */
export function namedPartsFor(
  question: ResolvedQuestion,
  index: PassageIndex,
  referents: Float64Array,
): NamedParts | undefined {
  const scores = fitOf(question, index, referents);
  const numbers = [...index.reports.keys()].filter((number) => referents[number] !== EXCLUDED);
  const isCandidate = (number: number) => spansNamed(question.parts, index, number).length > 0;
  const holding = numbers.filter(isCandidate);
  const best = maxOf(numbers.map((number) => scores[number]));
  const lackingBest = numbers.find((number) => scores[number] === best && !holding.includes(number));
  const top = maxOf(holding.map((number) => scores[number]));
  const isMeantInstead = lackingBest !== undefined && (holding.length === 0 || best > top + MARGIN);
  if (isMeantInstead) {
    const lacks = question.parts.every(({ name }) =>
      numbers.some((number) => hasPartsNamed(index.reports[number], name)),
    );
    return lacks && (holding.length === 0 || partsNamed(question.parts, index.reports[lackingBest]))
      ? { quotes: [], others: [] }
      : undefined;
  }
  const chosen = holding.find((number) => scores[number] === top);
  if (chosen === undefined) return undefined;
  const report = index.reports[chosen];
  const file = index.fileOf(report);
  return {
    quotes: spansNamed(question.parts, index, chosen).map(({ section, span }) =>
      cite({ file, report, section, span }, question.concepts),
    ),
    others: holding
      .filter((number) => number !== chosen && scores[number] >= top - OTHER_MARGIN)
      .slice(0, MAX_OTHERS)
      .map((number) => index.reports[number]),
  };
}

const partsNamed = (parts: PartReference[], report: Report): boolean =>
  parts.some(({ name }) => hasPartsNamed(report, name));

/** By report number, how well title, author, period and words fit the question. */
function fitOf(question: ResolvedQuestion, index: PassageIndex, referents: Float64Array): number[] {
  const titles = index.titleScores(question.concepts);
  const words = index.reportScores(question.concepts);
  return index.reports.map(
    (_, number) => titles[number] + words[number] / 2 + REFERENT_WEIGHT * Math.max(0, referents[number]),
  );
}

/** A stretch of a report with the section that it begins in. */
interface Piece {
  section: number;
  span: Span;
}

function spansNamed(parts: PartReference[], index: PassageIndex, number: number): Piece[] {
  const report = index.reports[number];
  const file = index.fileOf(report);
  const pieces = parts.flatMap((part, i) => {
    if (part.name === 'page') return piecesOfPages(file, report, part);
    if (parts[i + 1] && isWithin(parts[i + 1], part)) return [];
    return sectionsWithin(report, parts, i).flatMap((section) => piecesOf(file, report, section));
  });
  return pieces.filter(
    ({ span }, i) => !pieces.slice(0, i).some((before) => before.span.start === span.start),
  );
}

/** Names of parts from the outermost in; 第五章第二节 names a section of a chapter. */
const NESTING = ['part', 'annex', 'chapter', 'section', 'article'];

/** Whether a reference stands right after another and names a part of it. */
const isWithin = (inner: PartReference, outer: PartReference): boolean =>
  inner.start - outer.end <= 2 &&
  NESTING.indexOf(inner.name) > NESTING.indexOf(outer.name) &&
  NESTING.includes(outer.name);

/** The sections that a reference names, within those of the references that it completes. */
function sectionsWithin(report: Report, parts: PartReference[], i: number): number[] {
  const own = sectionsNamed(report, parts[i]);
  if (i === 0 || !isWithin(parts[i], parts[i - 1])) return own;
  const around = sectionsWithin(report, parts, i - 1).map((section) => descendantsOf(report, section));
  return own.filter((section) => around.some((within) => within.has(section)));
}

/** The text of a section, its heading included: whole, or at the headings in it where it is long. */
function piecesOf(file: ReportFile, report: Report, root: number): Piece[] {
  const within = descendantsOf(report, root);
  const units = [
    ...[...within].flatMap((section) => {
      const { heading } = report.sections[section];
      return heading ? [{ section, span: heading, opens: section !== root }] : [];
    }),
    ...report.passages
      .filter(({ section }) => within.has(section))
      .map(({ section, start, end }) => ({ section, span: { start, end }, opens: false })),
  ].sort((a, b) => a.span.start - b.span.start);
  const last = units.at(-1);
  if (!last) return [];
  const isLong = last.span.end - units[0].span.start > MAX_WHOLE_LENGTH;
  return joined(file, units, isLong);
}

/** The sections below one, itself included. */
function descendantsOf({ sections }: Report, root: number): Set<number> {
  const within = new Set([root]);
  for (let i = root + 1; i < sections.length; i++) if (within.has(sections[i].parent)) within.add(i);
  return within;
}

/** Joins what adjoins, up to a length; at headings too unless they are to stay apart. */
function joined(file: ReportFile, units: (Piece & { opens: boolean })[], isLong: boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const { section, span, opens } of units) {
    const last = pieces.at(-1);
    const adjoins = last && file.text.slice(last.span.end, span.start).trim() === '';
    const fits = last && span.end - last.span.start <= MAX_PIECE_LENGTH;
    if (last && adjoins && fits && !(isLong && opens)) last.span = { start: last.span.start, end: span.end };
    else pieces.push({ section, span: { ...span } });
  }
  return pieces;
}

/** The passages that begin on these pages. */
function piecesOfPages(file: ReportFile, report: Report, { first, last }: PartReference): Piece[] {
  const units = report.passages
    .filter((passage) => {
      const page = pagesOf(file, passage)?.first;
      return page !== undefined && page >= Number(first) && page <= Number(last);
    })
    .map(({ section, start, end }) => ({ section, span: { start, end }, opens: false }));
  return joined(file, units, false);
}
