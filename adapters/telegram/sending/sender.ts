// Sends answers within the rate limits, waits when Telegram asks for it, retries after outages, follows a
// group to its new number.
import { type Delivery, interrupted, type Log } from '#core';
import type { Content } from '../api.ts';
import { messageKey } from '../keys.ts';
import { type Attempt, type AttemptContext, attempt, sendTo, type Target } from './attempt.ts';
import type { Time } from './rate-limiter.ts';

/** The outcome when retries are over. */
type Outcome<Result> =
  | Extract<Attempt<Result>, { outcome: 'done' | 'unchanged' | 'moved' | 'obstacle' }>
  | Exclude<Delivery, { outcome: 'sent' }>;

const FIRST_PAUSE_MS = 1000;
/** Five pauses are half a minute in all: after that people ask again. */
const MAX_PAUSES = 5;
/** People do not wait longer than this. */
const MAX_WAIT_MS = 5 * 60 * 1000;

export class Sender {
  private readonly context: AttemptContext;
  private readonly time: Time;
  private readonly log: Log;

  constructor(context: AttemptContext, time: Time, log: Log) {
    this.context = context;
    this.time = time;
    this.log = log;
  }

  /** Sends messages in order, with no other message of this process between them. */
  sendAll(target: Target, contents: Content[]): Promise<Delivery> {
    return this.context.rateLimiter.inOrder(target.chat, async () => {
      let now = target;
      const messages: string[] = [];
      for (const content of contents) {
        let sent = await this.send(now, content);
        if (sent.outcome === 'moved') {
          now = { chat: sent.to }; // the message that is replied to has another number there
          sent = await this.send(now, content);
        }
        if (sent.outcome !== 'done') return interrupted(failed(sent), messages);
        messages.push(messageKey(now.chat, sent.result));
      }
      return { outcome: 'sent', messages };
    });
  }

  /** Replaces the content of a message of the bot. */
  edit(chat: number, message: number, content: Content): Promise<Delivery> {
    return this.context.rateLimiter.inOrder(chat, async () => {
      const { reply_markup: markup } = content;
      const keyboard = markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {};
      const { text, entities, link_preview_options } = content;
      const changed = { text, entities, link_preview_options, ...keyboard };
      const edited = await this.withRetries(chat, () =>
        this.context.call('editMessageText', { chat_id: chat, message_id: message, ...changed }),
      );
      return edited.outcome === 'done' || edited.outcome === 'unchanged'
        ? { outcome: 'sent', messages: [messageKey(chat, message)] }
        : failed(edited);
    });
  }

  /** Deletes a message of the bot; does nothing where it is deleted already. */
  async remove(chat: number, message: number): Promise<void> {
    await this.context.rateLimiter.inOrder(chat, () =>
      this.withRetries(chat, () =>
        this.context.call('deleteMessage', { chat_id: chat, message_id: message }),
      ),
    );
  }

  private send(target: Target, content: Content): Promise<Outcome<number>> {
    return this.withRetries(target.chat, () => sendTo(this.context.call, target, content));
  }

  /** Repeats a call in a chat where that may help. Throws errors of this program. */
  private async withRetries<Result>(chat: number, request: () => Promise<Result>): Promise<Outcome<Result>> {
    for (let pauses = 0, waitedMs = 0; ; ) {
      const attempted = await attempt(this.context, chat, request, 'answer');
      switch (attempted.outcome) {
        case 'wait':
          this.log.warn({ chat, afterMs: attempted.afterMs }, 'Telegram asks to wait');
          waitedMs += attempted.afterMs;
          if (waitedMs > MAX_WAIT_MS) return { outcome: 'retry', afterMs: attempted.afterMs };
          await this.time.wait(attempted.afterMs);
          break;
        case 'again': {
          const pauseMs = FIRST_PAUSE_MS * 2 ** pauses;
          if (++pauses > MAX_PAUSES) return { outcome: 'retry', afterMs: pauseMs };
          await this.time.wait(pauseMs);
          break;
        }
        case 'refused':
          throw attempted.error;
        default:
          return attempted;
      }
    }
  }
}

/** In a chat that has moved, messages have other numbers: an edit does not reach its message. */
function failed(
  outcome: Exclude<Outcome<never>, { outcome: 'done' }>,
): Exclude<Delivery, { outcome: 'sent' }> {
  if (outcome.outcome === 'obstacle')
    return { outcome: 'retry', afterMs: FIRST_PAUSE_MS, obstacle: outcome.obstacle };
  return outcome.outcome === 'retry' || outcome.outcome === 'gone'
    ? outcome
    : { outcome: 'gone', reason: 'unreachable' };
}
