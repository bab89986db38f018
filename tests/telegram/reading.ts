// What people read in a message on Telegram: its block quotes, the ids that stand above them, the buttons below.
import { type CitedQuote, contextOf } from '../../src/answer/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sourceOf } from '../answer/sample.ts';
import type { SentMessage } from '../stand-ins/telegram/index.ts';

/** A quote as it is read, joined where it is continued in a further message. */
export interface ReadQuote {
  id: string;
  words: string;
}

/** The quotes in the messages of one answer, in order. */
export function readQuotes(...messages: Pick<SentMessage, 'text' | 'entities'>[]): ReadQuote[] {
  const read: ReadQuote[] = [];
  for (const { text, entities } of messages)
    for (const { offset, length } of entities.filter(({ type }) => /blockquote$/.test(type))) {
      const id = entities.find((each) => each.type === 'code' && each.offset + each.length === offset - 1);
      if (!id) continue; // what a person gave to be checked
      const quote = {
        id: text.slice(id.offset, id.offset + id.length),
        words: text.slice(offset, offset + length),
      };
      const last = read.at(-1);
      if (last?.id === quote.id) last.words += quote.words;
      else read.push(quote);
    }
  return read;
}

/** What Telegram keeps of a text: its own line ends, no marks of direction. */
export const kept = (text: string): string =>
  text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u202a-\u202e]/g, '');

/** The quote of an id. */
function cited(id: string, index: PassageIndex): CitedQuote {
  const context = contextOf(id, 0, index);
  if (!context) throw new Error(`no quote ${id}`);
  return context.quote;
}

/** What the messages of one answer quote, in order. */
export const quotesIn = (index: PassageIndex, ...messages: SentMessage[]): CitedQuote[] =>
  readQuotes(...messages).map(({ id }) => cited(id, index));

/** The files that messages quote from, each once. */
export const filesIn = (index: PassageIndex, ...messages: SentMessage[]): string[] => [
  ...new Set(quotesIn(index, ...messages).map(({ file }) => file)),
];

/** What is wrong with the quotes in the messages of one answer, one sentence each: words that are not the source's, places that are not named. */
export function faults(index: PassageIndex, ...messages: Pick<SentMessage, 'text' | 'entities'>[]): string[] {
  const said = messages.map(({ text }) => text).join('\n');
  return readQuotes(...messages).flatMap(({ id, words }) => {
    const { file, start, end, report, path } = cited(id, index);
    const source = kept(sourceOf(index, file).slice(start, end));
    const unnamed = [`《${report}》`, ...path].filter((part) => !said.includes(part));
    return [
      ...(words === source ? [] : [`${id} reads «${words}», the source «${source}»`]),
      ...unnamed.map((part) => `${id}: ${part} is not named`),
    ];
  });
}

/** The data of the first button with a label. */
export function button(message: SentMessage, label: string): string {
  const found = message.buttons.find(({ text }) => text === label);
  if (!found?.callback_data)
    throw new Error(`no button ${label} among ${message.buttons.map(({ text }) => text).join(', ')}`);
  return found.callback_data;
}
