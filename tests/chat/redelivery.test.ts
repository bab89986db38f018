// A platform that cannot take an answer now: it is sent again, nothing twice, or a notice says that it is
// missing.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outgoing } from '../../src/chat/index.ts';
import { type Delivery, interrupted, TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { FakeResponder } from './fake-responder.ts';
import { quotesIn } from './message-content.ts';
import { BEN, GROUP, MEI, MINUTE_MS, privateChatOf, World } from './world.ts';

let index: PassageIndex;
let world: World;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new World(index);
});

const { zh } = TEXTS;
const QUESTION = '林业局2023年上半年存在哪些问题';
const FOLLOW_UP = '又有什么打算？';
const BUSY: Delivery = { outcome: 'retry', afterMs: 7000 };

/** A responder that is busy for so many tries. */
function busyFor(times: number, busy: Delivery = BUSY): FakeResponder & { tries: number } {
  const responder = Object.assign(new FakeResponder(), { tries: 0 });
  responder.outcome = () => (responder.tries++ < times ? busy : undefined);
  return responder;
}

/** A responder that takes few parts, and fails once within a message after so many of them. */
class BreakingOutlet extends FakeResponder {
  readonly parts: Outgoing['parts'] = [];
  private left: number;
  private readonly failure: Exclude<Delivery, { outcome: 'sent' }>;

  constructor(after: number, failure: Exclude<Delivery, { outcome: 'sent' }>) {
    super({ characters: 200, pieces: 6 });
    this.left = after;
    this.failure = failure;
  }

  override async send(outgoing: Outgoing): Promise<Delivery> {
    const taken = outgoing.parts.slice(0, this.left);
    const isBroken = outgoing.parts.length > this.left;
    const sent = taken.length > 0 ? await super.send({ ...outgoing, parts: taken }) : undefined;
    this.left = isBroken ? Number.POSITIVE_INFINITY : this.left - taken.length;
    this.parts.push(...taken);
    const keys = sent?.outcome === 'sent' ? sent.messages : [];
    return isBroken ? interrupted(this.failure, keys) : { outcome: 'sent', messages: keys };
  }
}

/** Waits until every notice is sent. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('an answer that the platform cannot take just now', () => {
  it('is sent again after the platform’s wait, and can be followed up', async () => {
    const responder = busyFor(1);
    const place = privateChatOf(MEI);
    await world.say(QUESTION, { responder, place });
    expect(quotesIn(responder.message)).not.toEqual([]);
    expect(world.pauses).toEqual([BUSY.outcome === 'retry' && BUSY.afterMs]);
    expect(quotesIn((await world.say(FOLLOW_UP, { place })).message)).not.toEqual([]);
  });

  it('waits longer each time', async () => {
    await world.say(QUESTION, { responder: busyFor(4) });
    expect(world.pauses).toEqual([7000, 10_000, 20_000, 40_000]);
  });

  it('is sent a few times within a few minutes; then a notice says that it is missing, as soon as that works', async () => {
    const responder = busyFor(9);
    await world.say(QUESTION, { responder });
    await settled();
    expect(responder.tries).toBe(10);
    expect(responder.text).toBe(zh.notDelivered());
    expect(responder.sent).toHaveLength(1);
  });

  it('is given up where it never works, without throwing', async () => {
    const responder = busyFor(Number.POSITIVE_INFINITY);
    await world.say(QUESTION, { responder });
    await settled();
    expect(responder.sent).toEqual([]);
    expect(responder.tries).toBeLessThan(20);
    expect(world.pauses.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(70 * MINUTE_MS);
    expect(world.logged.map(({ level }) => level)).toEqual(['warn']);
  });

  it('is not sent hours later where the platform asks to wait so long', async () => {
    const responder = busyFor(1, { outcome: 'retry', afterMs: 3 * 60 * MINUTE_MS });
    await world.say(QUESTION, { responder });
    await settled();
    expect({ pauses: world.pauses, sent: responder.sent }).toEqual({ pauses: [], sent: [] });
  });

  it('is replaced by a notice where the platform asks to wait ten minutes', async () => {
    const responder = busyFor(1, { outcome: 'retry', afterMs: 10 * MINUTE_MS });
    await world.say(QUESTION, { responder });
    await settled();
    expect(responder.text).toBe(zh.notDelivered());
  });

  it('is replaced by a notice to the same audience', async () => {
    const responder = busyFor(9);
    await world.command('ask', { question: QUESTION }, { responder, private: true, person: BEN });
    await settled();
    expect(responder.audiences).toEqual(['asker']);
  });

  it('is sent later, too, where it is the notice of a failed request', async () => {
    world.store.settings.get = () => Promise.reject(new Error('the disk is gone'));
    const responder = busyFor(1);
    await world.say(QUESTION, { responder });
    await settled();
    expect(responder.text).toMatch(/[0-9A-F]{6}/);
  });

  it('delays the next question of the same person, and of nobody else', async () => {
    let passed = () => {};
    world.restart({
      wait: () =>
        new Promise((resolve) => {
          passed = resolve;
        }),
    });
    const order: string[] = [];
    const first = world.say(QUESTION, { responder: busyFor(1) }).then(() => order.push('first'));
    const second = world.say(QUESTION).then(() => order.push('second'));
    await world.say(QUESTION, { person: BEN }).then(() => order.push('Ben'));
    passed();
    await Promise.all([first, second]);
    expect(order).toEqual(['Ben', 'first', 'second']);
  });
});

describe('an answer of several messages that breaks off', () => {
  it.each([1, 2])('continues after message %i, and nothing comes twice', async (count) => {
    const whole = new FakeResponder({ characters: 200, pieces: 6 });
    await world.say(QUESTION, { responder: whole });
    const responder = new BreakingOutlet(count, { outcome: 'retry', afterMs: 1000 });
    await world.say(QUESTION, { responder });
    expect(whole.sent[0].parts.length).toBeGreaterThan(2);
    expect(responder.parts).toEqual(whole.sent[0].parts);
  });

  it('says that the rest is missing where it cannot continue', async () => {
    const responder = new BreakingOutlet(1, { outcome: 'gone', reason: 'unreachable' });
    await world.say(QUESTION, { responder });
    expect(responder.text).toContain(zh.restNotDelivered());
    expect(responder.text).not.toContain(zh.notDelivered());
  });

  it('can be followed up by a reply to what arrived', async () => {
    const responder = new BreakingOutlet(1, { outcome: 'gone', reason: 'unreachable' });
    await world.say(QUESTION, { responder });
    const { message } = await world.say(FOLLOW_UP, { replyTo: responder.sent[0].keys[0] });
    expect(quotesIn(message).length).toBeGreaterThan(0);
  });
});

describe('closing while a platform is waited for', () => {
  it('does not wait, and sends nothing more', async () => {
    const responder = busyFor(Number.POSITIVE_INFINITY);
    let waits = 0;
    world.restart({
      wait: (_, stop) =>
        new Promise((resolve) => {
          waits++;
          stop.addEventListener('abort', () => resolve());
        }),
    });
    const asked = world.say(QUESTION, { responder });
    while (waits === 0) await settled();
    await world.chat.close();
    await asked;
    expect(responder.tries).toBe(1);
  });
});

describe('a note that is sent once a day', () => {
  const closed = () => new World(index, { access: { open: false, ownerIds: [] } });
  const refusal = zh.placeNotAllowed(GROUP.within.community ?? '');

  it.each<[string, FakeResponder['outcome']]>([
    ['out of reach', () => ({ outcome: 'gone', reason: 'unreachable' })],
    ['forbidden', () => ({ outcome: 'gone', reason: 'forbidden' })],
    ['an outage', () => ({ outcome: 'retry', afterMs: 1000 })],
    ['a broken wire', () => Promise.reject(new Error('the wire was cut'))],
  ])('is sent at the next request where it did not arrive: %s', async (_, outcome) => {
    world = closed();
    const lost = new FakeResponder();
    lost.outcome = outcome;
    await world.say(QUESTION, { responder: lost });
    expect((await world.say(QUESTION)).text).toBe(refusal);
    expect((await world.say(QUESTION)).sent).toEqual([]);
  });

  it('that says why the bot cannot write somewhere is sent again at the next request where it did not arrive', async () => {
    const lost = new FakeResponder();
    lost.outcome = () => ({ outcome: 'gone', reason: 'forbidden' });
    await world.say(QUESTION, { responder: lost });
    const next = new FakeResponder();
    let sends = 0;
    next.outcome = () => (sends++ === 0 ? { outcome: 'gone', reason: 'forbidden' } : undefined);
    await world.say(QUESTION, { responder: next });
    expect(next.text).toBe(zh.mayNotWrite());
  });

  it('is sent once for two requests at once', async () => {
    world = closed();
    const told = await Promise.all([world.say(QUESTION), world.say(QUESTION), world.say(QUESTION)]);
    expect(told.filter(({ sent }) => sent.length > 0)).toHaveLength(1);
  });

  it('is tried about a dozen times a day where it never arrives', async () => {
    world = closed();
    let tries = 0;
    for (let minute = 0; minute < 24 * 60; minute++) {
      const lost = new FakeResponder();
      lost.outcome = () => {
        tries++;
        return { outcome: 'gone', reason: 'forbidden' };
      };
      await world.say(QUESTION, { responder: lost });
      world.now += MINUTE_MS;
    }
    expect(tries).toBeGreaterThan(5);
    expect(tries).toBeLessThan(20);
  });
});

describe('the note to slow down', () => {
  it('is sent at the next request where it did not arrive', async () => {
    world = new World(index, { perPersonPerMinute: 1 });
    await world.say(QUESTION);
    const lost = new FakeResponder();
    lost.outcome = () => ({ outcome: 'gone', reason: 'unreachable' });
    await world.say(QUESTION, { responder: lost });
    expect((await world.say(QUESTION)).text).toBe(zh.tooFast(60));
    expect((await world.say(QUESTION)).sent).toEqual([]);
  });

  it('is also sent for unknown commands that come too fast', async () => {
    world = new World(index, { perPersonPerMinute: 2 });
    for (let i = 0; i < 2; i++)
      expect((await world.command('nope', {})).text).toBe(zh.unknownCommand('/nope'));
    expect((await world.command('nope', {})).text).toBe(zh.tooFast(60));
    expect((await world.command('nope', {})).sent).toEqual([]);
  });
});
