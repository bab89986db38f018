// Buttons and options with their data, marked with who asked.
import type { CitedQuote } from '../../answer/index.ts';
import { type Block, type Button, MAX_OPTIONS, type Message, type Texts } from '../../message/index.ts';
import { type Action, encodePress, type Press } from '../buttons/action.ts';

/** Makes the buttons of one message. */
export class ButtonMaker {
  private readonly asker: string;

  /** @param asker the mark of who may turn the message */
  constructor(asker: string) {
    this.asker = asker;
  }

  /** A button that shows its result in a message of its own. */
  open(label: string, action: Action): Button {
    return this.make(label, action, 'open');
  }

  /** A button that turns the message it stands under. */
  turn(label: string, action: Action): Button {
    return this.make(label, action, 'turn');
  }

  private make(label: string, action: Action, effect: Press['effect']): Button {
    return { label, action: encodePress({ action, effect, asker: this.asker }) };
  }
}

/** Previous and next, as far as there are such pages; no block where there is only one. */
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

/** The buttons about one quote: more around it, the whole part. */
export function quoteActions({ id }: CitedQuote, maker: ButtonMaker, texts: Texts): Button[] {
  return [
    maker.open(texts.moreContext(), { verb: 'context', args: [id, '1'] }),
    maker.open(texts.wholeSection(), { verb: 'part', args: [id, '0'] }),
  ];
}

/** The same for many quotes: choose the one to see more around, by its number. */
export function contextChoice(quotes: CitedQuote[], first: number, maker: ButtonMaker, texts: Texts): Block {
  const places = quotes.map(({ path }) => path.at(-1) ?? '');
  const differ = new Set(places).size > 1; // the same words under every number tell nothing
  const options = quotes.slice(0, MAX_OPTIONS).map(({ id }, i) => ({
    ...maker.open(texts.numberedQuote(first + i), { verb: 'context', args: [id, '1'] }),
    ...(differ ? { description: places[i] } : {}),
  }));
  return { type: 'choice', prompt: texts.contextOfWhich(), options };
}
