// From files to reports: formats, cleaning, splitting, outline, metadata, passages, quotes.
export { collectionOf } from './collection.ts';
export { type Library, readLibrary, type Scan, type ScannedFile, scanFolder } from './library.ts';
export { agencyInTitle } from './metadata/agency.ts';
export type { ReportKind } from './metadata/kind.ts';
export { nextPeriod, type Period, periodOf } from './metadata/period.ts';
export type { NamedPlace } from './metadata/places.ts';
export type { Section } from './outline.ts';
export type { PartKind } from './part-kind.ts';
export type { Passage } from './passages.ts';
export { isVerbatim, parseQuoteId, type Quote, type QuoteSource, quoteOf } from './quote.ts';
export { type Report, type ReportFile, readReports } from './report.ts';
export { type Dropped, type DropReason, type Span, trimSpan } from './span.ts';
