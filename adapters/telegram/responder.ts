// The way back to a request: replies in its topic, edits of the pressed message, alerts for the person alone.
import { type Delivery, interrupted, isRefused, type Outgoing, type Responder, TEXTS } from '#core';
import type { Call, CallbackQuery, Content, TelegramMessage } from './api.ts';
import { isShared, writerOf } from './decode.ts';
import { messageIdIn } from './keys.ts';
import { mediumFor } from './limits.ts';
import { render } from './render.ts';
import type { Target } from './sending/attempt.ts';
import type { Sender } from './sending/sender.ts';

const targetOf = ({ chat, message_thread_id, is_topic_message, message_id }: TelegramMessage): Target => ({
  chat: chat.id,
  ...(is_topic_message && message_thread_id !== undefined ? { thread: message_thread_id } : {}),
  replyTo: message_id,
});

/** An answer for one person. */
interface PrivateAnswer {
  person: number | undefined;
  /** The message that was written or pressed. */
  message: TelegramMessage;
  contents: Content[];
  outgoing: Pick<Outgoing, 'placeBound' | 'confidential' | 'locale'>;
}

/**
 * Answers in the person's private chat with the bot. Telegram has no ephemeral messages: a person who never
 * started the bot is answered in the place, as is what is bound to the place. A confidential answer is not:
 * the person is asked there to write privately first.
 */
async function sendToAsker(
  sender: Sender,
  { person, message, contents, outgoing }: PrivateAnswer,
): Promise<Delivery> {
  const { placeBound, confidential, locale } = outgoing;
  if (!isShared(message.chat)) return sender.sendAll(targetOf(message), contents);
  if (person !== undefined && !placeBound) {
    const delivery = await sender.sendAll({ chat: person }, contents);
    if (!isRefused(delivery)) return delivery;
  }
  const text = TEXTS[locale].writePrivately();
  const shown = confidential ? [render([{ type: 'paragraph', text }], TEXTS[locale])] : contents;
  return sender.sendAll(targetOf(message), shown);
}

/** In a channel the bot receives only commands, no replies. */
const getsNoReplies = (message: TelegramMessage | undefined): boolean => message?.chat.type === 'channel';

/** Replies to a message; to an edited question by editing its answer. */
export class MessageResponder implements Responder {
  readonly takesFiles = true;
  readonly continuesBy?: 'line';
  /** Messages of the answer, oldest first. */
  private readonly sent: number[] = [];
  /** Messages of the earlier answer that are not edited yet. */
  private earlier: number[];
  lacks: NonNullable<Responder['lacks']> = async () => [];
  private readonly sender: Sender;
  private readonly message: TelegramMessage;

  /** @param answers messages of the answer to the question before its edit */
  constructor(sender: Sender, message: TelegramMessage, answers: number[]) {
    this.sender = sender;
    this.message = message;
    this.earlier = answers;
    if (getsNoReplies(message)) this.continuesBy = 'line';
  }

  /** Messages that the chat shows of the answer now, oldest first. */
  get answers(): number[] {
    return [...this.sent, ...this.earlier];
  }

  medium = mediumFor;

  async send(outgoing: Outgoing): Promise<Delivery> {
    const { parts, audience, locale } = outgoing;
    const contents = parts.map((part) => render(part, TEXTS[locale]));
    const { message, sender } = this;
    if (audience === 'asker' && isShared(message.chat)) {
      return sendToAsker(sender, { person: writerOf(message)?.id, message, contents, outgoing });
    }
    const edited = this.earlier.length > 0 && (await this.edit(contents));
    if (edited) return edited;
    return this.sendNew(contents);
  }

  private async sendNew(contents: Content[]): Promise<Delivery> {
    const delivery = await this.sender.sendAll(targetOf(this.message), contents);
    const keys = delivery.outcome === 'sent' ? delivery.messages : (delivery.arrived ?? []);
    this.sent.push(...keys.map(messageIdIn));
    return delivery;
  }

  async dismiss(): Promise<void> {}

  /** Replaces the earlier answer by contents; undefined where it was deleted. */
  private async edit(contents: Content[]): Promise<Delivery | undefined> {
    const { chat } = this.message;
    const before = this.sent.length;
    const messages: string[] = [];
    for (const content of contents.slice(0, this.earlier.length)) {
      const edited = await this.sender.edit(chat.id, this.earlier[0], content);
      if (edited.outcome === 'gone' && edited.reason === 'unreachable')
        return this.remove([...this.sent.splice(before), ...this.earlier]);
      if (edited.outcome !== 'sent') return interrupted(edited, messages);
      messages.push(...edited.messages);
      this.sent.push(...this.earlier.splice(0, 1));
    }
    await this.remove(this.earlier);
    if (contents.length === messages.length) return { outcome: 'sent', messages };
    return withArrived(messages, await this.sendNew(contents.slice(messages.length)));
  }

  private async remove(answers: number[]): Promise<undefined> {
    this.earlier = [];
    for (const answer of answers) await this.sender.remove(this.message.chat.id, answer);
  }
}

/** The delivery of all parts, of which some had arrived before. */
const withArrived = (arrived: string[], delivery: Delivery): Delivery =>
  delivery.outcome === 'sent'
    ? { outcome: 'sent', messages: [...arrived, ...delivery.messages] }
    : interrupted(delivery, [...arrived, ...(delivery.arrived ?? [])]);

/** Length of an alert. https://core.telegram.org/bots/api#answercallbackquery */
const MAX_ALERT = 200;

/** Answers a press; acknowledges it to Telegram, once. */
export class PressResponder implements Responder {
  readonly continuesBy?: 'line';
  lacks: NonNullable<Responder['lacks']> = async () => [];
  private readonly sender: Sender;
  private readonly call: Call;
  private readonly query: CallbackQuery;
  private isAcknowledged = false;

  constructor(sender: Sender, call: Call, query: CallbackQuery) {
    this.sender = sender;
    this.call = call;
    this.query = query;
    if (getsNoReplies(query.message)) this.continuesBy = 'line';
  }

  medium = mediumFor;

  async send(outgoing: Outgoing): Promise<Delivery> {
    const { parts, mode, locale, placeBound } = outgoing;
    const { message, from } = this.query;
    const isAlone = message !== undefined && !isShared(message.chat); // the person alone reads it
    const audience = isAlone && mode === 'replace' ? 'everyone' : outgoing.audience;
    const contents = parts.map((part) => render(part, TEXTS[locale]));
    const [first, ...rest] = contents;
    const isShort = rest.length === 0 && !first.reply_markup && first.text.length <= MAX_ALERT;
    const isAlert = audience === 'asker' && isShort && !this.isAcknowledged;
    if (message?.chat.type === 'channel' && audience === 'asker' && !isAlert && !placeBound)
      return this.sendBesideChannel(contents, locale);
    const acknowledged = await this.acknowledge(isAlert ? first.text : undefined);
    if (!message || (isAlert && acknowledged)) return { outcome: 'sent', messages: [] };
    if (audience === 'asker')
      return sendToAsker(this.sender, { person: from.id, message, contents, outgoing });
    if (mode === 'reply') return this.sender.sendAll(targetOf(message), contents);
    const edited = await this.sender.edit(message.chat.id, message.message_id, first);
    if (edited.outcome !== 'sent' || rest.length === 0) return edited;
    return withArrived(edited.messages, await this.sender.sendAll(targetOf(message), rest));
  }

  async dismiss(): Promise<void> {
    await this.acknowledge();
  }

  /**
   * A message in a channel would be for all readers: the person is answered privately, or asked to write
   * first.
   */
  private async sendBesideChannel(contents: Content[], locale: Outgoing['locale']): Promise<Delivery> {
    const delivery = await this.sender.sendAll({ chat: this.query.from.id }, contents);
    if (!isRefused(delivery)) return delivery;
    const acknowledged = await this.acknowledge(TEXTS[locale].writePrivately());
    return acknowledged ? { outcome: 'sent', messages: [] } : delivery;
  }

  /** Whether Telegram took the acknowledgement: of an old press it does not. */
  private async acknowledge(text?: string): Promise<boolean> {
    if (this.isAcknowledged) return false;
    this.isAcknowledged = true;
    const alert = text === undefined ? {} : { text, show_alert: true };
    return this.call('answerCallbackQuery', { callback_query_id: this.query.id, ...alert }).then(
      () => true,
      () => false,
    );
  }
}
