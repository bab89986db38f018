// The last check before sending: no quote leaves that is not exactly its slice of the source.
import { isVerbatimIn } from '../answer/index.ts';
import type { Block, Message } from '../message/index.ts';
import type { Quote } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/**
 * A message without the quotes that differ from their source.
 * @param index that the quotes were made from
 * @param onDropped called with the id of each quote that is left out
 */
export function verbatimMessage(
  message: Message,
  index: PassageIndex,
  onDropped: (quoteId: string) => void = () => {},
): Message {
  const isKept = (quote: Quote) => {
    const isVerbatim = isVerbatimIn(index, quote);
    if (!isVerbatim) onDropped(quote.id);
    return isVerbatim;
  };
  return message.flatMap((block): Block[] => {
    if (block.type === 'quote') return isKept(block.quote) ? [block] : [];
    if (block.type !== 'quote-list') return [block];
    const quotes = block.quotes.filter(isKept);
    if (quotes.length === block.quotes.length) return [block];
    return quotes.length > 0 ? [{ ...block, quotes }] : [];
  });
}
