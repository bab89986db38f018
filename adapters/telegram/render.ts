// Blocks to a text with entities and a keyboard. Pure.
import {
  type Block,
  type Button,
  type ChoiceOption,
  isLastPart,
  type Message,
  type ShownQuote,
  type Size,
  type Texts,
  wordsOf,
} from '#core';
import type { Content, InlineButton } from './api.ts';
import { TextBuilder } from './text-builder.ts';

/** A quote longer than this is folded until somebody taps it, in UTF-16 units. */
const LONG_QUOTE = 400;
/** https://core.telegram.org/bots/api#copytextbutton */
const MAX_COPIED = 256;
/** Characters of labels that share a row on a narrow phone; a Chinese character counts as two. */
const ROW_WIDTH = 30;
const MAX_ROW = 4;
/** https://core.telegram.org/bots/api#forcereply */
const MAX_PLACEHOLDER = 64;
/** What stands between two blocks. */
const GAP = '\n\n';

/** A message as Telegram takes it. */
export function render(message: Message, texts: Texts): Content {
  const builder = new TextBuilder();
  const rows: InlineButton[][] = [];
  for (const block of message) {
    const before = builder.text.length;
    if (before > 0 && hasText(block)) builder.add(GAP);
    write(block, builder, texts);
    rows.push(...rowsOf(block, texts));
  }
  const prompt = message.find((block) => block.type === 'prompt');
  return {
    text: builder.text,
    entities: builder.entities,
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0
      ? { reply_markup: { inline_keyboard: rows } }
      : prompt
        ? { reply_markup: forcedReply(prompt.hint) }
        : {}),
  };
}

/** What a block takes of a message: characters with the gap before it; entities and buttons, of which a message takes 100 each. */
export function sizeOf(block: Block, texts: Texts): Size {
  const builder = new TextBuilder();
  write(block, builder, texts);
  const buttons = rowsOf(block, texts).reduce((sum, row) => sum + row.length, 0);
  return {
    characters: builder.text.length > 0 ? builder.text.length + GAP.length : 0,
    pieces: builder.entities.length + buttons,
  };
}

const hasText = ({ type }: Block) => type !== 'buttons';

function write(block: Block, builder: TextBuilder, texts: Texts): void {
  switch (block.type) {
    case 'heading':
      builder.add(block.text, 'bold');
      break;
    case 'paragraph':
      builder.add(block.text);
      break;
    case 'prompt':
      builder.add(block.text);
      break;
    case 'list':
      builder.add(block.items.map((item) => `• ${item}`).join('\n'));
      break;
    case 'quote': {
      const { report, path, id } = block.quote;
      place(builder, block.number, [`《${report}》`, ...path].join(' › '), id);
      quote(builder, block.quote, texts);
      break;
    }
    case 'quote-list': {
      const { report, path, quotes, first } = block;
      builder.add([`《${report}》`, ...path].join(' › '), 'italic');
      quotes.forEach((each, i) => {
        builder.add('\n');
        place(builder, first > 0 ? first + i : undefined, '', each.id);
        quote(builder, each, texts);
      });
      break;
    }
    case 'difference':
      builder.around('blockquote', () => {
        for (const { type, text } of block.runs)
          builder.add(text, type === 'same' ? undefined : type === 'only-source' ? 'bold' : 'strikethrough');
      });
      builder.add('\n').add(texts.onlySource(), 'bold').add(' · ').add(texts.onlyGiven(), 'strikethrough');
      break;
    case 'copyable':
      builder.add(block.text, 'pre');
      break;
    case 'commands':
      builder.add(block.commands.map(({ name, summary }) => `/${name} ${summary}`).join('\n'));
      break;
    case 'choice':
      builder.add(block.prompt, 'bold');
      break;
    case 'buttons':
      break;
    default:
      block satisfies never;
  }
}

/** The line above a quote: its number, where it stands, its id to be copied with one tap. */
function place(builder: TextBuilder, number: number | undefined, where: string, id: string): void {
  if (number !== undefined) builder.add(`${number}. `, 'bold');
  if (where) builder.add(where, 'italic').add(' ');
  builder.add(id, 'code').add('\n');
}

function quote(builder: TextBuilder, shown: ShownQuote, texts: Texts): void {
  const words = wordsOf(shown);
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  builder.around(length > LONG_QUOTE ? 'expandable_blockquote' : 'blockquote', () => {
    for (const { text, strong } of words) builder.add(text, strong ? 'bold' : undefined);
  });
  if (!isLastPart(shown)) builder.add('\n').add(texts.goesOn(), 'italic');
}

function rowsOf(block: Block, texts: Texts): InlineButton[][] {
  switch (block.type) {
    case 'quote': {
      const { number, actions = [] } = block;
      return inRows(
        actions.map(({ label, action }) => button(number ? `${number}. ${label}` : label, action)),
      );
    }
    case 'copyable':
      return block.text.length <= MAX_COPIED
        ? [[{ text: texts.copy(), copy_text: { text: block.text } }]]
        : [];
    case 'buttons':
      return inRows(block.buttons.map(({ label, action }: Button) => button(label, action)));
    case 'choice':
      return inRows(block.options.map((option) => button(optionLabel(option), option.action)));
    default:
      return [];
  }
}

const button = (text: string, action: string): InlineButton => ({ text, callback_data: action });

const optionLabel = ({ label, description }: ChoiceOption) =>
  description && description !== label ? `${label} · ${description}` : label;

/** As many buttons in a row as a phone shows readably. */
function inRows(buttons: InlineButton[]): InlineButton[][] {
  const rows: InlineButton[][] = [];
  let width = Number.POSITIVE_INFINITY;
  for (const each of buttons) {
    const own = widthOf(each.text);
    const row = rows.at(-1);
    if (row && row.length < MAX_ROW && width + own <= ROW_WIDTH) {
      row.push(each);
      width += own;
    } else {
      rows.push([each]);
      width = own;
    }
  }
  return rows;
}

/** Columns of a label with the space around it. */
const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 2);

const forcedReply = (hint: string) => ({
  force_reply: true as const,
  selective: true as const,
  ...(hint ? { input_field_placeholder: [...hint].slice(0, MAX_PLACEHOLDER).join('') } : {}),
});
