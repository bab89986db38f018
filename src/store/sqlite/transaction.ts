// Several statements that happen at once or not at all.
import type { DatabaseSync } from 'node:sqlite';

/** Does the work in one transaction that takes the write lock first, so that it never has to give way halfway; undone where it throws. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK'); // some errors have undone it already
    throw error;
  }
}
