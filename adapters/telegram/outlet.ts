// The way back: replies in the topic of the question, edits for pages, alerts for what is for the presser alone.
import { type Delivery, type Outgoing, type Outlet, TEXTS } from '#core';
import type { Call, TelegramMessage } from './api.ts';
import { isGroup } from './decode.ts';
import { mediumFor } from './limits.ts';
import { render } from './render.ts';
import type { Sender, Target } from './sender.ts';

const targetOf = ({ chat, message_thread_id, is_topic_message, message_id }: TelegramMessage): Target => ({
  chat: chat.id,
  ...(is_topic_message && message_thread_id !== undefined ? { thread: message_thread_id } : {}),
  replyTo: message_id,
});

/**
 * Says something to one person: in the private chat where the person is in one with the bot. Telegram cannot whisper in a group, so
 * to a person who never started the bot it is said where it was asked.
 */
async function toAsker(
  sender: Sender,
  person: number,
  message: TelegramMessage,
  contents: ReturnType<typeof render>[],
): Promise<Delivery> {
  if (isGroup(message.chat)) {
    const delivery = await sender.sendAll({ chat: person }, contents);
    if (delivery.outcome !== 'gone') return delivery;
  }
  return sender.sendAll(targetOf(message), contents);
}

/** Answers a message by replying to it; a question that was edited by editing its answer. */
export class MessageOutlet implements Outlet {
  /** Messages of the last answer, oldest first. */
  answers: number[];
  private readonly sender: Sender;
  private readonly message: TelegramMessage;
  private readonly person: number;

  /** @param answers messages that answered an earlier form of the question, to be edited */
  constructor(sender: Sender, message: TelegramMessage, person: number, answers: number[] = []) {
    this.sender = sender;
    this.message = message;
    this.person = person;
    this.answers = answers;
  }

  medium = mediumFor;

  async send({ parts, audience, locale }: Outgoing): Promise<Delivery> {
    const contents = parts.map((part) => render(part, TEXTS[locale]));
    if (audience === 'asker') return toAsker(this.sender, this.person, this.message, contents);
    const { chat } = this.message;
    const [kept, surplus] = [this.answers.slice(0, contents.length), this.answers.slice(contents.length)];
    const messages: string[] = [];
    for (const [i, message] of kept.entries()) {
      const delivery = await this.sender.edit(chat.id, message, contents[i]);
      if (delivery.outcome !== 'sent') return delivery;
      messages.push(...delivery.messages);
    }
    for (const message of surplus) await this.sender.remove(chat.id, message);
    const rest = contents.slice(kept.length);
    const delivery = rest.length > 0 ? await this.sender.sendAll(targetOf(this.message), rest) : undefined;
    if (delivery && delivery.outcome !== 'sent') return delivery;
    const sent = delivery?.messages ?? [];
    this.answers = [...kept, ...sent.map(numberIn)];
    return { outcome: 'sent', messages: [...messages, ...sent] };
  }

  async dismiss(): Promise<void> {}
}

/** The number of a message in its key. */
const numberIn = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1));

/** What an alert takes. https://core.telegram.org/bots/api#answercallbackquery */
const MAX_ALERT = 200;

/** Answers a press: always tells Telegram that it was noticed, once. */
export class PressOutlet implements Outlet {
  private readonly sender: Sender;
  private readonly call: Call;
  private readonly press: { id: string; person: number; message: TelegramMessage };
  private noticed = false;

  constructor(sender: Sender, call: Call, press: { id: string; person: number; message: TelegramMessage }) {
    this.sender = sender;
    this.call = call;
    this.press = press;
  }

  medium = mediumFor;

  async send({ parts, mode, audience, locale }: Outgoing): Promise<Delivery> {
    const { message, person } = this.press;
    const contents = parts.map((part) => render(part, TEXTS[locale]));
    const [first, ...rest] = contents;
    if (audience === 'asker') {
      const isNote = rest.length === 0 && first.text.length <= MAX_ALERT && !first.reply_markup;
      if (isNote) {
        await this.notice(first.text);
        return { outcome: 'sent', messages: [] };
      }
      await this.notice();
      return toAsker(this.sender, person, message, contents);
    }
    await this.notice();
    if (mode === 'reply') return this.sender.sendAll(targetOf(message), contents);
    const edited = await this.sender.edit(message.chat.id, message.message_id, first);
    if (edited.outcome !== 'sent' || rest.length === 0) return edited;
    return this.sender.sendAll(targetOf(message), rest);
  }

  dismiss(): Promise<void> {
    return this.notice();
  }

  /** An old press can no longer be answered; the message itself still can. */
  private async notice(text?: string): Promise<void> {
    if (this.noticed) return;
    this.noticed = true;
    const alert = text === undefined ? {} : { text, show_alert: true };
    await this.call('answerCallbackQuery', { callback_query_id: this.press.id, ...alert }).catch(() => {});
  }
}
