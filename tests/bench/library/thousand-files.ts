// A folder of a thousand files, made by varying reports: the size of a county's archive of several years.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ReportFile } from '../../../src/reports/index.ts';
import { scaled } from '../corpus.ts';

const FILES = 1000;
const CHARACTERS = 10_000_000;

/** Lengths in UTF-16 units. */
export interface Written {
  files: number;
  characters: number;
}

/** Writes a thousand files with ten million characters in all, in folders of a hundred. */
export async function writeThousandFiles(directory: string, originals: ReportFile[]): Promise<Written> {
  const length = originals.reduce((sum, { text }) => sum + text.length, 0);
  const texts = (await scaled(originals, Math.ceil(CHARACTERS / length))).flatMap(reportTexts);
  const pieces = dealt(texts, FILES);
  for (const [i, piece] of pieces.entries()) {
    const folder = path.join(directory, String(Math.floor(i / 100)).padStart(2, '0'));
    await fs.mkdir(folder, { recursive: true });
    await fs.writeFile(path.join(folder, `${String(i).padStart(4, '0')}.txt`), piece);
  }
  return { files: pieces.length, characters: pieces.reduce((sum, piece) => sum + piece.length, 0) };
}

const reportTexts = ({ text, reports }: ReportFile): string[] =>
  reports.map(({ start }, i) => text.slice(start, reports[i + 1]?.start).trim());

/** Deals texts into files in order, with blank lines between them, which separate reports. */
function dealt(texts: string[], count: number): string[] {
  const first = (piece: number) => Math.round((piece * texts.length) / count);
  return Array.from({ length: count }, (_, i) => texts.slice(first(i), first(i + 1)).join('\n\n\n\n'));
}
