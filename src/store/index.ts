// What must survive a restart: one SQLite file, or the same in memory for tests and trials.
import { memoryStore } from './memory/store.ts';
import { type Opened, openSqliteStore } from './sqlite/open.ts';

export { watchState } from './watch-state.ts';
export type { Opened };
export { memoryStore, openSqliteStore };

/** The path that means: keep everything in memory and forget it at the end. */
export const IN_MEMORY = ':memory:';

/** Opens the store at a path: a file, made with its folders where it is missing, or `:memory:`. */
export async function openStore(path: string): Promise<Opened> {
  return path === IN_MEMORY
    ? { ok: true, store: memoryStore(), fileProblem: async () => undefined }
    : openSqliteStore(path);
}
