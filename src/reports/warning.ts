// What is to be known about a file, as values: why it is not read, what was left out or guessed. Their sentences, in every language, stand
// where the bot's words do. Plain values, since they go through threads and into the snapshot.
import type { FormatName } from './formats/format-name.ts';
import type { PageRange } from './pages.ts';
import type { DropReason } from './span.ts';

/** Kinds of file that are told from others, and are not read. */
export type ForeignFormat = 'rich-text' | 'web-archive' | 'spreadsheet' | 'presentation' | 'open-document';

/** Why a file is not read. `says` is what a library or the system says of it, in English. */
export type Obstacle =
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
  /** Pictures of pages. */
  | { kind: 'scan' }
  /** Its fonts do not say which characters their signs are. */
  | { kind: 'nameless-signs' }
  | { kind: 'no-text-encoding' }
  | { kind: 'damaged'; says?: string }
  | { kind: 'damaged-directory' }
  | { kind: 'damaged-part'; part: string }
  | { kind: 'damaged-pages' }
  | { kind: 'damaged-text' }
  /** Its reader ended without an answer. */
  | { kind: 'reader-ended' }
  | { kind: 'reader-unwatched'; says: string }
  | { kind: 'not-understood'; says: string }
  | { kind: 'not-as-named'; claimed: FormatName }
  | { kind: 'foreign-format'; format: ForeignFormat; ending?: string }
  | { kind: 'archive' }
  | { kind: 'unknown-container' }
  /** `readable` are the endings of what is read, with the dot. */
  | { kind: 'unknown-ending'; readable: string[] }
  | { kind: 'linked-folder' }
  /** A link to a file that lies where nothing is read, or in a collection that others may read. */
  | { kind: 'linked-file'; to: 'outside' | 'other-collection' | 'hidden' }
  | { kind: 'no-ordinary-file' }
  | { kind: 'unopened'; code: string }
  /** Its name is not in UTF-8. */
  | { kind: 'undecodable-name' };

/** What stands around the text of a web page; `outside` is what has no name of its own. */
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
/** What cleaning leaves out and tells of. */
export type Noise = Exclude<DropReason, 'space' | 'markup'>;
/** What is wrong with pages of a file that is read all the same. */
export type PageTrouble = 'damaged' | 'pictures' | 'nameless-signs' | 'turned-text' | 'line-numbers';

/** How often something occurs. */
export interface Counted<What> {
  what: What;
  count: number;
}

/** What is to be known about a file, be it read or not. */
export type Warning =
  | { kind: 'skipped'; why: Obstacle }
  /** Another file has the same text and is served. */
  | { kind: 'copy'; of: string }
  | { kind: 'misnamed'; claimed: FormatName; actual: FormatName }
  /** Left out; `count` where it is known. */
  | { kind: 'notes'; count?: number }
  | { kind: 'pictures'; count: number }
  /** Numbers of paragraphs that Word makes, of a kind that is not known here. */
  | { kind: 'made-numbers'; count: number }
  | { kind: 'formulas'; count: number }
  /** Signs that only their font explains. */
  | { kind: 'symbols'; count: number }
  /** Pieces of text that Word does not show. */
  | { kind: 'hidden-text'; count: number }
  /** Other documents that are set in whole. */
  | { kind: 'whole-documents'; count: number }
  | { kind: 'page-parts'; counts: Counted<PagePart>[] }
  | { kind: 'pages'; trouble: PageTrouble; pages: PageRange[] }
  | { kind: 'no-report' }
  | { kind: 'title-only'; title: string }
  /** `title` was made from what the text says. */
  | { kind: 'untitled'; title: string }
  | { kind: 'left-out'; counts: Counted<Noise>[] };

/** A warning with the file that it is about: its path relative to the reports folder, with forward slashes. */
export interface FileWarning {
  file: string;
  warning: Warning;
}

/** Warnings about one file. */
export const about = (file: string, warnings: Warning[]): FileWarning[] =>
  warnings.map((warning) => ({ file, warning }));

/** The one warning about a file that is not read. */
export const skipped = (file: string, why: Obstacle): FileWarning => ({
  file,
  warning: { kind: 'skipped', why },
});

/** Whether another try may do better although no byte of the file has changed: time, memory, the reader or the system were to blame. */
export const mayPass = ({ kind }: Obstacle): boolean =>
  kind === 'too-slow' ||
  kind === 'too-much-memory' ||
  kind === 'reader-ended' ||
  kind === 'reader-unwatched' ||
  kind === 'unopened';
