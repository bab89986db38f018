// Look-ups beside the conversation: what to offer while somebody types, and passages to send into any chat.
import type { CitedQuote } from '../answer/index.ts';
import { type Suggestion, searchPassages } from '../lookup/index.ts';
import { isAllowed, isOwner } from './access.ts';
import type { ChatOptions } from './chat-options.ts';
import { MAX_TEXT_LENGTH } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import type { Completion, Person, Place } from './incoming.ts';
import { offersFor } from './offers.ts';
import { allCollections, readableIn } from './readable.ts';

type Options = Pick<ChatOptions, 'access' | 'store' | 'index' | 'librarian'>;

const MAX_SUGGESTIONS = 25;

/** What may be offered for a half-written option; nothing where the person may not ask. */
export async function suggestionsFor(
  { person, place, command, option, partial }: Completion,
  options: Options,
): Promise<Suggestion[]> {
  const { access, store, librarian } = options;
  const found = COMMANDS.find(({ name }) => name === command);
  const suggested = found?.options[option]?.suggests;
  if (!found || !suggested) return [];
  const ofOwners = found.right === 'owner' || suggested === 'collection';
  const anywhere = suggested === 'collection'; // the commands that take one work in every place
  if (ofOwners && !(await isOwner(person, access, store))) return [];
  if (!anywhere && !(await isAllowed(person, place, access, store))) return [];
  const offering = {
    index: await readableIn(place, options),
    store,
    librarian,
    collections: ofOwners ? await allCollections(options) : [],
  };
  return offersFor(suggested, partial, place, offering, MAX_SUGGESTIONS);
}

/** Words that are looked up from within any chat. */
export interface InlineQuery {
  person: Person;
  /** The private chat with the person, whose access decides. */
  place: Place;
  words: string;
  /** What an earlier page gave as `next`; empty for the first one. */
  offset: string;
}

export interface InlinePage {
  quotes: CitedQuote[];
  /** Leads to the next page; undefined on the last one. */
  next: string | undefined;
}

const PAGE = 20;
const MAX_PASSAGES = 100;

/** Passages for some words; undefined for somebody who may not use the bot privately. */
export async function inlinePage(
  { person, place, words, offset }: InlineQuery,
  options: Options,
): Promise<InlinePage | undefined> {
  if (!(await isAllowed(person, place, options.access, options.store))) return undefined;
  if (words.trim() === '') return { quotes: [], next: undefined };
  const from = Math.max(0, Number.parseInt(offset, 10) || 0);
  const query = { words: words.slice(0, MAX_TEXT_LENGTH), limit: MAX_PASSAGES };
  const { quotes } = searchPassages(query, await readableIn(place, options));
  const to = from + PAGE;
  return { quotes: quotes.slice(from, to), next: to < quotes.length ? String(to) : undefined };
}
