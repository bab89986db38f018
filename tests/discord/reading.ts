// Reads the bot's messages on Discord as people do: the words of block quotes, and their ids.
import { type CitedQuote, contextOf } from '../../src/answer/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sourceOf } from '../answer/sample.ts';
import type { SentMessage } from '../stand-ins/discord/index.ts';

/** A text without Discord's Markdown. */
export const plain = (markdown: string): string =>
  markdown.replace(/\\([^0-9A-Za-z\s])|\*\*/g, (_, literal: string | undefined) => literal ?? '');

/** The texts of messages, without copyable blocks. */
const texts = (messages: SentMessage[]): string[] =>
  messages.map(({ text }) => text.replace(/^```\n[\s\S]*?\n```$/gm, ''));

/** Ids of quotes in messages, in order; that of a quote that is continued in the next message once. */
function idsIn(messages: SentMessage[]): string[] {
  const found = texts(messages).flatMap((text) => [
    ...text.matchAll(/^-# .*`([a-z0-9]+(?:-[a-z0-9]+){3})`$/gm),
  ]);
  return found.map(([, id]) => id).filter((id, i, ids) => id !== ids[i - 1]);
}

/** The texts of the block quotes in messages, in order. */
const wordsIn = (messages: SentMessage[]): string[] =>
  texts(messages).flatMap((text) =>
    [...text.matchAll(/^> .*(?:\n> .*)*/gm)].map(([quote]) => plain(quote.replace(/^> /gm, ''))),
  );

/** The quote of an id. */
function cited(id: string, index: PassageIndex): CitedQuote {
  const context = contextOf(id, 0, index);
  if (!context) throw new Error(`no quote ${id}`);
  return context.quote;
}

/** What the messages of one answer quote, in order. */
export const quotesIn = (index: PassageIndex, ...messages: SentMessage[]): CitedQuote[] =>
  idsIn(messages).map((id) => cited(id, index));

/** The files that messages quote from, each once. */
export const filesIn = (index: PassageIndex, ...messages: SentMessage[]): string[] => [
  ...new Set(quotesIn(index, ...messages).map(({ file }) => file)),
];

/** What is wrong with the quotes in the messages of one answer, one sentence each: words that are not the source's, places that are not named. */
export function faults(index: PassageIndex, ...messages: SentMessage[]): string[] {
  const said = plain(messages.map(({ text }) => text).join('\n'));
  const left = wordsIn(messages);
  const wrong: string[] = [];
  for (const { id, file, start, end, report, path } of quotesIn(index, ...messages)) {
    const source = sourceOf(index, file).slice(start, end).replace(/\r\n?/g, '\n');
    let read = left.shift() ?? '';
    while (read.length < source.length && left.length > 0 && source.startsWith(read + left[0]))
      read += left.shift();
    if (read !== source) wrong.push(`${id} reads «${read}», the source «${source}»`);
    for (const part of [`《${report}》`, ...path])
      if (!said.includes(part.replace(/\s+/g, ' ').trim())) wrong.push(`${id}: ${part} is not named`);
  }
  return [...wrong, ...left.map((words) => `«${words}» has no id`)];
}
