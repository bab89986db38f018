// Operations on maps and sets: compound keys, removing by a predicate, renaming a key.

/** An unambiguous key for several texts. */
export const keyOf = (...texts: string[]): string => JSON.stringify(texts);

/** Removes what matches; returns how many. */
export function removeFrom<T>(records: Map<string, T> | Set<T>, matches: (value: T) => boolean): number {
  const before = records.size;
  for (const [key, value] of records.entries()) {
    if (!matches(value)) continue;
    if (records instanceof Map) records.delete(key as string);
    else records.delete(value);
  }
  return before - records.size;
}

/** Moves a value to another key, or drops it where that has one already. */
export function rename<Value>(records: Map<string, Value>, from: string, to: string): void {
  const value = records.get(from);
  if (value === undefined || from === to) return;
  records.delete(from);
  if (!records.has(to)) records.set(to, value);
}
