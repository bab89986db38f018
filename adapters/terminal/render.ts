// Blocks as lines of text: with colour on a terminal, plain in a pipe. Pure.
import {
  type Block,
  type Button,
  type Message,
  markedTitle,
  momentLabel,
  momentText,
  pageWords,
  type ShownQuote,
  showsQuoteEnd,
  type Texts,
  wordsOf,
} from '#core';

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

/** What rendering needs beside the blocks. */
interface Rendering {
  texts: Texts;
  style: Style;
  /** Actions by the number that chooses them, from 1; others are not shown. */
  actions: readonly string[];
}

export function render(
  message: Message,
  texts: Texts,
  style: Style,
  actions: readonly string[] = [],
): string {
  const rendering = { texts, style, actions };
  return message
    .map((block) => renderBlock(block, rendering))
    .filter((text) => text !== '')
    .join('\n\n');
}

/** All actions of a message, in the order in which they are shown. */
export function actionsIn(message: Message): string[] {
  return message.flatMap((block) => {
    if (block.type === 'quote') return (block.actions ?? []).map(({ action }) => action);
    if (block.type === 'buttons') return block.buttons.map(({ action }) => action);
    return block.type === 'choice' ? block.options.map(({ action }) => action) : [];
  });
}

function renderBlock(block: Block, rendering: Rendering): string {
  const { texts, style } = rendering;
  switch (block.type) {
    case 'heading':
      return style.bold(safe(block.text));
    case 'paragraph':
    case 'prompt':
      return safe(block.text);
    case 'list':
      return block.items
        .filter((item) => item.trim() !== '')
        .map((item) => `  ${indent(safe(item))}`)
        .join('\n');
    case 'quote': {
      const { quote, number, actions = [] } = block;
      const source = showsQuoteEnd(quote)
        ? texts.source(quote.report, [...quote.path, ...pageWords(quote, texts)], quote.id)
        : texts.continued();
      const lead = number === undefined ? '   ' : `${number}. `;
      const lines = [`${lead}${indent(emphasised(quote, style))}`, `   ${style.dim(safe(source))}`];
      return [...lines, ...buttonLine(actions, rendering)].join('\n');
    }
    case 'quote-list': {
      const { report, path, quotes, first } = block;
      const lines = quotes.map((quote, i) => {
        const end = showsQuoteEnd(quote)
          ? [...pageWords(quote, texts), `[${quote.id}]`].join(' ')
          : texts.continued();
        return `  ${first > 0 ? `${first + i}.` : '•'} ${indent(emphasised(quote, style))} ${style.dim(end)}`;
      });
      return [...lines, `  ${style.dim(safe([markedTitle(report), ...path].join(' › ')))}`].join('\n');
    }
    case 'difference':
      if (block.runs.every(({ text }) => text.trim() === '')) return '';
      return `   ${indent(block.runs.map(marked).join(''))}\n   ${style.dim(`{+${texts.onlySource()}+} [-${texts.onlyGiven()}-]`)}`;
    case 'copyable':
      return safe(block.text);
    case 'moment':
      return safe(`${momentLabel(block.label)}${momentText(block)}`);
    case 'commands':
      return block.commands.map(({ name, summary }) => `  /${name}  ${oneLine(summary)}`).join('\n');
    case 'buttons':
      return buttonLine(block.buttons, rendering).join('\n');
    case 'choice':
      return choice(block, rendering);
    default:
      return block satisfies never;
  }
}

/** What is typed to choose an action; undefined where it has no number. */
function keyOf(action: string, { actions, style }: Rendering): string | undefined {
  const at = actions.indexOf(action);
  return at < 0 ? undefined : style.bold(`/${at + 1}`);
}

function buttonLine(buttons: Button[], rendering: Rendering): string[] {
  const shown = buttons.flatMap(({ label, action }) => {
    const key = keyOf(action, rendering);
    return key ? [`${key} ${oneLine(label)}`] : [];
  });
  return shown.length > 0 ? [`   ${shown.join('   ')}`] : [];
}

/** Options with short labels share a line, longer ones have a line each. */
const SHORT_LABEL = 10;

function choice({ prompt, options }: Extract<Block, { type: 'choice' }>, rendering: Rendering): string {
  const short = options.every(({ label }) => label.length <= SHORT_LABEL);
  const lines = short
    ? buttonLine(options, rendering)
    : options.flatMap(({ label, description, action }) => {
        const key = keyOf(action, rendering);
        return key
          ? [`   ${key} ${[label, description ?? ''].map(oneLine).filter(Boolean).join(' · ')}`]
          : [];
      });
  return lines.length > 0 ? [`   ${oneLine(prompt)}`, ...lines].join('\n') : '';
}

function marked({ type, text }: Extract<Block, { type: 'difference' }>['runs'][number]): string {
  if (type === 'same') return safe(text);
  return type === 'only-source' ? `{+${safe(text)}+}` : `[-${safe(text)}-]`;
}

/** The quote's words, those that matched in bold. */
const emphasised = (quote: ShownQuote, style: Style): string =>
  wordsOf(quote)
    .map(({ text, strong }) => (strong ? style.bold(safe(text)) : safe(text)))
    .join('');

/** Marks of text direction: they would change the order in which a terminal shows the text. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text with control characters made visible, so that no report can control the terminal. */
export function safe(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replace(DIRECTION, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);
}

/** Line ends in a label would separate it from its key. */
const oneLine = (text: string): string => safe(text.replace(/\s+/g, ' ').trim());

/** A text keeps its lines, indented. */
function indent(text: string): string {
  return text.replace(/\n/g, '\n   ');
}
