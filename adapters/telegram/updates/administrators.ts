// The administrators of groups and channels, cached for a few minutes.
import type { Log } from '#core';
import type { Call } from '../api.ts';
import { failureOf } from '../errors.ts';
import type { Time } from '../sending/rate-limiter.ts';

const CACHE_MS = 5 * 60 * 1000;

export class Administrators {
  private readonly cache = new Map<number, { at: number; people: Promise<ReadonlySet<number>> }>();
  private readonly call: Call;
  private readonly time: Time;
  private readonly log: Log;

  constructor(call: Call, time: Time, log: Log) {
    this.call = call;
    this.time = time;
    this.log = log;
  }

  /** Whether a person administers a group or channel; false where Telegram does not answer. */
  async has(chat: number, person: number): Promise<boolean> {
    const now = this.time.elapsed();
    for (const [id, { at }] of this.cache) if (at <= now - CACHE_MS) this.cache.delete(id);
    let entry = this.cache.get(chat);
    if (!entry) {
      entry = { at: now, people: this.fetch(chat) };
      this.cache.set(chat, entry);
    }
    return (await entry.people).has(person);
  }

  /** Fetches them again next time: rights have changed. */
  forget(chat: number): void {
    this.cache.delete(chat);
  }

  private async fetch(chat: number): Promise<ReadonlySet<number>> {
    try {
      const members = await this.call('getChatAdministrators', { chat_id: chat });
      return new Set(members.map(({ user }) => user.id));
    } catch (error) {
      this.cache.delete(chat); // not cached: it may be an outage
      const kind = failureOf(error)?.kind;
      if (kind !== 'forbidden' && kind !== 'unreachable' && kind !== 'obstacle')
        this.log.warn(
          { err: error, chat },
          'Telegram does not say who administers a chat; nobody does for now',
        );
      return new Set();
    }
  }
}
