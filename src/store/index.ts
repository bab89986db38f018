// The store of what survives a restart: one SQLite file, or the same in memory for tests and trials.
import { memoryStore } from './memory/store.ts';
import { type Opened, openSqliteStore } from './sqlite/open.ts';

export { watchState } from './watch-state.ts';
export type { Opened };
export { memoryStore, openSqliteStore };

/** The path of a store in memory. */
export const IN_MEMORY = ':memory:';

/** Opens the store at a path; a missing file is created with its folders. */
export async function openStore(path: string): Promise<Opened> {
  return path === IN_MEMORY
    ? { ok: true, store: memoryStore(), fileProblem: async () => undefined }
    : openSqliteStore(path);
}
