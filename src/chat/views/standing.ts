// Where the digest of a place stands: when it comes, what became of the last one, why it comes at all.
import { type Entry, MAX_TOPICS, type Subscription } from '../../digests/index.ts';
import { dateText, type Message, TEXTS } from '../../message/index.ts';
import type { Scene } from '../command.ts';

const FALLBACK_ZONE = 'UTC';

/** @param heading what stands above it; what the digest is called where undefined */
export async function standingView(
  subscription: Subscription,
  heading: string | undefined,
  { store, locale, place, now }: Scene,
): Promise<Message> {
  const texts = TEXTS[locale];
  const { schedule, silent, skipEmpty, pausedUntil, gone, next, since } = subscription;
  const topics = await store.digests.topics.list(place.id);
  const [last] = await store.digests.ledger.history(place.id, 1);
  const zone = schedule?.zone ?? FALLBACK_ZONE;
  const moment = (label: string, at: number) => ({ type: 'moment' as const, label, at, zone, locale });
  if (!schedule && topics.length === 0 && !last) return [{ type: 'paragraph', text: texts.digestWasOff() }];
  return [
    { type: 'heading', text: heading ?? texts.digestStanding() },
    ...(gone ? [{ type: 'paragraph' as const, text: texts.digestIsGone(gone.reason) }] : []),
    ...(schedule ? [] : [{ type: 'paragraph' as const, text: texts.digestWasOff() }]),
    ...(pausedUntil && next && next.at > now
      ? [{ type: 'paragraph' as const, text: texts.digestPaused(dateText(pausedUntil, locale)) }]
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
    ...(next ? [moment(texts.nextDigest(), next.at)] : []),
    ...(last ? [moment(texts.lastDigest(fateOf(last)), last.dueAt)] : []),
    { type: 'paragraph', text: texts.whyHere(subscription.kind === 'private' ? 'private' : 'group') },
    moment(texts.setUpOn(), since),
  ];
}

const fateOf = ({ state, reason }: Entry) =>
  state === 'failed' || state === 'skipped' ? (reason ?? 'withdrawn') : state;
