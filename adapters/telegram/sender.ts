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

/** The number of the sent message, or why there is none. */
export type Sent =
  | { ok: true; message: number }
  | { ok: false; delivery: Exclude<Delivery, { outcome: 'sent' }> };

const FIRST_PAUSE_MS = 1000;
/** Five pauses together are half a minute: after that a person has asked again. */
const MAX_PAUSES = 5;

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
      const messages: string[] = [];
      for (const content of contents) {
        const sent = await this.attempt(target.chat, async (chat) => {
          const { message_id } = await this.call('sendMessage', {
            ...content,
            ...addressed({ ...target, chat }),
          });
          return message_id;
        });
        if (!sent.ok) return sent.delivery;
        messages.push(messageKey(target.chat, sent.message));
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
      const sent = await this.attempt(chat, async (now) => {
        await this.call('editMessageText', {
          chat_id: now,
          message_id: message,
          text,
          entities,
          link_preview_options,
          ...keyboard,
        });
        return message;
      });
      return sent.ok ? { outcome: 'sent', messages: [messageKey(chat, message)] } : sent.delivery;
    });
  }

  /** Takes a message of ours away; one that is gone already is well gone. */
  async remove(chat: number, message: number): Promise<void> {
    await this.pace.inOrder(chat, () =>
      this.attempt(chat, async (now) => {
        await this.call('deleteMessage', { chat_id: now, message_id: message });
        return message;
      }),
    );
  }

  private async attempt(target: number, deed: (chat: number) => Promise<number>): Promise<Sent> {
    let chat = target;
    for (let pauses = 0; ; ) {
      await this.pace.turn(chat);
      try {
        return { ok: true, message: await deed(chat) };
      } catch (error) {
        const failure = failureOf(error);
        if (!failure) throw error;
        switch (failure.kind) {
          case 'unchanged':
            return { ok: true, message: 0 };
          case 'forbidden':
          case 'unreachable':
            return { ok: false, delivery: { outcome: 'gone', reason: failure.kind } };
          case 'migrated':
            await this.moved(chatKey(chat), chatKey(failure.to));
            chat = failure.to;
            break;
          case 'wait':
            this.log.warn({ chat, afterMs: failure.afterMs }, 'Telegram asks to wait');
            await this.time.wait(failure.afterMs);
            break;
          case 'again': {
            const pauseMs = FIRST_PAUSE_MS * 2 ** pauses;
            if (++pauses > MAX_PAUSES) return { ok: false, delivery: { outcome: 'retry', afterMs: pauseMs } };
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

function addressed({ chat, thread, replyTo }: Target) {
  return {
    chat_id: chat,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true as const } }),
  };
}
