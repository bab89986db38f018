// What comes in from a platform, decoded by its adapter. Ids are unique over all platforms.
import type { Locale } from '../message/index.ts';

/** The person who wrote or pressed. */
export interface Person {
  /** Such as platform:123. */
  id: string;
  /** Manages the place by the platform's own rights. */
  manager: boolean;
  /** Speaks in the name of a group or channel, as several people may, so it has no rights of an owner. */
  forChat?: true;
  /** The language that the platform gives for the person. */
  locale?: Locale;
  /** The displayed name, which anybody can choose freely. */
  name?: string;
}

export interface Place {
  /** The id of a channel, thread, topic or private chat. */
  id: string;
  /** In a thread or a private chat a person's next question follows up on the last one. */
  kind: 'private' | 'thread' | 'group';
  /** The places whose access decides. The channel of a private chat is the chat itself. */
  within: { channel: string; community?: string };
  /** The language that the platform gives for the place. */
  locale?: Locale;
  /** The displayed name, where the platform gives it. */
  name?: string;
}

/** A file that comes with a request. */
export interface Attachment {
  /** Chosen by the sender. */
  name: string;
  /** In bytes, as the platform states it. */
  size: number;
  /** The largest file that the platform hands over, in bytes; undefined where there is no limit. */
  maxBytes?: number;
  /** Fetches the bytes. Rejects where the platform does not give them; the error holds no secret. */
  load(): Promise<Uint8Array>;
}

/** Nothing in a request is trusted until the chat has checked it. */
export type Request =
  /** Plain words: a mention, a reply to the bot, a private message. */
  | {
      type: 'question';
      text: string;
      /** The bot's message that is replied to. */
      replyTo?: string;
      /** The text of somebody else's message that is replied to. */
      about?: string;
      /** Only the asker is to see the answer. */
      private?: true;
      attachment?: Attachment;
    }
  | {
      type: 'command';
      name: string;
      /** Options by name, or all in one line. */
      values: Record<string, unknown> | string;
      /** Only the asker is to see the answer. */
      private: boolean;
      /** The text of the message that is replied to. */
      about?: string;
      attachment?: Attachment;
      /** Used from the menu of a message, whose text is the value. */
      fromMessageMenu?: true;
    }
  /** A button or an option of a choice. */
  | {
      type: 'press';
      /** The button's data. */
      action: string;
      /** The message that the button is under. */
      message: string;
      /** What was written into the form that the button opened. */
      text?: string;
      /** The platform shows that the message has no such button: it was pressed twice, or made up. */
      unoffered?: true;
    };

export interface Incoming {
  person: Person;
  place: Place;
  request: Request;
}

/** A half-written option of a command. */
export interface Completion {
  person: Person;
  place: Place;
  command: string;
  option: string;
  partial: string;
}
