// Loads lazily built tables before the first question needs them.
import { setImmediate as otherWork } from 'node:timers/promises';
import { answer } from './answer/index.ts';
import { suggest } from './lookup/index.ts';
import type { PassageIndex } from './search/index.ts';

/** One question in each language loads the dictionary, the character tables and the lexicon. */
const QUESTIONS = ['下半年有什么打算', 'what are the plans for the second half'];
/** A word that is in no list, so that the tables of synonyms and of spellings are loaded too. */
const UNKNOWN_WORD = 'qwertyuiop';

/** Other work is done between the steps, so that a question that comes meanwhile is answered. */
export async function warmUp(index: PassageIndex): Promise<void> {
  const steps = [
    () => void index.sounds, // built on first use
    () => index.pairsWith('农'), // as are the character pairs
    () => suggest('report', 'lin', index, 1), // and the table of names
    ...[...QUESTIONS, UNKNOWN_WORD].map((question) => () => answer(question, [], index)),
  ];
  for (const step of steps) {
    await otherWork();
    step();
  }
}
