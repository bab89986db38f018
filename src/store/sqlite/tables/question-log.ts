// The question log, under pseudonyms.
import type { DatabaseSync } from 'node:sqlite';
import type { QuestionLog } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { stored } from '../text.ts';

export function questionLogTable(database: DatabaseSync): Synchronous<QuestionLog> {
  const insert = database.prepare(
    'INSERT INTO logged_question (pseudonym, question, answered, at) VALUES (?, ?, ?, ?)',
  );
  const count = database.prepare('SELECT count(*) AS questions FROM logged_question');
  const expire = database.prepare('DELETE FROM logged_question WHERE at < ?');
  return {
    add({ pseudonym, question, answered, at }) {
      insert.run(stored(pseudonym), stored(question), Number(answered), at);
    },
    count: () => count.get()!.questions as number,
    expire(before) {
      expire.run(before);
    },
  };
}
