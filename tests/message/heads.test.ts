// The head of a table above its rows: shown once, whole, and before the first words of a row.
import { describe, expect, it } from 'vitest';
import { headsOnce, type ShownQuote, wordsOf } from '../../src/message/block.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { plainMedium, shownText } from '../fixtures/media.ts';

const slice = (text: string, start: number) => ({
  id: `abcd1234-0-${start}-1`,
  reportId: 'abcd1234-0',
  start,
  end: start + text.length,
  text,
});
const row = (text: string, ...heads: string[]): ShownQuote => ({
  ...slice(text, 100),
  report: '甲',
  path: [],
  emphasis: [],
  ...(heads.length > 0 ? { heads: heads.map((head, i) => slice(head, i * 20 + head.length)) } : {}),
});

describe('the head of a table', () => {
  it('stands above the words of the row, line by line, never emphasised', () => {
    const quote = { ...row('上岭村 3', '表2', '村名 座数'), emphasis: [{ start: 0, end: 3 }] };
    expect(wordsOf(quote)).toEqual([
      { text: '表2\n', strong: false, isHead: true },
      { text: '村名 座数\n', strong: false, isHead: true },
      { text: '上岭村', strong: true },
      { text: ' 3', strong: false },
    ]);
  });

  it('stands above the beginning of a row only, where that is split', () => {
    const quote = row('上岭村修了三座，下湾村修了五座。石桥村修了七座。', '村名 座数');
    const parts = splitMessage([{ type: 'quote', quote, number: 1 }], plainMedium(24)).flat();
    const texts = parts.flatMap((block) => (block.type === 'quote' ? [shownText(block.quote)] : []));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join('')).toBe(`村名 座数\n${quote.text}`);
  });

  it('is shown once above rows of one table that follow each other', () => {
    const rows = [
      row('甲 1', '村名'),
      row('乙 2', '村名'),
      row('丙 3'),
      row('丁 4', '村名'),
      row('戊 5', '户主姓名'),
    ];
    expect(headsOnce(rows).map(shownText)).toEqual([
      '村名\n甲 1',
      '乙 2',
      '丙 3',
      '村名\n丁 4',
      '户主姓名\n戊 5',
    ]);
  });
});
