// The interface of every file format: bytes in, text and warnings out.
import type { PageRange, PageStart } from '../pages.ts';
import type { Dropped, Span } from '../span.ts';
import type { ReadFailure, Warning } from '../warning.ts';
import type { Recogniser } from './recognition/recogniser.ts';

/** A heading that the format declares, such as a Markdown `##`; `level` counts from 1. */
export interface DeclaredHeading extends Span {
  level: number;
}

/** What the format says about the document beside its text: evidence, not truth. As it is written there. */
export interface DocumentProperties {
  /** Front matter, `<title>`, `og:title`, the properties of Word, PDF and the like. */
  title?: string;
  /** A person or an office. */
  author?: string;
  /** When it was made or published. */
  date?: string;
  /** Where it was taken from: an address, or whoever published it. */
  source?: string;
}

/** A table of the text. */
export interface DeclaredTable extends Span {
  /** The end of its head rows (its title, the names of its columns); its `start` where it has none. */
  headEnd: number;
  /** Further rows that name its columns and stand apart from it, above: the rows of a table after a title. */
  above?: Span[];
}

export interface ReadDocument {
  text: string;
  properties?: DocumentProperties;
  tables?: DeclaredTable[];
  /** Characters of the format, such as `## `; they are dropped. */
  markup: Span[];
  headings: DeclaredHeading[];
  /** Whole lines of page furniture: running heads, page numbers. They are dropped. */
  furniture?: Dropped[];
  /** Lines that the format declares to be a table of contents. */
  contents?: Span[];
  /** Where each page begins, in order, in formats that have pages. */
  pages?: PageStart[];
  /** Pages whose text is recognised in pictures: it may differ from what the paper says. */
  recognised?: PageRange[];
  warnings: Warning[];
}

export type ReadResult = ({ ok: true } & ReadDocument) | { ok: false; reason: ReadFailure };

/** May throw on damaged bytes and may take any time and memory: `read-file.ts` handles both. */
export interface ReportReader {
  /** @param recogniser where text in pictures is to be recognised */
  read(bytes: Uint8Array, recogniser?: Recogniser): ReadResult | Promise<ReadResult>;
}
