// The content of a message without a platform: its words, buttons and quotes.
import {
  type Block,
  type Button,
  type Message,
  momentText,
  type ShownQuote,
  wordsOf,
} from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';

/** The words of a message, a line for each element. */
export const textIn = (message: Message): string => message.flatMap(linesOf).join('\n');

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'prompt':
    case 'copyable':
      return [block.text];
    case 'quote':
      return [shown(block.quote), block.quote.report, ...block.quote.path, block.quote.id];
    case 'quote-list':
      return [block.report, ...block.path, ...block.quotes.flatMap((quote) => [shown(quote), quote.id])];
    case 'list':
      return block.items;
    case 'difference':
      return [block.runs.map(({ text }) => text).join('')];
    case 'commands':
      return block.commands.map(({ name, summary }) => `/${name} ${summary}`);
    case 'moment':
      return [`${block.label} ${momentText(block)}`];
    case 'choice':
      return [block.prompt];
    case 'buttons':
      return [];
    default:
      return block satisfies never;
  }
}

/** The shown words of a quote. */
const shown = (quote: ShownQuote) =>
  wordsOf(quote)
    .map(({ text }) => text)
    .join('');

/** All buttons and options, in order. */
export function pressables(message: Message): Button[] {
  return message.flatMap((block) => {
    if (block.type === 'quote') return block.actions ?? [];
    if (block.type === 'buttons') return block.buttons;
    return block.type === 'choice' ? block.options : [];
  });
}

/** The button or option with a label. */
export function pressable(message: Message, label: string): Button {
  const found = pressables(message).find((each) => each.label === label);
  if (!found) throw new Error(`nothing to press is called ${label}`);
  return found;
}

/** All quotes of a message, in order. */
export function quotesIn(message: Message): ShownQuote[] {
  return message.flatMap((block) => {
    if (block.type === 'quote') return [block.quote];
    return block.type === 'quote-list' ? block.quotes : [];
  });
}

/** The ids of quotes that differ from their slices of the source. */
export function unfaithfulQuotes(message: Message, index: PassageIndex): string[] {
  return quotesIn(message)
    .filter(({ reportId, start, end, text }) => {
      const report = index.reports.find(({ id }) => id === reportId);
      return text === '' || !report || index.fileOf(report).text.slice(start, end) !== text;
    })
    .map(({ id }) => id);
}

/** The ids of quotes whose shown parts, in order, do not make the whole quote. */
export function brokenQuotes(message: Message): string[] {
  const broken: string[] = [];
  let open: { id: string; at: number } | undefined;
  for (const { id, text, excerpt } of quotesIn(message)) {
    const { start, end } = excerpt ?? { start: 0, end: text.length };
    if (open ? open.id !== id || open.at !== start : start !== 0) broken.push(id);
    open = end < text.length ? { id, at: end } : undefined;
  }
  return open ? [...broken, open.id] : broken;
}
