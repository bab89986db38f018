// The status of a place's digest: its schedule, its next and last delivery, what hinders it, why it comes.
import { MAX_TOPICS, type OutboxEntry, type Subscription } from '../../digests/index.ts';
import { dateText, type Message, type PostingLack, TEXTS } from '../../message/index.ts';
import type { CommandContext } from '../command.ts';
import { FALLBACK_ZONE } from '../place-settings.ts';
import { isPaused } from '../place-subscription.ts';
import { paragraph } from './paragraph.ts';

interface DigestStatus {
  subscription: Subscription;
  topicCount: number;
  last: OutboxEntry | undefined;
  /** Something can come: a digest, or hits of a topic that is followed at once. */
  isOn: boolean;
  /** The clock may be wrong, which delays the next digest. */
  isInDoubt: boolean;
  /** Why nothing can be sent here, where the platform tells. */
  lacking: readonly PostingLack[];
}

/** @param heading a general one where undefined */
export async function digestStatusView(
  subscription: Subscription,
  heading: string | undefined,
  context: CommandContext,
): Promise<Message> {
  const texts = TEXTS[context.locale];
  const status = await statusOf(subscription, context);
  const { topicCount, last, isOn } = status;
  if (!subscription.schedule && topicCount === 0 && !last) return [paragraph(texts.digestWasOff())];
  return [
    { type: 'heading', text: heading ?? texts.digestStatusHeading() },
    ...hindrances(status, context),
    { type: 'list', items: options(status, context) },
    ...deliveries(status, context),
    ...(isOn ? [paragraph(texts.whyHere(subscription.kind === 'private' ? 'private' : 'group'))] : []),
    moment(texts.setUpOn(), subscription.since, subscription, context),
  ];
}

async function statusOf(
  subscription: Subscription,
  { store, place, lacks }: CommandContext,
): Promise<DigestStatus> {
  const { schedule, gone, next } = subscription;
  const topics = await store.digests.topics.list(place.id);
  const isOn = schedule !== undefined || topics.some(({ atOnce }) => atOnce);
  return {
    subscription,
    topicCount: topics.length,
    last: await lastDelivery(place.id, store.digests.outbox),
    isOn,
    isInDoubt: next !== undefined && (await store.digests.clock.get())?.doubt !== undefined,
    lacking: isOn && !gone ? await lacks() : [],
  };
}

/** Why no digest comes, or not at its time. */
function hindrances(
  { subscription, isOn, isInDoubt, lacking }: DigestStatus,
  { locale, now }: CommandContext,
): Message {
  const texts = TEXTS[locale];
  const { schedule, gone, next, backoff } = subscription;
  return [
    ...(gone ? [paragraph(texts.digestIsGone(gone.reason))] : []),
    ...(backoff && isOn ? [paragraph(texts.digestIsObstructed(backoff.obstacle))] : []),
    ...(isInDoubt ? [paragraph(texts.clockInDoubt())] : []),
    ...(lacking.length > 0 ? [paragraph(texts.cannotPost(lacking))] : []),
    ...(schedule ? [] : [paragraph(texts.digestWasOff())]),
    ...(next && isPaused(subscription, now)
      ? [paragraph(texts.digestPaused(dateText(next.day, locale)))]
      : []),
  ];
}

function options({ subscription, topicCount }: DigestStatus, { locale }: CommandContext): string[] {
  const texts = TEXTS[locale];
  const { schedule, silent, skipEmpty } = subscription;
  return [
    ...(schedule
      ? [
          texts.scheduleIs(schedule.time, schedule.days, schedule.zone),
          texts.silently(silent),
          texts.skipping(skipEmpty),
        ]
      : []),
    texts.followingCount(topicCount, MAX_TOPICS),
  ];
}

/** Since when it fails, the next and the last one. */
function deliveries({ subscription, last, isOn, lacking }: DigestStatus, context: CommandContext): Message {
  const texts = TEXTS[context.locale];
  const { next, backoff } = subscription;
  const at = (label: string, time: number) => moment(label, time, subscription, context);
  const isRetried = backoff !== undefined && last?.state === 'due';
  const nextLabel = backoff || lacking.length > 0 ? texts.nextTry() : texts.nextDigest();
  return [
    ...(backoff && isOn ? [at(texts.notTakenSince(), backoff.since)] : []),
    ...(isRetried ? [at(texts.nextTry(), last.retryAt)] : next ? [at(nextLabel, next.at)] : []),
    ...(last ? [at(texts.lastDigest(outcomeOf(last)), last.dueAt)] : []),
  ];
}

const moment = (
  label: string,
  at: number,
  { schedule }: Subscription,
  { settings, locale }: CommandContext,
): Message[number] => {
  const zone = schedule?.zone ?? settings.zone ?? FALLBACK_ZONE;
  return { type: 'moment', label, at, zone, locale };
};

/** Entries among which the last hits are looked for. */
const MAX_HISTORY = 50;

/** The last daily digest, else the last hits; skipped hits without anything new do not count. */
async function lastDelivery(
  place: string,
  outbox: CommandContext['store']['digests']['outbox'],
): Promise<OutboxEntry | undefined> {
  const daily = await outbox.lastDaily(place);
  return daily ?? (await outbox.history(place, MAX_HISTORY)).find(({ reason }) => reason !== 'nothing-new');
}

const outcomeOf = ({ state, reason }: OutboxEntry) =>
  state === 'failed' || state === 'skipped' ? (reason ?? 'withdrawn') : state;
