// What may be read of a library where some collections are closed: an index of its own over the other files. Whoever is given it
// cannot tell that there is more: counts, ranking, completion, spelling and what is said to stand nowhere come from those files alone.
import { collectionOf } from '../reports/index.ts';
import { PassageIndex } from './passage-index.ts';

/**
 * So many are kept for each state of a library: as many sets of chats with the same rights are served without building again. Each takes
 * about as much memory as the whole index (23 MB for those 29 reports).
 */
const MAX_KEPT = 8;

const kept = new WeakMap<PassageIndex, Map<string, PassageIndex>>();

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
 * Building takes about as long as building the whole one (1.7 s for 29 of 39 reports with 1,400 passages), and happens once for each
 * state of the library and each set of closed collections, the least recently used of eight forgotten.
 * @param closed names of collections; those that the library has not are passed over
 */
export function readableIndex(whole: PassageIndex, closed: ReadonlySet<string>): PassageIndex {
  const without = collectionsIn(whole).filter((collection) => closed.has(collection));
  if (without.length === 0) return whole;
  const indexes = kept.get(whole) ?? new Map<string, PassageIndex>();
  kept.set(whole, indexes);
  const key = JSON.stringify(without);
  const index = indexes.get(key) ?? build(whole, new Set(without));
  indexes.delete(key); // the one used last stands last
  indexes.set(key, index);
  const [oldest] = indexes.keys();
  if (indexes.size > MAX_KEPT) indexes.delete(oldest);
  return index;
}

function build({ files, parts: { ownLexicon } }: PassageIndex, closed: ReadonlySet<string>): PassageIndex {
  const open = files.filter(({ name }) => !closed.has(collectionOf(name) ?? ''));
  return PassageIndex.build(open, ownLexicon);
}
