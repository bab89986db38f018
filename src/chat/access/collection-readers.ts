// Which places read a collection, by the bindings that there are. A name that is written slightly differently opens nothing: a collection
// without a binding of its own is read where those are that have the same name in other characters.
import { normaliseName } from '../../language/index.ts';
import type { Binding } from '../store.ts';

/** Keys of channels, communities and private chats. */
type Places = readonly string[];

export interface Readers {
  /** The places that read a collection, be it in the library or not; undefined for one that is open to every place. */
  of(collection: string): Places | undefined;
  /** The same for each way to write the names of those that are not open, without saying which: a place among all of them reads everything. */
  narrowest: Places[];
}

/** The same for two ways to write a name: traditional or simplified characters, cases, widths, composed or decomposed ones, blanks around it. */
export function plainName(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  const plain = normaliseName(name).trim();
  if (plainNames.size >= MAX_PLAIN_NAMES) plainNames.clear();
  plainNames.set(name, plain);
  return plain;
}

/** Every request asks for the names of all collections: how long it takes must not tell how many are closed. */
const plainNames = new Map<string, string>();
const MAX_PLAIN_NAMES = 1000;

/** Who reads what under some bindings. Where several have the same name, only a place that each is bound to reads a further one. */
export function readersUnder(bindings: readonly Binding[]): Readers {
  const own = new Map<string, Places>();
  const alike = new Map<string, Places>();
  for (const { collection, places } of bindings) {
    own.set(collection, places);
    const name = plainName(collection);
    const others = alike.get(name);
    alike.set(name, others ? others.filter((place) => places.includes(place)) : places);
  }
  return {
    of: (collection) => own.get(collection) ?? alike.get(plainName(collection)),
    narrowest: [...alike.values()],
  };
}
