// Look-ups beside the conversation: what to offer while somebody types, and passages to send into any chat.
import type { CitedQuote } from '../answer/index.ts';
import { type Suggestion, searchPassages } from '../lookup/index.ts';
import { isAllowed, isOwner, settingsKey } from './access/access.ts';
import { accessibleIndexIn, allCollections } from './access/accessible-index.ts';
import { RateLimit } from './access/rate-limit.ts';
import { permissionsOf } from './access/rights.ts';
import type { ChatOptions } from './chat-options.ts';
import { MAX_TEXT_LENGTH } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { offersFor } from './completion-choices.ts';
import type { Completion, Person, Place } from './incoming.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

type Options = Pick<ChatOptions, 'access' | 'store' | 'index' | 'reportFiles' | 'elapsed'> & {
  limit: LookUpLimit;
};

const MAX_SUGGESTIONS = 25;

/** Whoever types asks for something to be looked up several times a second: so many times as often as questions may be asked. */
const TIMES_AS_OFTEN = 15;
const LEAST_A_MINUTE = 60;
const MINUTE_MS = 60 * 1000;

/** How often a person and a channel may have something looked up while typing. Apart from what they ask. */
export class LookUpLimit {
  private readonly people: RateLimit;
  private readonly channels: RateLimit;

  constructor({
    perPersonPerMinute,
    perChannelPerMinute,
  }: Pick<ChatOptions, 'perPersonPerMinute' | 'perChannelPerMinute'>) {
    const limit = (perMinute: number) =>
      new RateLimit(Math.max(LEAST_A_MINUTE, TIMES_AS_OFTEN * perMinute), MINUTE_MS);
    this.people = limit(perPersonPerMinute);
    this.channels = limit(perChannelPerMinute);
  }

  /** Counts a look-up; false where there were too many. */
  take({ id }: Person, place: Place, now: number): boolean {
    return (this.people.take(id, now) || this.channels.take(place.id, now)) === 0;
  }
}

/** Whether the place is set to answer a person. */
async function answersTo(person: Person, place: Place, { access, store }: Options): Promise<boolean> {
  const settings = { ...DEFAULT_SETTINGS, ...(await store.settings.get(settingsKey(place))) };
  if (settings.audience === 'everyone') return true;
  return permissionsOf(person, place, await isOwner(person, access, store), settings).mayManage;
}

/** What may be offered for a half-written option; nothing where the person may not ask, or types too fast. */
export async function suggestionsFor(
  { person, place, command, option, partial }: Completion,
  options: Options,
): Promise<Suggestion[]> {
  const { access, store, reportFiles, limit, elapsed } = options;
  const found = COMMANDS.find(({ name }) => name === command);
  const suggested = found?.options[option]?.suggests;
  if (!found || !suggested || !limit.take(person, place, elapsed())) return [];
  const ofOwners = found.right === 'owner' || suggested === 'collection';
  const anywhere = suggested === 'collection'; // the commands that take one work in every place
  if (ofOwners && !(await isOwner(person, access, store))) return [];
  if (!anywhere && !(await isAllowed(person, place, access, store))) return [];
  if (found.audience !== 'asker' && !(await answersTo(person, place, options))) return []; // as the gate has it
  const offering = {
    index: await accessibleIndexIn(place, options),
    store,
    reportFiles,
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

/** Passages for some words; undefined for somebody who may not use the bot privately, none where somebody types too fast. */
export async function inlinePage(
  { person, place, words, offset }: InlineQuery,
  options: Options,
): Promise<InlinePage | undefined> {
  if (!(await isAllowed(person, place, options.access, options.store))) return undefined;
  const isAnswered = await answersTo(person, place, options);
  const nothing = { quotes: [], next: undefined };
  if (words.trim() === '' || !isAnswered || !options.limit.take(person, place, options.elapsed()))
    return nothing;
  const from = Math.max(0, Number.parseInt(offset, 10) || 0);
  const query = { words: words.slice(0, MAX_TEXT_LENGTH), limit: MAX_PASSAGES };
  const { quotes } = searchPassages(query, await accessibleIndexIn(place, options));
  const to = from + PAGE;
  return { quotes: quotes.slice(from, to), next: to < quotes.length ? String(to) : undefined };
}
