// Why a reports folder cannot be served, and warnings about how its files were read.
import type { ReportFile } from './report.ts';
import type { Counted, FileWarning, Noise, Warning } from './warning.ts';

/** One sentence why a folder cannot be served. `first` is the first warning about its files. */
export interface Unserved {
  ok: false;
  reason: string;
  first?: FileWarning;
}

export interface ReportFiles {
  files: ReportFile[];
  warnings: FileWarning[];
}

/** The result for a folder without any readable file. */
export function unservedFolder(directory: string, warnings: FileWarning[]): Unserved {
  const [first] = warnings;
  const count = warnings.length > 0 ? ` (${warnings.length} skipped)` : '';
  const reason = `The reports folder ${directory} holds no file that can be read${count}.`;
  return { ok: false, reason, ...(first ? { first } : {}) };
}

/** Warnings about what was left out or guessed. */
export function warningsAbout({ reports, dropped }: ReportFile): Warning[] {
  const warnings: Warning[] = reports.length === 0 ? [{ kind: 'no-report' }] : [];
  for (const { title, titled, passages } of reports) {
    if (passages.length === 0) warnings.push({ kind: 'title-only', title });
    else if (!titled) warnings.push({ kind: 'untitled', title });
  }
  const counts = new Map<Noise, number>();
  for (const { reason } of dropped)
    if (reason !== 'space' && reason !== 'markup') counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const noise: Counted<Noise>[] = [...counts].map(([what, count]) => ({ what, count }));
  return noise.length > 0 ? [...warnings, { kind: 'left-out', counts: noise }] : warnings;
}
