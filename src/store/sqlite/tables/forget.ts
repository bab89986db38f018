// Deletes what is stored about a person, in every table.
import type { DatabaseSync } from 'node:sqlite';
import { stored } from '../text.ts';
import { transaction } from '../transaction.ts';
import { forgettingDigests } from './digests/remove.ts';

/** Tables whose rows are deleted with their person; ownership stays. */
const OF_A_PERSON = ['turn', 'feedback', 'notice'];

/** `ChatStore.forget`, in one transaction; returns how many records. */
export function forgetting(database: DatabaseSync): (person: string, pseudonym: string) => number {
  const records = OF_A_PERSON.map((table) => database.prepare(`DELETE FROM ${table} WHERE person = ?`));
  const questions = database.prepare('DELETE FROM logged_question WHERE pseudonym = ?');
  // requests stay because they are counted
  const requests = database.prepare("UPDATE access_request SET person = '' WHERE person = ?");
  const digests = forgettingDigests(database);
  return (person, pseudonym) =>
    transaction(database, () => {
      let count = Number(questions.run(stored(pseudonym)).changes) + digests(person);
      count += Number(requests.run(stored(person)).changes);
      for (const each of records) count += Number(each.run(stored(person)).changes);
      return count;
    });
}
