// The buttons that several views share: paging, and more about a quote.
import type { CitedQuote } from '../../answer/index.ts';
import { type Block, type Button, MAX_OPTIONS, type Message, type Texts } from '../../message/index.ts';
import type { ButtonMaker } from '../buttons/button-maker.ts';

/** Previous and next, where there are such pages; no block for a single page. */
export function pageButtons(
  page: number,
  pages: number,
  texts: Texts,
  turnTo: (page: number, label: string) => Button,
): Message {
  const buttons = [
    ...(page > 0 ? [turnTo(page - 1, texts.previousPage())] : []),
    ...(page < pages - 1 ? [turnTo(page + 1, texts.nextPage())] : []),
  ];
  return buttons.length > 0 ? [{ type: 'buttons', buttons }] : [];
}

/** Under one quote: its context, its whole part. */
export function quoteActions({ id }: CitedQuote, maker: ButtonMaker, texts: Texts): Button[] {
  return [
    maker.open(texts.moreContext(), { verb: 'context', args: [id, '1'] }),
    maker.open(texts.wholeSection(), { verb: 'part', args: [id, '0'] }),
  ];
}

/** Under several quotes: the context of one of them, chosen by its number. */
export function contextChoice(quotes: CitedQuote[], first: number, maker: ButtonMaker, texts: Texts): Block {
  const headings = quotes.map(({ path }) => path.at(-1) ?? '');
  const differ = new Set(headings).size > 1; // the same heading beside every number would not help
  const options = quotes.slice(0, MAX_OPTIONS).map(({ id }, i) => ({
    ...maker.open(texts.numberedQuote(first + i), { verb: 'context', args: [id, '1'] }),
    ...(differ ? { description: headings[i] } : {}),
  }));
  return { type: 'choice', prompt: texts.contextOfWhich(), options };
}
