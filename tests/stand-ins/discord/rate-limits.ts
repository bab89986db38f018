// Discord's limits on how often: all requests of a bot together, and new messages in one channel.
// https://discord.com/developers/docs/topics/rate-limits; answers to interactions are outside of the first.
import { type Answer, tooOften } from './faults.ts';

export interface RateLimitOptions {
  /** All requests with the bot's token. */
  globalPerSecond?: number;
  /** New messages in one channel within `messageWindowMs`. */
  messagesPerChannel?: number;
  messageWindowMs?: number;
}

const SECOND_MS = 1000;

interface Window {
  used: number;
  endsAt: number;
}

export interface Taken {
  /** To go with the answer, whatever it is. */
  headers: Record<string, string>;
  refused?: Answer | undefined;
}

export class RateLimits {
  readonly #options: Required<RateLimitOptions>;
  readonly #now: () => number;
  readonly #windows = new Map<string, Window>();

  constructor(options: RateLimitOptions, now: () => number) {
    this.#options = { globalPerSecond: 50, messagesPerChannel: 5, messageWindowMs: 5000, ...options };
    this.#now = now;
  }

  /** Counts a request with the bot's token; `channel` where it posts a new message. */
  take(channel?: string): Taken {
    const global = this.#use('global', this.#options.globalPerSecond, SECOND_MS);
    if (global.retryAfterMs !== undefined)
      return { headers: {}, refused: rounded(global.retryAfterMs, true, {}) };
    if (channel === undefined) return { headers: {} };
    const { messagesPerChannel: limit, messageWindowMs } = this.#options;
    const { window, retryAfterMs } = this.#use(channel, limit, messageWindowMs);
    const headers = {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - window.used)),
      'X-RateLimit-Reset': String(window.endsAt / 1000),
      'X-RateLimit-Reset-After': String((window.endsAt - this.#now()) / 1000),
      'X-RateLimit-Bucket': 'channel-messages',
    };
    return {
      headers,
      refused: retryAfterMs === undefined ? undefined : rounded(retryAfterMs, false, headers),
    };
  }

  #use(key: string, limit: number, lengthMs: number): { window: Window; retryAfterMs?: number } {
    const now = this.#now();
    const known = this.#windows.get(key);
    const window = known && known.endsAt > now ? known : { used: 0, endsAt: now + lengthMs };
    this.#windows.set(key, window);
    if (window.used >= limit) return { window, retryAfterMs: window.endsAt - now };
    window.used += 1;
    return { window };
  }
}

/** Discord's header has whole seconds, only the body has fractions. */
function rounded(retryAfterMs: number, global: boolean, headers: Record<string, string>): Answer {
  return tooOften(retryAfterMs, global, {
    ...headers,
    'Retry-After': String(Math.ceil(retryAfterMs / 1000)),
  });
}
