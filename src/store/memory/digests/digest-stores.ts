// The digests' stores in memory, and what reaches across them: rewinding, moving a place, forgetting a
// person.
import type {
  ClockState,
  ContentStore,
  DigestStore,
  KnownReport,
  ReportHistory,
} from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';
import { removeFrom, rename } from '../map-operations.ts';
import { rewound } from '../rewind.ts';
import { isWithin, movedKey } from './keys.ts';
import { outboxIn } from './outbox.ts';
import { OutboxRows } from './outbox-rows.ts';
import { moveShown, type ShownByPlace, shownIn } from './shown.ts';
import { type Subscriptions, subscriptionsIn } from './subscriptions.ts';
import { moveTopics, type Topics, topicsIn } from './topics.ts';

interface DigestsInMemory {
  stores: Synchronous<DigestStore>;
  move(from: string, to: string): void;
  /** Removes what a person has set up; returns how many subscriptions and topics. */
  forget(person: string): number;
}

/** @param rewindOthers rewinds the stores of other rooms; returns how many times */
export function digestsInMemory(rewindOthers: (now: number) => number): DigestsInMemory {
  const subscriptions: Subscriptions = new Map();
  const topics: Topics = new Map();
  const outbox = new OutboxRows();
  const shown: ShownByPlace = new Map();
  const contents: Contents = new Map();
  const reports = new Map<string, KnownReport>();
  let clock: ClockState | undefined;
  let last = 0;
  const nextNumber = () => ++last;
  const remove = (place: string) => {
    for (const store of [subscriptions, topics, shown]) store.delete(place);
    outbox.remove(place);
    removeFrom(contents, (content) => content.place === place);
  };
  return {
    stores: {
      subscriptions: subscriptionsIn(subscriptions, outbox, nextNumber, remove),
      topics: topicsIn(topics, nextNumber),
      outbox: outboxIn(outbox, subscriptions, shown),
      shown: shownIn(shown),
      reports: reportsIn(reports),
      contents: contentsIn(contents),
      clock: {
        get: () => structuredClone(clock),
        set(state) {
          clock = structuredClone(state);
        },
        rewind(now) {
          const subscribed = [...subscriptions.values()].map(({ subscription }) => subscription);
          const followed = [...topics.values()].flatMap((here) => [...here.values()]);
          return (
            rewound(subscribed, ['since', 'newsSince'], now) +
            rewound(
              subscribed.flatMap(({ gone }) => gone ?? []),
              ['at'],
              now,
            ) +
            rewound(
              followed.map(({ topic }) => topic),
              ['since'],
              now,
            ) +
            rewound(reports.values(), ['firstSeen'], now) +
            rewound(contents.values(), ['at'], now) +
            outbox.rewind(now) +
            rewindOthers(now)
          );
        },
      },
    },
    move(from, to) {
      const places = new Set([subscriptions, topics, shown, outbox].flatMap(placesIn));
      for (const place of innermostFirst(places, from)) {
        const moved = movedKey(place, from, to);
        moveSubscription(subscriptions, place, moved);
        moveTopics(topics, place, moved);
        moveShown(shown, place, moved);
        outbox.move(place, moved);
      }
      for (const content of contents.values()) content.place = movedKey(content.place, from, to);
      for (const { subscription } of subscriptions.values()) {
        subscription.channel = movedKey(subscription.channel, from, to);
        if (subscription.community !== undefined)
          subscription.community = movedKey(subscription.community, from, to);
      }
    },
    forget(person) {
      let count = 0;
      for (const { subscription } of [...subscriptions.values()]) {
        if (subscription.enabledBy === person) {
          delete subscription.enabledBy;
          count += 1;
        }
        if (subscription.person !== person) continue;
        count += 1 + (topics.get(subscription.place)?.size ?? 0);
        remove(subscription.place);
      }
      return count;
    },
  };
}

const placesIn = (store: Map<string, unknown> | OutboxRows) =>
  store instanceof OutboxRows ? store.places() : [...store.keys()];

/** In this order nothing moves twice where the new key is within the old one. */
const innermostFirst = (places: Iterable<string>, outer: string) =>
  [...places]
    .filter((place) => isWithin(place, outer))
    .sort()
    .reverse();

function moveSubscription(subscriptions: Subscriptions, from: string, to: string): void {
  rename(subscriptions, from, to);
  const moved = subscriptions.get(to);
  if (moved) moved.subscription.place = to;
}

function reportsIn(known: Map<string, KnownReport>): Synchronous<ReportHistory> {
  return {
    note: (reports) =>
      reports.filter((report) => {
        const isNew = !known.has(report.fingerprint);
        if (isNew) known.set(report.fingerprint, { ...report });
        return isNew;
      }),
    all: () => [...known.values()].map((report) => ({ ...report })),
  };
}

type Contents = Map<string, { place: string; content: string; at: number }>;

function contentsIn(contents: Contents): Synchronous<ContentStore> {
  return {
    put(place, id, content, at) {
      contents.set(id, { place, content, at });
    },
    get(id, at) {
      const found = contents.get(id);
      if (found) found.at = at;
      return found?.content;
    },
    expire(before) {
      removeFrom(contents, ({ at }) => at < before);
    },
  };
}
