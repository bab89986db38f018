// How fast Telegram takes messages: about one a second in a chat, 20 a minute in a group, 30 a second in all.
// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
import type { Clock } from '#core';

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
export type Time = Clock;

/** Somebody waits for an answer (`at once`); what nobody waits for goes out `in time`, after all that may go at once. */
export type Urgency = 'at once' | 'in time';

/** A message that waits for its turn. */
interface Waiting {
  chat: number;
  go: () => void;
}

/**
 * Says when the next message may go out. One chat's messages keep their order; of chats that may both send, the one that has waited
 * longer goes first among those of the same urgency.
 */
export class RateLimiter {
  private readonly everywhere: number[] = [];
  /** When each chat was last sent something, the latest chat last. */
  private readonly sent = new Map<number, number[]>();
  private readonly lines = new Map<number, Promise<unknown>>();
  private readonly waiting: Record<Urgency, Waiting[]> = { 'at once': [], 'in time': [] };
  /** When the next look at those who wait is due. */
  private lookAt = Number.POSITIVE_INFINITY;
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
      if (this.lines.get(chat) !== settled) return;
      this.lines.delete(chat);
      if (this.waiting['in time'].some((each) => each.chat === chat)) this.look();
    });
    return result;
  }

  /** Resolves when a message may go to a chat; it counts as sent from then on. What goes `in time` comes between no two of a task. */
  turn(chat: number, urgency: Urgency): Promise<void> {
    return new Promise((go) => {
      this.waiting[urgency].push({ chat, go });
      this.look();
    });
  }

  /** Resolves when every chat's messages are sent. */
  async idle(): Promise<void> {
    while (this.lines.size > 0) await Promise.all(this.lines.values());
  }

  /** Lets those go who may, in the order in which they came. All in one breath: no two can take the same place. */
  private look(): void {
    const now = this.time.elapsed();
    const soonestMs = Math.min(
      this.letGo('at once', now, () => true),
      this.letGo('in time', now, (chat) => !this.lines.has(chat)),
    );
    if (now + soonestMs < this.lookAt) this.lookIn(soonestMs, now + soonestMs);
  }

  /** Lets those of one urgency go. Milliseconds until the next of them may, those left out whose chat is not free. */
  private letGo(urgency: Urgency, now: number, isFree: (chat: number) => boolean): number {
    let soonestMs = Number.POSITIVE_INFINITY;
    this.waiting[urgency] = this.waiting[urgency].filter(({ chat, go }) => {
      if (!isFree(chat)) return true;
      const waitMs = Math.max(waitFor(this.everywhere, LIMITS.all, now), this.waitIn(chat, now));
      if (waitMs > 0) {
        soonestMs = Math.min(soonestMs, waitMs);
        return true;
      }
      this.note(chat, now);
      go();
      return false;
    });
    return soonestMs;
  }

  /** Of the looks that are planned, only the earliest counts. */
  private lookIn(ms: number, at: number): void {
    this.lookAt = at;
    this.time.wait(ms).then(() => {
      if (this.lookAt !== at) return;
      this.lookAt = Number.POSITIVE_INFINITY;
      this.look();
    });
  }

  private waitIn(chat: number, now: number): number {
    const times = this.sent.get(chat);
    if (!times) return 0;
    const isGroup = chat < 0; // groups have negative numbers
    return Math.max(waitFor(times, LIMITS.chat, now), isGroup ? waitFor(times, LIMITS.group, now) : 0);
  }

  private note(chat: number, now: number): void {
    const times = this.sent.get(chat) ?? [];
    this.sent.delete(chat); // the latest chat comes last
    this.sent.set(chat, times);
    keep(times, LIMITS.group.most, now);
    keep(this.everywhere, LIMITS.all.most, now);
    for (const [old, its] of this.sent) {
      if (its[its.length - 1] > now - LIMITS.group.withinMs) break;
      this.sent.delete(old);
    }
  }
}

/** Adds a time to the latest, of which so many are kept. */
function keep(times: number[], most: number, now: number): void {
  times.push(now);
  if (times.length > most) times.shift();
}

/** How long until one more is allowed. */
function waitFor(times: number[], { most, withinMs }: Limit, now: number): number {
  return times.length < most ? 0 : times[times.length - most] + withinMs - now;
}
