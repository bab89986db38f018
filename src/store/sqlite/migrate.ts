// Migrates a file to the newest version, one numbered step at a time.
import type { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';
import { transaction } from './transaction.ts';

/** `yinj`, in the header of our files: tells them from other programs' databases. */
export const APPLICATION_ID = 0x79696e6a;

/** The number of migrations that a file has had. */
export function versionOf(database: DatabaseSync): number {
  return database.prepare('PRAGMA user_version').get()!.user_version as number;
}

/** Runs the missing migrations. One that throws leaves the file at the version before it. */
export function migrate(database: DatabaseSync, migrations = MIGRATIONS): void {
  while (versionOf(database) < migrations.length) transaction(database, () => step(database, migrations));
}

/** Reads the version again under the write lock: another process may have migrated meanwhile. */
function step(database: DatabaseSync, migrations: typeof MIGRATIONS): void {
  const version = versionOf(database);
  if (version >= migrations.length) return;
  migrations[version].up(database);
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1}`);
}
