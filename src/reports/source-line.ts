// The lines of a file's text before cleaning, blank ones included.
import type { Span } from './span.ts';

/** A line without its line break. */
export interface SourceLine extends Span {
  text: string;
}

/** Splits a text at \r\n, \r, \n and U+2028. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  for (const match of text.matchAll(/[^\r\n\u2028]*(?:\r\n|\r|\n|\u2028|$)/g)) {
    if (match[0] === '') continue;
    const content = match[0].replace(/[\r\n\u2028]{1,2}$/, '');
    lines.push({ start: match.index, end: match.index + content.length, text: content });
  }
  return lines;
}
