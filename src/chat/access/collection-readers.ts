// Which places read a collection under the current bindings. Another spelling of a name opens nothing: a
// collection without a binding of its own has the readers of those with the same plain name.
import { normaliseName } from '../../language/index.ts';
import type { Binding } from '../store.ts';

/** Keys of channels, communities and private chats. */
type PlaceKeys = readonly string[];

interface Readers {
  /**
   * The readers of a collection, also of one that is not in the library; undefined for one that is open to
   * all.
   */
  of(collection: string): PlaceKeys | undefined;
  /** The readers of each bound name, however it is written: a place among all of them reads everything. */
  byName: PlaceKeys[];
}

/**
 * Equal for two spellings of a name: traditional and simplified characters, case, width, Unicode composition,
 * blanks around it.
 */
export function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const plain = normaliseName(name).trim();
  if (plainNames.size >= MAX_PLAIN_NAMES) plainNames.clear();
  plainNames.set(name, plain);
  return plain;
}

/** A cache: every request normalises all names, and its duration must not reveal how many are closed. */
const plainNames = new Map<string, string>();
const MAX_PLAIN_NAMES = 1000;

/**
 * Where several bound collections have the same plain name, a further one of that name is read only by the
 * readers of all of them.
 */
export function readersUnder(bindings: readonly Binding[]): Readers {
  const own = new Map<string, PlaceKeys>();
  const byPlainName = new Map<string, PlaceKeys>();
  for (const { collection, places } of bindings) {
    own.set(collection, places);
    const name = plainName(collection);
    const others = byPlainName.get(name);
    byPlainName.set(name, others ? others.filter((place) => places.includes(place)) : places);
  }
  return {
    of: (collection) => own.get(collection) ?? byPlainName.get(plainName(collection)),
    byName: [...byPlainName.values()],
  };
}
