// Sending to Telegram with the real client, the stand-in and a stepped clock.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call, Content } from '../../adapters/telegram/api.ts';
import { chatKey, messageKey } from '../../adapters/telegram/keys.ts';
import { RateLimiter, type Time } from '../../adapters/telegram/sending/rate-limiter.ts';
import { Sender } from '../../adapters/telegram/sending/sender.ts';
import { clientFor } from '../../adapters/telegram/telegraf.ts';
import type { Log } from '../../src/log.ts';
import { type Chat, type Person, startTelegram, type Telegram } from '../stand-ins/telegram/index.ts';
import { SteppedTime } from './stepped-time.ts';

const ADA: Person = { id: 11, first_name: 'Ada' };
const LI: Person = { id: 12, first_name: 'Li' };
const GROUP = -101;
const FORUM = -1_000_000_000_102;
const TOPIC = 7;
/** Waits between two messages of one chat. */
const A_SECOND_MS = 1000;

const content = (text: string): Content => ({
  text,
  entities: [],
  link_preview_options: { is_disabled: true },
});

let telegram: Telegram;
let waits: number[];
let logged: object[];
let moves: [string, string][];
let sender: Sender;
let call: Call;
/** What the store does when a group moves. */
let onMove: () => void;

beforeEach(async () => {
  telegram = await startTelegram({
    chats: [
      { id: GROUP, type: 'group', admins: [ADA] },
      { id: FORUM, type: 'supergroup', admins: [ADA], topics: [{ id: TOPIC, name: 'Forestry' }] },
    ],
    people: [ADA, LI],
  });
  call = clientFor(telegram.token, telegram.apiRoot).call;
  waits = [];
  logged = [];
  moves = [];
  onMove = () => {};
  sender = senderWith(call, leapingTime());
  telegram.say({ person: ADA, text: 'hello' }); // so that the bot may write to her
});
afterEach(() => telegram.close());

/** A clock that leaps over every wait, and notes it. */
function leapingTime(): Time {
  let now = Date.UTC(2026, 10, 20);
  return {
    now: () => now,
    elapsed: () => now,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

function senderWith(call: Call, time: Time): Sender {
  const note = (details: object, message: string) => logged.push({ ...details, message });
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const moved = async (from: string, to: string) => {
    moves.push([from, to]);
    onMove();
  };
  return new Sender({ call, rateLimiter: new RateLimiter(time), moved }, time, log);
}

const texts = (chat: Chat | number) =>
  telegram
    .messagesIn(chat)
    .filter(({ author }) => author.id === telegram.bot.id)
    .map(({ text }) => text);
const attempts = (method: string) => telegram.requests.filter((request) => request.method === method).length;

describe('what is sent', () => {
  it('is sent in order, one message a second, and reported by its keys', async () => {
    const delivery = await sender.sendAll({ chat: ADA.id }, [content('1'), content('2'), content('3')]);
    expect(texts(ADA.id)).toEqual(['1', '2', '3']);
    const numbers = telegram.messagesIn(ADA.id).slice(1);
    expect(delivery).toEqual({
      outcome: 'sent',
      messages: numbers.map(({ id }) => messageKey(ADA.id, id)),
    });
    expect(waits).toEqual([A_SECOND_MS, A_SECOND_MS]);
  });

  it('goes into the topic as a reply, even where the question was deleted', async () => {
    const { message } = telegram.say({ chat: FORUM, person: ADA, thread: TOPIC, text: '/ask 1' });
    await sender.sendAll({ chat: FORUM, thread: TOPIC, replyTo: message.id }, [content('here')]);
    telegram.deleteMessage(message);
    await sender.sendAll({ chat: FORUM, thread: TOPIC, replyTo: message.id }, [content('still here')]);
    const [first, second] = telegram.messagesIn(FORUM).filter(({ author }) => author.id === telegram.bot.id);
    expect(first).toMatchObject({ text: 'here', thread: TOPIC, replied: message });
    expect(second).toMatchObject({ text: 'still here', thread: TOPIC });
    expect(telegram.violations).toEqual([]);
  });

  it('is not mixed with what else goes to the same chat', async () => {
    await Promise.all([
      sender.sendAll({ chat: ADA.id }, [content('a1'), content('a2')]),
      sender.sendAll({ chat: ADA.id }, [content('b1'), content('b2')]),
    ]);
    expect(texts(ADA.id)).toEqual(['a1', 'a2', 'b1', 'b2']);
  });
});

describe('when Telegram asks to wait', () => {
  it('waits as long as Telegram asks, then sends once', async () => {
    telegram.failNext({ method: 'sendMessage', status: 429, retryAfter: 7 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('late')])).toMatchObject({ outcome: 'sent' });
    expect(waits).toEqual([7000]);
    expect(texts(ADA.id)).toEqual(['late']);
    expect(logged).toEqual([{ chat: ADA.id, afterMs: 7000, message: 'Telegram asks to wait' }]);
  });

  it('waits again where Telegram asks again', async () => {
    telegram.failNext({ method: 'sendMessage', status: 429, retryAfter: 3, times: 8 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('late')])).toMatchObject({ outcome: 'sent' });
    expect(waits).toEqual(Array(8).fill(3000));
    expect(texts(ADA.id)).toEqual(['late']);
  });

  it.each([0, -5])('waits for a second where Telegram asks for none: %s', async (retryAfter) => {
    telegram.failNext({ method: 'sendMessage', status: 429, retryAfter, times: 3 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('late')])).toMatchObject({ outcome: 'sent' });
    expect(waits).toEqual(Array(3).fill(A_SECOND_MS));
  });

  it('does not wait for ever where Telegram asks again and again', async () => {
    telegram.failNext({ method: 'sendMessage', status: 429, retryAfter: 60, times: 20 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('late')])).toMatchObject({ outcome: 'retry' });
    expect(waits).toEqual(Array(5).fill(60_000));
  });

  it('does not wait for hours', async () => {
    telegram.failNext({ method: 'sendMessage', status: 429, retryAfter: 3600 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('late')])).toEqual({
      outcome: 'retry',
      afterMs: 3_600_000,
    });
    expect(waits).toEqual([]);
  });

  it('lets other chats proceed meanwhile, and keeps the order of the one that waits', async () => {
    const time = new SteppedTime();
    const sent: string[] = [];
    const refused = new Set(['1']);
    const scripted: Call = (async (_: string, { chat_id, text }: { chat_id: number; text: string }) => {
      if (refused.delete(text)) return call('sendMessage', { chat_id, ...content(text) }); // meets the fault
      sent.push(`${chat_id}: ${text} at ${time.passed}`);
      return { message_id: 1 };
    }) as never;
    telegram.failNext({ method: 'sendMessage', status: 429, retryAfter: 30 });
    const stepped = senderWith(scripted, time);
    const waiting = [
      stepped.sendAll({ chat: ADA.id }, [content('1'), content('2')]),
      stepped.sendAll({ chat: ADA.id }, [content('3')]),
    ];
    while (time.pending === 0) await nextTurn(); // the refusal comes over the network
    await time.passUntil(stepped.sendAll({ chat: LI.id }, [content('4'), content('5')]));
    await time.passUntil(Promise.all(waiting));
    expect(sent).toEqual([
      '12: 4 at 0',
      '12: 5 at 1000',
      '11: 1 at 30000',
      '11: 2 at 31000',
      '11: 3 at 32000',
    ]);
  });
});

describe('after an outage', () => {
  const OUTAGES: [string, Parameters<Telegram['failNext']>[0]][] = [
    ['a 500', { status: 500 }],
    ['a 502 of a proxy', { status: 502 }],
    ['a 503 that is not JSON', { status: 503, body: 'down' }],
    ['a connection that was closed', { cut: 'close' }],
    ['a connection that was reset', { cut: 'reset' }],
    ['an answer that is not JSON', { status: 200, body: '<html>' }],
  ];
  it.each(OUTAGES)('tries again after %s, with growing pauses', async (_, fault) => {
    telegram.failNext({ ...fault, method: 'sendMessage', times: 3 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('at last')])).toMatchObject({ outcome: 'sent' });
    expect(waits).toEqual([1000, 2000, 4000]);
    expect(texts(ADA.id)).toEqual(['at last']);
  });

  it('gives up after half a minute and says when to try again', async () => {
    telegram.failNext({ method: 'sendMessage', status: 500, times: 100 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('never'), content('nor this')])).toEqual({
      outcome: 'retry',
      afterMs: 32_000,
    });
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(attempts('sendMessage')).toBe(6);
  });

  it('counts each message anew', async () => {
    telegram.failNext({ method: 'sendMessage', status: 500, times: 5 });
    await sender.sendAll({ chat: ADA.id }, [content('1')]);
    telegram.failNext({ method: 'sendMessage', status: 500, times: 5 });
    expect(await sender.sendAll({ chat: ADA.id }, [content('2')])).toMatchObject({ outcome: 'sent' });
  });

  it('gives up on a server that is not there at all', async () => {
    const dead = senderWith(clientFor(telegram.token, 'http://127.0.0.1:1').call, leapingTime());
    expect(await dead.sendAll({ chat: ADA.id }, [content('x')])).toMatchObject({ outcome: 'retry' });
    expect(waits).toHaveLength(5);
  });
});

describe('where nothing can be sent', () => {
  it('says that the bot was blocked, and stops there', async () => {
    telegram.block({ person: ADA });
    expect(await sender.sendAll({ chat: ADA.id }, [content('1'), content('2')])).toEqual({
      outcome: 'gone',
      reason: 'forbidden',
    });
    expect(attempts('sendMessage')).toBe(1);
  });

  it('reports that it was removed from a group', async () => {
    telegram.kick({ chat: GROUP });
    expect(await sender.sendAll({ chat: GROUP }, [content('1')])).toMatchObject({ reason: 'forbidden' });
  });

  it('says that a chat is not there', async () => {
    expect(await sender.sendAll({ chat: 999 }, [content('1')])).toEqual({
      outcome: 'gone',
      reason: 'unreachable',
    });
  });

  it('throws errors of this program, and continues with the chat', async () => {
    await expect(sender.sendAll({ chat: ADA.id }, [content('')])).rejects.toThrow('message text is empty');
    expect(await sender.sendAll({ chat: ADA.id }, [content('better')])).toMatchObject({ outcome: 'sent' });
    expect(attempts('sendMessage')).toBe(2);
  });

  it('never has the token in an error', async () => {
    const error = await sender.sendAll({ chat: ADA.id }, [content('')]).catch((caught: Error) => caught);
    expect(`${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(telegram.token);
  });
});

describe('a group that became a supergroup', () => {
  it('is followed with all parts; the store moves once, and the keys are those of the new chat', async () => {
    const { message } = telegram.say({ chat: GROUP, person: ADA, text: '/ask@stand_in_bot 1' });
    const group = telegram.migrate({ group: GROUP });
    telegram.say({ chat: group, person: ADA, text: 'another message with the number of the question' });
    const delivery = await sender.sendAll({ chat: GROUP, replyTo: message.id }, [
      content('1'),
      content('2'),
      content('3'),
    ]);
    expect(moves).toEqual([[chatKey(GROUP), chatKey(group.id)]]);
    expect(texts(group)).toEqual(['1', '2', '3']);
    const sent = telegram.messagesIn(group).filter(({ author }) => author.id === telegram.bot.id);
    expect(delivery).toEqual({ outcome: 'sent', messages: sent.map(({ id }) => messageKey(group.id, id)) });
    expect(sent.map(({ replied }) => replied)).toEqual([undefined, undefined, undefined]);
    expect(attempts('sendMessage')).toBe(4);
  });

  it('is followed in the middle of an answer', async () => {
    let group: Chat | undefined;
    const parts = ['1', '2', '3'].map(content);
    const migrating: Call = (async (method: never, payload: { text: string }) => {
      if (payload.text === '2') group ??= telegram.migrate({ group: GROUP });
      return call(method, payload as never);
    }) as never;
    const delivery = await senderWith(migrating, leapingTime()).sendAll({ chat: GROUP }, parts);
    expect(texts(GROUP)).toEqual(['1']);
    expect(texts(group!)).toEqual(['2', '3']);
    expect(delivery).toMatchObject({
      messages: [
        expect.stringContaining(`${GROUP}:`),
        expect.stringContaining(`${group!.id}:`),
        expect.stringContaining(`${group!.id}:`),
      ],
    });
  });

  it('has no message of the new chat edited or deleted in place of an old one', async () => {
    const old = telegram.placeMessage({ chat: GROUP, body: { text: 'old' } });
    const group = telegram.migrate({ group: GROUP });
    for (let i = 0; i < old.id; i++) telegram.placeMessage({ chat: group, body: { text: `new ${i}` } });
    expect(await sender.edit(GROUP, old.id, content('changed'))).toEqual({
      outcome: 'gone',
      reason: 'unreachable',
    });
    await sender.remove(GROUP, old.id);
    expect(moves[0]).toEqual([chatKey(GROUP), chatKey(group.id)]);
    expect(texts(group)).toEqual(Array.from({ length: old.id }, (_, i) => `new ${i}`));
  });

  it('throws what the store throws', async () => {
    telegram.migrate({ group: GROUP });
    onMove = () => {
      throw new Error('disk full');
    };
    await expect(sender.sendAll({ chat: GROUP }, [content('1')])).rejects.toThrow('disk full');
  });
});

describe('a message of ours', () => {
  it('is edited; an edit that changes nothing succeeds', async () => {
    const old = telegram.placeMessage({ chat: ADA.id, body: { text: 'old' } });
    const key = messageKey(ADA.id, old.id);
    expect(await sender.edit(ADA.id, old.id, content('new'))).toEqual({ outcome: 'sent', messages: [key] });
    telegram.violations.splice(0);
    expect(await sender.edit(ADA.id, old.id, content('new'))).toEqual({ outcome: 'sent', messages: [key] });
    expect(old.text).toBe('new');
  });

  it('is edited without a forced reply, which only new messages have', async () => {
    const old = telegram.placeMessage({ chat: ADA.id, body: { text: 'old' } });
    await sender.edit(ADA.id, old.id, {
      ...content('new'),
      reply_markup: { force_reply: true, selective: true },
    });
    expect(old.text).toBe('new');
    expect(telegram.violations).toEqual([]);
  });

  it('cannot be edited once it is deleted', async () => {
    const old = telegram.placeMessage({ chat: ADA.id, body: { text: 'old' } });
    telegram.deleteMessage(old);
    expect(await sender.edit(ADA.id, old.id, content('new'))).toEqual({
      outcome: 'gone',
      reason: 'unreachable',
    });
  });

  it('is deleted; one that is deleted already is no error', async () => {
    const old = telegram.placeMessage({ chat: ADA.id, body: { text: 'old' } });
    await sender.remove(ADA.id, old.id);
    await sender.remove(ADA.id, old.id);
    expect(old.deleted).toBe(true);
  });

  it('is edited in order with what is sent to its chat', async () => {
    const old = telegram.placeMessage({ chat: ADA.id, body: { text: 'old' } });
    telegram.failNext({ method: 'editMessageText', status: 429, retryAfter: 5 });
    await Promise.all([
      sender.edit(ADA.id, old.id, content('edited')),
      sender.sendAll({ chat: ADA.id }, [content('sent')]),
    ]);
    const order = telegram.requests.filter(({ status }) => status === 200).map(({ method }) => method);
    expect(order).toEqual(['editMessageText', 'sendMessage']);
  });
});
