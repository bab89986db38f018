// /allow and /deny with a collection: who may read it. For owners, who are told in full who reads it then.
import { normalise } from '../../language/index.ts';
import { shownName, TEXTS } from '../../message/index.ts';
import type { Said, Scene } from '../command.ts';

/** What is to be decided. */
export interface CollectionDecision {
  verdict: 'allowed' | 'denied';
  /** As it was written. */
  collection: string;
  scope: 'everywhere' | 'channel' | 'every-chat' | undefined;
  /** The key of another place; undefined for the one where it is said. */
  place: string | undefined;
}

/**
 * Binds a collection to a place or withdraws it there, and says who reads it now. An open collection that is withdrawn from one place is
 * bound to nobody: after a denial nobody reads on in the place that it was said for.
 */
export async function decideCollection(decision: CollectionDecision, scene: Scene): Promise<Said> {
  const { locale, collections } = scene;
  const texts = TEXTS[locale];
  const say = (...lines: string[]): Said => ({
    message: lines.map((text) => ({ type: 'paragraph', text })),
    locale,
    confidential: true, // other chats and collections are named
  });
  const collection = meantBy(decision.collection, collections);
  if (collection === undefined)
    return say(texts.notACollection(shownName(decision.collection), collections.map(shownName)));
  if (!(await apply({ ...decision, collection }, scene)))
    return say(texts.collectionBoundAround(shownName(collection)));
  const bindings = await scene.store.collections.bindings();
  const binding = bindings.find((each) => each.collection === collection);
  return say(
    texts.collectionReaders(shownName(collection), binding?.places),
    ...(collections.includes(collection) ? [] : [texts.collectionAwaited(shownName(collection))]),
  );
}

/** False where nothing was changed: the whole community reads what one of its channels is to lose. */
async function apply(
  { verdict, collection, scope, place }: CollectionDecision,
  { store, place: { within } }: Scene,
): Promise<boolean> {
  const { collections } = store;
  const isAllowed = verdict === 'allowed';
  const { channel, community } = within;
  if (scope === 'every-chat')
    await (isAllowed ? collections.open(collection) : collections.close(collection));
  else if (place !== undefined)
    await (isAllowed ? collections.bind(collection, place) : collections.withdraw(collection, [place]));
  else if (isAllowed)
    await collections.bind(collection, scope === 'channel' ? channel : (community ?? channel));
  else if (scope !== 'channel' || community === undefined)
    await collections.withdraw(collection, community === undefined ? [channel] : [community, channel]);
  else {
    const bindings = await collections.bindings();
    if (bindings.some((each) => each.collection === collection && each.places.includes(community)))
      return false;
    await collections.withdraw(collection, [channel]);
  }
  return true;
}

/** Offers are cut to this length, so a longer name may be given by its beginning. In UTF-16 units. */
const OFFERED_LENGTH = 99;

/**
 * The collection that a text means; a name that the library has not is taken as it is, so that a folder can be bound before anything is
 * put into it. Undefined for what is no name of a folder that is read.
 */
function meantBy(text: string, collections: readonly string[]): string | undefined {
  const name = text.trim().normalize('NFC');
  if (collections.includes(name)) return name;
  const plain = (each: string) => normalise(each).trim();
  const alike = collections.filter((each) => plain(each) === plain(name));
  if (alike.length === 1) return alike[0];
  const begun = name.length >= OFFERED_LENGTH ? collections.filter((each) => each.startsWith(name)) : [];
  if (begun.length === 1) return begun[0];
  return /^\.|[/\\\p{Cc}]/u.test(name) || name === '' ? undefined : name;
}
