// A report file for the snapshot: its many spans as arrays of numbers, which load many times faster than
// objects.
import type { Passage } from './passages.ts';
import type { Report, ReportFile } from './report.ts';
import type { Dropped, DropReason } from './span.ts';

/** A report file whose passages and dropped spans are packed. */
export interface PackedFile extends Omit<ReportFile, 'reports' | 'dropped'> {
  reports: Omit<Report, 'passages'>[];
  /**
   * For each report the number of passages; for each passage start, end, section, one more than the number of
   * its table or 0, number of sentences; for each sentence start, end.
   */
  passages: Uint32Array;
  /** For each dropped span start, end and index of its reason. */
  dropped: Uint32Array;
  reasons: DropReason[];
}

export function packFile({ reports, dropped, ...file }: ReportFile): PackedFile {
  const reasons = [...new Set(dropped.map(({ reason }) => reason))];
  const spans: number[] = [];
  for (const { start, end, reason } of dropped) spans.push(start, end, reasons.indexOf(reason));
  const numbers: number[] = [];
  const packed = reports.map(({ passages, ...report }) => {
    numbers.push(passages.length);
    for (const { start, end, section, table = -1, sentences } of passages) {
      numbers.push(start, end, section, table + 1, sentences.length);
      for (const sentence of sentences) numbers.push(sentence.start, sentence.end);
    }
    return report;
  });
  return {
    ...file,
    reports: packed,
    passages: Uint32Array.from(numbers),
    dropped: Uint32Array.from(spans),
    reasons,
  };
}

const NUMBERS_PER_SPAN = 3;

export function unpackFile({ reports, passages, dropped, reasons, ...file }: PackedFile): ReportFile {
  const numbers = passages.values();
  const next = () => numbers.next().value as number;
  const spans: Dropped[] = [];
  for (let at = 0; at < dropped.length; at += NUMBERS_PER_SPAN)
    spans.push({ start: dropped[at], end: dropped[at + 1], reason: reasons[dropped[at + 2]] });
  return {
    ...file,
    reports: reports.map((report) => ({ ...report, passages: unpackPassages(next) })),
    dropped: spans,
  };
}

function unpackPassages(next: () => number): Passage[] {
  return Array.from({ length: next() }, () => {
    const passage: Passage = { start: next(), end: next(), section: next(), sentences: [] };
    const table = next();
    if (table > 0) passage.table = table - 1;
    for (let left = next(); left > 0; left--) passage.sentences.push({ start: next(), end: next() });
    return passage;
  });
}
