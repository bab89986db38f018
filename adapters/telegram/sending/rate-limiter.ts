// Telegram's rate limits: about one message a second in a chat, 20 a minute in a group, 30 a second in all.
// https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
import type { Clock } from '#core';

interface Limit {
  /** Messages within the time. */
  max: number;
  withinMs: number;
}

const SECOND_MS = 1000;
export const LIMITS = {
  chat: { max: 1, withinMs: SECOND_MS },
  group: { max: 20, withinMs: 60 * SECOND_MS },
  all: { max: 30, withinMs: SECOND_MS },
} satisfies Record<string, Limit>;

export type Time = Clock;

/** `answer`: somebody waits for it; `posting`: goes out after all answers that may go now. */
export type Priority = 'answer' | 'posting';

/** A message that waits for its turn. */
interface WaitingMessage {
  chat: number;
  go: () => void;
}

/**
 * Decides when a message may be sent. Messages to one chat keep their order; of several chats, the one that
 * has waited longest goes first within a priority.
 */
export class RateLimiter {
  private readonly everywhere: number[] = [];
  /** When messages were last sent to each chat, the latest chat last. */
  private readonly sent = new Map<number, number[]>();
  private readonly queues = new Map<number, Promise<unknown>>();
  private readonly waiting: Record<Priority, WaitingMessage[]> = { answer: [], posting: [] };
  /** When waiting messages are checked next. */
  private checkAt = Number.POSITIVE_INFINITY;
  private readonly time: Time;

  constructor(time: Time) {
    this.time = time;
  }

  /**
   * Runs a task for a chat after all earlier ones of that chat. The task takes a turn for each message that
   * it sends.
   */
  inOrder<Result>(chat: number, task: () => Promise<Result>): Promise<Result> {
    const before = this.queues.get(chat) ?? Promise.resolve();
    const result = before.then(task);
    const settled = result.then(
      () => {},
      () => {},
    );
    this.queues.set(chat, settled);
    settled.then(() => {
      if (this.queues.get(chat) !== settled) return;
      this.queues.delete(chat);
      if (this.waiting.posting.some((each) => each.chat === chat)) this.check();
    });
    return result;
  }

  /**
   * Resolves when a message may be sent to a chat; it then counts as sent. Postings wait for the chat's
   * tasks.
   */
  turn(chat: number, priority: Priority): Promise<void> {
    return new Promise((go) => {
      this.waiting[priority].push({ chat, go });
      this.check();
    });
  }

  /** Resolves when every chat's messages are sent. */
  async idle(): Promise<void> {
    while (this.queues.size > 0) await Promise.all(this.queues.values());
  }

  /**
   * Releases what may be sent now, in order of arrival. Synchronous, so that no two messages take the same
   * slot.
   */
  private check(): void {
    const now = this.time.elapsed();
    const soonestMs = Math.min(
      this.release('answer', now, () => true),
      this.release('posting', now, (chat) => !this.queues.has(chat)),
    );
    if (now + soonestMs < this.checkAt) this.checkIn(soonestMs, now + soonestMs);
  }

  /** Releases messages of one priority. Milliseconds until the next may go, of those whose chat is free. */
  private release(priority: Priority, now: number, isFree: (chat: number) => boolean): number {
    let soonestMs = Number.POSITIVE_INFINITY;
    this.waiting[priority] = this.waiting[priority].filter(({ chat, go }) => {
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

  /** Of several planned checks, only the earliest runs. */
  private checkIn(ms: number, at: number): void {
    this.checkAt = at;
    this.time.wait(ms).then(() => {
      if (this.checkAt !== at) return;
      this.checkAt = Number.POSITIVE_INFINITY;
      this.check();
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
    keepLatest(times, LIMITS.group.max, now);
    keepLatest(this.everywhere, LIMITS.all.max, now);
    for (const [old, its] of this.sent) {
      if (its[its.length - 1] > now - LIMITS.group.withinMs) break;
      this.sent.delete(old);
    }
  }
}

/** Adds a time and keeps the latest `max` times. */
function keepLatest(times: number[], max: number, now: number): void {
  times.push(now);
  if (times.length > max) times.shift();
}

/** How long until one more is allowed. */
function waitFor(times: number[], { max, withinMs }: Limit, now: number): number {
  return times.length < max ? 0 : times[times.length - max] + withinMs - now;
}
