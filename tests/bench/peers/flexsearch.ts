// FlexSearch as in its documentation: one field, its encoder for Chinese.
import { Charset, Document } from 'flexsearch';
import { LIMIT, type Peer } from './peer.ts';

export const flexsearch: Peer = (corpus) => {
  const passages = corpus.passages();
  return () => {
    const index = new Document<{ id: number; text: string }>({
      document: { id: 'id', index: [{ field: 'text', encoder: Charset.CJK }] },
    });
    passages.forEach(({ text }, id) => {
      index.add({ id, text });
    });
    return ({ text }) => {
      const found = index.search({ query: text, limit: LIMIT, suggest: true });
      return (found[0]?.result ?? []).map((id) => passages[Number(id)]);
    };
  };
};
