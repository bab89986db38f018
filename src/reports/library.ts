// A folder of files to the reports in it. Nothing is silently dropped: what cannot be read is a warning.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { listFolder, reasonOf } from './folder.ts';
import { readerFor } from './formats/index.ts';
import { readFile, reasonAgainstSize } from './read-file.ts';
import { type ReportFile, readReports } from './report.ts';

/** A file of the reports folder as it lies there. */
export interface ScannedFile {
  /** Path relative to the folder, with forward slashes. */
  name: string;
  bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
}

/** What a folder holds, or one sentence why it cannot serve. */
export type Scan = { ok: true; files: ScannedFile[]; warnings: string[] } | { ok: false; reason: string };

/** Everything that was read from a reports folder. */
export interface Library {
  files: ReportFile[];
  warnings: string[];
}

/** Lists and reads the files of a folder and its subfolders, in a stable order. Hidden files are passed over. */
export async function scanFolder(directory: string): Promise<Scan> {
  const listing = await listFolder(directory);
  if (!listing.ok) return listing;
  const files: ScannedFile[] = [];
  const warnings = [...listing.warnings];
  for (const { name } of listing.files) {
    try {
      const tooLarge = reasonAgainstSize((await fs.stat(path.join(directory, name))).size);
      if (tooLarge) {
        warnings.push(`${name}: skipped, ${tooLarge}`);
        continue;
      }
      const bytes = await fs.readFile(path.join(directory, name));
      files.push({ name, bytes, hash: createHash('sha256').update(bytes).digest('hex') });
    } catch (error) {
      warnings.push(`${name}: skipped, it cannot be opened (${reasonOf(error)})`);
    }
  }
  if (files.length === 0) return { ok: false, reason: holdsNothing(directory, warnings) };
  return { ok: true, files, warnings };
}

/** The sentence about a folder in which nothing can be read. */
export function holdsNothing(directory: string, warnings: string[]): string {
  const why = warnings.length ? ` (${warnings.length} skipped; the first: ${warnings[0]})` : '';
  return `The reports folder ${directory} holds no file that can be read${why}.`;
}

/** Reads the reports of scanned files. A file that cannot be read is skipped with a warning that names it. */
export async function readLibrary(scanned: ScannedFile[]): Promise<Library> {
  const outcomes = await Promise.all(scanned.map(readScanned));
  return {
    files: outcomes.flatMap(({ file }) => file ?? []),
    warnings: outcomes.flatMap(({ warnings }) => warnings),
  };
}

/** Reads one file; `file` is undefined where it cannot be read, and a warning says why. */
async function readScanned({ name, bytes }: ScannedFile): Promise<{ file?: ReportFile; warnings: string[] }> {
  if (!readerFor(name)) return { warnings: [`${name}: skipped, no reader knows this kind of file`] };
  const read = await readFile(name, bytes);
  if (!read.ok) return { warnings: [`${name}: skipped, ${read.reason}`] };
  const file = readReports(name, read);
  return {
    file,
    warnings: [...read.warnings.map((warning) => `${name}: ${warning}`), ...warningsAbout(file)],
  };
}

/** What should be known about how a file was understood, one sentence each. */
export function warningsAbout(file: ReportFile): string[] {
  const warnings: string[] = [];
  if (file.reports.length === 0) warnings.push(`${file.name}: no report found in it`);
  for (const report of file.reports) {
    const name = `${file.name}: «${report.title}»`;
    if (report.passages.length === 0) warnings.push(`${name} has a title but no text`);
    else if (!report.titled)
      warnings.push(`${name} has no title line; this name is made from what the text says`);
  }
  const counts = new Map<string, number>();
  for (const { reason } of file.dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const noise = [...counts].filter(([reason]) => reason !== 'space' && reason !== 'markup');
  if (noise.length)
    warnings.push(`${file.name}: left out ${noise.map(([reason, n]) => `${n} × ${reason}`).join(', ')}`);
  return warnings;
}
