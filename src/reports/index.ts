// From files to reports: formats, cleaning, splitting, outline, metadata, passages, quotes.
export { collectionOf } from './collection.ts';
export { leastOf, mostOf } from './extremes.ts';
export { type FolderListing, type ListedFile, listFolder, standsIn } from './folder.ts';
export { type FolderChange, FolderWatch, type LeftOver, type WatchTiming } from './folder-watch.ts';
export type { FormatName, ReadDocument, ReadResult } from './formats/index.ts';
export {
  isOutOfMemory,
  reasonOfEnd,
  THREAD_LIMITS,
  type ThreadLimits,
  watchThread,
} from './formats/limits.ts';
export {
  type Copy,
  type KnownFile,
  mayBeRead,
  readBytes,
  type Served,
  served,
  sha256,
} from './known-file.ts';
export {
  holdsNothing,
  type LibraryContents,
  readLibrary,
  type Scan,
  type ScannedFile,
  scanFolder,
  type Unserved,
  warningsAbout,
} from './library.ts';
export { agencyInTitle } from './metadata/agency.ts';
export type { ReportKind } from './metadata/kind.ts';
export type { NamedPlace } from './metadata/localities.ts';
export { nextPeriod, type Period, periodOf } from './metadata/period.ts';
export type { Section } from './outline.ts';
export { type PackedFile, packFile, unpackFile } from './packed-file.ts';
export { type PageRange, pagesOf } from './pages.ts';
export type { Passage } from './passages.ts';
export { inTemporary, isLeftOver, makePrivate, OWN_FILE, OWN_FOLDER } from './private-files.ts';
export { isVerbatim, parseQuoteId, type Quote, type QuoteSource, quoteOf } from './quote.ts';
export { FEW_BYTES, MAX_FILE_BYTES, readFile, reasonAgainstSize } from './read-file.ts';
export { type Report, type ReportFile, readReports } from './report.ts';
export type { SectionKind } from './section-kind.ts';
export { type Dropped, type DropReason, type Span, trimSpan } from './span.ts';
export { type ReadableName, readableName } from './supported-name.ts';
export {
  about,
  type Counted,
  type FileWarning,
  type ForeignFormat,
  type Noise,
  type Obstacle,
  type PagePart,
  type PageTrouble,
  skipped,
  type Warning,
} from './warning.ts';
