// The last check before sending.
import { beforeAll, describe, expect, it } from 'vitest';
import { verbatimMessage } from '../../src/answer/index.ts';
import type { Block, Message } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { quotesIn } from '../chat/message-content.ts';
import { World } from '../chat/world.ts';
import { sampleIndex } from './sample.ts';

let index: PassageIndex;
let message: Message;
beforeAll(async () => {
  index = await sampleIndex();
  message = (await new World(index).say('林业局2023年上半年存在哪些问题')).message;
});

/** The message with its first quote changed, wherever it stands. */
function falsified(how: (quote: object & { text: string; reportId: string }) => object): Message {
  let isDone = false;
  const change = <Quote extends { text: string; reportId: string }>(quote: Quote): Quote => {
    if (isDone) return quote;
    isDone = true;
    return { ...quote, ...how(quote) };
  };
  return message.map((block): Block => {
    if (block.type === 'quote') return { ...block, quote: change(block.quote) };
    if (block.type === 'quote-list') return { ...block, quotes: block.quotes.map(change) };
    return block;
  });
}

describe('a message that is about to be sent', () => {
  it('stays as it is where every quote is its slice of the source', () => {
    expect(quotesIn(message).length).toBeGreaterThan(1);
    expect(verbatimMessage(message, index, (id) => expect.unreachable(id))).toEqual(message);
  });

  it.each<[string, (quote: { text: string; reportId: string }) => object]>([
    ['a character changed', ({ text }) => ({ text: `${text.slice(0, -1)}！` })],
    ['a character more', ({ text }) => ({ text: `${text}。` })],
    ['another report named', () => ({ reportId: 'aaaaaaaa-0' })],
    ['nothing in it', () => ({ text: '' })],
  ])('loses a quote with %s, and no other', (_, how) => {
    const dropped: string[] = [];
    const sent = verbatimMessage(falsified(how), index, (id) => dropped.push(id));
    const [first, ...others] = quotesIn(message);
    expect(dropped).toEqual([first.id]);
    expect(quotesIn(sent)).toEqual(others);
  });
});
