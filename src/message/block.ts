// What a message consists of on any platform. Every renderer handles every type of block: a new one does not
// compile without them.
import type { PageRange, Quote, Span } from '../reports/index.ts';
import type { Locale } from './text/index.ts';

/** A quote with its source, as a reader sees it. */
export interface ShownQuote extends Quote {
  report: string;
  path: string[];
  /** Pages of the file, where it has pages. */
  pages?: PageRange;
  /** Its text is recognised in pictures: it may differ from the paper. */
  recognised?: true;
  /** Of a row of a table: its captions and the names of its columns, shown above it. */
  heads?: Quote[];
  /** Words that matched, shown in bold: offsets in `text`, in order, without overlaps. */
  emphasis: Span[];
  /**
   * The span of `text` that is shown in this message; the whole text where undefined. Excerpts of one quote
   * are adjacent.
   */
  excerpt?: Span;
}

/** A button. */
export interface Button {
  label: string;
  /** Returned with the press: at most `MAX_ACTION_LENGTH` ASCII characters. */
  action: string;
}

/** One option of a choice. */
export interface ChoiceOption extends Button {
  /** Distinguishes options of the same label. */
  description?: string;
}

/** A run of words that a text and its source share, or that only one of them has. */
interface Run {
  type: 'same' | 'only-source' | 'only-given';
  text: string;
}

export type Block =
  | { type: 'heading'; text: string }
  | { type: 'paragraph'; text: string }
  /** Asks for a reply; the hint is shown in the empty input field. */
  | { type: 'prompt'; text: string; hint: string }
  /** `actions` are buttons for this quote alone. */
  | { type: 'quote'; quote: ShownQuote; number?: number; actions?: Button[] }
  /** Quotes from one section, listed under it and numbered from `first` on; not numbered where that is 0. */
  | { type: 'quote-list'; report: string; path: string[]; quotes: ShownQuote[]; first: number }
  | { type: 'list'; items: string[] }
  /** A text beside its source, word by word. */
  | { type: 'difference'; runs: Run[] }
  /** A text that is copied as it is. */
  | { type: 'copyable'; text: string }
  /**
   * A point of time (milliseconds since 1970) after its label: in the reader's time zone where the platform
   * knows it, else as `momentText` writes it. Never split.
   */
  | { type: 'moment'; label: string; at: number; zone: string; locale: Locale }
  /** Commands by name, written as the platform takes them. */
  | { type: 'commands'; commands: { name: string; summary: string }[] }
  | { type: 'buttons'; buttons: Button[] }
  /** At most `MAX_OPTIONS` options. */
  | { type: 'choice'; prompt: string; options: ChoiceOption[] };

export type Message = Block[];

/** The narrowest platform takes 64 bytes with a button. */
export const MAX_ACTION_LENGTH = 64;
/** The narrowest platform takes 25 options in one choice. */
export const MAX_OPTIONS = 25;

/** Words in one style. */
export interface Words {
  text: string;
  strong: boolean;
  /** The head of a table, with the line end after it. */
  isHead?: boolean;
}

/** The shown words of a quote in order, split where the style changes; the head of its table comes first. */
export function wordsOf({ text, emphasis, excerpt, heads = [] }: ShownQuote): Words[] {
  const { start: from, end: to } = excerpt ?? { start: 0, end: text.length };
  const words = (from === 0 ? heads : []).map(
    (head): Words => ({ text: `${head.text}\n`, strong: false, isHead: true }),
  );
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

/** Between the two UTF-16 units of one character, or between CR and LF. */
const isWithinCharacter = (text: string, at: number): boolean =>
  at > 0 && /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(at - 1, at + 1));

/** The head of a table is shown once above its rows that follow each other. */
export function headsOnce<Shown extends ShownQuote>(quotes: Shown[]): Shown[] {
  const idsOf = (quote: ShownQuote | undefined) => quote?.heads?.map(({ id }) => id).join() ?? '';
  return quotes.map((quote, i) => {
    const { heads, ...row } = quote;
    return heads && idsOf(quote) === idsOf(quotes[i - 1]) ? (row as Shown) : quote;
  });
}

/** Whether the end of a quote is shown: its source follows it. */
export const showsQuoteEnd = ({ text, excerpt }: ShownQuote): boolean =>
  excerpt === undefined || excerpt.end === text.length;
