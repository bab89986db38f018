// Reads a folder of files into reports. Nothing is silently dropped: a file that cannot be read gives a
// warning.
import { listFolder, UNKNOWN_ENDING } from './folder.ts';
import { readerFor } from './formats/index.ts';
import { type FileBytes, readBytes } from './known-file.ts';
import { readFile, reasonAgainstSize } from './read-file.ts';
import { type ReportFile, readReports } from './report.ts';
import {
  about,
  type Counted,
  type FileWarning,
  type Noise,
  type Obstacle,
  skipped,
  type Warning,
} from './warning.ts';

export interface ScannedFile {
  /** Path relative to the folder, with forward slashes. */
  name: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
}

/** The files of a folder, or why it cannot serve. */
type Scan = { ok: true; files: ScannedFile[]; warnings: FileWarning[] } | Unserved;

/** One sentence why a folder cannot serve. `first` is the first warning about its files. */
export interface Unserved {
  ok: false;
  reason: string;
  first?: FileWarning;
}

export interface ReportFiles {
  files: ReportFile[];
  warnings: FileWarning[];
}

/** Reads the bytes of a folder's files in a stable order. Hidden files are skipped. */
export async function scanFolder(directory: string): Promise<Scan> {
  const listing = await listFolder(directory);
  if (!listing.ok) return listing;
  const files: ScannedFile[] = [];
  const warnings = [...listing.warnings];
  for (const listed of listing.files) {
    const why = reasonAgainstSize(listed.size);
    const read = why ? ({ state: 'refused', why } as const) : await readBytes(directory, listed);
    if (read.state === 'read') files.push({ name: listed.name, bytes: read.bytes, hash: read.hash });
    else warnings.push(skipped(listed.name, obstacleOf(read)));
  }
  if (files.length === 0) return holdsNothing(directory, warnings);
  return { ok: true, files, warnings };
}

const obstacleOf = (read: Exclude<FileBytes, { state: 'read' }>): Obstacle => {
  if (read.state === 'refused') return read.why;
  return { kind: 'unopened', code: read.state === 'moving' ? 'EAGAIN' : read.reason };
};

/** The result for a folder without any readable file. */
export function holdsNothing(directory: string, warnings: FileWarning[]): Unserved {
  const [first] = warnings;
  const count = warnings.length > 0 ? ` (${warnings.length} skipped)` : '';
  const reason = `The reports folder ${directory} holds no file that can be read${count}.`;
  return { ok: false, reason, ...(first ? { first } : {}) };
}

/** A file that cannot be read is skipped with a warning that names it. */
export async function readLibrary(scanned: ScannedFile[]): Promise<ReportFiles> {
  const outcomes = await Promise.all(scanned.map(readScanned));
  return {
    files: outcomes.flatMap(({ file }) => file ?? []),
    warnings: outcomes.flatMap(({ warnings }) => warnings),
  };
}

/** `file` is undefined where it cannot be read; a warning says why. */
async function readScanned({
  name,
  bytes,
}: ScannedFile): Promise<{ file?: ReportFile; warnings: FileWarning[] }> {
  if (!readerFor(name)) return { warnings: [skipped(name, UNKNOWN_ENDING)] };
  const read = await readFile(name, bytes);
  if (!read.ok) return { warnings: [skipped(name, read.reason)] };
  const file = readReports(name, read);
  return { file, warnings: about(name, [...read.warnings, ...warningsAbout(file)]) };
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
