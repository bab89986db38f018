// From a quote id or a span of a file to the report, the section and the passage that hold it.
import { parseQuoteId, type Report, type ReportFile, type Span } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** A span of a report with the section and passage that hold it. */
export interface SourceLocation {
  file: ReportFile;
  report: Report;
  span: Span;
  /** Index of the section in the report. */
  section: number;
  /** Index of the passage that holds the start of the span, or -1 where a heading does. */
  passage: number;
}

/** The location that a quote id names; undefined where there is no such place (any more). */
export function locationOf(id: string, index: PassageIndex): SourceLocation | undefined {
  const parsed = parseQuoteId(id);
  const report = parsed && index.report(parsed.reportId);
  if (
    !parsed ||
    !report ||
    parsed.end <= parsed.start ||
    parsed.start < report.start ||
    parsed.end > report.end
  )
    return undefined;
  return locationIn(index.fileOf(report), report, { start: parsed.start, end: parsed.end });
}

/** A span of a report with its section and passage. */
export function locationIn(file: ReportFile, report: Report, span: Span): SourceLocation {
  const holds = ({ start, end }: Span) => start <= span.start && span.start < end;
  const passage = report.passages.findIndex(holds);
  const inHeading = report.sections.findLastIndex(({ heading }) => heading !== undefined && holds(heading));
  const section = passage >= 0 ? report.passages[passage].section : Math.max(0, inHeading);
  return { file, report, span, section, passage };
}
