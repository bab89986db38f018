// One file's text to its reports: outline, passages, metadata, and everything that was dropped.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { clean } from './clean.ts';
import { separateCovers } from './cover.ts';
import type { ReadDocument } from './formats/index.ts';
import { formulasAmong } from './formulas.ts';
import { separateFrame } from './frame.ts';
import { describe, generatedTitle } from './metadata/describe.ts';
import type { ReportEvidence, ReportLanguage } from './metadata/evidence.ts';
import type { ReportKind } from './metadata/kind.ts';
import { type Locality, localitiesIn } from './metadata/localities.ts';
import type { Period } from './metadata/period.ts';
import type { Place } from './metadata/place.ts';
import { outlineOf } from './outline.ts';
import type { PageRange, PageStart } from './pages.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { ReportTable } from './report-table.ts';
import type { Section } from './section.ts';
import type { Dropped, Span } from './span.ts';
import { type ReportLines, splitReports } from './split-reports.ts';
import { withTitleLine } from './title-line.ts';

/** All spans are offsets in the file's decoded text. */
export interface Report extends Span {
  id: string;
  file: string;
  title: string;
  /** False where the source has no title line and `title` is generated from the metadata. */
  titled: boolean;
  /** The language that it is written in. */
  language: ReportLanguage;
  /** Who wrote it: an office, a government, a company, or a person. */
  agency?: string;
  /** The place of its author. */
  place?: Place;
  /** Who gave it: the name beside the office or the occasion. */
  person?: string;
  localities: Locality[];
  kind: ReportKind;
  /** What it covers, or by what it is dated. A plan covers nothing. */
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

/** `name` is the path relative to the reports folder, with forward slashes. */
export function readReports(name: string, document: ReadDocument): ReportFile {
  const { text, pages, recognised } = document;
  const cleaned = clean(document);
  const fileId = idOf(name, text);
  const dropped: Dropped[] = [...cleaned.dropped];
  const parts = separateCovers(splitReports(cleaned.lines, cleaned.contents));
  const isAlone = parts.length === 1;
  const stated = isAlone ? (document.properties ?? {}) : {};
  const reports = parts.map((part, i) => {
    const titled = withTitleLine(part.title, part.lines, stated.title ?? '');
    const framed = separateFrame(titled.lines);
    const frontMatter = [...part.cover, ...titled.before, ...framed.frontMatter];
    for (const line of frontMatter)
      dropped.push({ start: line.start, end: line.end, reason: 'front-matter' });
    for (const line of formulasAmong(framed.body))
      dropped.push({ start: line.start, end: line.end, reason: 'front-matter' });
    for (const line of framed.signature)
      dropped.push({ start: line.start, end: line.end, reason: 'signature' });
    return reportFrom(
      { ...(titled.title ? { title: titled.title } : {}), lines: framed.body },
      { id: `${fileId}-${i.toString(36)}`, file: name, text },
      {
        titleLine: titled.words,
        listedAs: part.listedAs ?? '',
        stated,
        names: namesOf(name),
        isAlone,
        collectionTitle: cleaned.collectionTitle ?? '',
        above: titled.above.map((line) => line.text),
        front: frontMatter.map((line) => line.text),
        signature: framed.signature.map((line) => line.text),
        lines: framed.body.filter(({ table }) => table === undefined).map((line) => line.text),
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

/** Folder names, outermost first, and the file's name without its ending. */
function namesOf(file: string): string[] {
  const { dir, name } = path.posix.parse(file);
  return [...dir.split('/').filter(Boolean), name];
}

/**
 * Normalised to NFC: quote ids stay valid when a folder moves between systems that write names differently.
 */
function idOf(name: string, text: string): string {
  const digest = createHash('sha256').update(name.normalize('NFC')).update('\0').update(text).digest();
  return digest.readBigUInt64BE().toString(36).padStart(FILE_ID_LENGTH, '0').slice(-FILE_ID_LENGTH);
}

/** Where a report stands. */
interface ReportPlace {
  id: string;
  file: string;
  text: string;
}

function reportFrom(
  { title, lines: body }: Pick<ReportLines, 'title' | 'lines'>,
  { id, file, text }: ReportPlace,
  evidence: ReportEvidence,
): Report {
  const start = Math.min(title?.start ?? Number.POSITIVE_INFINITY, body[0]?.start ?? title?.start ?? 0);
  const end = body.at(-1)?.end ?? title?.end ?? start;
  const described = describe(evidence);
  const { kind, language, agency, place, period } = described;
  const formulas = formulasAmong(body);
  const outline = outlineOf(
    { text, lines: body.filter((line) => !formulas.has(line)), ...(title ? { title } : {}) },
    {
      ...(period ? { coveredYear: Number(period.end.slice(0, 4)) } : {}),
      kind,
      plansThisYear: described.isYearlyWorkReport,
    },
  );
  const places = withTown(localitiesIn(text, { start, end }), agency, text, { start, end });
  const plans = outline.sections.filter((section) => section.depth === 1 && section.kind === 'plans');
  const plannedFor = described.plannedFor(plans.map((section) => section.label));
  return {
    id,
    file,
    title: described.title || generatedTitle(described, plannedFor),
    titled: described.titled,
    language,
    ...(agency ? { agency } : {}),
    ...(place ? { place } : {}),
    ...(described.person ? { person: described.person } : {}),
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
