// This project's whole answer: from the words of a question to the message that is sent.
import { answer, compose } from '../../../src/answer/index.ts';
import { indexOver } from '../../fixtures/read-reports.ts';
import type { Peer } from './peer.ts';

export const ourAnswer: Peer = (corpus) => {
  const files = corpus.files();
  return () => {
    const index = indexOver(files);
    return ({ text }) => {
      const found = answer(text, [], index);
      compose(found, found.language);
      return found.answered ? found.quotes : [];
    };
  };
};
