// Warnings about a file, as plain values that pass between threads and into the snapshot: why it is not read,
// what was left out or guessed. The sentences are in src/message/text.
import type { FormatName } from './formats/format-name.ts';
import type { PageRange } from './pages.ts';
import type { DropReason } from './span.ts';

/** Kinds of file that are recognised but not read. */
export type ForeignFormat = 'web-archive' | 'spreadsheet' | 'presentation' | 'open-document';

/** Why a file is not read. `says` is the message of a library or the system, in English. */
export type ReadFailure =
  | { kind: 'empty' }
  | { kind: 'too-large'; megabytes: number }
  | { kind: 'too-much-text'; millions: number }
  /** In characters. */
  | { kind: 'too-long-line'; max: number }
  | { kind: 'too-many-lines'; max: number }
  | { kind: 'too-many-pages'; pages: number; max: number }
  | { kind: 'too-many-parts'; max: number }
  | { kind: 'unpacks-to-too-much'; megabytes: number }
  | { kind: 'unpacks-to-more-than-declared' }
  | { kind: 'too-slow'; seconds: number }
  | { kind: 'too-much-memory'; megabytes: number }
  | { kind: 'password' }
  /** Images of pages. */
  | { kind: 'scan' }
  /** A picture, and no text is recognised. */
  | { kind: 'picture' }
  /** A picture that is too large for recognition. */
  | { kind: 'too-many-pixels'; millions: number }
  /** A scan or a picture in which no words were recognised. */
  | { kind: 'nothing-recognised' }
  /** All its words lean. */
  | { kind: 'leaning-text' }
  /** A Word file of before 1997. */
  | { kind: 'too-old' }
  /** Its fonts do not map glyphs to characters. */
  | { kind: 'nameless-signs' }
  | { kind: 'no-text-encoding' }
  | { kind: 'damaged'; says?: string }
  | { kind: 'damaged-directory' }
  | { kind: 'damaged-part'; part: string }
  | { kind: 'damaged-pages' }
  | { kind: 'damaged-text' }
  /** The reader thread ended without a result. */
  | { kind: 'reader-ended' }
  | { kind: 'reader-unwatched'; says: string }
  | { kind: 'not-understood'; says: string }
  | { kind: 'not-as-named'; claimed: FormatName }
  | { kind: 'foreign-format'; format: ForeignFormat; ending?: string }
  | { kind: 'archive' }
  | { kind: 'unknown-container' }
  /** `readable` are the supported extensions, with the dot. */
  | { kind: 'unknown-ending'; readable: string[] }
  | { kind: 'linked-folder' }
  /** A link to a file that is not read there, or that is in another collection. */
  | { kind: 'linked-file'; to: 'outside' | 'other-collection' | 'hidden' }
  | { kind: 'no-ordinary-file' }
  | { kind: 'unopened'; code: string }
  /** Its name is not UTF-8. */
  | { kind: 'undecodable-name' };

/** An element around the text of a web page; `outside` is text outside of its main element. */
export type PagePart =
  | 'header'
  | 'nav'
  | 'aside'
  | 'footer'
  | 'search'
  | 'button'
  | 'select'
  | 'textarea'
  | 'hidden'
  | 'outside';
/** What spreadsheets and presentations do not show. */
export type HiddenPart = 'sheet' | 'row' | 'column' | 'slide';
/** Dropped spans that a warning mentions. */
export type Noise = Exclude<DropReason, 'space' | 'markup'>;
/** What is wrong with pages of a file that is read nevertheless. */
export type PageTrouble =
  | 'damaged'
  | 'pictures'
  /** Pictures in which no text was recognised, although it was looked for. */
  | 'unrecognised'
  | 'recognised'
  | 'nameless-signs'
  | 'turned-text'
  | 'line-numbers';

export interface Counted<What> {
  what: What;
  count: number;
}

/** What is reported about a file, read or not. */
export type Warning =
  | { kind: 'skipped'; why: ReadFailure }
  /** Another file with the same text is served. */
  | { kind: 'copy'; of: string }
  | { kind: 'misnamed'; claimed: FormatName; actual: FormatName }
  /** `count` where it is known. */
  | { kind: 'notes'; count?: number }
  | { kind: 'pictures'; count: number }
  /** Paragraph numbers that Word generates, in a format that is not supported. */
  | { kind: 'made-numbers'; count: number }
  | { kind: 'formulas'; count: number }
  /** Symbols that only their font defines. */
  | { kind: 'symbols'; count: number }
  /** Text that Word does not show. */
  | { kind: 'hidden-text'; count: number }
  /** What a spreadsheet or a presentation hides. */
  | { kind: 'hidden-parts'; counts: Counted<HiddenPart>[] }
  /** Cells whose formula has no stored value. */
  | { kind: 'uncounted-formulas'; count: number }
  /** Notes for the speaker, by slides that have them. */
  | { kind: 'speaker-notes'; count: number }
  /** Embedded documents. */
  | { kind: 'whole-documents'; count: number }
  | { kind: 'page-parts'; counts: Counted<PagePart>[] }
  | { kind: 'pages'; trouble: PageTrouble; pages: PageRange[] }
  | { kind: 'no-report' }
  | { kind: 'title-only'; title: string }
  /** `title` is generated from the text. */
  | { kind: 'untitled'; title: string }
  | { kind: 'left-out'; counts: Counted<Noise>[] };

/** `file` is the path relative to the reports folder, with forward slashes. */
export interface FileWarning {
  file: string;
  warning: Warning;
}

export const about = (file: string, warnings: Warning[]): FileWarning[] =>
  warnings.map((warning) => ({ file, warning }));

/** The warning about a file that is not read. */
export const skipped = (file: string, why: ReadFailure): FileWarning => ({
  file,
  warning: { kind: 'skipped', why },
});

/**
 * Whether another try may succeed although no byte of the file has changed: time, memory, the reader or the
 * system failed.
 */
export const isTransient = ({ kind }: ReadFailure): boolean =>
  kind === 'too-slow' ||
  kind === 'too-much-memory' ||
  kind === 'reader-ended' ||
  kind === 'reader-unwatched' ||
  kind === 'unopened';
