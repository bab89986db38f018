// Blocks to lines of text: with colour on a terminal, plain in a pipe. Pure.
import type { Block, Message, ShownQuote, Texts } from '#core';

/** How the terminal shows emphasis. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
}

export const PLAIN: Style = { bold: (text) => text, dim: (text) => text };
export const COLOUR: Style = {
  bold: (text) => `\u001b[1;33m${text}\u001b[0m`,
  dim: (text) => `\u001b[2m${text}\u001b[0m`,
};

/** A message as text for the terminal. */
export function render(message: Message, texts: Texts, style: Style): string {
  return message.map((block) => renderBlock(block, texts, style)).join('\n\n');
}

function renderBlock(block: Block, texts: Texts, style: Style): string {
  switch (block.type) {
    case 'paragraph':
      return safe(block.text);
    case 'list':
      return block.items.map((item) => `  ${safe(item)}`).join('\n');
    case 'quote': {
      const { quote, number } = block;
      const source = safe(texts.source(quote.report, quote.path, quote.id));
      return `${number}. ${indent(emphasised(quote, style))}\n   ${style.dim(source)}`;
    }
    case 'quote-list': {
      const lines = block.quotes.map(
        (quote) => `  • ${indent(emphasised(quote, style))} ${style.dim(`[${quote.id}]`)}`,
      );
      const source = safe([`《${block.report}》`, ...block.path].join(' › '));
      return [...lines, `  ${style.dim(source)}`].join('\n');
    }
    default:
      return block satisfies never;
  }
}

/** The quote's words, those that matched in bold. */
function emphasised(quote: ShownQuote, style: Style): string {
  let text = '';
  let at = 0;
  for (const { start, end } of quote.emphasis) {
    text += safe(quote.text.slice(at, start)) + style.bold(safe(quote.text.slice(start, end)));
    at = end;
  }
  return text + safe(quote.text.slice(at));
}

/** Marks that turn the direction of a text: what follows them would be read in another order than it stands. */
const DIRECTION = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with control characters made visible, so that no file can steer the terminal; line ends are those of this system. */
export function safe(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(DIRECTION, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}

/** A quote that runs over several lines of its source keeps them, indented. */
function indent(text: string): string {
  return text.replace(/\n/g, '\n   ');
}
