// Notices that a person was given, so that each is given only once in a while.
import type { DatabaseSync } from 'node:sqlite';
import type { NoticeStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { stored } from '../text.ts';

export function noticeTable(database: DatabaseSync): Synchronous<NoticeStore> {
  // checked and set in one statement, so that only one of two processes succeeds; a time set by a wrong clock
  // counts no longer than a right one
  const claim = database.prepare(
    `INSERT INTO notice (person, key, at) VALUES (:person, :key, :at)
     ON CONFLICT DO UPDATE SET at = excluded.at WHERE notice.at < :since OR notice.at > 2 * :at - :since`,
  );
  const release = database.prepare('DELETE FROM notice WHERE person = ? AND key = ? AND at = ?');
  const expire = database.prepare('DELETE FROM notice WHERE at < ?');
  return {
    claim: (person, key, at, since) =>
      claim.run({ person: stored(person), key: stored(key), at, since }).changes === 1,
    release(person, key, at) {
      release.run(stored(person), stored(key), at);
    },
    expire(before) {
      expire.run(before);
    },
  };
}
