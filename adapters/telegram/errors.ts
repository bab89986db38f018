// What Telegram's errors mean: for a message that was to be sent, and for the start. Pure.
import { isTelegramError } from './library.ts';

/** What to do after a failed call. */
export type Failure =
  | { kind: 'wait'; afterMs: number }
  /** An outage of Telegram or of the network: try again, with growing pauses. */
  | { kind: 'again' }
  | { kind: 'forbidden' }
  | { kind: 'unreachable' }
  /** The group has another number now. */
  | { kind: 'migrated'; to: number }
  /** The message shows just this already. */
  | { kind: 'unchanged' };

/** Telegram's words for what the bot may not do (any more), and for what is not there (any more); they are documented nowhere. */
const FORBIDDEN =
  /not enough rights|have no rights|need administrator rights|CHAT_(?:WRITE_FORBIDDEN|RESTRICTED|SEND_\w{1,40}_FORBIDDEN)|TOPIC_CLOSED/i;
const UNREACHABLE =
  /not found|can't be (?:edited|deleted)|deactivated|query is too old|TOPIC_(?:DELETED|ID_INVALID)/i;

/** What a failed call means; undefined for an error of our own, which is thrown on. */
export function failureOf(error: unknown): Failure | undefined {
  if (!isTelegramError(error)) return isNetworkError(error) ? { kind: 'again' } : undefined;
  const { code, description, parameters } = error;
  if (code === 429) return { kind: 'wait', afterMs: (parameters?.retry_after ?? 1) * 1000 };
  if (code >= 500) return { kind: 'again' };
  if (parameters?.migrate_to_chat_id) return { kind: 'migrated', to: parameters.migrate_to_chat_id };
  if (code === 403) return { kind: 'forbidden' };
  if (code !== 400) return undefined;
  if (/message is not modified/i.test(description)) return { kind: 'unchanged' };
  if (FORBIDDEN.test(description)) return { kind: 'forbidden' };
  return UNREACHABLE.test(description) ? { kind: 'unreachable' } : undefined;
}

function isNetworkError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'FetchError' || error.name === 'AbortError');
}

/** One sentence on why Telegram will not have the bot, or undefined where trying again may help. */
export function finalReason(error: unknown): string | undefined {
  if (!isTelegramError(error)) return undefined;
  if (error.code === 401 || error.code === 404)
    return 'Telegram does not accept TELEGRAM_TOKEN: copy the token again from @BotFather, or have it make a new one.';
  if (error.code === 409)
    return 'Another process is already asking Telegram for the messages of this bot: stop that one, or give this one a bot of its own.';
  return undefined;
}
