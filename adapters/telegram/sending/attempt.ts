// One try to do something in a chat, when its turn has come, and what became of it. Whoever tries decides whether to try again.
import type { Delivery, Obstacle } from '#core';
import type { Call, Content } from '../api.ts';
import { chatKey } from '../decode.ts';
import { type Failure, failureOf, isFromProxy } from '../errors.ts';
import { isTelegramError } from '../telegraf.ts';
import type { RateLimiter, Urgency } from './rate-limiter.ts';

/** Where a message goes. */
export interface Target {
  chat: number;
  thread?: number;
  /** The message that it replies to. */
  replyTo?: number;
}

/** A deed that is done, or what became of it instead. */
export type Attempt<Result> =
  | { outcome: 'done'; result: Result }
  /** The message showed just this already. */
  | { outcome: 'unchanged' }
  /** The group has another number, of which the store has been told. */
  | { outcome: 'moved'; to: number }
  /** Telegram asks to wait. */
  | { outcome: 'wait'; afterMs: number }
  /** An outage of Telegram or of the network. */
  | { outcome: 'again' }
  /** Telegram refused it for a reason that is a mistake of ours. */
  | { outcome: 'refused'; error: unknown }
  /** Telegram refused it for a reason that may pass by itself. */
  | { outcome: 'obstacle'; obstacle: Obstacle }
  | Extract<Delivery, { outcome: 'gone' }>;

/** What is needed to try something. */
export interface AttemptContext {
  call: Call;
  rateLimiter: RateLimiter;
  /** Told of a group that has a new number. */
  moved: (from: string, to: string) => Promise<void>;
}

/** Does something in a chat when its turn has come. Errors that are none of Telegram's are thrown. */
export async function attempt<Result>(
  { rateLimiter, moved }: AttemptContext,
  chat: number,
  deed: () => Promise<Result>,
  urgency: Urgency,
): Promise<Attempt<Result>> {
  await rateLimiter.turn(chat, urgency);
  try {
    return { outcome: 'done', result: await deed() };
  } catch (error) {
    const failure: Failure | undefined = isFromProxy(error) ? { kind: 'again' } : failureOf(error);
    if (!failure && isTelegramError(error)) return { outcome: 'refused', error };
    if (!failure) throw error;
    switch (failure.kind) {
      case 'forbidden':
      case 'unreachable':
        return { outcome: 'gone', reason: failure.kind };
      case 'obstacle':
        return { outcome: 'obstacle', obstacle: failure.obstacle };
      case 'migrated':
        await moved(chatKey(chat), chatKey(failure.to));
        return { outcome: 'moved', to: failure.to };
      case 'wait':
        return { outcome: 'wait', afterMs: failure.afterMs };
      case 'again':
      case 'unchanged':
        return { outcome: failure.kind };
      default:
        return failure satisfies never;
    }
  }
}

/** Sends one message; gives its number. */
export async function sendTo(call: Call, target: Target, content: Content, silent = false): Promise<number> {
  const { chat, thread, replyTo } = target;
  const { message_id } = await call('sendMessage', {
    ...content,
    chat_id: chat,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true as const } }),
    ...(silent ? { disable_notification: true } : {}),
  });
  return message_id;
}
