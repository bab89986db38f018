// The way back: replies in the topic of the question, edits for pages, alerts for what is for the presser alone.
import { type Delivery, interrupted, isRefused, type Outgoing, type Responder, TEXTS } from '#core';
import type { Call, CallbackQuery, Content, TelegramMessage } from './api.ts';
import type { Target } from './attempt.ts';
import { isShared, writerOf } from './decode.ts';
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

/** Replies in a channel are delivered to nobody: only commands are heard there. */
const isDeaf = (message: TelegramMessage | undefined): boolean => message?.chat.type === 'channel';

/** Answers a message by replying to it; a question that was edited by editing its answer. */
export class MessageResponder implements Responder {
  readonly takesFiles = true;
  readonly continuesBy?: 'line';
  /** Messages of the answer, oldest first. */
  private readonly sent: number[] = [];
  /** Messages of an earlier answer that are still to be edited. */
  private earlier: number[];
  lacks: NonNullable<Responder['lacks']> = async () => [];
  private readonly sender: Sender;
  private readonly message: TelegramMessage;

  /** @param answers messages that answered an earlier form of the question, to be edited */
  constructor(sender: Sender, message: TelegramMessage, answers: number[]) {
    this.sender = sender;
    this.message = message;
    this.earlier = answers;
    if (isDeaf(message)) this.continuesBy = 'line';
  }

  /** Messages of the answer as it stands there now, oldest first. */
  get answers(): number[] {
    return [...this.sent, ...this.earlier];
  }

  medium = mediumFor;

  async send(outgoing: Outgoing): Promise<Delivery> {
    const { parts, audience, locale } = outgoing;
    const contents = parts.map((part) => render(part, TEXTS[locale]));
    const { message, sender } = this;
    if (audience === 'asker' && isShared(message.chat)) {
      return toAsker(sender, writerOf(message)?.id, message, contents, outgoing);
    }
    const edited = this.earlier.length > 0 && (await this.edit(contents));
    if (edited) return edited;
    return this.sendNew(contents);
  }

  private async sendNew(contents: Content[]): Promise<Delivery> {
    const delivery = await this.sender.sendAll(targetOf(this.message), contents);
    const keys = delivery.outcome === 'sent' ? delivery.messages : (delivery.arrived ?? []);
    this.sent.push(...keys.map(numberIn));
    return delivery;
  }

  async dismiss(): Promise<void> {}

  /** Puts contents in the place of the earlier answer, as far as that goes; undefined where it is gone. */
  private async edit(contents: Content[]): Promise<Delivery | undefined> {
    const { chat } = this.message;
    const before = this.sent.length;
    const messages: string[] = [];
    for (const content of contents.slice(0, this.earlier.length)) {
      const edited = await this.sender.edit(chat.id, this.earlier[0], content);
      if (edited.outcome === 'gone' && edited.reason === 'unreachable')
        return this.takeAway([...this.sent.splice(before), ...this.earlier]);
      if (edited.outcome !== 'sent') return interrupted(edited, messages);
      messages.push(...edited.messages);
      this.sent.push(...this.earlier.splice(0, 1));
    }
    await this.takeAway(this.earlier);
    if (contents.length === messages.length) return { outcome: 'sent', messages };
    return after(messages, await this.sendNew(contents.slice(messages.length)));
  }

  private async takeAway(answers: number[]): Promise<undefined> {
    this.earlier = [];
    for (const answer of answers) await this.sender.remove(this.message.chat.id, answer);
  }
}

/** A delivery of the messages that follow on others. */
const after = (arrived: string[], delivery: Delivery): Delivery =>
  delivery.outcome === 'sent'
    ? { outcome: 'sent', messages: [...arrived, ...delivery.messages] }
    : interrupted(delivery, [...arrived, ...(delivery.arrived ?? [])]);

/** The number of a message in its key. */
const numberIn = (key: string) => Number(key.slice(key.lastIndexOf(':') + 1));

/** What an alert takes. https://core.telegram.org/bots/api#answercallbackquery */
const MAX_ALERT = 200;

/** Answers a press: always tells Telegram that it was noticed, once. */
export class PressResponder implements Responder {
  readonly continuesBy?: 'line';
  lacks: NonNullable<Responder['lacks']> = async () => [];
  private readonly sender: Sender;
  private readonly call: Call;
  private readonly query: CallbackQuery;
  private noticed = false;

  constructor(sender: Sender, call: Call, query: CallbackQuery) {
    this.sender = sender;
    this.call = call;
    this.query = query;
    if (isDeaf(query.message)) this.continuesBy = 'line';
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
    const isNoticed = await this.notice(isNote ? first.text : undefined);
    if (!message || (isNote && isNoticed)) return { outcome: 'sent', messages: [] };
    if (audience === 'asker') return toAsker(this.sender, from.id, message, contents, outgoing);
    if (mode === 'reply') return this.sender.sendAll(targetOf(message), contents);
    const edited = await this.sender.edit(message.chat.id, message.message_id, first);
    if (edited.outcome !== 'sent' || rest.length === 0) return edited;
    return after(edited.messages, await this.sender.sendAll(targetOf(message), rest));
  }

  async dismiss(): Promise<void> {
    await this.notice();
  }

  /** What stands in a channel is for all its readers: one of them is answered privately, or told to write privately first. */
  private async besideChannel(contents: Content[], locale: Outgoing['locale']): Promise<Delivery> {
    const delivery = await this.sender.sendAll({ chat: this.query.from.id }, contents);
    if (!isRefused(delivery)) return delivery;
    const told = await this.notice(TEXTS[locale].writePrivately());
    return told ? { outcome: 'sent', messages: [] } : delivery;
  }

  /** Whether Telegram took note. An old press can no longer be answered; the message itself still can. */
  private async notice(text?: string): Promise<boolean> {
    if (this.noticed) return false;
    this.noticed = true;
    const alert = text === undefined ? {} : { text, show_alert: true };
    return this.call('answerCallbackQuery', { callback_query_id: this.query.id, ...alert }).then(
      () => true,
      () => false,
    );
  }
}
