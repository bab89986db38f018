// Which formats are read. A new format is one file here, one line in the list and its signature in `recognise.ts`.
import type { FormatName } from './format-name.ts';
import type { ReportReader } from './reader.ts';

/** A format, its reader loaded only when a file of it is there. */
export interface Format {
  name: FormatName;
  /** File name endings, lower case, with the dot. */
  extensions: string[];
  /** Reads in time and memory that grow with the bytes alone: needs no thread of its own. */
  simple: boolean;
  load(): Promise<ReportReader>;
}

const FORMATS: Format[] = [
  {
    name: 'text',
    extensions: ['.txt', '.text'],
    simple: true,
    load: async () => (await import('./plain-text.ts')).plainText,
  },
  {
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    simple: true,
    load: async () => (await import('./markdown.ts')).markdown,
  },
  {
    name: 'html',
    extensions: ['.html', '.htm'],
    simple: false,
    load: async () => (await import('./html.ts')).html,
  },
  {
    name: 'docx',
    extensions: ['.docx'],
    simple: false,
    load: async () => (await import('./word/reader.ts')).docx,
  },
  {
    name: 'doc',
    extensions: ['.doc'],
    simple: false,
    load: async () => (await import('./doc.ts')).doc,
  },
  {
    name: 'pdf',
    extensions: ['.pdf'],
    simple: false,
    load: async () => (await import('./pdf/reader.ts')).pdf,
  },
];

/** The format that a file's name claims, or undefined where no format has its ending. */
export function readerFor(fileName: string): Format | undefined {
  const lower = fileName.toLowerCase();
  return FORMATS.find((format) => format.extensions.some((extension) => lower.endsWith(extension)));
}

/** A format by its name. */
export const formatOf = (name: FormatName): Format =>
  FORMATS.find((format) => format.name === name) as Format;

/** All endings that can be read, for messages. */
export const READABLE_EXTENSIONS: string[] = FORMATS.flatMap((format) => format.extensions);

export type { FormatName } from './format-name.ts';
export type { DeclaredHeading, ReadDocument, ReadResult, ReportReader } from './reader.ts';
