// Covers: a page with the title, the office and the date before the report, which repeats the title.
import { titleKey } from './contents.ts';
import type { ReportLines } from './split-reports.ts';
import type { TextLine } from './text-line.ts';

/** A report without its cover, and the cover's lines. */
interface CoveredReport extends ReportLines {
  cover: TextLine[];
}

const MAX_COVER_LINES = 6;
const MAX_LINE_LENGTH = 40;

/** Separates covers from reports: a cover looks like a short report of the same title. */
export function separateCovers(reports: ReportLines[]): CoveredReport[] {
  const found: CoveredReport[] = [];
  let cover: TextLine[] = [];
  reports.forEach((report, i) => {
    const lines = [...(report.title ? [report.title] : []), ...report.lines];
    if (cover.length === 0 && isCoverOf(lines, reports[i + 1])) cover = lines;
    else {
      found.push({ ...report, cover });
      cover = [];
    }
  });
  return found;
}

/** A cover may break the title into several lines, office first. */
function isCoverOf(lines: TextLine[], next: ReportLines | undefined): boolean {
  if (!next?.title || lines.length > MAX_COVER_LINES) return false;
  if (lines.some(({ text }) => text.length > MAX_LINE_LENGTH || /[。；！？]/.test(text))) return false;
  return titleKey(lines.map(({ text }) => text).join('')).includes(titleKey(next.title.text));
}
