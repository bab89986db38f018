// Postings to Telegram: one attempt each, with its delivery.
import { TelegramError } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../adapters/telegram/errors.ts';
import type { Message, PostOptions } from '../../src/index.ts';
import type { Fault, Telegram } from '../stand-ins/telegram/index.ts';
import { type Bot, CHANNEL, FORUM, GROUP, LI, startBot, stopAll, TOPIC } from './bot.ts';

const POSTING: PostOptions = { locale: 'zh', silent: false, id: 'k3v9q0x7d2m1', isClaimed: () => true };
const DIGEST: Message = [
  { type: 'paragraph', text: '今天的报告' },
  { type: 'buttons', buttons: [{ label: '更多', action: 'd.m+k3v9q0x7d2m1~abc1234' }] },
];
const keyOf = (chat: number, topic?: number) =>
  `telegram:chat:${chat}${topic === undefined ? '' : `:topic:${topic}`}`;

let bot: Bot;
let standIn: Telegram;
beforeEach(async () => {
  bot = await startBot({ world: { started: [LI] } });
  ({ standIn } = bot);
});
afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

const post = (place = keyOf(GROUP), posting: Partial<PostOptions> = {}, message = DIGEST) =>
  bot.digests.poster.post(place, message, { ...POSTING, ...posting });
const ofBot = (chat: number) => standIn.messagesIn(chat).filter(({ author }) => author.id === standIn.bot.id);
const attempts = () => standIn.requests.filter(({ method }) => method === 'sendMessage').length;
const fail = (fault: Fault) => standIn.failNext({ method: 'sendMessage', ...fault });

describe('a posting', () => {
  it.each([
    ['a group', GROUP],
    ['a channel', CHANNEL],
    ['a private chat', LI.id],
  ])('goes to %s and is told by its key', async (_, chat) => {
    const delivery = await post(keyOf(chat));
    const [message, ...others] = ofBot(chat);
    expect(delivery).toEqual({ outcome: 'sent', messages: [`telegram:message:${chat}:${message.id}`] });
    expect(others).toEqual([]);
    expect(message).toMatchObject({ text: '今天的报告', replied: undefined });
    expect(message.buttons).toHaveLength(1);
  });

  it('is left for another try where its turn comes too late', async () => {
    expect(await post(keyOf(GROUP), { isClaimed: () => false })).toMatchObject({ outcome: 'retry' });
    expect(attempts()).toBe(0);
  });

  it('goes into its topic', async () => {
    await post(keyOf(FORUM, TOPIC));
    expect(ofBot(FORUM)).toMatchObject([{ thread: TOPIC, text: '今天的报告' }]);
  });

  it.each([true, false])('comes silently only where that is wanted: %s', async (silent) => {
    await post(keyOf(GROUP), { silent });
    expect(ofBot(GROUP)[0].silent).toBe(silent);
  });

  it('throws for a place of another platform', async () => {
    await expect(post('elsewhere:chat:1')).rejects.toThrow(/no place/);
    await expect(post('telegram:chat:1:thread:2')).rejects.toThrow(/no place/);
  });

  it('shares the rate limit with the answers', async () => {
    const begun = bot.time.now();
    await standIn.say({ person: LI, text: '/help' }).answered();
    await post(keyOf(LI.id));
    expect(bot.time.now() - begun).toBeGreaterThanOrEqual(1000);
    await post(keyOf(LI.id));
    expect(bot.time.now() - begun).toBeGreaterThanOrEqual(2000);
  });
});

it.each(['button user not found', 'custom emoji not found', 'file not found'])(
  'that something in a message is not there does not mean that the chat is gone: %s',
  (words) => {
    const error = new TelegramError({ error_code: 400, description: `Bad Request: ${words}` });
    expect(failureOf(error)).toBeUndefined();
  },
);

describe('what becomes of a posting', () => {
  it.each<[string, Fault, object]>([
    ['when Telegram asks to wait', { status: 429, retryAfter: 700 }, { outcome: 'retry', afterMs: 700_000 }],
    ['after an outage', { status: 502 }, { outcome: 'retry', afterMs: 5000 }],
    ['without a network', { cut: 'reset' }, { outcome: 'retry', afterMs: 5000 }],
    ['where the bot was blocked', { status: 403 }, { outcome: 'gone', reason: 'forbidden' }],
    ...(
      [
        ['not enough rights to send text messages to the chat', 'forbidden'],
        ['have no rights to send a message', 'forbidden'],
        ['need administrator rights in the channel chat', 'forbidden'],
        ['CHAT_WRITE_FORBIDDEN', 'forbidden'],
        ['CHAT_RESTRICTED', 'forbidden'],
        ['CHAT_FORBIDDEN', 'forbidden'],
        ['CHAT_SEND_PLAIN_FORBIDDEN', 'forbidden'],
        ['TOPIC_CLOSED', 'closed'],
        ['PEER_ID_INVALID', 'unreachable'],
        ['CHANNEL_PRIVATE', 'unreachable'],
      ] as const
    ).map(([words, obstacle]): [string, Fault, object] => [
      `where Telegram says ${words}, which may pass`,
      { status: 400, description: `Bad Request: ${words}` },
      { outcome: 'retry', afterMs: 5000, obstacle },
    ]),
    [
      'where Telegram forbids it in new words',
      { status: 403, description: 'Forbidden: the moon is full' },
      { outcome: 'retry', afterMs: 5000, obstacle: 'forbidden' },
    ],
    ...[401, 403, 404].map((status): [string, Fault, object] => [
      `where a proxy answers ${status} in Telegram's stead`,
      { status, description: 'Forbidden' },
      { outcome: 'retry', afterMs: 5000 },
    ]),
    [
      'where a proxy answers in HTML',
      { status: 403, body: '<html>403 Forbidden</html>' },
      { outcome: 'retry', afterMs: 5000 },
    ],
    ...(
      [
        ['bot was kicked from the supergroup chat', 'forbidden'],
        ['bot is not a member of the channel chat', 'forbidden'],
        ["bot can't initiate conversation with a user", 'forbidden'],
        ['user is deactivated', 'unreachable'],
        ['the group chat was deleted', 'unreachable'],
      ] as const
    ).map(([words, reason]): [string, Fault, object] => [
      `where ${words}`,
      { status: 403, description: `Forbidden: ${words}` },
      { outcome: 'gone', reason },
    ]),
    [
      'in a topic that was deleted',
      { status: 400, description: 'Bad Request: TOPIC_DELETED' },
      { outcome: 'gone', reason: 'unreachable' },
    ],
  ])('is known after one try %s', async (_, fault, outcome) => {
    fail(fault);
    expect(await post()).toEqual(outcome);
    expect(attempts()).toBe(1);
    expect(ofBot(GROUP)).toEqual([]);
    expect(bot.lines('error')).toEqual([]);
  });

  it.each([
    ['a chat', keyOf(-999)],
    ['a topic', keyOf(FORUM, 99)],
  ])('is unreachable where %s is not there', async (_, place) => {
    expect(await post(place)).toEqual({ outcome: 'gone', reason: 'unreachable' });
    standIn.violations.splice(0); // the stand-in objects to a place that is not there
  });

  it('is to be tried again, with one line in the log, where Telegram refuses what we sent', async () => {
    fail({ status: 400, description: "Bad Request: can't parse entities" });
    expect(await post()).toEqual({ outcome: 'retry', afterMs: 5000 });
    expect(bot.lines('error')).toEqual(['Telegram did not take a digest or a notice']);
  });

  it('throws what the store throws', async () => {
    standIn.migrate({ group: GROUP });
    await standIn.confirmed();
    bot.store.move = async () => {
      throw new Error('the disk is full');
    };
    await expect(post()).rejects.toThrow('the disk is full');
  });
});

it('a group that became a supergroup gets it at once, and the store moves its data', async () => {
  await bot.store.settings.set(keyOf(GROUP), { length: 'short' });
  const moves: string[][] = [];
  const { move } = bot.store;
  bot.store.move = (...keys) => {
    moves.push(keys);
    return move.apply(bot.store, keys);
  };
  const { id } = standIn.migrate({ group: GROUP });
  const delivery = await post(keyOf(GROUP, TOPIC));
  expect(delivery).toEqual({ outcome: 'sent', messages: [`telegram:message:${id}:${ofBot(id)[0].id}`] });
  expect(moves).toContainEqual([keyOf(GROUP), keyOf(id)]);
  expect(await bot.store.settings.get(keyOf(id))).toEqual({ length: 'short' });
});

it('the poster is there while the bot is connected', async () => {
  expect(bot.digests.poster).toMatchObject({ platform: 'telegram', maxConcurrent: 8 });
  await bot.stop();
  expect(bot.digests.posters.size).toBe(0);
});

it('the poster is gone when Telegram will not have the bot any more', async () => {
  standIn.failNext({ method: 'getUpdates', status: 401, times: 1000 });
  standIn.interruptPoll();
  await bot.adapter?.ended;
  expect(bot.digests.posters.size).toBe(0);
});
