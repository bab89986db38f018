// The way back: replies in the topic of the question, edits for pages, alerts for what is for the presser alone.
import { type Delivery, isRefused, type Outgoing, type Outlet, TEXTS } from '#core';
import type { Call, CallbackQuery, Content, TelegramMessage } from './api.ts';
import type { Target } from './attempt.ts';
import { isShared, speaksForChat } from './decode.ts';
import { mediumFor } from './limits.ts';
import { render } from './render.ts';
import type { Sender } from './sender.ts';

const targetOf = ({ chat, message_thread_id, is_topic_message, message_id }: TelegramMessage): Target => ({
  chat: chat.id,
  ...(is_topic_message && message_thread_id !== undefined ? { thread: message_thread_id } : {}),
  replyTo: message_id,
});

/**
 * Says something to the person who wrote or pressed: in the private chat where the person is in one with the bot. Telegram cannot
 * whisper in a group, so to a person who never started the bot it is said where it was asked, and so is what belongs to its place. What is
 * confidential is not: there the person is told to write privately first.
 */
async function toAsker(
  sender: Sender,
  person: number | undefined,
  message: TelegramMessage,
  contents: Content[],
  { placeBound, confidential, locale }: Pick<Outgoing, 'placeBound' | 'confidential' | 'locale'>,
): Promise<Delivery> {
  if (!isShared(message.chat)) return sender.sendAll(targetOf(message), contents);
  if (person !== undefined && !placeBound) {
    const delivery = await sender.sendAll({ chat: person }, contents);
    if (!isRefused(delivery)) return delivery;
  }
  const text = TEXTS[locale].writePrivately();
  const said = confidential ? [render([{ type: 'paragraph', text }], TEXTS[locale])] : contents;
  return sender.sendAll(targetOf(message), said);
}

/** Answers a message by replying to it; a question that was edited by editing its answer. */
export class MessageOutlet implements Outlet {
  readonly takesFiles = true;
  /** Messages of the last answer, oldest first. */
  answers: number[];
  lacks: NonNullable<Outlet['lacks']> = async () => [];
  private readonly sender: Sender;
  private readonly message: TelegramMessage;

  /** @param answers messages that answered an earlier form of the question, to be edited */
  constructor(sender: Sender, message: TelegramMessage, answers: number[]) {
    this.sender = sender;
    this.message = message;
    this.answers = answers;
  }

  medium = mediumFor;

  async send(outgoing: Outgoing): Promise<Delivery> {
    const { parts, audience, locale } = outgoing;
    const contents = parts.map((part) => render(part, TEXTS[locale]));
    const { message, sender } = this;
    if (audience === 'asker' && isShared(message.chat)) {
      const person = speaksForChat(message) ? undefined : message.from?.id;
      return toAsker(sender, person, message, contents, outgoing);
    }
    const edited = this.answers.length > 0 && (await this.edit(contents));
    if (edited) return edited;
    const delivery = await sender.sendAll(targetOf(message), contents);
    if (delivery.outcome === 'sent') this.answers = delivery.messages.map(numberIn);
    return delivery;
  }

  async dismiss(): Promise<void> {}

  /** Puts contents in the place of the earlier answer; undefined where that is gone. */
  private async edit(contents: Content[]): Promise<Delivery | undefined> {
    const { sender, message } = this;
    const { chat } = message;
    const kept = this.answers.slice(0, contents.length);
    const messages: string[] = [];
    for (const [i, answer] of kept.entries()) {
      const edited = await sender.edit(chat.id, answer, contents[i]);
      if (edited.outcome === 'sent') messages.push(...edited.messages);
      else if (edited.outcome === 'retry' || edited.reason === 'forbidden') return edited;
      else return this.takeAway(this.answers);
    }
    await this.takeAway(this.answers.slice(kept.length));
    this.answers = kept;
    if (contents.length === kept.length) return { outcome: 'sent', messages };
    const rest = await sender.sendAll(targetOf(message), contents.slice(kept.length));
    if (rest.outcome !== 'sent') return rest;
    this.answers = [...kept, ...rest.messages.map(numberIn)];
    return { outcome: 'sent', messages: [...messages, ...rest.messages] };
  }

  private async takeAway(answers: number[]): Promise<undefined> {
    for (const answer of answers) await this.sender.remove(this.message.chat.id, answer);
  }
}

/** The number of a message in its key. */
const numberIn = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1));

/** What an alert takes. https://core.telegram.org/bots/api#answercallbackquery */
const MAX_ALERT = 200;

/** Answers a press: always tells Telegram that it was noticed, once. */
export class PressOutlet implements Outlet {
  lacks: NonNullable<Outlet['lacks']> = async () => [];
  private readonly sender: Sender;
  private readonly call: Call;
  private readonly query: CallbackQuery;
  private noticed = false;

  constructor(sender: Sender, call: Call, query: CallbackQuery) {
    this.sender = sender;
    this.call = call;
    this.query = query;
  }

  medium = mediumFor;

  async send(outgoing: Outgoing): Promise<Delivery> {
    const { parts, mode, locale, placeBound } = outgoing;
    const { message, from } = this.query;
    const isAlone = message !== undefined && !isShared(message.chat); // whatever stands there, the asker alone sees it
    const audience = isAlone && mode === 'replace' ? 'everyone' : outgoing.audience;
    const contents = parts.map((part) => render(part, TEXTS[locale]));
    const [first, ...rest] = contents;
    const isShort = rest.length === 0 && !first.reply_markup && first.text.length <= MAX_ALERT;
    const isNote = audience === 'asker' && isShort && !this.noticed;
    if (message?.chat.type === 'channel' && audience === 'asker' && !isNote && !placeBound)
      return this.besideChannel(contents, locale);
    await this.notice(isNote ? first.text : undefined);
    if (!message || isNote) return { outcome: 'sent', messages: [] };
    if (audience === 'asker') return toAsker(this.sender, from.id, message, contents, outgoing);
    if (mode === 'reply') return this.sender.sendAll(targetOf(message), contents);
    const edited = await this.sender.edit(message.chat.id, message.message_id, first);
    if (edited.outcome !== 'sent' || rest.length === 0) return edited;
    return this.sender.sendAll(targetOf(message), rest);
  }

  dismiss(): Promise<void> {
    return this.notice();
  }

  /** What stands in a channel is for all its readers: one of them is answered privately, or told to write privately first. */
  private async besideChannel(contents: Content[], locale: Outgoing['locale']): Promise<Delivery> {
    const delivery = await this.sender.sendAll({ chat: this.query.from.id }, contents);
    if (!isRefused(delivery)) return delivery;
    await this.notice(TEXTS[locale].writePrivately());
    return { outcome: 'sent', messages: [] };
  }

  /** An old press can no longer be answered; the message itself still can. */
  private async notice(text?: string): Promise<void> {
    if (this.noticed) return;
    this.noticed = true;
    const alert = text === undefined ? {} : { text, show_alert: true };
    await this.call('answerCallbackQuery', { callback_query_id: this.query.id, ...alert }).catch(() => {});
  }
}
