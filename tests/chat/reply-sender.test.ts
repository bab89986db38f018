// What is sent of a result: its quotes are compared with their source once more.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/chat/command.ts';
import { Notices } from '../../src/chat/notices.ts';
import { ReplySender } from '../../src/chat/reply-sender.ts';
import type { ResolvedRequest } from '../../src/chat/resolved-request.ts';
import type { Block } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakeResponder } from './fake-responder.ts';
import { quotesIn } from './message-content.ts';
import { GROUP, MEI, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

describe('a quote that differs from its source', () => {
  it('is left out of a reply and logged; the others are sent', async () => {
    const { message } = await world.command('search', { words: '路灯' });
    const [first, ...others] = quotesIn(message);
    const falsified = message.map((block): Block => {
      const isFirst = block.type === 'quote' && block.quote.id === first.id;
      return isFirst ? { ...block, quote: { ...block.quote, text: `${first.text}！` } } : block;
    });
    const responder = new FakeResponder();
    await new ReplySender(world.options, new Notices(world.options)).deliver(
      { message: falsified, locale: 'zh' },
      { mode: 'reply', audience: 'everyone' },
      { responder, person: MEI, place: GROUP } as unknown as ResolvedRequest,
      { index, store: world.store, history: [], now: world.now } as unknown as CommandContext,
    );
    expect(others.length).toBeGreaterThan(0);
    expect(quotesIn(responder.message).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    expect(world.logged).toEqual([
      {
        level: 'error',
        message: 'a quote that differs from its source was left out',
        details: { quote: first.id },
      },
    ]);
  });
});
