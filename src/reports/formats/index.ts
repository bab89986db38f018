// The supported formats. A new format is one file here, one line in the list and its signature in
// `recognise.ts`.
import type { FormatName } from './format-name.ts';
import type { ReportReader } from './reader.ts';

/** A format; its reader is loaded when a file first needs it. */
interface Format {
  name: FormatName;
  /** File name extensions, lower case, with the dot. */
  extensions: string[];
  /** Reading time and memory grow with the bytes only: needs no thread of its own. */
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

/** The format that a file's extension claims, if any. */
export function readerFor(fileName: string): Format | undefined {
  const lower = fileName.toLowerCase();
  return FORMATS.find((format) => format.extensions.some((extension) => lower.endsWith(extension)));
}

export const formatOf = (name: FormatName): Format =>
  FORMATS.find((format) => format.name === name) as Format;

export const READABLE_EXTENSIONS: string[] = FORMATS.flatMap((format) => format.extensions);

export type { FormatName } from './format-name.ts';
export type { DeclaredHeading, ReadDocument, ReadResult } from './reader.ts';
