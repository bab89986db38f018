// Settings and access of places.
import type { DatabaseSync } from 'node:sqlite';
import type { Access, AccessStore, PlaceSettings, SettingsStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { stored } from '../text.ts';

export function settingsTable(database: DatabaseSync): Synchronous<SettingsStore> {
  const select = database.prepare('SELECT settings FROM place_settings WHERE place = ?');
  // merged in one statement, so that two managers who change different settings at once do not overwrite each
  // other
  const merge = database.prepare(
    `INSERT INTO place_settings (place, settings) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET settings = json_patch(settings, excluded.settings)`,
  );
  return {
    get(place) {
      const row = select.get(stored(place)) as { settings: string } | undefined;
      return row ? (JSON.parse(row.settings) as Partial<PlaceSettings>) : {};
    },
    set(place, settings) {
      merge.run(stored(place), JSON.stringify(settings));
    },
  };
}

export function accessTable(database: DatabaseSync): Synchronous<AccessStore> {
  const select = database.prepare('SELECT verdict FROM place_access WHERE place = ?');
  const replace = database.prepare('INSERT OR REPLACE INTO place_access (place, verdict) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM place_access WHERE place = ?');
  return {
    get: (place) => select.get(stored(place))?.verdict as Access | undefined,
    set(place, verdict) {
      replace.run(stored(place), verdict);
    },
    clear(place) {
      remove.run(stored(place));
    },
  };
}
