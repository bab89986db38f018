// /allow and /deny with a collection: who may read it. Owners only; the answer lists all places that read it.
import { shownName, TEXTS } from '../../message/index.ts';
import { plainName, readersUnder } from '../access/collection-readers.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import type { Binding } from '../store.ts';

interface CollectionDecision {
  verdict: 'allowed' | 'denied';
  /** As typed. */
  collection: string;
  scope: 'everywhere' | 'channel' | 'every-chat' | undefined;
  /** Keys of other places; empty for the place of the request. */
  places: readonly string[];
}

/**
 * Binds a collection to a place or withdraws it there, and lists who reads it now. An open collection that is
 * withdrawn from one place is closed for all, so that a denial always takes effect in its place.
 */
export async function decideCollection(
  decision: CollectionDecision,
  context: CommandContext,
): Promise<CommandResult> {
  const { locale, collections } = context;
  const texts = TEXTS[locale];
  const reply = (...lines: string[]): CommandResult => ({
    message: lines.map((text) => ({ type: 'paragraph', text })),
    locale,
    confidential: true, // other chats and collections are named
  });
  const { collection, alike } = collectionNamed(decision.collection, collections);
  if (collection === undefined) {
    const given = shownName(decision.collection);
    if (alike) return reply(texts.collectionsAlike(given, alike.map(shownName)));
    return reply(texts.notACollection(given, collections.map(shownName)));
  }
  if (!(await apply({ ...decision, collection }, context)))
    return reply(texts.collectionBoundAround(shownName(collection)));
  const bindings = await context.store.collections.bindings();
  const places = readersUnder(bindings).of(collection);
  const models = modelsOf(collection, bindings);
  return reply(
    texts.collectionReaders(shownName(collection), places && [...places]),
    ...(models.length > 0 ? [texts.collectionFollows(shownName(collection), models.map(shownName))] : []),
    ...(collections.includes(collection) ? [] : [texts.collectionAwaited(shownName(collection))]),
  );
}

/**
 * Bound collections whose names differ in characters only: without a binding of its own, a collection follows
 * these.
 */
function modelsOf(collection: string, bindings: readonly Binding[]): string[] {
  const alike = bindings
    .map((each) => each.collection)
    .filter((each) => plainName(each) === plainName(collection));
  return alike.includes(collection) ? [] : alike;
}

/** False where nothing was changed: a channel cannot lose what its whole community reads. */
async function apply(
  { verdict, collection, scope, places }: CollectionDecision,
  { store, place: { within } }: CommandContext,
): Promise<boolean> {
  const { collections } = store;
  const isAllowed = verdict === 'allowed';
  const { channel, community } = within;
  if (scope === 'every-chat')
    await (isAllowed ? collections.open(collection) : collections.close(collection));
  else if (places.length > 0) {
    if (!isAllowed) await collections.withdraw(collection, [...places]);
    else for (const place of places) await collections.bind(collection, place);
  } else if (isAllowed)
    await collections.bind(collection, scope === 'channel' ? channel : (community ?? channel));
  else if (scope !== 'channel' || community === undefined)
    await collections.withdraw(collection, community === undefined ? [channel] : [community, channel]);
  else {
    const readers = readersUnder(await collections.bindings());
    if (readers.of(collection)?.includes(community)) return false;
    await collections.withdraw(collection, [channel]);
  }
  return true;
}

/** Completions are cut to this length (UTF-16 units), so a longer name may be given by its beginning. */
const COMPLETION_LENGTH = 99;

/**
 * The collection that a text means. An unknown name is taken as it is, so that a folder can be bound before
 * it exists. None for what cannot be the name of a folder, and where several names are `alike` in other
 * characters: none of them may be guessed.
 */
function collectionNamed(
  text: string,
  collections: readonly string[],
): { collection?: string; alike?: string[] } {
  const name = text.trim().normalize('NFC');
  if (collections.includes(name)) return { collection: name };
  const alike = collections.filter((each) => plainName(each) === plainName(name));
  if (alike.length > 0) return alike.length === 1 ? { collection: alike[0] } : { alike };
  const begun = name.length >= COMPLETION_LENGTH ? collections.filter((each) => each.startsWith(name)) : [];
  if (begun.length === 1) return { collection: begun[0] };
  return /^\.|[/\\\p{Cc}]/u.test(name) || name === '' ? {} : { collection: name };
}
