// What Telegram's errors mean for the delivery of a message and for the start. Pure.
import type { Obstacle } from '#core';
import { isTelegramError, UnreadableAnswer } from './telegraf.ts';

/** What to do after a failed call. */
export type Failure =
  | { kind: 'wait'; afterMs: number }
  /** An outage of Telegram or of the network: try again, with growing pauses. */
  | { kind: 'again' }
  /** For good: the bot was blocked or removed, the chat or the message does not exist any more. */
  | { kind: 'forbidden' }
  | { kind: 'unreachable' }
  /** Refused for a reason that may end by itself. */
  | { kind: 'obstacle'; obstacle: Obstacle }
  /** The group has another number now. */
  | { kind: 'migrated'; to: number }
  /** The message has this content already. */
  | { kind: 'unchanged' };

/** By Telegram's descriptions, which are not documented. */
const REMOVED =
  /bot was blocked|bot was kicked|bot is not a member|USER_IS_BLOCKED|can't (?:initiate conversation|send messages to bots)/i;
const DELETED = new RegExp(
  'chat was deleted|deactivated|user is deleted' +
    '|(?:chat|thread|channel|group|message|replied|edit|delete|(?<!button )user) not found' +
    "|can't be (?:edited|deleted)|query is too old|TOPIC_(?:DELETED|ID_INVALID)",
  'i',
);
/** A closed topic is reopened in the morning. */
const CLOSED = /TOPIC_(?:CLOSED|HIDDEN)/i;
/** Rights may be given back; they were missing by mistake for hours (python-telegram-bot 3956). */
const FORBIDDEN = new RegExp(
  'not enough rights|no rights|no write access|administrator rights' +
    '|CHAT_(?:FORBIDDEN|ADMIN_REQUIRED|RESTRICTED|GUEST_SEND_FORBIDDEN|WRITE_FORBIDDEN|SEND_\\w{1,40}_FORBIDDEN)' +
    '|USER_BANNED_IN_CHANNEL|PRIVACY|PAYMENT_REQUIRED',
  'i',
);
/** The bot has no access to the chat now. */
const INACCESSIBLE = /PEER_ID_INVALID|CHANNEL_(?:PRIVATE|INVALID)|CHAT_ID_INVALID/i;

/** What a failed call means; undefined for an error of this program, which is rethrown. */
export function failureOf(error: unknown): Failure | undefined {
  if (!isTelegramError(error)) return isNetworkError(error) ? { kind: 'again' } : undefined;
  const { code, parameters } = error;
  if (code === 429) return { kind: 'wait', afterMs: Math.max(parameters?.retry_after ?? 1, 1) * 1000 };
  if (parameters?.migrate_to_chat_id) return { kind: 'migrated', to: parameters.migrate_to_chat_id };
  if (code !== 400 && code !== 403) return code >= 500 ? { kind: 'again' } : undefined;
  return refusal(code, String(error.description));
}

/** Telegram never answers a message with these; an invalid token shows when polling. */
const FROM_A_PROXY = new Set([401, 404, 408]);

/** Whether a proxy answered a message instead of Telegram. */
export const isFromProxy = (error: unknown): boolean =>
  isTelegramError(error) && FROM_A_PROXY.has(error.code);

function refusal(code: 400 | 403, description: string): Failure | undefined {
  if (/message is not modified/i.test(description)) return { kind: 'unchanged' };
  if (REMOVED.test(description)) return { kind: 'forbidden' };
  if (CLOSED.test(description)) return { kind: 'obstacle', obstacle: 'closed' };
  if (FORBIDDEN.test(description)) return { kind: 'obstacle', obstacle: 'forbidden' };
  if (INACCESSIBLE.test(description)) return { kind: 'obstacle', obstacle: 'unreachable' };
  if (DELETED.test(description)) return { kind: 'unreachable' };
  if (code === 400) return undefined;
  // Telegram gives a reason after the word
  return /^forbidden\W/i.test(description) ? { kind: 'obstacle', obstacle: 'forbidden' } : { kind: 'again' };
}

function isNetworkError(error: unknown): boolean {
  if (error instanceof UnreadableAnswer) return true;
  return error instanceof Error && (error.name === 'FetchError' || error.name === 'AbortError');
}

/** Whether a failed call at the start is worth repeating: a proxy or an older process may have caused it. */
export const isDoubtful = (error: unknown): boolean =>
  error instanceof UnreadableAnswer || finalReason(error) !== undefined;

/** How another process takes the updates, if one does. https://core.telegram.org/bots/api#getupdates */
export function rivalIn(error: unknown): 'poller' | 'webhook' | undefined {
  if (!isTelegramError(error) || error.code !== 409) return undefined;
  return /webhook/i.test(error.description) ? 'webhook' : 'poller';
}

/** One sentence on why Telegram refuses the bot, where it goes on doing so; undefined for other errors. */
export function finalReason(error: unknown): string | undefined {
  if (!isTelegramError(error)) return undefined;
  if (error.code === 401 || error.code === 404)
    return 'Telegram does not accept TELEGRAM_TOKEN: copy the token again from @BotFather, or have it make a new one.';
  switch (rivalIn(error)) {
    case 'poller':
      return 'Another process is already asking Telegram for the messages of this bot: stop that one, or give this one a bot of its own.';
    case 'webhook':
      return 'Telegram sends the messages of this bot to a webhook that another process has set: stop that one and start this one again, which removes the webhook, or give this one a bot of its own.';
    default:
      return undefined;
  }
}
