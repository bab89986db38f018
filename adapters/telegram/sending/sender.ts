// Sends at Telegram's pace, waits when told to, tries again after outages, follows a group to its new number.
import { type Delivery, interrupted, type Log } from '#core';
import type { Content } from '../api.ts';
import { messageKey } from '../decode.ts';
import { type Attempt, type AttemptContext, attempt, sendTo, type Target } from './attempt.ts';
import type { Time } from './rate-limiter.ts';

/** What is left when trying again is over. */
type Outcome<Result> =
  | Extract<Attempt<Result>, { outcome: 'done' | 'unchanged' | 'moved' | 'obstacle' }>
  | Exclude<Delivery, { outcome: 'sent' }>;

const FIRST_PAUSE_MS = 1000;
/** Five pauses together are half a minute: after that a person has asked again. */
const MAX_PAUSES = 5;
/** Who is to wait longer than this has given up. */
const MAX_WAIT_MS = 5 * 60 * 1000;

export class Sender {
  private readonly means: AttemptContext;
  private readonly time: Time;
  private readonly log: Log;

  constructor(means: AttemptContext, time: Time, log: Log) {
    this.means = means;
    this.time = time;
    this.log = log;
  }

  /** Sends messages one after the other, with no other message of this program between them. */
  sendAll(target: Target, contents: Content[]): Promise<Delivery> {
    return this.means.rateLimiter.inOrder(target.chat, async () => {
      let now = target;
      const messages: string[] = [];
      for (const content of contents) {
        let sent = await this.send(now, content);
        if (sent.outcome === 'moved') {
          now = { chat: sent.to }; // messages have other numbers there
          sent = await this.send(now, content);
        }
        if (sent.outcome !== 'done') return interrupted(failed(sent), messages);
        messages.push(messageKey(now.chat, sent.result));
      }
      return { outcome: 'sent', messages };
    });
  }

  /** Puts a content in the place of a message of ours. */
  edit(chat: number, message: number, content: Content): Promise<Delivery> {
    return this.means.rateLimiter.inOrder(chat, async () => {
      const { reply_markup: markup } = content;
      const keyboard = markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {};
      const { text, entities, link_preview_options } = content;
      const change = { text, entities, link_preview_options, ...keyboard };
      const edited = await this.persist(chat, () =>
        this.means.call('editMessageText', { chat_id: chat, message_id: message, ...change }),
      );
      return edited.outcome === 'done' || edited.outcome === 'unchanged'
        ? { outcome: 'sent', messages: [messageKey(chat, message)] }
        : failed(edited);
    });
  }

  /** Takes a message of ours away; one that is gone already is well gone. */
  async remove(chat: number, message: number): Promise<void> {
    await this.means.rateLimiter.inOrder(chat, () =>
      this.persist(chat, () => this.means.call('deleteMessage', { chat_id: chat, message_id: message })),
    );
  }

  private send(target: Target, content: Content): Promise<Outcome<number>> {
    return this.persist(target.chat, () => sendTo(this.means.call, target, content));
  }

  /** Does something in a chat when its turn has come, again and again where that may help. Errors of our own are thrown. */
  private async persist<Result>(chat: number, deed: () => Promise<Result>): Promise<Outcome<Result>> {
    for (let pauses = 0, waitedMs = 0; ; ) {
      const tried = await attempt(this.means, chat, deed, 'at once');
      switch (tried.outcome) {
        case 'wait':
          this.log.warn({ chat, afterMs: tried.afterMs }, 'Telegram asks to wait');
          waitedMs += tried.afterMs;
          if (waitedMs > MAX_WAIT_MS) return { outcome: 'retry', afterMs: tried.afterMs };
          await this.time.wait(tried.afterMs);
          break;
        case 'again': {
          const pauseMs = FIRST_PAUSE_MS * 2 ** pauses;
          if (++pauses > MAX_PAUSES) return { outcome: 'retry', afterMs: pauseMs };
          await this.time.wait(pauseMs);
          break;
        }
        case 'refused':
          throw tried.error;
        default:
          return tried;
      }
    }
  }
}

/** In a chat that has moved, a number names another message, or none: what was meant for it is out of reach. */
function failed(
  outcome: Exclude<Outcome<never>, { outcome: 'done' }>,
): Exclude<Delivery, { outcome: 'sent' }> {
  if (outcome.outcome === 'obstacle')
    return { outcome: 'retry', afterMs: FIRST_PAUSE_MS, obstacle: outcome.obstacle };
  return outcome.outcome === 'retry' || outcome.outcome === 'gone'
    ? outcome
    : { outcome: 'gone', reason: 'unreachable' };
}
