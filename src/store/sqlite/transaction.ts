// Runs several statements in one transaction.
import type { DatabaseSync } from 'node:sqlite';

/**
 * Takes the write lock first, so that it cannot fail halfway for lack of it; rolled back where the work
 * throws.
 */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK'); // some errors have rolled back already
    throw error;
  }
}
