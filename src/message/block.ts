// What can be said on any platform. Every renderer handles every kind of block; a new kind breaks them at compile time.
import type { PageRange, Quote, Span } from '../reports/index.ts';
import type { Locale } from './text/index.ts';

/** A quote as a reader sees it: the words as they stand, and where they stand. */
export interface ShownQuote extends Quote {
  report: string;
  path: string[];
  /** Pages of the file, where it has pages. */
  pages?: PageRange;
  /** Words that matched: offsets in `text`, in order, without overlaps. */
  emphasis: Span[];
  /** The stretch of `text` that is shown here; the whole text where undefined. The stretches of one quote follow on each other. */
  excerpt?: Span;
}

/** Something to press. */
export interface Button {
  label: string;
  /** Plain data that comes back with the press, at most `MAX_ACTION_LENGTH` ASCII characters. */
  action: string;
}

/** One of several things to choose. */
export interface ChoiceOption extends Button {
  /** What tells it apart from others of the same label. */
  description?: string;
}

/** Words that a text and its source share, or that only one of them has. */
export interface Run {
  type: 'same' | 'only-source' | 'only-given';
  text: string;
}

export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string }
  /** Asks for something that is to be written in reply; the hint says what. */
  | { type: 'prompt'; text: string; hint: string }
  /** `actions` are about this quote alone. */
  | { type: 'quote'; quote: ShownQuote; number?: number; actions?: Button[] }
  /** Quotes of one source, listed under it and numbered from `first` on; not numbered where that is 0. */
  | { type: 'quote-list'; report: string; path: string[]; quotes: ShownQuote[]; first: number }
  | { type: 'list'; items: string[] }
  /** A text beside its source, word by word. */
  | { type: 'difference'; runs: Run[] }
  /** A text to be taken along as it is. */
  | { type: 'copyable'; text: string }
  /**
   * A point of time (milliseconds since 1970) after its label: on the reader's own clock where the platform knows that, else in the
   * words of `momentText`. Never split.
   */
  | { type: 'moment'; label: string; at: number; zone: string; locale: Locale }
  /** Commands by name, in the form in which the platform takes them. */
  | { type: 'commands'; commands: { name: string; summary: string }[] }
  | { type: 'buttons'; buttons: Button[] }
  /** At most `MAX_OPTIONS` options. */
  | { type: 'choice'; prompt: string; options: ChoiceOption[] };

export type Message = Block[];

/** The narrowest platform takes 64 bytes with a button. */
export const MAX_ACTION_LENGTH = 64;
/** The narrowest platform takes 25 options in one choice. */
export const MAX_OPTIONS = 25;

/** A stretch of words, as a renderer shows it. */
export interface Words {
  text: string;
  strong: boolean;
}

/** The shown words of a quote in order, those that matched apart from the others. */
export function wordsOf({ text, emphasis, excerpt }: ShownQuote): Words[] {
  const { start: from, end: to } = excerpt ?? { start: 0, end: text.length };
  const words: Words[] = [];
  const add = (start: number, end: number, strong: boolean) => {
    if (start < end) words.push({ text: text.slice(start, end), strong });
  };
  let at = from;
  for (const span of emphasis) {
    const start = Math.max(at, isWithinCharacter(text, span.start) ? span.start - 1 : span.start);
    const end = Math.min(to, isWithinCharacter(text, span.end) ? span.end + 1 : span.end);
    if (start >= end) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return words;
}

/** Between the two UTF-16 units of one character, or the two signs of one line end. */
const isWithinCharacter = (text: string, at: number): boolean =>
  at > 0 && /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));

/** Whether the end of a quote is shown here: its source stands below that. */
export const showsQuoteEnd = ({ text, excerpt }: ShownQuote): boolean =>
  excerpt === undefined || excerpt.end === text.length;
