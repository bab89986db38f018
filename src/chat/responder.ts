// What goes back to a platform before the adapter renders it, and the way back.
import type { Delivery, Locale, Medium, Message, PostingLack } from '../message/index.ts';

export interface Outgoing {
  /** At least one; each within the limits of the platform. */
  parts: Message[];
  /** `replace` puts the first part in the place of the message pressed on. */
  mode: 'reply' | 'replace';
  /** `asker`: nobody else may see it. */
  audience: 'everyone' | 'asker';
  /** Its buttons act on the place that they are in, so it must not be sent elsewhere. */
  placeBound?: true;
  /**
   * For the asker alone or not at all: where the platform cannot send it privately, a hint to write privately
   * is sent instead.
   */
  confidential?: true;
  locale: Locale;
}

/** One field to be filled in before a press takes effect. */
export interface Form {
  /** The data of the button; it comes back with the text. */
  action: string;
  title: string;
  /** The name of the field. */
  label: string;
  /** What is expected in the field. */
  hint: string;
  /** In UTF-16 units. */
  maxLength: number;
}

/** The way back to where a request came from. */
export interface Responder {
  /**
   * How a conversation continues where replies do not reach the bot: by a form behind a button (`Chat.form`),
   * or by writing the whole command again in one line. Undefined where replies reach the bot.
   */
  readonly continuesBy?: 'form' | 'line';
  /** Files can be sent along with requests. */
  readonly takesFiles?: true;
  /** The platform's limits for messages in a language. */
  medium(locale: Locale): Medium;
  send(outgoing: Outgoing): Promise<Delivery>;
  /**
   * Why messages without a request cannot be sent to this place, where the platform tells; may cost a request
   * to it.
   */
  lacks?(): Promise<readonly PostingLack[]>;
  /** Acknowledges a request that is not answered, so that the platform shows no failure. */
  dismiss(): Promise<void>;
}
