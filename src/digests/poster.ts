// Sends a message to a place without a request; each adapter with a platform that can do so provides one.
import type { Delivery, Locale, Medium, Message } from '../message/index.ts';

export interface PostOptions {
  locale: Locale;
  /** Without a notification sound. */
  silent: boolean;
  /** At most 25 letters and digits, the same for every attempt: the platform's idempotency key. */
  id: string;
  /**
   * Where an earlier attempt of unknown outcome began, in milliseconds since 1970. A platform that can search
   * its messages looks for the one with the same button actions first.
   */
  triedSince?: number;
  /** Whether the claim still holds; a post that cannot begin while it does returns `retry`. */
  isClaimed(): boolean;
}

export interface Poster {
  /** What the keys of its places begin with, up to the first colon. */
  platform: string;
  /** Posts that may be under way at a time. */
  maxConcurrent: number;
  medium(locale: Locale): Medium;
  /**
   * Sends one message in one attempt; outages and rate limits are `retry`, and the caller waits. Where the
   * place has another key by now (a group became a supergroup), the poster moves it in the store and sends
   * the message there.
   */
  post(place: string, message: Message, options: PostOptions): Promise<Delivery>;
  /** The key of the private chat with a person; undefined where the platform gives none now. */
  direct?(person: string): Promise<string | undefined>;
  /** A link or name of a place for those who may see it. */
  addressOf?(place: string, community?: string): string | undefined;
  /**
   * The keys of the messages that an earlier attempt has sent to a place; undefined where there are none.
   * @param since when the first attempt began, milliseconds since 1970
   */
  find?(place: string, id: string, since: number): Promise<string[] | undefined>;
}
