// Blocks to a text with entities and a keyboard. Pure.
import {
  type Block,
  type Button,
  type ChoiceOption,
  type Message,
  momentLabel,
  momentText,
  pageWords,
  type ShownQuote,
  type Size,
  showsQuoteEnd,
  type Texts,
  wordsOf,
} from '#core';
import type { Content, InlineButton } from './api.ts';
import { asKept, TextBuilder } from './text-builder.ts';

/** A quote longer than this is folded until somebody taps it, in UTF-16 units. */
const LONG_QUOTE = 400;
/** https://core.telegram.org/bots/api#copytextbutton */
const MAX_COPIED = 256;
/** Characters of labels that share a row on a narrow phone; a Chinese character counts as two. */
const ROW_WIDTH = 40;
const MAX_ROW = 4;
/** A row more is worse than any unlikeness within one. */
const ROW_COST = 100;
/** https://core.telegram.org/bots/api#forcereply */
const MAX_PLACEHOLDER = 64;
/** What stands between two blocks. */
const GAP = '\n\n';
/** Where there is nothing to read: Telegram takes neither empty texts nor empty labels. */
const NOTHING = '…';
/** An item that brings its own number has no bullet before it. */
const NUMBERED = /^\d+\. /;

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
    ...(builder.text.trim() === ''
      ? { text: NOTHING, entities: [] }
      : { text: builder.text, entities: builder.entities }),
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
      builder.add(block.items.map((item) => (NUMBERED.test(item) ? item : `• ${item}`)).join('\n'));
      break;
    case 'quote': {
      const { report, path, id } = block.quote;
      const where = [`《${report}》`, ...path, ...pageWords(block.quote, texts)];
      place(builder, block.number, where.join(' › '), id);
      quote(builder, block.quote, texts);
      break;
    }
    case 'quote-list': {
      const { report, path, quotes, first } = block;
      builder.add([`《${report}》`, ...path].join(' › '), 'italic');
      quotes.forEach((each, i) => {
        builder.add('\n');
        place(builder, first > 0 ? first + i : undefined, pageWords(each, texts).join(''), each.id);
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
    case 'moment':
      builder.add(momentLabel(block.label));
      builder.addMoment(momentText(block), block.at);
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
  if (!showsQuoteEnd(shown)) builder.add('\n').add(texts.continued(), 'italic');
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
      return block.text !== '' && block.text.length <= MAX_COPIED
        ? [[{ text: texts.copy(), copy_text: { text: asKept(block.text) } }]]
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
  text: asKept(text).replace(/\s+/g, ' ').trim() || NOTHING,
  callback_data: action,
});

/** Each option with what tells it from others; those that would still look alike are numbered. */
function optionButtons(options: ChoiceOption[]): InlineButton[] {
  const buttons = options.map(({ label, description, action }) =>
    button(
      asKept(description ?? '').trim() && description !== label ? `${label} · ${description}` : label,
      action,
    ),
  );
  const looks = buttons.map(({ text }) => text);
  return buttons.map((each, i) =>
    looks.indexOf(each.text) === looks.lastIndexOf(each.text)
      ? each
      : { ...each, text: `${i + 1}. ${each.text}` },
  );
}

/** As few rows as a phone shows readably, like with like: all buttons of a row are as wide as its widest. */
function inRows(buttons: InlineButton[]): InlineButton[][] {
  const widths = buttons.map(({ text }) => widthOf(text));
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]; // for the first so many buttons
  for (let end = 1; end <= buttons.length; end++) {
    best[end] = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= Math.max(0, end - MAX_ROW); from--) {
      const row = widths.slice(from, end);
      if (row.length > 1 && Math.max(...row) * row.length > ROW_WIDTH) break;
      const unlike = Math.max(...row) - Math.min(...row);
      const cost = best[from].cost + ROW_COST + unlike + row.length ** 2 / 100;
      if (cost < best[end].cost) best[end] = { cost, from };
    }
  }
  const rows: InlineButton[][] = [];
  for (let end = buttons.length; end > 0; end = best[end].from)
    rows.unshift(buttons.slice(best[end].from, end));
  return rows;
}

/** Columns of a label with the space around it. */
const widthOf = (text: string) =>
  [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\uffef\u{1f000}-\u{1faff}]/u.test(character) ? 2 : 1),
    2,
  );

const forcedReply = (hint: string) => ({
  force_reply: true as const,
  selective: true as const,
  ...(hint
    ? { input_field_placeholder: hint.slice(0, MAX_PLACEHOLDER).replace(/[\ud800-\udbff]$/, '') }
    : {}),
});
