// What a person was told already.
import type { DatabaseSync } from 'node:sqlite';
import type { NoticeStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { stored } from '../text.ts';

export function noticeTable(database: DatabaseSync): Synchronous<NoticeStore> {
  // asked and kept within one statement, so that of two processes only one is first
  const claim = database.prepare(
    `INSERT INTO notice (person, key, at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at WHERE notice.at < ?`,
  );
  const release = database.prepare('DELETE FROM notice WHERE person = ? AND key = ? AND at = ?');
  const expire = database.prepare('DELETE FROM notice WHERE at < ?');
  return {
    claim: (person, key, at, since) => claim.run(stored(person), stored(key), at, since).changes === 1,
    release(person, key, at) {
      release.run(stored(person), stored(key), at);
    },
    expire(before) {
      expire.run(before);
    },
  };
}
