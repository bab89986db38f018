// Notices that a person gets only once in a while: claimed before they are sent, so that of two requests at
// once only one sends it, and released where they do not arrive.
import { RateLimit } from './access/rate-limit.ts';
import type { ChatOptions } from './chat-options.ts';
import { RetryLimit } from './retry-limit.ts';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** The right to send a notice now. */
export interface Claim {
  /** For a notice that did not arrive: it can be claimed again, soon at first, then ever more rarely. */
  release(): Promise<void>;
}

export class Notices {
  private readonly options: Pick<ChatOptions, 'store' | 'clock' | 'elapsed'>;
  private readonly minutely = new RateLimit(1, MINUTE_MS);
  private readonly retryLimit = new RetryLimit();

  constructor(options: Pick<ChatOptions, 'store' | 'clock' | 'elapsed'>) {
    this.options = options;
  }

  /** A claim that outlives restarts; undefined where there was one within a day. */
  async claimDaily(person: string, key: string): Promise<Claim | undefined> {
    const { notices } = this.options.store;
    const now = this.options.clock();
    const elapsedMs = this.options.elapsed();
    const name = `${person} ${key}`;
    if (!this.retryLimit.allows(name, elapsedMs) || !(await notices.claim(person, key, now, now - DAY_MS)))
      return undefined;
    return {
      release: () => {
        this.retryLimit.recordFailure(name, elapsedMs);
        return notices.release(person, key, now);
      },
    };
  }

  /** A claim that a restart forgets; undefined where there was one within a minute. */
  claimMinutely(person: string): Claim | undefined {
    const now = this.options.elapsed();
    if (!this.retryLimit.allows(person, now) || this.minutely.take(person, now) > 0) return undefined;
    return {
      release: async () => {
        this.retryLimit.recordFailure(person, now);
        this.minutely.release(person, now);
      },
    };
  }
}
