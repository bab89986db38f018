// The sample reports that come along, indexed; and what answers about them are held against.
import path from 'node:path';
import type { Answer, CitedQuote } from '../../src/answer/index.ts';
import { readLibrary, scanFolder } from '../../src/reports/index.ts';
import { PassageIndex } from '../../src/search/index.ts';

export const SAMPLE_FOLDER = path.join(import.meta.dirname, '..', '..', 'index-data', 'reports');

export async function sampleIndex(): Promise<PassageIndex> {
  const scan = await scanFolder(SAMPLE_FOLDER);
  if (!scan.ok) throw new Error(scan.reason);
  return PassageIndex.build(readLibrary(scan.files).files);
}

/** The quotes that an answer shows, near misses included. */
export const shownQuotes = (answer: Answer): CitedQuote[] =>
  answer.answered ? answer.quotes : answer.nearMisses;

/** The decoded text of a file. */
export function sourceOf(index: PassageIndex, file: string): string {
  const found = index.files.find(({ name }) => name === file);
  if (!found) throw new Error(`no file ${file}`);
  return found.text;
}

/** Quotes that are not exactly what stands at their place in the source. */
export function unfaithful(index: PassageIndex, quotes: CitedQuote[]): CitedQuote[] {
  return quotes.filter(
    ({ file, start, end, text }) => text === '' || sourceOf(index, file).slice(start, end) !== text,
  );
}
