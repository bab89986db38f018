// The status of a place's digest: its schedule, its next and last delivery, what hinders it, why it comes.
import { MAX_TOPICS, type OutboxEntry, type Subscription } from '../../digests/index.ts';
import { dateText, type Message, TEXTS } from '../../message/index.ts';
import type { CommandContext } from '../command.ts';
import { isPaused } from '../place-subscription.ts';
import { paragraph } from './paragraph.ts';

const FALLBACK_ZONE = 'UTC';

/** @param heading a general one where undefined */
export async function digestStatusView(
  subscription: Subscription,
  heading: string | undefined,
  { store, locale, place, now, settings, lacks }: CommandContext,
): Promise<Message> {
  const texts = TEXTS[locale];
  const { schedule, silent, skipEmpty, gone, next, since, trouble } = subscription;
  const topics = await store.digests.topics.list(place.id);
  const last = await lastDelivery(place.id, store.digests.outbox);
  const isOn = schedule !== undefined || topics.some(({ atOnce }) => atOnce);
  const zone = schedule?.zone ?? settings.zone ?? FALLBACK_ZONE;
  const moment = (label: string, at: number) => ({ type: 'moment' as const, label, at, zone, locale });
  if (!schedule && topics.length === 0 && !last) return [{ type: 'paragraph', text: texts.digestWasOff() }];
  const isInDoubt = next !== undefined && (await store.digests.clock.get())?.doubt !== undefined;
  const lacking = isOn && !gone ? await lacks() : [];
  return [
    { type: 'heading', text: heading ?? texts.digestStanding() },
    ...(gone ? [paragraph(texts.digestIsGone(gone.reason))] : []),
    ...(trouble && isOn ? [paragraph(texts.digestIsHindered(trouble.obstacle))] : []),
    ...(isInDoubt ? [paragraph(texts.clockInDoubt())] : []),
    ...(lacking.length > 0 ? [paragraph(texts.cannotPost(lacking))] : []),
    ...(schedule ? [] : [paragraph(texts.digestWasOff())]),
    ...(next && isPaused(subscription, now)
      ? [paragraph(texts.digestPaused(dateText(next.day, locale)))]
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
    ...(trouble && isOn ? [moment(texts.notTakenSince(), trouble.since)] : []),
    ...(trouble && last?.state === 'due' // due and still being retried
      ? [moment(texts.nextTry(), last.wakeAt)]
      : next
        ? [moment(trouble || lacking.length > 0 ? texts.nextTry() : texts.nextDigest(), next.at)]
        : []),
    ...(last ? [moment(texts.lastDigest(outcomeOf(last)), last.dueAt)] : []),
    ...(isOn ? [paragraph(texts.whyHere(subscription.kind === 'private' ? 'private' : 'group'))] : []),
    moment(texts.setUpOn(), since),
  ];
}

/** Entries among which the last hits are looked for. */
const MAX_HISTORY = 50;

/** The last daily digest, else the last hits; hits that held nothing new were never seen. */
async function lastDelivery(
  place: string,
  outbox: CommandContext['store']['digests']['outbox'],
): Promise<OutboxEntry | undefined> {
  const daily = await outbox.lastDaily(place);
  return daily ?? (await outbox.history(place, MAX_HISTORY)).find(({ reason }) => reason !== 'nothing-new');
}

const outcomeOf = ({ state, reason }: OutboxEntry) =>
  state === 'failed' || state === 'skipped' ? (reason ?? 'withdrawn') : state;
