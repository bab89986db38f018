// Orama with its defaults, but with the project's own tokens.
import { create, insert, search } from '@orama/orama';
import { indexTokens } from '../../../src/language/index.ts';
import { LIMIT, type Peer } from './peer.ts';

export const orama: Peer = (corpus) => {
  const passages = corpus.passages();
  return async () => {
    const index = create({
      schema: { text: 'string' },
      components: {
        // One tokenizer for passages and questions, which both are given as tokens joined by spaces.
        tokenizer: {
          language: 'english',
          normalizationCache: new Map(),
          tokenize: (text: string) => (text === '' ? [] : text.split(' ')),
        },
      },
    });
    for (const [id, { text }] of passages.entries())
      await insert(index, { id: String(id), text: indexTokens(text).join(' ') });
    return async ({ tokens }) => {
      const { hits } = await search(index, { term: tokens.join(' '), limit: LIMIT });
      return hits.map(({ id }) => passages[Number(id)]);
    };
  };
};
