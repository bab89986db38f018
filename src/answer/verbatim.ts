// The check that a quote is exactly its slice of the source.
import { isVerbatim, type Quote } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** Whether a quote equals the slice of the report that it names; false for a report that is not in the index. */
export function isVerbatimIn(index: PassageIndex, quote: Quote): boolean {
  const report = index.report(quote.reportId);
  if (!report) return false;
  return isVerbatim({ reportId: report.id, text: index.fileOf(report).text }, quote);
}
