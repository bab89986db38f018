// Answers go before postings, which are sent all the same; with a stepped clock.
import { beforeEach, expect, it } from 'vitest';
import type { Call } from '../../adapters/telegram/api.ts';
import { posterFor } from '../../adapters/telegram/poster.ts';
import { LIMITS, RateLimiter } from '../../adapters/telegram/sending/rate-limiter.ts';
import { Sender } from '../../adapters/telegram/sending/sender.ts';
import { TEXTS } from '../../src/message/index.ts';
import { SteppedTime } from './stepped-time.ts';

const GROUP = -101;

let time: SteppedTime;
let rateLimiter: RateLimiter;
let sent: { name: string; at: number }[];
beforeEach(() => {
  time = new SteppedTime();
  rateLimiter = new RateLimiter(time);
  sent = [];
});

const note = (name: string) => sent.push({ name, at: time.passed });
const digest = (chat: number) => rateLimiter.turn(chat, 'posting').then(() => note(`digest ${chat}`));
const answer = (chat: number, parts = 1) =>
  rateLimiter.inOrder(chat, async () => {
    for (let part = 1; part <= parts; part++) {
      await rateLimiter.turn(chat, 'answer');
      note(`answer ${chat}.${part}`);
    }
  });
const names = () => sent.map(({ name }) => name);
const digests = (count: number, first = 1) => Array.from({ length: count }, (_, i) => digest(first + i));

it('an answer that comes last goes first when places are given out again', async () => {
  const early = digests(90);
  await time.pass(500);
  const asked = answer(5000, 1);
  await time.passUntil(Promise.all([...early, asked]));
  expect(names().indexOf('answer 5000.1')).toBe(30);
  expect(sent[30].at).toBe(1000);
});

it('an answer waits for a second at most, however many digests wait', async () => {
  const many = digests(2000);
  for (let second = 0; second < 20; second++) {
    await time.pass(700);
    const asked = time.passed;
    await time.passUntil(answer(20_000 + second));
    expect(time.passed - asked).toBeLessThanOrEqual(LIMITS.all.withinMs);
  }
  expect(many).toHaveLength(2000);
});

it('digests use all that answers leave, in the order in which they came', async () => {
  const all = digests(75);
  await time.passUntil(Promise.all(all));
  expect(time.passed).toBe(2000);
  expect(names()).toEqual(Array.from({ length: 75 }, (_, i) => `digest ${i + 1}`));
});

it('a digest comes between no two parts of an answer, and follows it', async () => {
  const answered = answer(GROUP, 3);
  const digested = digest(GROUP);
  await time.passUntil(Promise.all([answered, digested]));
  expect(sent).toEqual([
    { name: `answer ${GROUP}.1`, at: 0 },
    { name: `answer ${GROUP}.2`, at: 1000 },
    { name: `answer ${GROUP}.3`, at: 2000 },
    { name: `digest ${GROUP}`, at: 3000 },
  ]);
});

it('a chat that is answered for long holds up the digest of no other one', async () => {
  const answered = rateLimiter.inOrder(GROUP, () => time.wait(60_000));
  const digested = [digest(GROUP), digest(7)];
  await time.passUntil(digested[1]);
  expect(sent).toEqual([{ name: 'digest 7', at: 0 }]);
  await time.passUntil(Promise.all([answered, ...digested]));
  expect(sent[1]).toEqual({ name: `digest ${GROUP}`, at: 60_000 });
  expect(time.pending).toBe(0);
});

it('both keep the rate limit of a chat', async () => {
  await time.passUntil(Promise.all([digest(3), digest(3), answer(3)]));
  expect(sent.map(({ at }) => at)).toEqual([0, 1000, 2000]);
});

it('what a poster sends waits for what a sender sends', async () => {
  const chats: number[] = [];
  const call = (async (_: string, { chat_id }: { chat_id: number }) => {
    chats.push(chat_id);
    return { message_id: 1 };
  }) as never as Call;
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const means = { call, rateLimiter: rateLimiter, moved: async () => {} };
  const poster = posterFor(means, log);
  const posting = { locale: 'en' as const, silent: false, id: 'x', isClaimed: () => true };
  const posts = Array.from({ length: 60 }, (_, i) =>
    poster.post(`telegram:chat:${i + 1}`, [{ type: 'paragraph', text: TEXTS.en.copy() }], posting),
  );
  await time.pass(500);
  const content = { text: '1', entities: [], link_preview_options: { is_disabled: true as const } };
  const answered = new Sender(means, time, log).sendAll({ chat: 5000 }, [content]);
  await time.passUntil(Promise.all([...posts, answered]));
  expect(chats.indexOf(5000)).toBe(30);
  expect(chats).toHaveLength(61);
});
