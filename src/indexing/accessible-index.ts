// The index over what one chat may read: a full index of its own over the files outside closed collections.
// Counts, ranking, completion, spelling and answerability come from those files alone, so nothing in it
// shows that there are others.
import { collectionOf } from '../reports/index.ts';
import { finishPausing, type PassageIndex } from '../search/index.ts';
import { indexSteps } from './build-index.ts';
import { readDictionaryInWorker } from './indexing-workers.ts';

/**
 * Indexes kept for each state of the library, so that as many sets of rights are served without building
 * again. Each needs memory for its tables and dictionary, 115 MB for 70,000 passages: fewer are kept when
 * together they exceed the limit.
 */
const MAX_KEPT = 8;
const MIN_KEPT = 2;
const MAX_KEPT_PASSAGES = 150_000;

/** By whole index: the accessible ones by their closed collections, least recently used first. */
const cache = new WeakMap<PassageIndex, Map<string, Promise<PassageIndex>>>();

const collections = new WeakMap<PassageIndex, readonly string[]>();

/** The collections of an index, in order. */
export function collectionsIn(whole: PassageIndex): readonly string[] {
  const known = collections.get(whole);
  if (known) return known;
  const names = whole.files.flatMap(({ name }) => collectionOf(name) ?? []);
  const found = [...new Set(names)].sort();
  collections.set(whole, found);
  return found;
}

/**
 * The index of all files outside the closed collections; the whole index itself where none is closed. Built
 * once for each set of closed collections in 0.4 s for 30 of 39 reports, mostly for the thesaurus; requests
 * are answered meanwhile.
 * @param closed names of collections; unknown ones are ignored
 */
export async function accessibleIndex(
  whole: PassageIndex,
  closed: ReadonlySet<string>,
): Promise<PassageIndex> {
  const present = collectionsIn(whole).filter((collection) => closed.has(collection));
  if (present.length === 0) return whole;
  const indexes = cache.get(whole) ?? new Map<string, Promise<PassageIndex>>();
  cache.set(whole, indexes);
  const key = JSON.stringify(present);
  const index = indexes.get(key) ?? build(whole, new Set(present));
  indexes.delete(key); // set again at the end: the map is ordered by use
  indexes.set(key, index);
  const [oldest] = indexes.keys();
  if (indexes.size > maxCachedIndexes(whole.passages.length)) indexes.delete(oldest);
  try {
    return await index;
  } catch (error) {
    indexes.delete(key); // the next request tries again
    throw error;
  }
}

/** How many accessible indexes are kept of an index with this many passages. */
export function maxCachedIndexes(passages: number): number {
  return Math.max(MIN_KEPT, Math.min(MAX_KEPT, Math.floor(MAX_KEPT_PASSAGES / Math.max(1, passages))));
}

async function build(whole: PassageIndex, closed: ReadonlySet<string>): Promise<PassageIndex> {
  const files = whole.files.filter(({ name }) => !closed.has(collectionOf(name) ?? ''));
  const { ownLexicon, tables } = whole.parts;
  const { vocabulary } = tables;
  const dictionary = await readDictionaryInWorker();
  return finishPausing(indexSteps(files, { vocabulary, dictionary, ownLexicon, earlier: whole }));
}
