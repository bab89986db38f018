// Owners, and the one valid pairing code.
import type { DatabaseSync } from 'node:sqlite';
import type { OwnerStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { restored, stored } from '../text.ts';
import { transaction } from '../transaction.ts';

export function ownerTables(database: DatabaseSync): Synchronous<OwnerStore> {
  const select = database.prepare('SELECT 1 FROM owner WHERE person = ?');
  const count = database.prepare('SELECT count(*) AS owners FROM owner');
  const list = database.prepare('SELECT person FROM owner');
  const insert = database.prepare('INSERT OR IGNORE INTO owner (person) VALUES (?)');
  const offer = database.prepare('INSERT OR REPLACE INTO pairing_code (only_one, hash) VALUES (1, ?)');
  const use = database.prepare('DELETE FROM pairing_code WHERE hash = ?');
  return {
    has: (person) => select.get(stored(person)) !== undefined,
    count: () => count.get()!.owners as number,
    list: () => (list.all() as { person: string }[]).map(({ person }) => restored(person)).sort(),
    offer(codeHash) {
      offer.run(stored(codeHash));
    },
    withdraw: (codeHash) => use.run(stored(codeHash)).changes === 1,
    redeem: (codeHash, person) =>
      transaction(database, () => {
        if (use.run(stored(codeHash)).changes === 0) return false;
        insert.run(stored(person));
        return true;
      }),
  };
}
