// The interface of a search engine in the bench.
import type { StoredCorpus } from '../corpus.ts';

/** A text that was found, and its file. */
export interface Found {
  file: string;
  text: string;
}

/** A question with its tokens: only the whole answer's time includes reading the question. */
interface Asked {
  text: string;
  tokens: string[];
}

/** Results for a question, best first. */
type Search = (asked: Asked) => Found[] | Promise<Found[]>;

/** Results of a search. */
export const LIMIT = 10;

/**
 * Loads what is to be indexed; neither timed nor counted as memory.
 * @returns builds the index and returns its search
 */
export type Peer = (corpus: StoredCorpus) => () => Search | Promise<Search>;
