// The index of the sample reports, and checks of answers against their text.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Answer, CitedQuote } from '../../src/answer/index.ts';
import { buildHashOf } from '../../src/indexing/build-hash.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { openIndex } from '../fixtures/read-reports.ts';

/** The sample set that the project comes with: work reports, and documents of other kinds in both languages. */
export const SAMPLE_SET = path.join(import.meta.dirname, '..', '..', 'index-data', 'reports');

const NAME_LENGTH = 12;
/**
 * Where tests keep their indexes, so that each is built once and not by every test file and program. Another state of the code
 * has another folder, so that no program reports an outdated snapshot; each account has its own.
 */
export const SHARED_INDEX_FOLDER: string = path.join(
  os.tmpdir(),
  `yinju-tests-index-${process.getuid?.() ?? ''}`,
  (await buildHashOf()).slice(0, NAME_LENGTH),
);

/** The work reports of the sample set: most tests are about one kind of report. */
const WORK_REPORT = /^(?:agriculture|compilation|forestry|health|qilu-town)-/;

/** A folder with the work reports of the sample set only. */
export const SAMPLE_FOLDER: string = workReportsFolder();

function workReportsFolder(): string {
  const folder = `${SHARED_INDEX_FOLDER}-work-reports`;
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(SAMPLE_SET).filter((each) => WORK_REPORT.test(each))) {
    const file = path.join(folder, name);
    const bytes = fs.readFileSync(path.join(SAMPLE_SET, name));
    if (fs.existsSync(file) && fs.readFileSync(file).equals(bytes)) continue;
    // several test files come here at once
    const written = `${file}.${process.pid}.part`;
    fs.writeFileSync(written, bytes);
    fs.renameSync(written, file);
  }
  return folder;
}

export async function sampleIndex(): Promise<PassageIndex> {
  const opened = await openIndex(SAMPLE_FOLDER, SHARED_INDEX_FOLDER);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.index;
}

/** The quotes that an answer shows, near misses included. */
export const shownQuotes = (answer: Answer): CitedQuote[] =>
  answer.answered ? answer.quotes : answer.nearMisses;

/** The text of a file. */
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
