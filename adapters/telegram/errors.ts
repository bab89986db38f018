// What Telegram's errors mean: for a message that was to be sent, and for the start. Pure.
import { isTelegramError, UnreadableAnswer } from './library.ts';

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
  /not enough rights|have no rights|need administrator rights|CHAT_(?:WRITE_FORBIDDEN|RESTRICTED|SEND_\w+_FORBIDDEN)|TOPIC_CLOSED/i;
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
  if (error instanceof UnreadableAnswer) return true;
  return error instanceof Error && (error.name === 'FetchError' || error.name === 'AbortError');
}

/** Whether a failed call may be a passing word of something in between, or of an older process: it is worth to ask again. */
export const isDoubtful = (error: unknown): boolean =>
  error instanceof UnreadableAnswer || finalReason(error) !== undefined;

/** Whether somebody else takes the updates, and how. https://core.telegram.org/bots/api#getupdates */
export function rivalIn(error: unknown): 'poller' | 'webhook' | undefined {
  if (!isTelegramError(error) || error.code !== 409) return undefined;
  return /webhook/i.test(error.description) ? 'webhook' : 'poller';
}

/** One sentence on why Telegram will not have the bot where it goes on saying so; undefined for what is no refusal of the bot. */
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
