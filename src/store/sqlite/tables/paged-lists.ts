// Paged lists, in the table `listing`.
import type { DatabaseSync } from 'node:sqlite';
import type { PagedList, PagedListStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { stored } from '../text.ts';

export function pagedListTable(database: DatabaseSync): Synchronous<PagedListStore> {
  const replace = database.prepare('INSERT OR REPLACE INTO listing (id, listing, at) VALUES (?, ?, ?)');
  const touch = database.prepare('UPDATE listing SET at = ? WHERE id = ? RETURNING listing');
  const expire = database.prepare('DELETE FROM listing WHERE at < ?');
  return {
    put(id, list, at) {
      replace.run(stored(id), JSON.stringify(list), at);
    },
    get(id, at) {
      const row = touch.get(at, stored(id)) as { listing: string } | undefined;
      return row && (JSON.parse(row.listing) as PagedList);
    },
    expire(before) {
      expire.run(before);
    },
  };
}
