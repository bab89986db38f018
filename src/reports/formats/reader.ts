// The one interface of every file format: bytes in, text and warnings out.
import type { Span } from '../span.ts';

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
  warnings: string[];
}

/** Expected outcomes are values: a file that cannot be read says why in one sentence. */
export type ReadResult = ({ ok: true } & ReadDocument) | { ok: false; reason: string };

export interface ReportReader {
  /** File name endings, lower case, with the dot. */
  extensions: string[];
  read(bytes: Uint8Array): ReadResult;
}
