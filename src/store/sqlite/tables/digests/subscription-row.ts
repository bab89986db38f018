// A row of the table `subscription`.
import type { Backoff, GoneReason, Schedule, Subscription } from '../../../../digests/index.ts';
import { present } from '../../present.ts';
import { restored, restoredOrNull, stored, storedOrNull } from '../../text.ts';

/** All columns but the number, which a replaced subscription keeps. */
export const COLUMNS = [
  ...['place', 'kind', 'channel', 'community', 'person', 'locale', 'since', 'schedule', 'silent'],
  ...['skip_empty', 'paused_until', 'gone_reason', 'gone_at', 'next_at', 'next_day', 'news_since'],
  ...['trouble', 'keeper'],
];

interface Row {
  place: string;
  kind: Subscription['kind'];
  channel: string;
  community: string | null;
  person: string | null;
  locale: Subscription['locale'];
  since: number;
  /** JSON of a `Schedule`. */
  schedule: string | null;
  silent: number;
  skip_empty: number;
  paused_until: string | null;
  gone_reason: GoneReason | null;
  gone_at: number | null;
  next_at: number | null;
  next_day: string | null;
  news_since: number;
  /** The backoff: JSON of a `StoredBackoff`. */
  trouble: string | null;
  /** `enabledBy`. */
  keeper: string | null;
}

export function rowOf(subscription: Subscription): Record<keyof Row, string | number | null> {
  const { schedule, gone, next, backoff } = subscription;
  return {
    place: stored(subscription.place),
    kind: subscription.kind,
    channel: stored(subscription.channel),
    community: storedOrNull(subscription.community),
    person: storedOrNull(subscription.person),
    locale: subscription.locale,
    since: subscription.since,
    schedule: schedule ? JSON.stringify(schedule) : null,
    silent: Number(subscription.silent),
    skip_empty: Number(subscription.skipEmpty),
    paused_until: storedOrNull(subscription.pausedUntil),
    gone_reason: gone?.reason ?? null,
    gone_at: gone?.at ?? null,
    next_at: next?.at ?? null,
    next_day: storedOrNull(next?.day),
    news_since: subscription.newsSince,
    trouble: backoff ? storedBackoff(backoff) : null,
    keeper: storedOrNull(subscription.enabledBy),
  };
}

export function subscriptionOf(found: object): Subscription {
  const row = found as Row;
  const { schedule, gone_reason: reason, gone_at: goneAt, next_at: nextAt, next_day: day } = row;
  return {
    place: restored(row.place),
    kind: row.kind,
    channel: restored(row.channel),
    locale: row.locale,
    since: row.since,
    silent: row.silent === 1,
    skipEmpty: row.skip_empty === 1,
    newsSince: row.news_since,
    ...present({
      community: restoredOrNull(row.community),
      person: restoredOrNull(row.person),
      schedule: schedule === null ? null : (JSON.parse(schedule) as Schedule),
      pausedUntil: restoredOrNull(row.paused_until),
      gone: reason === null ? null : { reason, at: goneAt! },
      enabledBy: restoredOrNull(row.keeper),
      backoff: row.trouble === null ? null : backoffOf(row.trouble),
      next: nextAt === null ? null : { at: nextAt, day: restored(day!) },
    }),
  };
}

/** A backoff under the names of the released file format. */
interface StoredBackoff extends Pick<Backoff, 'obstacle' | 'since' | 'failures'> {
  at?: number;
  wakeAt: number;
  told: boolean;
}

export function storedBackoff({ obstacle, since, failedAt, failures, retryAt, notified }: Backoff): string {
  const at = failedAt === undefined ? {} : { at: failedAt };
  return JSON.stringify({
    ...{ obstacle, since, ...at, failures },
    ...{ wakeAt: retryAt, told: notified },
  } satisfies StoredBackoff);
}

function backoffOf(text: string): Backoff {
  const { obstacle, since, at, failures, wakeAt, told } = JSON.parse(text) as StoredBackoff;
  const failed = at === undefined ? {} : { failedAt: at };
  return { obstacle, since, ...failed, failures, retryAt: wakeAt, notified: told };
}
