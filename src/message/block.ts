// What can be said on any platform. Every renderer handles every kind of block; a new kind breaks them at compile time.
import type { Quote, Span } from '../reports/index.ts';

/** A quote as a reader sees it: the words as they stand, and where they stand. */
export interface ShownQuote extends Quote {
  report: string;
  path: string[];
  emphasis: Span[];
}

export type Block =
  | { type: 'paragraph'; text: string }
  | { type: 'quote'; quote: ShownQuote; number: number }
  /** Quotes of one source, listed under it. */
  | { type: 'quote-list'; report: string; path: string[]; quotes: ShownQuote[] }
  | { type: 'list'; items: string[] };

export type Message = Block[];
