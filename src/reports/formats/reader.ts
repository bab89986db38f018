// The one interface of every file format: bytes in, text and warnings out.
import type { PageStart } from '../pages.ts';
import type { Dropped, Span } from '../span.ts';
import type { Obstacle, Warning } from '../warning.ts';

/** A heading that the format itself declares, such as a Markdown `##`; `level` counts from 1. */
export interface DeclaredHeading extends Span {
  level: number;
}

/** What a reader understood. */
export interface ReadDocument {
  text: string;
  /** Characters that belong to the format, not to the words (`## `); they are dropped. */
  markup: Span[];
  headings: DeclaredHeading[];
  /** Whole lines that belong to the pages, not to the report: running heads, page numbers. They are dropped. */
  furniture?: Dropped[];
  /** Lines that the format declares to be of a table of contents. */
  contents?: Span[];
  /** Where each page begins, in order, where the format has pages. */
  pages?: PageStart[];
  warnings: Warning[];
}

/** Expected outcomes are values: a file that cannot be read says why. */
export type ReadResult = ({ ok: true } & ReadDocument) | { ok: false; reason: Obstacle };

/** May throw on damaged bytes and may take any time and memory: `read-file.ts` sees to both. */
export interface ReportReader {
  read(bytes: Uint8Array): ReadResult | Promise<ReadResult>;
}
