// Words of a question that name nothing in a report; they are not searched for. The list is
// lexicon/stop-words.txt.
import path from 'node:path';
import { readWordLists } from './word-lists.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'lexicon', 'stop-words.txt'));
const STOP_WORDS = new Set([...LISTS.words('chinese'), ...LISTS.words('english')]);

/** @param word normalised */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
