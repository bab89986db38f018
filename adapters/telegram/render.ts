// Blocks as a text with entities and a keyboard. Pure.
import {
  type Block,
  type Message,
  markedTitle,
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
import { buttonRowsOf } from './rendering/controls.ts';
import { TextBuilder } from './rendering/text-builder.ts';

/** A longer quote is folded until it is tapped; in UTF-16 units. */
const LONG_QUOTE = 400;
/** https://core.telegram.org/bots/api#forcereply */
const MAX_PLACEHOLDER = 64;
/** Between two blocks. */
const GAP = '\n\n';
/** Telegram takes no empty texts. */
const EMPTY = '…';
/** An item that brings its own number gets no bullet. */
const NUMBERED = /^\d+\. /;

export function render(message: Message, texts: Texts): Content {
  const builder = new TextBuilder();
  const rows: InlineButton[][] = [];
  for (const block of message) {
    const before = builder.text.length;
    if (before > 0 && hasText(block)) builder.add(GAP);
    write(block, builder, texts);
    rows.push(...buttonRowsOf(block, texts));
  }
  const prompt = message.find((block) => block.type === 'prompt');
  return {
    ...(builder.text.trim() === ''
      ? { text: EMPTY, entities: [] }
      : { text: builder.text, entities: builder.entities }),
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0
      ? { reply_markup: { inline_keyboard: rows } }
      : prompt
        ? { reply_markup: forcedReply(prompt.hint) }
        : {}),
  };
}

/** The size of a block: characters with the gap before it; entities and buttons as pieces. */
export function sizeOf(block: Block, texts: Texts): Size {
  const builder = new TextBuilder();
  write(block, builder, texts);
  const buttons = buttonRowsOf(block, texts).reduce((sum, row) => sum + row.length, 0);
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
      const where = [markedTitle(report), ...path, ...pageWords(block.quote, texts)];
      sourceLine(builder, block.number, where.join(' › '), id);
      quote(builder, block.quote, texts);
      break;
    }
    case 'quote-list': {
      const { report, path, quotes, first } = block;
      builder.add([markedTitle(report), ...path].join(' › '), 'italic');
      quotes.forEach((each, i) => {
        builder.add('\n');
        sourceLine(builder, first > 0 ? first + i : undefined, pageWords(each, texts).join(''), each.id);
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

/** The line above a quote: number, location, and the id, which is copied with one tap. */
function sourceLine(builder: TextBuilder, number: number | undefined, location: string, id: string): void {
  if (number !== undefined) builder.add(`${number}. `, 'bold');
  if (location) builder.add(location, 'italic').add(' ');
  builder.add(id, 'code').add('\n');
}

function quote(builder: TextBuilder, shown: ShownQuote, texts: Texts): void {
  const words = wordsOf(shown);
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  builder.around(length > LONG_QUOTE ? 'expandable_blockquote' : 'blockquote', () => {
    for (const { text, strong, isHead } of words) {
      if (isHead) builder.add(text.trimEnd(), 'italic').add('\n');
      else builder.add(text, strong ? 'bold' : undefined);
    }
  });
  if (!showsQuoteEnd(shown)) builder.add('\n').add(texts.continued(), 'italic');
}

const forcedReply = (hint: string) => ({
  force_reply: true as const,
  selective: true as const,
  ...(hint
    ? { input_field_placeholder: hint.slice(0, MAX_PLACEHOLDER).replace(/[\ud800-\udbff]$/, '') }
    : {}),
});
