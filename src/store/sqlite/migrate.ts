// Brings a file to the newest version, one numbered step at a time.
import type { DatabaseSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';
import { transaction } from './transaction.ts';

/** Written into the head of our files, so that another program's database is told from an old one of ours: `yinj`. */
export const APPLICATION_ID = 0x79696e6a;

/** How many migrations a file has been through. */
export function versionOf(database: DatabaseSync): number {
  return database.prepare('PRAGMA user_version').get()!.user_version as number;
}

/** Runs the migrations that the file lacks. One that throws leaves the file at the version before it. */
export function migrate(database: DatabaseSync, migrations = MIGRATIONS): void {
  while (versionOf(database) < migrations.length) transaction(database, () => step(database, migrations));
}

/** Asks for the version once more, now that nobody else can write: another process may have migrated while we waited. */
function step(database: DatabaseSync, migrations: typeof MIGRATIONS): void {
  const version = versionOf(database);
  if (version >= migrations.length) return;
  migrations[version].up(database);
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1}`);
}
