// How a message gets to a place without anybody having asked: what an adapter gives to the digests.
import type { Delivery, Locale, Medium, Message } from '../message/index.ts';

/** How a message is to be sent. */
export interface Posting {
  locale: Locale;
  /** Without a sound. */
  silent: boolean;
  /** Of at most 25 letters and digits: the same for every attempt, so that a platform can tell a repetition. */
  id: string;
  /**
   * An earlier attempt may have arrived since then (milliseconds since 1970). A platform that can look for it does, by the actions of the
   * buttons of the message.
   */
  triedSince?: number;
  /** Whether the message is still ours, by the clock of whoever posts: what could not be begun as long as it was comes back as `retry`. */
  isOurs(): boolean;
}

export interface Poster {
  /** What the keys of its places begin with, up to the first colon. */
  platform: string;
  /** So many messages may be under way at a time. */
  most: number;
  medium(locale: Locale): Medium;
  /**
   * Sends one message to a place, trying once. Outages and limits are `retry`: whoever posts waits. The place may have got another key
   * meanwhile (a group became a supergroup): then the store is told, and the message goes there.
   */
  post(place: string, message: Message, posting: Posting): Promise<Delivery>;
  /** The key of the private chat with a person, by the person's key, on a platform that has such; undefined where it gives none now. */
  direct?(person: string): Promise<string | undefined>;
  /** Where a place is to be found by those who may see it; undefined where that cannot be said. */
  addressOf?(place: string, community?: string): string | undefined;
  /**
   * The keys of what an earlier attempt has left in a place, where a platform can tell; undefined where there is nothing.
   * @param since when the first attempt was begun, milliseconds since 1970
   */
  find?(place: string, id: string, since: number): Promise<string[] | undefined>;
}
