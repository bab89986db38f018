// Who may read what: the only way from the whole library to a chat. An unbound collection is open to every
// place; a bound one only to the places that it is bound to, in whatever spelling of its name.
import type { Subscription } from '../../digests/index.ts';
import { accessibleIndex, collectionsIn } from '../../indexing/index.ts';
import type { PassageIndex } from '../../search/index.ts';
import type { ChatOptions } from '../chat-options.ts';
import type { Place } from '../incoming.ts';
import type { ChatStore } from '../store.ts';
import { readersUnder } from './collection-readers.ts';

type Bindings = Pick<ChatStore, 'collections'>;

/** The keys under which a collection may be bound to a place, the narrowest first. */
const keysOf = ({ channel, community }: Place['within']): string[] =>
  community === undefined ? [channel] : [channel, community];

const isAmong = (places: readonly string[], within: Place['within']): boolean =>
  keysOf(within).some((key) => places.includes(key));

/** The collections of the library that a place may not read. */
async function closedTo(
  within: Place['within'],
  whole: PassageIndex,
  { collections }: Bindings,
): Promise<Set<string>> {
  const readers = readersUnder(await collections.bindings());
  const closed = collectionsIn(whole).filter((collection) => {
    const places = readers.of(collection);
    return places !== undefined && !isAmong(places, within);
  });
  return new Set(closed);
}

/** The index over what a place may read now. */
export async function accessibleIndexIn(
  { within }: Pick<Place, 'within'>,
  { index, store }: Pick<ChatOptions, 'index' | 'store'>,
): Promise<PassageIndex> {
  const whole = index();
  return accessibleIndex(whole, await closedTo(within, whole, store));
}

/**
 * Builds the index of every place that a collection is bound to, and of places without any, so that no first
 * question waits for it.
 */
export async function prepareAccessibleIndexes(options: Pick<ChatOptions, 'index' | 'store'>): Promise<void> {
  const bindings = await options.store.collections.bindings();
  // '' is a place that nothing is bound to
  const keys = new Set(['', ...bindings.flatMap(({ places }) => places)]);
  for (const channel of keys) await accessibleIndexIn({ within: { channel } }, options);
}

/** The index over what a subscribed place may read of a library. */
export async function accessibleIndexFor(
  { channel, community }: Pick<Subscription, 'channel' | 'community'>,
  whole: PassageIndex,
  store: Bindings,
): Promise<PassageIndex> {
  const within = { channel, ...(community ? { community } : {}) };
  return accessibleIndex(whole, await closedTo(within, whole, store));
}

/** Whether no collection is closed to a place, also none that is not in the library. */
export async function readsEverything({ within }: Pick<Place, 'within'>, store: Bindings): Promise<boolean> {
  const { byName } = readersUnder(await store.collections.bindings());
  return byName.every((places) => isAmong(places, within));
}

/** @param places the readers of a collection; undefined for an open one */
export function isReader({ within }: Pick<Place, 'within'>, places: readonly string[] | undefined): boolean {
  return places === undefined || isAmong(places, within);
}

/** The names of all collections in the library and in bindings, sorted. Only owners may see them. */
export async function allCollections({
  index,
  store,
}: Pick<ChatOptions, 'index' | 'store'>): Promise<string[]> {
  const bound = (await store.collections.bindings()).map(({ collection }) => collection);
  return [...new Set([...collectionsIn(index()), ...bound])].sort();
}
