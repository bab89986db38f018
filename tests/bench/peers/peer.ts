// What the bench asks of a search engine.
import type { StoredCorpus } from '../corpus.ts';

/** Words found, and the file in which they stand. */
export interface Found {
  file: string;
  text: string;
}

/** A question as the engines get it. Its tokens are made beforehand: only the whole answer pays for reading a question. */
export interface Asked {
  text: string;
  tokens: string[];
}

/** What was found for a question, best first. */
export type Search = (asked: Asked) => Found[] | Promise<Found[]>;

/** How many results a search gives. */
export const LIMIT = 10;

/**
 * Loads what will be indexed, which is neither timed nor counted as memory.
 * @returns what builds the index, and gives its search
 */
export type Peer = (corpus: StoredCorpus) => () => Search | Promise<Search>;
