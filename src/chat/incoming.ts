// What comes in from a platform and what goes back, after the adapter has decoded it and before it renders it.
import type { Delivery, Locale, Medium, Message, PostingLack } from '../message/index.ts';

/** Who wrote or pressed. */
export interface Person {
  /** Unique over all platforms, such as platform:123. */
  id: string;
  /** May manage the place by the platform's own rights. */
  manager: boolean;
  /** Speaks in the name of a group or channel, which is nobody: several people do, and whoever they are they own nothing. */
  forChat?: true;
  /** The language that the platform gives for the person. */
  locale?: Locale;
  /** What the person goes by; anybody can go by anything. */
  name?: string;
}

/** Where it was said. */
export interface Place {
  /** The conversation: a channel, thread, topic or private chat, unique over all platforms. */
  id: string;
  /** In a thread or a private chat what one person says next belongs to what was said before. */
  kind: 'private' | 'thread' | 'group';
  /** Places whose access decides, the narrowest first: channel, guild. A private chat is itself. */
  within: { channel: string; community?: string };
  /** The language that the platform gives for the place. */
  locale?: Locale;
  /** What the place is called, as far as the platform tells. */
  name?: string;
}

/** A file that comes with a request. */
export interface Attachment {
  /** What its sender calls it. */
  name: string;
  /** In bytes, as the platform states it. */
  size: number;
  /** The largest that the platform hands over, in bytes; undefined where it hands over all. */
  most?: number;
  /** Fetches the bytes. Rejects where the platform does not give them; the error holds no secret. */
  load(): Promise<Uint8Array>;
}

/** What is wanted. Everything in it is hostile until the chat has checked it. */
export type Request =
  /**
   * Plain words: a mention, a reply to the bot (to the message `replyTo`), a private message. `about`: what somebody else said to whom it
   * replies. `private`: only the asker is to see the answer.
   */
  | {
      type: 'question';
      text: string;
      replyTo?: string;
      about?: string;
      private?: true;
      attachment?: Attachment;
    }
  /**
   * Options by name, or all in one line of words; a file beside them. `private`: only the asker is to see the answer. `about`: the words
   * of the message that it replies to.
   */
  | {
      type: 'command';
      name: string;
      values: Record<string, unknown> | string;
      private: boolean;
      about?: string;
      attachment?: Attachment;
      /** The text comes from a message that somebody pointed at. */
      pointedAt?: true;
    }
  /** A button or an option of a choice, with the message it stands under. */
  | {
      type: 'press';
      action: string;
      message: string;
      /** What was written into the form that it opened. */
      text?: string;
      /** The platform shows that the message has no such button: it was pressed twice, or made up. */
      unoffered?: true;
    };

export interface Incoming {
  person: Person;
  place: Place;
  request: Request;
}

/** What is to be sent, already split to what the platform takes. */
export interface Outgoing {
  /** At least one; each within the limits of the platform. */
  parts: Message[];
  /** `replace` puts the first part in the place of the message pressed on. */
  mode: 'reply' | 'replace';
  /** `asker`: nobody else may see it. */
  audience: 'everyone' | 'asker';
  /** Its buttons act on the place where they stand: it is not to be said elsewhere. */
  placeBound?: true;
  /** For the asker alone or not at all: where the platform cannot whisper, the asker is told to write privately first. */
  confidential?: true;
  locale: Locale;
}

/** One field to be filled in before a press does something. */
export interface Form {
  /** The data of the button; it comes back with what was written. */
  action: string;
  title: string;
  /** What the field is called. */
  label: string;
  /** What is to be written into it. */
  hint: string;
  /** In UTF-16 units. */
  maxLength: number;
}

/** The way back to where a request came from. */
export interface Responder {
  /**
   * Replies to what is sent here do not reach the bot. Instead a button can open a form (`Chat.form`), or what is missing must be pressed
   * or written anew in one line. Where undefined one goes on by replying.
   */
  readonly goesOnBy?: 'form' | 'line';
  /** Files can be sent along with requests. */
  readonly takesFiles?: true;
  /** The platform's limits for messages in a language. */
  medium(locale: Locale): Medium;
  send(outgoing: Outgoing): Promise<Delivery>;
  /** What keeps messages that nobody asked for from this place, as far as the platform tells; it may be asked for that. */
  lacks?(): Promise<readonly PostingLack[]>;
  /** Takes note of a request that is not answered, so that the platform shows no failure. */
  dismiss(): Promise<void>;
}

/** Half-written option of a command, to be completed. */
export interface Completion {
  person: Person;
  place: Place;
  command: string;
  option: string;
  partial: string;
}
