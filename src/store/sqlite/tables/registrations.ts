// The hash of the commands that are registered with each platform.
import type { DatabaseSync } from 'node:sqlite';
import type { RegistrationStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { restored, stored } from '../text.ts';

export function registrationTable(database: DatabaseSync): Synchronous<RegistrationStore> {
  const select = database.prepare('SELECT hash FROM registration WHERE platform = ?');
  const replace = database.prepare('INSERT OR REPLACE INTO registration (platform, hash) VALUES (?, ?)');
  return {
    get(platform) {
      const row = select.get(stored(platform)) as { hash: string } | undefined;
      return row && restored(row.hash);
    },
    set(platform, hash) {
      replace.run(stored(platform), stored(hash));
    },
  };
}
