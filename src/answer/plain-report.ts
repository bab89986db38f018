// The matching form of whole reports, kept for the next question: most questions of a group are about a few reports.
import { normalise } from '../language/index.ts';
import type { Report, ReportFile } from '../reports/index.ts';

/** A report of a hundred pages takes about 100 kB. */
const MAX_KEPT = 48;
const kept = new Map<Report, string>();

/** The text of a report, normalised: offsets count from its start. */
export function plainReport({ text }: ReportFile, report: Report): string {
  const plain = kept.get(report) ?? normalise(text.slice(report.start, report.end));
  kept.delete(report);
  kept.set(report, plain);
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT) kept.delete(oldest);
  return plain;
}
