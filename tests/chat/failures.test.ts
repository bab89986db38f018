// Failures: the person gets a sentence with a code, the log gets the error, and nothing is thrown.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakeResponder } from './fake-responder.ts';
import { pressable, quotesIn } from './message-content.ts';
import { BEN, DAY_MS, MINUTE_MS, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh, en } = TEXTS;
const QUESTION = '柳汀街道修复了多少盏背街小巷路灯';

const broken = (what: string) => () => Promise.reject(new Error(what));
const errors = () => world.logged.filter(({ level }) => level === 'error');
const codeIn = (text: string) => /[0-9A-F]{6}/.exec(text)?.[0] ?? 'no code';

describe('a failure', () => {
  it('in the store is answered with a code that is in the log', async () => {
    world.store.settings.get = broken('the disk is gone');
    const { text, audiences } = await world.say(QUESTION);
    expect(text).toBe(zh.failed(codeIn(text)));
    expect(audiences).toEqual(['everyone']);
    expect(errors()).toEqual([
      {
        level: 'error',
        message: expect.any(String),
        details: expect.objectContaining({
          code: codeIn(text),
          err: expect.objectContaining({ message: 'the disk is gone' }),
        }),
      },
    ]);
  });

  it('in the index is answered the same way, for commands to the asker only', async () => {
    world.restart({
      index: () => {
        throw new Error('the index is gone');
      },
    });
    const { text, audiences } = await world.command('ask', { question: QUESTION }, { person: BEN });
    expect(text).toBe(en.failed(codeIn(text)));
    expect(audiences).toEqual(['asker']);
    expect(errors()).toHaveLength(1);
  });

  it('has another code each time', async () => {
    world.store.settings.get = broken('the disk is gone');
    const codes = [codeIn((await world.say(QUESTION)).text), codeIn((await world.say(QUESTION)).text)];
    expect(new Set(codes).size).toBe(2);
  });

  it('reveals nothing of the machine to the person', async () => {
    world.store.settings.get = broken('SQLITE_IOERR at /srv/state.sqlite');
    expect((await world.say(QUESTION)).text).not.toMatch(/sqlite|srv|Error/i);
  });

  it.each(['settings', 'access', 'conversations', 'pagedLists', 'notices', 'owners'] as const)(
    'anywhere in the store is never thrown: %s',
    async (part) => {
      const methods = world.store[part] as unknown as Record<string, () => Promise<never>>;
      for (const method of Object.keys(methods)) methods[method] = broken('the disk is gone');
      await world.say(QUESTION);
      await world.command('search', { words: '路灯' });
      await world.press('l+aaaaaaaaaa.0~aaaaaaa');
      world.restart({ access: { open: false, ownerIds: [] } });
      await world.say(QUESTION);
      expect(errors().length).toBeGreaterThan(0);
    },
  );

  it('while sending is logged and not thrown', async () => {
    const responder = new FakeResponder();
    responder.outcome = broken('the wire was cut');
    await world.say(QUESTION, { responder });
    expect(responder.sent).toEqual([]);
    expect(errors()).toHaveLength(2); // the answer, and the notice that it failed
  });

  it('does not affect the next request', async () => {
    const { get } = world.store.settings;
    world.store.settings.get = broken('the disk was busy');
    await world.say(QUESTION);
    world.store.settings.get = get;
    expect(quotesIn((await world.say(QUESTION)).message)).not.toEqual([]);
  });
});

describe('where the bot may not write', () => {
  const forbidden = () => {
    const responder = new FakeResponder();
    let sends = 0;
    responder.outcome = () => (sends++ === 0 ? { outcome: 'gone', reason: 'forbidden' } : undefined);
    return responder;
  };

  it('the asker learns it privately, once a day', async () => {
    const first = await world.say(QUESTION, { responder: forbidden() });
    expect(first.text).toBe(zh.mayNotWrite());
    expect(first.audiences).toEqual(['asker']);
    expect((await world.say(QUESTION, { responder: forbidden() })).sent).toEqual([]);
    world.now += DAY_MS + MINUTE_MS;
    expect((await world.say(QUESTION, { responder: forbidden() })).text).toBe(zh.mayNotWrite());
  });

  it('nothing is logged as an error', async () => {
    await world.say(QUESTION, { responder: forbidden() });
    expect(world.logged).toEqual([]);
  });
});

describe('an answer that can never be delivered', () => {
  it('is logged and not sent twice', async () => {
    const responder = new FakeResponder();
    let sends = 0;
    responder.outcome = () => {
      sends++;
      return { outcome: 'gone', reason: 'unreachable' };
    };
    await world.say(QUESTION, { responder });
    expect(sends).toBe(1);
    expect(world.logged.map(({ level }) => level)).toEqual(['warn']);
  });
});

describe('closing', () => {
  it('takes no new requests', async () => {
    await world.chat.close();
    const { sent, dismissed } = await world.say(QUESTION);
    expect({ sent, dismissed }).toEqual({ sent: [], dismissed: 1 });
  });

  it('waits for the running ones, also for those that have just come', async () => {
    let answered = 0;
    const asked = ['fake:91', 'fake:92', 'fake:93'].map((id) =>
      world.say(QUESTION, { person: { ...BEN, id } }).then(() => answered++),
    );
    await world.chat.close();
    expect(answered).toBe(3);
    await Promise.all(asked);
  });

  it('waits for an answer that takes its time', async () => {
    const responder = new FakeResponder();
    let release = () => {};
    const gate = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    responder.outcome = () => gate;
    const asked = world.say(QUESTION, { responder });
    let closed = false;
    const closing = world.chat.close().then(() => {
      closed = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(closed).toBe(false);
    release();
    await closing;
    expect(quotesIn((await asked).message)).not.toEqual([]);
  });

  it('does not throw where a request cannot even be dismissed', async () => {
    await world.chat.close();
    const responder = new FakeResponder();
    responder.dismiss = broken('the wire was cut');
    responder.outcome = broken('the wire was cut');
    await world.say(QUESTION, { responder });
    expect(errors().length).toBeGreaterThan(0);
  });

  it('leaves buttons that work once the bot is back', async () => {
    const { message } = await world.say(QUESTION);
    await world.chat.close();
    world.restart();
    const { text } = await world.press(pressable(message, zh.wholeSection()).action);
    expect(text).toContain('《柳汀街道2023年工作总结》');
  });
});
