// Buttons and choices as Telegram's inline keyboard. Pure.
import type { Block, Button, ChoiceOption, Texts } from '#core';
import type { InlineButton } from '../api.ts';
import { sanitized } from './text-builder.ts';

/** https://core.telegram.org/bots/api#copytextbutton */
const MAX_COPIED = 256;
/** Columns of labels that share a row on a narrow phone; a Chinese character takes two. */
const ROW_WIDTH = 40;
const MAX_PER_ROW = 4;
/** Greater than any difference of widths within a row. */
const ROW_COST = 100;
/** Telegram takes no empty labels. */
const EMPTY_LABEL = '…';

/** The buttons of a block, in rows. */
export function buttonRowsOf(block: Block, texts: Texts): InlineButton[][] {
  switch (block.type) {
    case 'quote': {
      const { number, actions = [] } = block;
      return inRows(
        actions.map(({ label, action }) => button(number ? `${number}. ${label}` : label, action)),
      );
    }
    case 'copyable':
      return block.text !== '' && block.text.length <= MAX_COPIED
        ? [[{ text: texts.copy(), copy_text: { text: sanitized(block.text) } }]]
        : [];
    case 'buttons':
      return inRows(block.buttons.map(({ label, action }: Button) => button(label, action)));
    case 'choice':
      return inRows(optionButtons(block.options));
    default:
      return [];
  }
}

const button = (text: string, action: string): InlineButton => ({
  text: sanitized(text).replace(/\s+/g, ' ').trim() || EMPTY_LABEL,
  callback_data: action,
});

/** Options with their descriptions; those with the same text are numbered. */
function optionButtons(options: ChoiceOption[]): InlineButton[] {
  const buttons = options.map(({ label, description, action }) =>
    button(
      sanitized(description ?? '').trim() && description !== label ? `${label} · ${description}` : label,
      action,
    ),
  );
  const labels = buttons.map(({ text }) => text);
  return buttons.map((each, i) =>
    labels.indexOf(each.text) === labels.lastIndexOf(each.text)
      ? each
      : { ...each, text: `${i + 1}. ${each.text}` },
  );
}

/**
 * As few rows as fit on a phone, with labels of similar width in a row: its buttons are as wide as the
 * widest.
 */
function inRows(buttons: InlineButton[]): InlineButton[][] {
  const widths = buttons.map(({ text }) => widthOf(text));
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]; // by the number of buttons laid out
  for (let end = 1; end <= buttons.length; end++) {
    best[end] = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= Math.max(0, end - MAX_PER_ROW); from--) {
      const row = widths.slice(from, end);
      if (row.length > 1 && Math.max(...row) * row.length > ROW_WIDTH) break;
      const difference = Math.max(...row) - Math.min(...row);
      const cost = best[from].cost + ROW_COST + difference + row.length ** 2 / 100;
      if (cost < best[end].cost) best[end] = { cost, from };
    }
  }
  const rows: InlineButton[][] = [];
  for (let end = buttons.length; end > 0; end = best[end].from)
    rows.unshift(buttons.slice(best[end].from, end));
  return rows;
}

/** Columns of a label with its padding. */
const widthOf = (text: string) =>
  [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\uffef\u{1f000}-\u{1faff}]/u.test(character) ? 2 : 1),
    2,
  );
