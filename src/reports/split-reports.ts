// Splits one file into reports: where each begins, and its title if it has one.
import { titleKey } from './contents.ts';
import { isLatin } from './english-headings.ts';
import { isFrontLine } from './front-lines.ts';
import { agencyInTitle } from './metadata/agency.ts';
import type { Numbering } from './numbering.ts';
import type { TextLine } from './text-line.ts';
import { endsInDocumentNoun, hasTitleLength, isTitleLike, namesKindOfDocument } from './title-shape.ts';

/** The content lines of one report; `title` is undefined where it begins without one. */
export interface ReportLines {
  title?: TextLine;
  /** The title that a table of contents gives to a report without one. */
  listedAs?: string;
  lines: TextLine[];
}

const SENTENCE_MARK = /[。；！？，：:,;!?]/;
/**
 * Subject and noun of a part's heading; these two words are both, and occur once in the pattern so that it
 * stays linear.
 */
const SUBJECT_OR_NOUN = '问题|任务';
const SUBJECT = `工作|目标|${SUBJECT_OR_NOUN}`;
const PART_NOUN = '回顾|总结|计划|安排|打算|思路|重点|举措|要点|情况|困难|不足|建议';
const QUARTER = '[一二三四]季度|第[一二三四]季度';
const PART_PERIOD = `(?:20\\d\\d年|[xX]{4}年|今年)?(?:度)?(?:全年|上半年|下半年|${QUARTER}|下一?步|下一?阶段)?(?:以来)?`;
/** 上半年工作回顾, 2023年下半年工作安排: such a line opens a part of a report unless a table of contents lists it. */
const BARE_PART_HEADING = new RegExp(
  `^${PART_PERIOD}(?:的)?(?:主要|重点|政府|存在|总体|各项)?(?:的)?(?:${SUBJECT})*` +
    `(?:(?<=${SUBJECT_OR_NOUN})|(?:${PART_NOUN})(?:${PART_NOUN}|${SUBJECT_OR_NOUN})*)$`,
);

/** True for a line such as 下半年工作计划: a part of a report, named without numbering. */
export function isBarePartHeading(line: string): boolean {
  return BARE_PART_HEADING.test(line);
}

/** This many blank lines never occur inside a report. */
const BREAK_BLANK_LINES = 3;
/** An untitled report begins only after this much text. */
const MIN_REPORT_LENGTH = 300;

const FRESH_OPENING =
  /^(?:(?:20\d\d|[xX]{4})年|今年|近年来|一年来|半年来|上半年|按照|根据|为了?|各位|同志们|现将|自)/;
const ANNOUNCES = /(?:如下|作(?:一)?汇报|报告工作|总结如下|汇报如下|报告如下)[：:。]?/;

export function splitReports(lines: TextLine[], contents: string[]): ReportLines[] {
  const listed = new Set(contents);
  const isCompilation = declaresReports(lines, listed);
  const reports: ReportLines[] = [];
  let current: OpenReport | undefined;
  const open = (report: ReportLines) => {
    reports.push(report);
    current = { report, length: 0 };
    return current;
  };
  lines.forEach((line, i) => {
    const isFirst = i === 0 || (current !== undefined && isFrontOnly(current));
    const opensFile = reports.length <= 1 && (current === undefined || isBannerOnly(current));
    const place = { isFirst, opensFile, isCompilation, listed, next: lines[i + 1] };
    if (isTitle(line, place)) {
      if (current && (isFrontOnly(current) || isBannerOnly(current))) current.report.title = line;
      else open({ title: line, lines: [] });
    } else if (!current || beginsUntitled(line, current)) addLine(open({ lines: [] }), line);
    else addLine(current, line);
  });
  return nameFromContents(reports, contents);
}

/**
 * The current report, with what decides whether another one begins; kept up to date because every line may
 * ask.
 */
interface OpenReport {
  report: ReportLines;
  /** Characters in its lines. */
  length: number;
  firstNumbering?: Numbering;
}

/** Whether a report has begun with front lines and nothing else: its title may still come. */
const isFrontOnly = ({ report }: OpenReport): boolean =>
  report.title === undefined &&
  report.lines.length > 0 &&
  report.lines.every(({ text }) => isFrontLine(text));

const MAX_BANNER_LINES = 3;
const MAX_BANNER_LENGTH = 40;

/** Whether a report has begun with nothing but a few short lines, such as an office and a number: its title may still come. */
const isBannerOnly = ({ report }: OpenReport): boolean =>
  report.title === undefined &&
  report.lines.length <= MAX_BANNER_LINES &&
  report.lines.every(
    ({ text, declaredLevel, numbering }) =>
      text.length <= MAX_BANNER_LENGTH && !SENTENCE_MARK.test(text) && !declaredLevel && !numbering,
  );

function addLine(open: OpenReport, line: TextLine): void {
  open.report.lines.push(line);
  open.length += line.text.length;
  const numbering = open.firstNumbering ?? (line.table ? undefined : line.numbering);
  if (numbering) open.firstNumbering = numbering;
}

/** Contents entries between those of the neighbouring titled reports are the names of untitled ones. */
function nameFromContents(reports: ReportLines[], contents: string[]): ReportLines[] {
  const entries = contentsIndexOf(reports, contents);
  for (let i = 0; i < reports.length; i++) {
    if (reports[i].title) continue;
    let end = i; // untitled reports from i up to end
    while (end < reports.length && !reports[end].title) end++;
    const before = i === 0 ? -1 : entries[i - 1];
    const after = end === reports.length ? contents.length : entries[end];
    const neighboursKnown = (i === 0 || before >= 0) && after >= 0;
    if (neighboursKnown && after - before - 1 === end - i) {
      for (let k = i; k < end; k++) reports[k].listedAs = contents[before + 1 + k - i];
    }
    i = end;
  }
  return reports;
}

/** For each report its index in the contents, ascending; -1 where it is not listed. */
function contentsIndexOf(reports: ReportLines[], contents: string[]): number[] {
  const positions = new Map<string, number[]>();
  contents.forEach((entry, at) => {
    const known = positions.get(entry);
    if (known) known.push(at);
    else positions.set(entry, [at]);
  });
  for (const known of positions.values()) known.reverse();
  let lastEntry = -1;
  return reports.map(({ title }) => {
    const own = title && positions.get(titleKey(title.text));
    while (own?.length && (own.at(-1) as number) <= lastEntry) own.pop();
    const at = own?.at(-1) ?? -1;
    if (at >= 0) lastEntry = at;
    return at;
  });
}

/** Where a line stands that may be a title. */
interface TitlePlace {
  /** Nothing but front lines stands before it in its report. */
  isFirst: boolean;
  /** Nothing but a banner stands before it in its file. */
  opensFile: boolean;
  /** The headings of the first level are titles of reports. */
  isCompilation: boolean;
  listed: Set<string>;
  next: TextLine | undefined;
}

function isTitle(line: TextLine, place: TitlePlace): boolean {
  const { isFirst, listed, next } = place;
  if (line.continues || !hasTitleLength(line.text) || isFrontLine(line.text)) return false;
  const { numbering } = line;
  if (line.declaredLevel !== undefined) {
    if (line.declaredLevel !== 1 || (numbering && !(isFirst && !opensFirstPart(numbering)))) return false;
    return isFirst || place.opensFile || place.isCompilation;
  }
  if (numbering || !next) return false; // a title has a text
  if (listed.has(titleKey(line.text)) && !SENTENCE_MARK.test(line.text)) return true;
  if (line.table !== undefined) return false;
  const bare = isBarePartHeading(line.text);
  if (isFirst) return isTitleLike(line.text, next) && (!bare || RETROSPECTIVE.test(line.text));
  if (SENTENCE_MARK.test(line.text) || line.blankBefore === 0 || !endsInDocumentNoun(line.text)) return false;
  // 2023年工作总结 after a wide break
  if (bare || isLatin(line.text))
    return line.blankBefore >= BREAK_BLANK_LINES && RETROSPECTIVE.test(line.text);
  return namesDocument(line.text);
}

/** Share of the first-level headings that must be titles of reports. */
const MIN_TITLE_SHARE = 0.5;
/** A heading is a title of a report by two pieces of evidence. */
const MIN_EVIDENCE = 2;

/**
 * Whether the headings of the first level that a format declares are titles of several reports and not the chapters of one: most
 * of them name documents, by different authors or of different times, or are listed in the contents, or count anew under each.
 */
function declaresReports(lines: readonly TextLine[], listed: Set<string>): boolean {
  const places = lines.flatMap(({ declaredLevel, continues, numbering }, i) =>
    declaredLevel === 1 && !continues && !numbering ? [i] : [],
  );
  if (places.length < 2) return false;
  const titles = places.filter((at, i) => {
    const { text } = lines[at];
    if (listed.has(titleKey(text))) return true;
    if (isBarePartHeading(text)) return false;
    return evidenceOfReport(text, lines.slice(at + 1, places[i + 1] ?? lines.length)) >= MIN_EVIDENCE;
  });
  const named = new Set(titles.map((at) => authorAndTime(lines[at].text)));
  return titles.length >= 2 && named.size >= 2 && titles.length >= places.length * MIN_TITLE_SHARE;
}

/** A document's noun, an author or a year, front lines below it, numbering that begins anew. */
function evidenceOfReport(title: string, below: readonly TextLine[]): number {
  const first = below.find(({ numbering }) => numbering !== undefined)?.numbering;
  return [
    namesKindOfDocument(title),
    authorAndTime(title) !== '',
    below.length > 0 && isFrontLine(below[0].text),
    first?.ordinal === 1 && (first.style === 'han' || first.style === 'chapter'),
  ].filter(Boolean).length;
}

const YEAR = /(?:19|20)\d\d|[〇○零一二三四五六七八九]{4}|[xX]{4}年/g;
/** 甲村2023年小结 */
const NAME_BEFORE_YEAR = /^[\u4e00-\u9fff]{2,20}(?=(?:19|20)\d\d)/;

/** What tells one report from another: who and when. */
function authorAndTime(title: string): string {
  const author = agencyInTitle(title) ?? NAME_BEFORE_YEAR.exec(title)?.[0] ?? '';
  return [author, ...(title.match(YEAR) ?? [])].join(' ').trim();
}

/** 一、 opens the first part of a report whose title is missing. */
const opensFirstPart = ({ style, ordinal }: Numbering): boolean =>
  ordinal === 1 && (style === 'han' || style === 'chapter');

/** Words for a whole document; 计划 and 打算 may also name a part of one. */
const RETROSPECTIVE = /总结|报告|汇报|述职|公报|通报|纪要|讲话|report|summary|review/i;

/** A document's title names its author or its year. */
function namesDocument(text: string): boolean {
  const year = /20\d\d|[xX]{4}年/.test(text);
  const agency = agencyInTitle(text) !== undefined;
  return RETROSPECTIVE.test(text) ? year || agency : agency && year;
}

/** After a wide break: the report's first numbering starts again, or a typical opening sentence follows. */
function beginsUntitled(line: TextLine, before: OpenReport): boolean {
  if (line.blankBefore < BREAK_BLANK_LINES) return false;
  if (before.length < MIN_REPORT_LENGTH) return false;
  if (line.table !== undefined) return false;
  const numbering = line.numbering;
  if (numbering) return numbering.ordinal === 1 && numbering.style === before.firstNumbering?.style;
  if (ANNOUNCES.test(line.text)) return true;
  // a date or a table row is no opening
  return FRESH_OPENING.test(line.text) && SENTENCE_MARK.test(line.text);
}
