// Spans of a file's text. All offsets count UTF-16 units of the decoded text (no byte order mark).

/** `text.slice(start, end)` of the file's decoded text. */
export interface Span {
  start: number;
  end: number;
}

/** Why a span belongs to no report's text. */
export type DropReason =
  | 'space'
  | 'marker'
  | 'markup'
  | 'contents'
  | 'collection-title'
  | 'advertising'
  | 'password'
  | 'signature'
  | 'front-matter'
  | 'running-head'
  | 'page-number'
  | 'footnote'
  | 'page-line';

export interface Dropped extends Span {
  reason: DropReason;
}

/** The span without white space at its ends (possibly empty, at its start). */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}

function isSpace(text: string, at: number): boolean {
  return /[\s\u200b\ufeff]/.test(text[at]);
}
