// The last check before sending: no quote leaves that is not exactly its slice of the source.
import type { Block, Message } from '../message/index.ts';
import { isVerbatim, type Quote } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** Called with the id of a quote that is left out because it differs from its source. */
export type OnDropped = (quoteId: string) => void;

/** Whether a quote equals the slice of the report that it names; false for a report that is not in the index. */
function isVerbatimIn(index: PassageIndex, quote: Quote): boolean {
  const report = index.report(quote.reportId);
  if (!report) return false;
  return isVerbatim({ reportId: report.id, text: index.fileOf(report).text }, quote);
}

/** The quotes that equal their slices. `index` is the one that they were made from. */
export const verbatimQuotes = <Each extends Quote & { heads?: Quote[] }>(
  quotes: readonly Each[],
  index: PassageIndex,
  onDropped: OnDropped,
): Each[] =>
  quotes.filter((quote) => {
    const isKept = [quote, ...(quote.heads ?? [])].every((slice) => isVerbatimIn(index, slice));
    if (!isKept) onDropped(quote.id);
    return isKept;
  });

/** A message without the quotes that differ from their source. */
export function verbatimMessage(message: Message, index: PassageIndex, onDropped: OnDropped): Message {
  return message.flatMap((block): Block[] => {
    if (block.type === 'quote')
      return verbatimQuotes([block.quote], index, onDropped).length > 0 ? [block] : [];
    if (block.type !== 'quote-list') return [block];
    const quotes = verbatimQuotes(block.quotes, index, onDropped);
    if (quotes.length === block.quotes.length) return [block];
    return quotes.length > 0 ? [{ ...block, quotes }] : [];
  });
}
