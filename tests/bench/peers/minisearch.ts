// MiniSearch over the project's own tokens: any of them matches, its BM25+ ranks.
import MiniSearch from 'minisearch';
import { indexTokens } from '../../../src/language/index.ts';
import { LIMIT, type Peer } from './peer.ts';

export const minisearch: Peer = (corpus) => {
  const passages = corpus.passages();
  return () => {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: indexTokens,
      processTerm: (term) => term,
      searchOptions: { tokenize: (text) => text.split(' '), combineWith: 'OR' },
    });
    for (const [id, { text }] of passages.entries()) index.add({ id, text });
    return ({ tokens }) =>
      index
        .search(tokens.join(' '))
        .slice(0, LIMIT)
        .map(({ id }) => passages[id]);
  };
};
