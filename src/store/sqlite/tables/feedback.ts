// Feedback on the bot's messages.
import type { DatabaseSync } from 'node:sqlite';
import type { FeedbackStore } from '../../../chat/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { stored } from '../text.ts';

export function feedbackTable(database: DatabaseSync): Synchronous<FeedbackStore> {
  const replace = database.prepare(
    'INSERT OR REPLACE INTO feedback (person, message, helpful, at) VALUES (?, ?, ?, ?)',
  );
  const count = database.prepare('SELECT count(*) AS verdicts, total(helpful) AS helpful FROM feedback');
  return {
    set({ message, person, helpful, at }) {
      replace.run(stored(person), stored(message), Number(helpful), at);
    },
    count() {
      const { verdicts, helpful } = count.get() as { verdicts: number; helpful: number };
      return { helpful, unhelpful: verdicts - helpful };
    },
  };
}
