// Where the digest of a place stands: when it comes, what became of the last one, why it comes at all.
import { MAX_TOPICS, type OutboxEntry, type Subscription } from '../../digests/index.ts';
import { dateText, type Message, TEXTS } from '../../message/index.ts';
import type { CommandContext } from '../command.ts';
import { isPaused } from '../place-subscription.ts';

const FALLBACK_ZONE = 'UTC';

/** @param heading what stands above it; what the digest is called where undefined */
export async function digestStatusView(
  subscription: Subscription,
  heading: string | undefined,
  { store, locale, place, now, settings, lacks }: CommandContext,
): Promise<Message> {
  const texts = TEXTS[locale];
  const { schedule, silent, skipEmpty, gone, next, since, backoff } = subscription;
  const topics = await store.digests.topics.list(place.id);
  const last = await lastOf(place.id, store.digests.outbox);
  const comes = schedule !== undefined || topics.some(({ atOnce }) => atOnce);
  const zone = schedule?.zone ?? settings.zone ?? FALLBACK_ZONE;
  const moment = (label: string, at: number) => ({ type: 'moment' as const, label, at, zone, locale });
  if (!schedule && topics.length === 0 && !last) return [{ type: 'paragraph', text: texts.digestWasOff() }];
  const isInDoubt = next !== undefined && (await store.digests.clock.get())?.doubt !== undefined;
  const lacking = comes && !gone ? await lacks() : [];
  const say = (text: string) => ({ type: 'paragraph' as const, text });
  return [
    { type: 'heading', text: heading ?? texts.digestStatusHeading() },
    ...(gone ? [say(texts.digestIsGone(gone.reason))] : []),
    ...(backoff && comes ? [say(texts.digestIsObstructed(backoff.obstacle))] : []),
    ...(isInDoubt ? [say(texts.clockInDoubt())] : []),
    ...(lacking.length > 0 ? [say(texts.cannotPost(lacking))] : []),
    ...(schedule ? [] : [{ type: 'paragraph' as const, text: texts.digestWasOff() }]),
    ...(next && isPaused(subscription, now)
      ? [{ type: 'paragraph' as const, text: texts.digestPaused(dateText(next.day, locale)) }]
      : []),
    {
      type: 'list',
      items: [
        ...(schedule
          ? [
              texts.scheduleIs(schedule.time, schedule.days, schedule.zone),
              texts.silently(silent),
              texts.skipping(skipEmpty),
            ]
          : []),
        texts.followingCount(topics.length, MAX_TOPICS),
      ],
    },
    ...(backoff && comes ? [moment(texts.notTakenSince(), backoff.since)] : []),
    ...(backoff && last?.state === 'due' // within the hours in which one is tried again
      ? [moment(texts.nextTry(), last.retryAt)]
      : next
        ? [moment(backoff || lacking.length > 0 ? texts.nextTry() : texts.nextDigest(), next.at)]
        : []),
    ...(last ? [moment(texts.lastDigest(outcomeOf(last)), last.dueAt)] : []),
    ...(comes
      ? [
          {
            type: 'paragraph' as const,
            text: texts.whyHere(subscription.kind === 'private' ? 'private' : 'group'),
          },
        ]
      : []),
    moment(texts.setUpOn(), since),
  ];
}

/** So many entries are looked at for hits that were sent. */
const HISTORY = 50;

/** The last daily digest; where none ever came, the last hits. That a report held none is no news to anybody. */
async function lastOf(
  place: string,
  ledger: CommandContext['store']['digests']['outbox'],
): Promise<OutboxEntry | undefined> {
  const daily = await ledger.lastDaily(place);
  return daily ?? (await ledger.history(place, HISTORY)).find(({ reason }) => reason !== 'nothing-new');
}

const outcomeOf = ({ state, reason }: OutboxEntry) =>
  state === 'failed' || state === 'skipped' ? (reason ?? 'withdrawn') : state;
