// One rate-limited call in a chat, and its outcome. The caller decides whether to retry.
import type { Delivery, Obstacle } from '#core';
import type { Call, Content } from '../api.ts';
import { type Failure, failureOf, isFromProxy } from '../errors.ts';
import { chatKey } from '../keys.ts';
import { isTelegramError } from '../telegraf.ts';
import type { Priority, RateLimiter } from './rate-limiter.ts';

/** Where a message goes. */
export interface Target {
  chat: number;
  thread?: number;
  /** The message that it replies to. */
  replyTo?: number;
}

/** The result, or what happened instead. */
export type Attempt<Result> =
  | { outcome: 'done'; result: Result }
  /** The message has this content already. */
  | { outcome: 'unchanged' }
  /** The group has another number; its data are moved in the store. */
  | { outcome: 'moved'; to: number }
  /** Telegram asks to wait. */
  | { outcome: 'wait'; afterMs: number }
  /** An outage of Telegram or of the network. */
  | { outcome: 'again' }
  /** Refused for an error of this program. */
  | { outcome: 'refused'; error: unknown }
  /** Refused for a reason that may end by itself. */
  | { outcome: 'obstacle'; obstacle: Obstacle }
  | Extract<Delivery, { outcome: 'gone' }>;

/** What attempts work with. */
export interface AttemptContext {
  call: Call;
  rateLimiter: RateLimiter;
  /** Called for a group that has a new number. */
  moved: (from: string, to: string) => Promise<void>;
}

/** Calls when the rate limiter lets it. Throws errors that are not Telegram's. */
export async function attempt<Result>(
  { rateLimiter, moved }: AttemptContext,
  chat: number,
  request: () => Promise<Result>,
  priority: Priority,
): Promise<Attempt<Result>> {
  await rateLimiter.turn(chat, priority);
  try {
    return { outcome: 'done', result: await request() };
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

/** Sends one message; resolves with its number. */
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
