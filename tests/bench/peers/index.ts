// The engines that are compared, in the order of the table.
import type { Peer } from './peer.ts';

export interface ListedPeer {
  name: string;
  /** A short description. */
  summary: string;
  /** Its index is outside of JavaScript's objects. */
  native?: true;
  /** Imports only this engine, so that no other one's memory is measured. */
  load(): Promise<Peer>;
}

/** This project's whole answer, with which the others are compared. */
export const WHOLE_ANSWER = 'our answer';

export const PEERS: ListedPeer[] = [
  {
    name: 'flexsearch',
    summary: 'out of the box, its CJK encoder; suggest: true, else a whole question finds nothing',
    load: async () => (await import('./flexsearch.ts')).flexsearch,
  },
  {
    name: 'minisearch',
    summary: 'the same tokens, any of them, its own ranking',
    load: async () => (await import('./minisearch.ts')).minisearch,
  },
  {
    name: 'orama',
    summary: 'the same tokens, any of them or longer ones that begin so, its own ranking',
    load: async () => (await import('./orama.ts')).orama,
  },
  {
    name: 'fts5',
    summary: 'SQLite FTS5, the same tokens, any of them, bm25; in memory and optimised',
    native: true,
    load: async () => (await import('./fts5.ts')).fts5,
  },
  {
    name: 'our search',
    summary: 'PassageIndex.search, the same tokens; it also knows headings, titles and reports',
    load: async () => (await import('./our-search.ts')).ourSearch,
  },
  {
    name: WHOLE_ANSWER,
    summary: 'everything from reading the question to the composed message; its quotes are judged',
    load: async () => (await import('./our-answer.ts')).ourAnswer,
  },
];
