// This project's search alone: from tokens to passages. Each token is a concept of its own, as for the other
// engines.
import { type SearchQuery, textOf } from '../../../src/search/index.ts';
import { indexOver } from '../../fixtures/read-reports.ts';
import { LIMIT, type Peer } from './peer.ts';

const conceptOf = (token: string): SearchQuery['concepts'][number] => ({
  label: token,
  weight: 1,
  variants: [{ text: token, weight: 1, own: true, tokens: [{ text: token, weight: 1 }] }],
});

export const ourSearch: Peer = (corpus) => {
  const files = corpus.files();
  return () => {
    const index = indexOver(files);
    return ({ tokens }) =>
      index
        .search({ concepts: tokens.map(conceptOf), limit: LIMIT })
        .map((hit) => ({ file: hit.file.name, text: textOf(hit) }));
  };
};
