// Sends at Telegram's pace, waits when told to, tries again after outages, follows a group to its new number.
import type { Delivery, Log } from '#core';
import type { Call, Content } from './api.ts';
import { chatKey, messageKey } from './decode.ts';
import { failureOf } from './errors.ts';
import type { Pace, Time } from './pace.ts';

/** Where a message goes. */
export interface Target {
  chat: number;
  thread?: number;
  /** The message that it replies to. */
  replyTo?: number;
}

/** A deed that is done, or what became of it instead. */
type Attempt<Result> =
  | { outcome: 'done'; result: Result }
  /** The message showed just this already. */
  | { outcome: 'unchanged' }
  /** The group has another number, of which the store has been told. */
  | { outcome: 'moved'; to: number }
  | Exclude<Delivery, { outcome: 'sent' }>;

const FIRST_PAUSE_MS = 1000;
/** Five pauses together are half a minute: after that a person has asked again. */
const MAX_PAUSES = 5;
/** Who is to wait longer than this has given up. */
const MAX_WAIT_MS = 5 * 60 * 1000;

export class Sender {
  private readonly call: Call;
  private readonly pace: Pace;
  private readonly time: Time;
  private readonly log: Log;
  private readonly moved: (from: string, to: string) => Promise<void>;

  /** @param moved told of a group that has a new number */
  constructor(
    { call, pace, time, log }: { call: Call; pace: Pace; time: Time; log: Log },
    moved: (from: string, to: string) => Promise<void>,
  ) {
    this.call = call;
    this.pace = pace;
    this.time = time;
    this.log = log;
    this.moved = moved;
  }

  /** Sends messages one after the other, with no other message of this program between them. */
  sendAll(target: Target, contents: Content[]): Promise<Delivery> {
    return this.pace.inOrder(target.chat, async () => {
      let now = target;
      const messages: string[] = [];
      for (const content of contents) {
        let sent = await this.send(now, content);
        if (sent.outcome === 'moved') {
          now = { chat: sent.to }; // messages have other numbers there
          sent = await this.send(now, content);
        }
        if (sent.outcome !== 'done') return failed(sent);
        messages.push(messageKey(now.chat, sent.result));
      }
      return { outcome: 'sent', messages };
    });
  }

  /** Puts a content in the place of a message of ours. */
  edit(chat: number, message: number, content: Content): Promise<Delivery> {
    return this.pace.inOrder(chat, async () => {
      const { reply_markup: markup } = content;
      const keyboard = markup && 'inline_keyboard' in markup ? { reply_markup: markup } : {};
      const { text, entities, link_preview_options } = content;
      const change = { text, entities, link_preview_options, ...keyboard };
      const edited = await this.attempt(chat, () =>
        this.call('editMessageText', { chat_id: chat, message_id: message, ...change }),
      );
      return edited.outcome === 'done' || edited.outcome === 'unchanged'
        ? { outcome: 'sent', messages: [messageKey(chat, message)] }
        : failed(edited);
    });
  }

  /** Takes a message of ours away; one that is gone already is well gone. */
  async remove(chat: number, message: number): Promise<void> {
    await this.pace.inOrder(chat, () =>
      this.attempt(chat, () => this.call('deleteMessage', { chat_id: chat, message_id: message })),
    );
  }

  private send(target: Target, content: Content): Promise<Attempt<number>> {
    return this.attempt(target.chat, async () => {
      const { message_id } = await this.call('sendMessage', { ...content, ...addressed(target) });
      return message_id;
    });
  }

  /** Does something in a chat when its turn has come, again and again where that may help. Errors of our own are thrown. */
  private async attempt<Result>(chat: number, deed: () => Promise<Result>): Promise<Attempt<Result>> {
    for (let pauses = 0; ; ) {
      await this.pace.turn(chat);
      try {
        return { outcome: 'done', result: await deed() };
      } catch (error) {
        const failure = failureOf(error);
        if (!failure) throw error;
        switch (failure.kind) {
          case 'unchanged':
            return { outcome: 'unchanged' };
          case 'forbidden':
          case 'unreachable':
            return { outcome: 'gone', reason: failure.kind };
          case 'migrated':
            await this.moved(chatKey(chat), chatKey(failure.to));
            return { outcome: 'moved', to: failure.to };
          case 'wait':
            this.log.warn({ chat, afterMs: failure.afterMs }, 'Telegram asks to wait');
            if (failure.afterMs > MAX_WAIT_MS) return { outcome: 'retry', afterMs: failure.afterMs };
            await this.time.wait(failure.afterMs);
            break;
          case 'again': {
            const pauseMs = FIRST_PAUSE_MS * 2 ** pauses;
            if (++pauses > MAX_PAUSES) return { outcome: 'retry', afterMs: pauseMs };
            await this.time.wait(pauseMs);
            break;
          }
          default:
            failure satisfies never;
        }
      }
    }
  }
}

/** In a chat that has moved, a number names another message, or none: what was meant for it is out of reach. */
function failed(
  attempt: Exclude<Attempt<never>, { outcome: 'done' }>,
): Exclude<Delivery, { outcome: 'sent' }> {
  return attempt.outcome === 'retry' || attempt.outcome === 'gone'
    ? attempt
    : { outcome: 'gone', reason: 'unreachable' };
}

function addressed({ chat, thread, replyTo }: Target) {
  return {
    chat_id: chat,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true as const } }),
  };
}
