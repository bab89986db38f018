// The rate limiter, with a stepped clock.
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS, RateLimiter } from '../../adapters/telegram/sending/rate-limiter.ts';
import { SteppedTime } from './stepped-time.ts';

const GROUP = -101;
const PERSON = 11;
const OTHER = 12;

interface Sent {
  chat: number;
  /** Which of its chat's messages. */
  n: number;
  at: number;
}

let time: SteppedTime;
let rateLimiter: RateLimiter;
let sent: Sent[];
beforeEach(begin);

function begin(): void {
  time = new SteppedTime();
  rateLimiter = new RateLimiter(time);
  sent = [];
}

/** Sends messages to a chat as the sender does; the sending itself takes `tookMs`. */
function send(chat: number, count: number, tookMs = 0): Promise<void> {
  return rateLimiter.inOrder(chat, async () => {
    for (let n = 0; n < count; n++) {
      await rateLimiter.turn(chat, 'answer');
      sent.push({ chat, n, at: time.passed });
      if (tookMs > 0) await time.wait(tookMs);
    }
  });
}

const timesIn = (chat: number) => sent.filter((each) => each.chat === chat).map(({ at }) => at);

/** The most messages that any window of time holds. */
function mostWithin(times: number[], withinMs: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(
    0,
    ...sorted.map((end, i) => sorted.slice(0, i + 1).filter((at) => at > end - withinMs).length),
  );
}

function expectWithinLimits(): void {
  expect(
    mostWithin(
      sent.map(({ at }) => at),
      LIMITS.all.withinMs,
    ),
  ).toBeLessThanOrEqual(LIMITS.all.max);
  for (const chat of new Set(sent.map((each) => each.chat))) {
    expect(mostWithin(timesIn(chat), LIMITS.chat.withinMs)).toBeLessThanOrEqual(LIMITS.chat.max);
    if (chat < 0)
      expect(mostWithin(timesIn(chat), LIMITS.group.withinMs)).toBeLessThanOrEqual(LIMITS.group.max);
  }
}

describe('the rate limiter', () => {
  it('lets a first message go at once', async () => {
    await time.passUntil(send(PERSON, 1));
    expect(time.passed).toBe(0);
    expect(time.waits).toEqual([]);
  });

  it('sends one message a second to a chat', async () => {
    await time.passUntil(send(PERSON, 4));
    expect(timesIn(PERSON)).toEqual([0, 1000, 2000, 3000]);
  });

  it('has the 21st message to a group wait until the first is a minute old', async () => {
    await time.passUntil(send(GROUP, 22));
    expect(timesIn(GROUP).slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i * 1000));
    expect(timesIn(GROUP).slice(20)).toEqual([60_000, 61_000]);
  });

  it('knows no such minute in private chats', async () => {
    await time.passUntil(send(PERSON, 30));
    expect(time.passed).toBe(29_000);
  });

  it('sends 30 messages a second to all chats together', async () => {
    const all = Array.from({ length: 75 }, (_, i) => send(i + 1, 1));
    await time.passUntil(Promise.all(all));
    expect(sent.filter(({ at }) => at === 0)).toHaveLength(30);
    expect(sent.filter(({ at }) => at === 1000)).toHaveLength(30);
    expect(sent.filter(({ at }) => at === 2000)).toHaveLength(15);
  });

  it('gives the last place to one chat where two ask for it at the same moment', async () => {
    await time.passUntil(Promise.all(Array.from({ length: 29 }, (_, i) => send(i + 1, 1))));
    await time.passUntil(
      Promise.all([
        rateLimiter.turn(101, 'answer').then(() => sent.push({ chat: 101, n: 0, at: time.passed })),
        send(102, 1),
        send(103, 1),
      ]),
    );
    expect(sent.slice(29).map(({ at }) => at)).toEqual([0, 1000, 1000]);
  });

  it('releases those who have waited longest first', async () => {
    const first = Array.from({ length: 60 }, (_, i) => send(i + 1, 1));
    const newcomers: Promise<void>[] = [];
    for (let i = 0; i < 90; i++) {
      await time.pass(10);
      newcomers.push(send(1000 + i, 1));
    }
    await time.passUntil(Promise.all([...first, ...newcomers]));
    expect(sent.map(({ chat }) => chat)).toEqual([
      ...Array.from({ length: 60 }, (_, i) => i + 1),
      ...Array.from({ length: 90 }, (_, i) => 1000 + i),
    ]);
    expectWithinLimits();
  });

  it('lets no busy chat hold up another one', async () => {
    const busy = Promise.all([send(GROUP, 40), ...Array.from({ length: 20 }, () => send(PERSON, 5))]);
    await time.pass(5500);
    const before = time.passed;
    await time.passUntil(send(OTHER, 1));
    expect(time.passed).toBe(before);
    await time.passUntil(busy);
  });

  it('keeps the order of a chat while a message of it takes long', async () => {
    const order: string[] = [];
    const task = (name: string, tookMs: number) =>
      rateLimiter.inOrder(PERSON, async () => {
        order.push(`${name} begins`);
        await time.wait(tookMs);
        order.push(`${name} ends`);
      });
    await time.passUntil(Promise.all([task('slow', 5000), task('quick', 1)]));
    expect(order).toEqual(['slow begins', 'slow ends', 'quick begins', 'quick ends']);
  });

  it('continues with a chat after a task that failed, and rejects for that task', async () => {
    const failed = rateLimiter.inOrder(PERSON, async () => {
      throw new Error('no');
    });
    const next = rateLimiter.inOrder(PERSON, async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('is idle once every chat is done, also with what was added meanwhile', async () => {
    let added: Promise<void> | undefined;
    const first = send(PERSON, 2).then(() => {
      added = send(OTHER, 2);
    });
    await time.passUntil(Promise.all([first, rateLimiter.idle()]));
    await time.passUntil(rateLimiter.idle());
    await added;
    expect(sent).toHaveLength(4);
    await time.passUntil(rateLimiter.idle());
  });

  it('waits no longer for a clock that was set back by an hour', async () => {
    await time.passUntil(send(GROUP, 20));
    time.set(-3_600_000);
    const before = time.passed;
    await time.passUntil(send(GROUP, 1));
    expect(time.passed - before).toBeLessThanOrEqual(60_000);
    time.set(-3_600_000);
    await time.passUntil(send(PERSON, 3));
    expectWithinLimits();
  });

  it('copes with a clock that is set forward while messages wait', async () => {
    const waiting = send(PERSON, 3);
    await time.pass(100);
    time.set(3_600_000);
    await time.passUntil(waiting);
    expect(sent).toHaveLength(3);
  });

  it('forgets chats that have been quiet for a minute', async () => {
    for (let i = 0; i < 100; i++) {
      await time.passUntil(Promise.all(Array.from({ length: 30 }, (_, k) => send(1 + i * 30 + k, 1))));
      await time.pass(1000);
    }
    const {
      sent: kept,
      everywhere,
      waiting,
      queues,
    } = rateLimiter as unknown as {
      sent: Map<number, number[]>;
      everywhere: number[];
      waiting: unknown[];
      queues: Map<number, unknown>;
    };
    expect(kept.size).toBeLessThanOrEqual(30 * 61);
    expect(Math.max(...[...kept.values()].map((times) => times.length))).toBeLessThanOrEqual(20);
    expect(everywhere).toHaveLength(30);
    expect(waiting).toEqual({ answer: [], posting: [] });
    expect(queues.size).toBe(0);
    expect(time.pending).toBe(0);
    await time.pass(60_000);
    await time.passUntil(send(PERSON, 1));
    expect([...kept.keys()]).toEqual([PERSON]);
  });

  it('never goes over a limit and loses no message, whatever is sent when', async () => {
    const plan = fc.array(
      fc.record({
        afterMs: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3000 })),
        chat: fc.oneof(fc.integer({ min: -3, max: -1 }), fc.integer({ min: 1, max: 60 })),
        count: fc.integer({ min: 1, max: 12 }),
        tookMs: fc.constantFrom(0, 0, 40, 1500),
      }),
      { maxLength: 80 },
    );
    await fc.assert(
      fc.asyncProperty(plan, async (sends) => {
        begin();
        const tasks: Promise<void>[] = [];
        for (const { afterMs, chat, count, tookMs } of sends) {
          if (afterMs > 0) await time.pass(afterMs);
          tasks.push(send(chat, count, tookMs));
        }
        await time.passUntil(Promise.all(tasks));
        expectWithinLimits();
        expect(sent).toHaveLength(sends.reduce((sum, { count }) => sum + count, 0));
        for (const chat of new Set(sends.map((each) => each.chat))) {
          const numbers = sent.filter((each) => each.chat === chat).map(({ n }) => n);
          const planned = sends.filter((each) => each.chat === chat);
          expect(numbers).toEqual(planned.flatMap(({ count }) => Array.from({ length: count }, (_, n) => n)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
