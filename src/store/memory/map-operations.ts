// What is kept in maps and sets: keys made of several texts, removing by a test, another key.

/** One text for several that no other several have. */
export const keyOf = (...texts: string[]): string => JSON.stringify(texts);

/** Removes what a test is true of; returns how many. */
export function removeFrom<T>(kept: Map<string, T> | Set<T>, test: (value: T) => boolean): number {
  const before = kept.size;
  for (const [key, value] of kept.entries()) {
    if (!test(value)) continue;
    if (kept instanceof Map) kept.delete(key as string);
    else kept.delete(value);
  }
  return before - kept.size;
}

/** Gives what is kept under a key to another one, unless that has something already. */
export function rename<Value>(kept: Map<string, Value>, from: string, to: string): void {
  const value = kept.get(from);
  if (value === undefined || from === to) return;
  kept.delete(from);
  if (!kept.has(to)) kept.set(to, value);
}
