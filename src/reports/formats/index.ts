// The supported formats. Steps to add one: docs/adding.md.
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

/** In the order in which extensions are listed to people. */
const FORMATS: Record<FormatName, Omit<Format, 'name'>> = {
  text: {
    extensions: ['.txt', '.text'],
    simple: true,
    load: async () => (await import('./plain-text.ts')).plainText,
  },
  markdown: {
    extensions: ['.md', '.markdown'],
    simple: true,
    load: async () => (await import('./markdown.ts')).markdown,
  },
  csv: {
    extensions: ['.csv', '.tsv'],
    simple: true,
    load: async () => (await import('./csv.ts')).csv,
  },
  html: {
    extensions: ['.html', '.htm'],
    simple: false,
    load: async () => (await import('./html.ts')).html,
  },
  docx: {
    extensions: ['.docx', '.docm'],
    simple: false,
    load: async () => (await import('./word/reader.ts')).docx,
  },
  doc: {
    extensions: ['.doc', '.wps'],
    simple: false,
    load: async () => (await import('./doc.ts')).doc,
  },
  xlsx: {
    extensions: ['.xlsx', '.xlsm'],
    simple: false,
    load: async () => (await import('./excel/reader.ts')).xlsx,
  },
  pptx: {
    extensions: ['.pptx', '.pptm', '.ppsx'],
    simple: false,
    load: async () => (await import('./powerpoint/reader.ts')).pptx,
  },
  odt: {
    extensions: ['.odt'],
    simple: false,
    load: async () => (await import('./odt/reader.ts')).odt,
  },
  rtf: {
    extensions: ['.rtf'],
    simple: false,
    load: async () => (await import('./rtf/reader.ts')).rtf,
  },
  pdf: {
    extensions: ['.pdf'],
    simple: false,
    load: async () => (await import('./pdf/reader.ts')).pdf,
  },
  // read only where text is recognised
  picture: {
    extensions: ['.png', '.jpg', '.jpeg'],
    simple: false,
    load: async () => (await import('./picture.ts')).picture,
  },
};

const ALL: Format[] = (Object.keys(FORMATS) as FormatName[]).map((name) => ({ name, ...FORMATS[name] }));

/** The format that a file's extension claims, if any. */
export function readerFor(fileName: string): Format | undefined {
  const lower = fileName.toLowerCase();
  return ALL.find((format) => format.extensions.some((extension) => lower.endsWith(extension)));
}

export const formatOf = (name: FormatName): Format => ({ name, ...FORMATS[name] });

/** Without those of pictures, which are read only where text is recognised. */
export const READABLE_EXTENSIONS: string[] = ALL.filter(({ name }) => name !== 'picture').flatMap(
  (format) => format.extensions,
);

export type { FormatName } from './format-name.ts';
export type { DeclaredHeading, DeclaredTable, ReadDocument, ReadResult } from './reader.ts';
