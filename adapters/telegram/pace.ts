// How fast Telegram takes messages: about one a second in a chat, 20 a minute in a group, 30 a second in all.
// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this

/** Most messages within a time. */
interface Limit {
  most: number;
  withinMs: number;
}

const SECOND_MS = 1000;
export const LIMITS = {
  chat: { most: 1, withinMs: SECOND_MS },
  group: { most: 20, withinMs: 60 * SECOND_MS },
  all: { most: 30, withinMs: SECOND_MS },
} satisfies Record<string, Limit>;

/** Time as it is passed in. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  wait(ms: number): Promise<void>;
}

/** Says when the next message may go out. One chat's messages keep their order. */
export class Pace {
  private readonly sent = new Map<number | 'all', number[]>();
  private readonly lines = new Map<number, Promise<unknown>>();
  private readonly time: Time;

  constructor(time: Time) {
    this.time = time;
  }

  /** Runs a task for a chat after all earlier ones of that chat. The task takes a turn for each message that it sends. */
  inOrder<Result>(chat: number, task: () => Promise<Result>): Promise<Result> {
    const before = this.lines.get(chat) ?? Promise.resolve();
    const result = before.then(task);
    const settled = result.then(
      () => {},
      () => {},
    );
    this.lines.set(chat, settled);
    settled.then(() => {
      if (this.lines.get(chat) === settled) this.lines.delete(chat);
    });
    return result;
  }

  /** Resolves when a message may go to a chat. */
  async turn(chat: number): Promise<void> {
    for (;;) {
      const now = this.time.now();
      const waitMs = Math.max(
        this.waitFor(chat, LIMITS.chat, now),
        chat < 0 ? this.waitFor(chat, LIMITS.group, now) : 0, // groups have negative numbers
        this.waitFor('all', LIMITS.all, now),
      );
      if (waitMs <= 0) break;
      await this.time.wait(waitMs);
    }
    const now = this.time.now();
    this.note(chat, now);
    this.note('all', now);
  }

  /** Resolves when every chat's messages are sent. */
  async idle(): Promise<void> {
    while (this.lines.size > 0) await Promise.all(this.lines.values());
  }

  private waitFor(key: number | 'all', { most, withinMs }: Limit, now: number): number {
    const times = (this.sent.get(key) ?? []).filter((time) => time > now - withinMs);
    return times.length < most ? 0 : times[times.length - most] + withinMs - now;
  }

  private note(key: number | 'all', now: number): void {
    const times = (this.sent.get(key) ?? []).filter((time) => time > now - LIMITS.group.withinMs);
    this.sent.delete(key); // keys stay in the order of their last message
    this.sent.set(key, [...(key === 'all' ? times.filter((time) => time > now - SECOND_MS) : times), now]);
    for (const [old, its] of this.sent) {
      if ((its.at(-1) ?? 0) > now - LIMITS.group.withinMs) break;
      this.sent.delete(old);
    }
  }
}
