// Passages that a person looks up from within any chat and sends there.
import { type CitedQuote, verbatimQuotes } from '../answer/index.ts';
import { searchPassages } from '../lookup/index.ts';
import { isAllowed } from './access/access.ts';
import { accessibleIndexIn } from './access/accessible-index.ts';
import { isAnswered } from './access/is-answered.ts';
import type { LookUpLimit } from './access/look-up-limit.ts';
import type { ChatOptions } from './chat-options.ts';
import { MAX_TEXT_LENGTH } from './command.ts';
import type { Person, Place } from './incoming.ts';

export interface InlineQuery {
  person: Person;
  /** The private chat with the person, whose access decides. */
  place: Place;
  words: string;
  /** `next` of an earlier page; empty for the first one. */
  offset: string;
}

export interface InlinePage {
  quotes: CitedQuote[];
  /** The offset of the next page; undefined on the last one. */
  next: string | undefined;
}

const PASSAGES_PER_PAGE = 20;
const MAX_PASSAGES = 100;

/** Undefined for somebody who may not use the bot privately; no passages where somebody types too fast. */
export async function inlinePage(
  { person, place, words, offset }: InlineQuery,
  options: Pick<ChatOptions, 'access' | 'store' | 'index' | 'elapsed' | 'log'> & { limit: LookUpLimit },
): Promise<InlinePage | undefined> {
  if (!(await isAllowed(person, place, options.access, options.store))) return undefined;
  const mayAnswer = await isAnswered(person, place, options);
  const nothing = { quotes: [], next: undefined };
  if (words.trim() === '' || !mayAnswer || !options.limit.take(person, place, options.elapsed()))
    return nothing;
  const from = Math.max(0, Number.parseInt(offset, 10) || 0);
  const query = { words: words.slice(0, MAX_TEXT_LENGTH), limit: MAX_PASSAGES };
  const index = await accessibleIndexIn(place, options);
  const quotes = verbatimQuotes(searchPassages(query, index).quotes, index, (quote) =>
    options.log.error({ quote }, 'a quote that differs from its source was left out'),
  );
  const to = from + PASSAGES_PER_PAGE;
  return { quotes: quotes.slice(from, to), next: to < quotes.length ? String(to) : undefined };
}
