// Telegram's limits on how often: about a message a second to one chat with a small burst, 20 a minute to one group, 30 a second to all together.
// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; that edits count too is experience.

export interface RateLimitOptions {
  /** New messages to all chats together. */
  perSecond?: number;
  /** Messages and edits in one chat, in the long run. */
  perChatPerSecond?: number;
  /** How many of them may come at once. */
  chatBurst?: number;
  /** Messages and edits in one group. */
  perGroupPerMinute?: number;
  /** How long a second lasts. With 10, waiting for `retry_after` (then a fraction) takes a hundredth of the time. */
  secondMs?: number;
}

export interface Sending {
  chat: number;
  group: boolean;
  edit: boolean;
}

/** Fills up with time; each sending takes one. */
interface Bucket {
  left: number;
  at: number;
}

const EVERYONE = 'all';

export class RateLimits {
  readonly #options: Required<RateLimitOptions>;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();
  /** When each group was sent something in the last minute. */
  readonly #minutes = new Map<number, number[]>();

  constructor(options: RateLimitOptions, now: () => number) {
    this.#options = {
      perSecond: 30,
      perChatPerSecond: 1,
      chatBurst: 4,
      perGroupPerMinute: 20,
      secondMs: 1000,
      ...options,
    };
    this.#now = now;
  }

  /** Counts a sending. Seconds until it may come again where it came too often; it is then not counted. */
  take({ chat, group, edit }: Sending): number | undefined {
    const { perSecond, perChatPerSecond, chatBurst, secondMs } = this.#options;
    const waits = [
      this.#wait(`chat ${chat}`, perChatPerSecond, chatBurst),
      edit ? 0 : this.#wait(EVERYONE, perSecond, perSecond),
      group ? this.#waitInMinute(chat) : 0,
    ];
    const longest = Math.max(...waits);
    if (longest > 0) return (Math.max(1, Math.ceil(longest / secondMs)) * secondMs) / 1000;
    this.#use(`chat ${chat}`);
    if (!edit) this.#use(EVERYONE);
    if (group) this.#minutes.get(chat)?.push(this.#now());
    return undefined;
  }

  /** Milliseconds until the bucket has one again. */
  #wait(key: string, perSecond: number, most: number): number {
    const now = this.#now();
    const known = this.#buckets.get(key) ?? { left: most, at: now };
    const perMs = perSecond / this.#options.secondMs;
    const left = Math.min(most, known.left + (now - known.at) * perMs);
    this.#buckets.set(key, { left, at: now });
    return left >= 1 ? 0 : (1 - left) / perMs;
  }

  #use(key: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket) bucket.left -= 1;
  }

  #waitInMinute(group: number): number {
    const minuteMs = 60 * this.#options.secondMs;
    const now = this.#now();
    const recent = (this.#minutes.get(group) ?? []).filter((at) => at > now - minuteMs);
    this.#minutes.set(group, recent);
    return recent.length < this.#options.perGroupPerMinute ? 0 : recent[0] + minuteMs - now;
  }
}
