// How often a person and a channel may have something looked up while typing; counted apart from requests.
import type { ChatOptions } from '../chat-options.ts';
import type { Person, Place } from '../incoming.ts';
import { RateLimit } from './rate-limit.ts';

/** Typing looks things up several times a second. */
const TIMES_RATE_LIMIT = 15;
const MIN_PER_MINUTE = 60;
const MINUTE_MS = 60 * 1000;

export class LookUpLimit {
  private readonly people: RateLimit;
  private readonly channels: RateLimit;

  constructor({
    perPersonPerMinute,
    perChannelPerMinute,
  }: Pick<ChatOptions, 'perPersonPerMinute' | 'perChannelPerMinute'>) {
    const limit = (perMinute: number) =>
      new RateLimit(Math.max(MIN_PER_MINUTE, TIMES_RATE_LIMIT * perMinute), MINUTE_MS);
    this.people = limit(perPersonPerMinute);
    this.channels = limit(perChannelPerMinute);
  }

  /** Counts a look-up; false where there were too many. */
  take({ id }: Person, place: Place, now: number): boolean {
    return (this.people.take(id, now) || this.channels.take(place.id, now)) === 0;
  }
}
