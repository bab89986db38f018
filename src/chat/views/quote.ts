// A quote with its citation.
import { citationOf, locationOf, wholeSentences } from '../../answer/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { quoteActions } from './buttons.ts';

/** Undefined where the id names nothing (any more). */
export function quoteView(id: string, { index, locale, mark }: CommandContext): Message | undefined {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const location = locationOf(id, index);
  const quote = location && wholeSentences(location);
  const citation = quote && citationOf(quote.id, index);
  if (!quote || !citation) return undefined;
  return [
    { type: 'quote', quote, actions: quoteActions(quote, maker, texts) },
    { type: 'paragraph', text: texts.citation() },
    { type: 'copyable', text: citation.gbt7714 },
    { type: 'copyable', text: citation.markdown },
  ];
}
