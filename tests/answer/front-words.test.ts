import { describe, expect, it } from 'vitest';
import { areFrontWords } from '../../src/answer/front-words.ts';
import { indexOf } from '../search/corpus.ts';

const index = indexOf({
  'a.txt': `Thorne Valley Canal Trust\nAnnual Report 2013\n\nThe weir was rebuilt and three sluices were mended.\n`,
});
const [report] = index.reports;

describe('words that only say which report it is', () => {
  it.each([report.title, `${report.title.toUpperCase()}.`, 'Thorne Valley Canal Trust', 'Canal Trust'])(
    'are a title or an author: %s',
    (words) => {
      expect(areFrontWords(words, report)).toBe(true);
    },
  );

  it.each(['The weir was rebuilt', 'Canal', '2013', ''])('are not: %s', (words) => {
    expect(areFrontWords(words, report)).toBe(false);
  });
});
