// Contents of digests.
import type { DatabaseSync } from 'node:sqlite';
import type { ContentStore } from '../../../../digests/index.ts';
import type { Synchronous } from '../../../asynchronous.ts';
import { restored, stored } from '../../text.ts';

export function contentTable(database: DatabaseSync): Synchronous<ContentStore> {
  const replace = database.prepare(
    'INSERT OR REPLACE INTO digest_content (id, place, content, at) VALUES (?, ?, ?, ?)',
  );
  const touch = database.prepare('UPDATE digest_content SET at = ? WHERE id = ? RETURNING content');
  const expire = database.prepare('DELETE FROM digest_content WHERE at < ?');
  return {
    put(place, id, content, at) {
      replace.run(stored(id), stored(place), stored(content), at);
    },
    get(id, at) {
      const row = touch.get(at, stored(id)) as { content: string } | undefined;
      return row && restored(row.content);
    },
    expire(before) {
      expire.run(before);
    },
  };
}
