// One file's text to its reports: outline, passages, metadata, and everything that was dropped.
import { createHash } from 'node:crypto';
import { clean } from './clean.ts';
import { separateCovers } from './cover.ts';
import type { ReadDocument } from './formats/index.ts';
import { separateFrame } from './frame.ts';
import { agencyInTitle, officeInText, subjectOfTitle, townInText } from './metadata/agency.ts';
import { isPlan, kindOf, type ReportKind } from './metadata/kind.ts';
import { type Locality, localitiesIn } from './metadata/localities.ts';
import { firstPeriodIn, type Period, plannedPeriod } from './metadata/period.ts';
import { isWorkReport, workReportFacts } from './metadata/work-report.ts';
import { outlineOf } from './outline.ts';
import type { PageRange, PageStart } from './pages.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { ReportTable } from './report-table.ts';
import type { Section } from './section.ts';
import type { Dropped, Span } from './span.ts';
import { type ReportLines, splitReports } from './split-reports.ts';

/** All spans are offsets in the file's decoded text. */
export interface Report extends Span {
  id: string;
  file: string;
  title: string;
  /** False where the source has no title line and `title` is generated from the metadata. */
  titled: boolean;
  agency?: string;
  localities: Locality[];
  kind: ReportKind;
  period?: Period;
  plannedFor?: Period;
  /** Section 0 is the report itself. */
  sections: Section[];
  passages: Passage[];
  /** Those with heads, by the numbers in the passages. */
  tables: ReportTable[];
}

/** The content of one file. Passages, headings and dropped spans together cover its text exactly. */
export interface ReportFile {
  name: string;
  text: string;
  reports: Report[];
  dropped: Dropped[];
  /** Where each page begins, in formats that have pages. */
  pages?: PageStart[];
  /** Pages whose text is recognised in pictures. */
  recognised?: PageRange[];
}

const FILE_ID_LENGTH = 8;
/** Lines at the beginning that may be front matter. */
const MAX_FRONT_LINES = 8;
/** The number of lines in which a report states its period. */
const OPENING_LINES = 6;

/** `name` is the path relative to the reports folder, with forward slashes. */
export function readReports(name: string, document: ReadDocument): ReportFile {
  const { text, pages, recognised } = document;
  const cleaned = clean(document);
  const fileId = idOf(name, text);
  const dropped: Dropped[] = [...cleaned.dropped];
  const parts = separateCovers(splitReports(cleaned.lines, cleaned.contents));
  const statedTitle = parts.length === 1 ? (document.properties?.title ?? '') : '';
  const reports = parts.map((part, i) => {
    const framed = separateFrame(part.lines);
    const frontMatter = [...part.cover, ...framed.frontMatter];
    for (const line of frontMatter)
      dropped.push({ start: line.start, end: line.end, reason: 'front-matter' });
    for (const line of framed.signature)
      dropped.push({ start: line.start, end: line.end, reason: 'signature' });
    return reportFrom(
      { ...part, lines: framed.body },
      {
        id: `${fileId}-${i.toString(36)}`,
        file: name,
        text,
        signature: [...frontMatter, ...framed.signature].map((line) => line.text).join('\n'),
        collectionTitle: cleaned.collectionTitle ?? '',
        statedTitle,
        opening: [...part.cover, ...part.lines.slice(0, MAX_FRONT_LINES)].map((line) => line.text),
      },
    );
  });
  return {
    name,
    text,
    reports,
    dropped: withSpaces(text, dropped, reports),
    ...(pages ? { pages } : {}),
    ...(recognised ? { recognised } : {}),
  };
}

/**
 * Normalised to NFC: quote ids stay valid when a folder moves between systems that write names differently.
 */
function idOf(name: string, text: string): string {
  const digest = createHash('sha256').update(name.normalize('NFC')).update('\0').update(text).digest();
  return digest.readBigUInt64BE().toString(36).padStart(FILE_ID_LENGTH, '0').slice(-FILE_ID_LENGTH);
}

/** What a report takes from its file. */
interface FileContext {
  id: string;
  file: string;
  text: string;
  signature: string;
  collectionTitle: string;
  /** The title that the format states. */
  statedTitle: string;
  /** The first lines, front matter included. */
  opening: string[];
}

function reportFrom({ title, listedAs, lines: body }: ReportLines, around: FileContext): Report {
  const { id, file, text } = around;
  const start = Math.min(title?.start ?? Number.POSITIVE_INFINITY, body[0]?.start ?? title?.start ?? 0);
  const end = body.at(-1)?.end ?? title?.end ?? start;
  const name = title?.text ?? listedAs ?? '';
  const opening = body
    .slice(0, OPENING_LINES)
    .map((line) => line.text)
    .join('\n');
  const words = body.map((line) => line.text).join('\n');
  const titles = [name, around.statedTitle].filter((each) => each !== '');
  const workReport = isWorkReport(titles, words)
    ? workReportFacts({ titles, path: file, opening: around.opening, lines: body.map((line) => line.text) })
    : undefined;
  const period =
    workReport?.period ??
    firstPeriodIn(name) ??
    firstPeriodIn(opening) ??
    firstPeriodIn(around.collectionTitle);
  const planned = isPlan(name);
  const outline = outlineOf(
    { text, lines: body, ...(title ? { title } : {}) },
    {
      ...(period ? { coveredYear: Number(period.end.slice(0, 4)) } : {}),
      planDocument: planned,
      plansThisYear: workReport !== undefined,
      title: name || around.statedTitle,
    },
  );
  const agency = workReport?.government ?? authorOf(name, words, around.signature);
  const places = withTown(localitiesIn(text, { start, end }), agency, text, { start, end });
  const plans = outline.sections.filter((section) => section.depth === 1 && section.kind === 'plans');
  const plannedFor = workReport?.plannedFor
    ? workReport.plannedFor
    : planned
      ? period
      : plannedPeriod(
          period,
          name,
          plans.map((section) => section.label),
        );
  const kind = kindOf(name, agency, words);
  return {
    id,
    file,
    title:
      titleOf(name, around.statedTitle, workReport !== undefined) ||
      generatedTitle({ agency, kind, period, plannedFor }),
    titled: title !== undefined || around.statedTitle !== '',
    ...(agency ? { agency } : {}),
    localities: places,
    kind,
    ...(period ? { period } : {}),
    ...(plannedFor ? { plannedFor } : {}),
    sections: outline.sections,
    ...passagesOf(text, outline.sentences),
    start,
    end,
  };
}

function authorOf(title: string, words: string, signature: string): string | undefined {
  const inTitle = agencyInTitle(title);
  if (inTitle && inTitle.length > 2) return inTitle;
  const inText =
    townInText(`${title}\n${words}\n${signature}`) ?? officeInText(words) ?? officeInText(signature);
  if (inText) return inText;
  const subject = subjectOfTitle(title);
  return inTitle ?? (FIELDS_OF_OFFICES.test(subject) ? subject : undefined);
}

/** A title such as 2023年XX区卫生健康工作总结 names a field in place of the office. */
const FIELDS_OF_OFFICES =
  /卫生健康|教育|民政|财政|审计|统计|税务|公安|司法|交通|水利|文旅|文化|商务|住建|人社/;

/** The title line, or the title that the format states where it is the only one or says more than a bare 政府工作报告. */
function titleOf(line: string, stated: string, ofWorkReport: boolean): string {
  if (line === '' || stated === '') return line || stated;
  // its motto may stand where a title does
  if (ofWorkReport && !/工作报告/.test(line) && /工作报告/.test(stated)) return stated;
  const bare = line.replace(/[《》]/g, '');
  return stated.length > bare.length && stated.replace(/[《》]/g, '').includes(bare) ? stated : line;
}

/** A title for a report without one: 某某街道2023年工作总结. A work report is named after the year in which it is given. */
function generatedTitle({
  agency = '',
  kind,
  period,
  plannedFor,
}: {
  agency: string | undefined;
  kind: ReportKind;
  period: Period | undefined;
  plannedFor: Period | undefined;
}): string {
  if (kind === 'government-work-report')
    return `${agency.replace(/人民政府$/, '')}${(ofYear(plannedFor) ?? period)?.label ?? ''}政府工作报告`;
  return `${agency}${period?.label ?? ''}工作总结${plannedFor ? '和下步工作计划' : ''}`;
}

const ofYear = (period: Period | undefined) => (period?.start.endsWith('-01-01') ? period : undefined);

/** The town that wrote a report is one of its localities, wherever the report names it. */
function withTown(places: Locality[], agency: string | undefined, text: string, within: Span): Locality[] {
  if (!agency || !/^[\u4e00-\u9fff]{2,}(?:镇|乡|街道)$/.test(agency)) return places;
  const spans: Span[] = [];
  // searching the whole file for every report would be quadratic
  const own = text.slice(within.start, within.end);
  for (let at = own.indexOf(agency); at >= 0; at = own.indexOf(agency, at + 1)) {
    const start = within.start + at;
    spans.push({ start, end: start + agency.length });
  }
  return [{ text: agency, spans }, ...places.filter((place) => place.text !== agency)];
}

/** The dropped spans, and a `space` span for every gap between dropped spans, headings and passages. */
function withSpaces(text: string, noise: Dropped[], reports: Report[]): Dropped[] {
  const headings = reports.flatMap((report) => report.sections.flatMap(({ heading }) => heading ?? []));
  const passages = reports.flatMap((report) => report.passages);
  const taken = [...noise, ...headings, ...passages].sort((a, b) => a.start - b.start);
  const all = [...noise];
  let at = 0;
  for (const span of taken) {
    if (span.start > at) all.push({ start: at, end: span.start, reason: 'space' });
    at = Math.max(at, span.end);
  }
  if (at < text.length) all.push({ start: at, end: text.length, reason: 'space' });
  return all.sort((a, b) => a.start - b.start);
}
