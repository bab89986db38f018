// Quotes in the order of the source under their headings, and what is done with such lists.
import type { CitedQuote } from '../../answer/index.ts';
import { headsOnce, type Message } from '../../message/index.ts';

type QuoteList = Extract<Message[number], { type: 'quote-list' }>;

/** A list without numbers. */
export const quoteList = (report: string, path: string[], quotes: CitedQuote[]): QuoteList => ({
  type: 'quote-list',
  report,
  path,
  quotes,
  first: 0,
});

/** Joins neighbouring quote lists of the same report and heading. */
export function mergedQuoteLists(blocks: Message): Message {
  const merged: Message = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (block.type === 'quote-list' && last?.type === 'quote-list' && isSameHeading(block, last))
      merged[merged.length - 1] = { ...last, quotes: headsOnce([...last.quotes, ...block.quotes]) };
    else merged.push(block);
  }
  return merged;
}

const isSameHeading = (one: QuoteList, other: QuoteList): boolean =>
  one.report === other.report && one.path.join('\n') === other.path.join('\n');

/** Numbers the quotes of a message from 1, so that one can be chosen. */
export function numberedQuotes(blocks: Message): Message {
  let number = 0;
  return blocks.map((block) => {
    if (block.type === 'quote') return { ...block, number: ++number };
    if (block.type !== 'quote-list') return block;
    const first = number + 1;
    number += block.quotes.length;
    return { ...block, first };
  });
}
