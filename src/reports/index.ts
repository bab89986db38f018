// From files to reports: formats, cleaning, splitting, outline, metadata, passages, quotes.
export { collectionOf } from './collection.ts';
export { type FolderListing, isAmong, type ListedFile, listFolder } from './folder.ts';
export { type FolderChange, FolderWatch, type LeftOver, type WatchTiming } from './folder-watch.ts';
export type { FormatName, ReadDocument } from './formats/index.ts';
export {
  isOutOfMemory,
  reasonOfEnd,
  THREAD_LIMITS,
  type ThreadLimits,
  watchThread,
} from './formats/limits.ts';
export { installCommand } from './formats/recognition/tesseract.ts';
export {
  type Copy,
  isWorthRetrying,
  type KnownFile,
  readBytes,
  served,
  sha256,
} from './known-file.ts';
export { isDated, REPORT_KINDS, type ReportKind } from './metadata/kind.ts';
export { nextPeriod, type Period, periodOf } from './metadata/period.ts';
export { maxOf } from './min-max.ts';
export { compareKeys, type NumberedPartName, numberKey, partNames } from './numbered-part.ts';
export { beginsPoint } from './numbering.ts';
export { type PackedFile, packFile, unpackFile } from './packed-file.ts';
export { isRecognised, type PageRange, pagesOf } from './pages.ts';
export type { Passage } from './passages.ts';
export { inTemporary, isLeftOver, makePrivate, OWN_FILE, OWN_FOLDER } from './private-files.ts';
export { isVerbatim, parseQuoteId, type Quote, quoteOf } from './quote.ts';
export { FEW_BYTES, MAX_FILE_BYTES, RECOGNITION_POOL, readFile, reasonAgainstSize } from './read-file.ts';
export { type Report, type ReportFile, readReports } from './report.ts';
export {
  type ReportFiles,
  type Unserved,
  unservedFolder,
  warningsAbout,
} from './report-files.ts';
export { headsAbove, type ReportTable, rowsTogether, withoutTables } from './report-table.ts';
export type { Section } from './section.ts';
export type { SectionKind } from './section-kind.ts';
export type { Span } from './span.ts';
export { readableName } from './supported-name.ts';
export { namesKindOfDocument } from './title-shape.ts';
export {
  about,
  type FileWarning,
  type ForeignFormat,
  type HiddenPart,
  type Noise,
  type PagePart,
  type ReadFailure,
  skipped,
  type Warning,
} from './warning.ts';
