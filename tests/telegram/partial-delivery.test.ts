// Answers of several messages that fail between two: what arrived is reported, a retry sends the rest.
import { TelegramError } from 'telegraf';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Message, Outgoing } from '#core';
import type { Call } from '../../adapters/telegram/api.ts';
import { MessageResponder, PressResponder } from '../../adapters/telegram/responder.ts';
import { RateLimiter } from '../../adapters/telegram/sending/rate-limiter.ts';
import { Sender } from '../../adapters/telegram/sending/sender.ts';

const CHAT = { id: 11, type: 'private' as const };
const QUESTION = {
  message_id: 1,
  date: 0,
  chat: CHAT,
  from: { id: 11, is_bot: false, first_name: 'Ada' },
  text: '?',
};
/** Longer than anybody waits: the sender gives up at once. */
const FLOOD = {
  error_code: 429,
  description: 'Too Many Requests: retry after 400',
  parameters: { retry_after: 400 },
};

interface Done {
  method: string;
  text?: unknown;
  message?: unknown;
}

let done: Done[];
/** After so many calls that took effect the next one is refused, once. */
let breaksAfter: number;
let refusal: ConstructorParameters<typeof TelegramError>[0];
let responder: MessageResponder;
let sender: Sender;
let now = 0;
/** Leaps over every wait. */
const time = {
  now: () => now,
  elapsed: () => now,
  wait: async (ms: number) => {
    now += ms;
  },
};
const log = { debug() {}, info() {}, warn() {}, error() {} };

const call = (async (method: string, body: { text?: string; message_id?: number }) => {
  if (done.length === breaksAfter) {
    breaksAfter = Number.POSITIVE_INFINITY;
    throw new TelegramError(refusal, { method, payload: {} });
  }
  done.push({
    method,
    text: body.text,
    ...(body.message_id === undefined ? {} : { message: body.message_id }),
  });
  return { message_id: 100 + done.length };
}) as unknown as Call;

const part = (text: string): Message => [{ type: 'paragraph', text }];
const answer = (...texts: string[]): Outgoing => ({
  parts: texts.map(part),
  mode: 'reply',
  audience: 'everyone',
  locale: 'en',
});
const outletAfter = (answers: number[]) => new MessageResponder(sender, QUESTION as never, answers);

beforeEach(() => {
  done = [];
  refusal = FLOOD;
  breaksAfter = Number.POSITIVE_INFINITY;
  sender = new Sender({ call, rateLimiter: new RateLimiter(time), moved: async () => {} }, time, log);
  responder = outletAfter([]);
});

describe('an answer that breaks off', () => {
  it('reports which of its messages arrived, and sends the others on a retry', async () => {
    breaksAfter = 1;
    const delivery = await responder.send(answer('one', 'two', 'three'));
    expect(delivery).toEqual({ outcome: 'retry', afterMs: 400_000, arrived: ['telegram:message:11:101'] });
    expect(await responder.send(answer('two', 'three'))).toMatchObject({ outcome: 'sent' });
    expect(done.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(responder.answers).toEqual([101, 102, 103]);
  });

  it('with nothing sent says of no message that it arrived', async () => {
    breaksAfter = 0;
    expect(await responder.send(answer('one', 'two'))).toEqual({ outcome: 'retry', afterMs: 400_000 });
  });
});

describe('an answer to an edited question that breaks off', () => {
  it('continues with the messages that are still to be edited', async () => {
    responder = outletAfter([7, 8]);
    breaksAfter = 1;
    const delivery = await responder.send(answer('one', 'two', 'three'));
    expect(delivery).toMatchObject({ outcome: 'retry', arrived: ['telegram:message:11:7'] });
    await responder.send(answer('two', 'three'));
    expect(done).toEqual([
      { method: 'editMessageText', text: 'one', message: 7 },
      { method: 'editMessageText', text: 'two', message: 8 },
      { method: 'sendMessage', text: 'three' },
    ]);
    expect(responder.answers).toEqual([7, 8, 103]);
  });

  it('stays as it was where nothing is said', async () => {
    responder = outletAfter([7, 8]);
    await responder.dismiss();
    expect(responder.answers).toEqual([7, 8]);
  });
});

describe('a note to the person who pressed a button', () => {
  it('that Telegram does not take as an alert is said in the chat', async () => {
    breaksAfter = 0;
    refusal = { error_code: 400, description: 'Bad Request: query is too old' };
    const query = { id: 'q', from: QUESTION.from, message: QUESTION, data: 'x', chat_instance: '1' };
    const press = new PressResponder(sender, call, query as never);
    expect(await press.send({ ...answer('thanks'), audience: 'asker' })).toMatchObject({ outcome: 'sent' });
    expect(done.map(({ method, text }) => [method, text])).toEqual([['sendMessage', 'thanks']]);
  });
});
