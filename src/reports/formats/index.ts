// Which reader reads which file. A new format is one file here and one line in the list.
import { markdown } from './markdown.ts';
import { plainText } from './plain-text.ts';
import type { ReportReader } from './reader.ts';

const READERS: ReportReader[] = [plainText, markdown];

/** The reader for a file name, or undefined where no format claims its ending. */
export function readerFor(fileName: string): ReportReader | undefined {
  const lower = fileName.toLowerCase();
  return READERS.find((reader) => reader.extensions.some((extension) => lower.endsWith(extension)));
}

/** All endings that can be read, for messages. */
export const READABLE_EXTENSIONS: string[] = READERS.flatMap((reader) => reader.extensions);

export type { DeclaredHeading, ReadDocument, ReadResult, ReportReader } from './reader.ts';
