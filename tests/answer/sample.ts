// The index of the sample reports, and checks of answers against their text.
import os from 'node:os';
import path from 'node:path';
import type { Answer, CitedQuote } from '../../src/answer/index.ts';
import { openIndex, type PassageIndex } from '../../src/search/index.ts';
import { fingerprintOf } from '../../src/search/snapshot.ts';

export const SAMPLE_FOLDER = path.join(import.meta.dirname, '..', '..', 'index-data', 'reports');

const NAME_LENGTH = 12;
/**
 * The folder with the index of the sample reports, built once for all test files and programs. One for each
 * state of the code, so that no program reports an outdated index, and for each account, so that it can be
 * written.
 */
export const SHARED_INDEX_FOLDER: string = path.join(
  os.tmpdir(),
  `yinju-tests-index-${process.getuid?.() ?? ''}`,
  (await fingerprintOf()).slice(0, NAME_LENGTH),
);

export async function sampleIndex(): Promise<PassageIndex> {
  const opened = await openIndex(SAMPLE_FOLDER, SHARED_INDEX_FOLDER);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.index;
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

/** Quotes that are not exactly their slice of the source. */
export function unfaithful(index: PassageIndex, quotes: CitedQuote[]): CitedQuote[] {
  return quotes.filter(
    ({ file, start, end, text }) => text === '' || sourceOf(index, file).slice(start, end) !== text,
  );
}
