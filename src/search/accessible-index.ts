// What may be read of a library where some collections are closed: an index of its own over the other files. Whoever is given it
// cannot tell that there is more: counts, ranking, completion, spelling and what is said to stand nowhere come from those files alone.
import { collectionOf } from '../reports/index.ts';
import { dictionaryFromAside } from './indexer.ts';
import type { PassageIndex } from './passage-index.ts';
import { finishPausing } from './steps.ts';

/**
 * So many are kept for each state of a library: as many sets of chats with the same rights are served without building again. Each takes
 * memory for its tables and its dictionary, 115 MB for 70,000 passages; so all but the last two are given up when they hold more than this.
 */
const MAX_KEPT = 8;
const MIN_KEPT = 2;
const MAX_KEPT_PASSAGES = 150_000;

const kept = new WeakMap<PassageIndex, Map<string, Promise<PassageIndex>>>();

const collections = new WeakMap<PassageIndex, readonly string[]>();

/** The collections of a library, in order. */
export function collectionsIn(whole: PassageIndex): readonly string[] {
  const known = collections.get(whole);
  if (known) return known;
  const names = whole.files.flatMap(({ name }) => collectionOf(name) ?? []);
  const found = [...new Set(names)].sort();
  collections.set(whole, found);
  return found;
}

/**
 * The index of all files that stand in no closed collection; the whole index itself where none is closed.
 * Making it takes 0.4 s for 30 of 39 reports with 1,400 passages, mostly for its dictionary, and happens once for each
 * state of the library and each set of closed collections, the least recently used forgotten. Other requests are
 * answered meanwhile.
 * @param closed names of collections; those that the library has not are passed over
 */
export async function accessibleIndex(
  whole: PassageIndex,
  closed: ReadonlySet<string>,
): Promise<PassageIndex> {
  const without = collectionsIn(whole).filter((collection) => closed.has(collection));
  if (without.length === 0) return whole;
  const indexes = kept.get(whole) ?? new Map<string, Promise<PassageIndex>>();
  kept.set(whole, indexes);
  const key = JSON.stringify(without);
  const index = indexes.get(key) ?? build(whole, new Set(without));
  indexes.delete(key); // the one used last stands last
  indexes.set(key, index);
  const [oldest] = indexes.keys();
  if (indexes.size > mostKept(whole.passages.length)) indexes.delete(oldest);
  try {
    return await index;
  } catch (error) {
    indexes.delete(key); // it is tried again by whoever comes next
    throw error;
  }
}

/** How many such indexes of a library with so many passages are kept at a time. */
export function mostKept(passages: number): number {
  return Math.max(MIN_KEPT, Math.min(MAX_KEPT, Math.floor(MAX_KEPT_PASSAGES / Math.max(1, passages))));
}

async function build(whole: PassageIndex, closed: ReadonlySet<string>): Promise<PassageIndex> {
  const files = whole.files.filter(({ name }) => !closed.has(collectionOf(name) ?? ''));
  return finishPausing(whole.among(files, await dictionaryFromAside()));
}
