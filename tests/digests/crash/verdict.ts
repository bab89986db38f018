// Holds a day of kills against what is promised: every fault is a sentence, and what is no fault is counted.
import { CATCH_UP_MS } from '../../../src/digests/enqueue.ts';
import type { DayRecord, Kill, PlaceRecord } from './day.ts';
import type { Sending } from './gate.ts';

/** What a killed worker was at with an entry that it held. */
const PHASES = [
  /** It had not written what the entry says. */
  'composing',
  /** It had, and not yet asked the platform. */
  'composed',
  /** Its request was lost on the way. */
  'request lost',
  /** Its request was on the way and arrived after its death. */
  'request on its way',
  /** The platform had taken it, and it was not written down. */
  'accepted, not written down',
] as const;

type Phase = (typeof PHASES)[number];

export interface Verdict {
  /** Promises that were broken. */
  faults: string[];
  figures: {
    kills: number;
    /** Kills of workers that held nothing. */
    idle: number;
    inCompany: number;
    /** Kills by what was aimed at. */
    aims: Record<string, number>;
    /** Entries that killed workers held, by what they were at. */
    phases: Record<Phase, number>;
    due: number;
    sent: { discord: number; telegram: number };
    /** Places on Telegram with a digest more than once, and messages too many, by where the kill fell. */
    doubled: { discord: number; telegram: number };
    tooMany: { afterAcceptance: number; onTheWay: number };
    /** The same moments on Discord, where nothing came of them. */
    recognised: number;
    tookMs: number;
  };
}

export function judge(record: DayRecord): Verdict {
  const { kills, places, sendings, troubles, tookMs } = record;
  const deaths = deathsByPlace(kills, sendings);
  const of = (platform: string) => places.filter(({ place }) => place.startsWith(platform));
  const sent = (platform: string) => of(platform).reduce((sum, { messages }) => sum + messages.length, 0);
  const doubled = (platform: string) => of(platform).filter(({ messages }) => messages.length > 1).length;
  const count = (phase: Phase, platform = '') =>
    of(platform).flatMap(({ place }) => deaths.get(place)?.filter((each) => each === phase) ?? []).length;
  return {
    faults: [
      ...troubles,
      ...kills.filter(({ integrity }) => integrity !== 'ok').map((kill) => `state file: ${kill.integrity}`),
      ...places.flatMap((place) => faultsOf(place, deaths.get(place.place) ?? [])),
    ],
    figures: {
      kills: kills.length,
      idle: kills.filter(({ held }) => held.length === 0).length,
      inCompany: kills.filter(({ inCompany }) => inCompany).length,
      aims: tally(kills.map(({ aim }) => aim)),
      phases: Object.fromEntries(PHASES.map((phase) => [phase, count(phase)])) as Record<Phase, number>,
      due: places.filter(({ dueAt }) => dueAt !== undefined).length,
      sent: { discord: sent('discord'), telegram: sent('telegram') },
      doubled: { discord: doubled('discord'), telegram: doubled('telegram') },
      tooMany: {
        afterAcceptance: count('accepted, not written down', 'telegram'),
        onTheWay: count('request on its way', 'telegram'),
      },
      recognised: count('accepted, not written down', 'discord') + count('request on its way', 'discord'),
      tookMs: Math.round(tookMs),
    },
  };
}

/** What is wrong with a place. The platform without a key for repetitions may have one message more for each kill at the one bad moment. */
function faultsOf({ place, dueAt, messages, entries, shown }: PlaceRecord, deaths: Phase[]): string[] {
  const faults: string[] = [];
  const wrong = (sentence: string) => faults.push(`${place}: ${sentence}`);
  if (dueAt === undefined) {
    if (messages.length + entries.length > 0) wrong('had nothing due that day, and got something');
    return faults;
  }
  const [entry] = entries;
  if (entries.length !== 1 || entry.state !== 'sent') {
    wrong(
      `has ${entries.map(({ state, reason }) => `${state} ${reason}`).join() || 'nothing'} in the outbox`,
    );
    return faults;
  }
  const excused = place.startsWith('telegram') ? deaths.filter(isTaken).length : 0;
  if (messages.length !== 1 + excused)
    wrong(`has ${messages.length} messages after ${deaths.join() || 'no kill'}`);
  if (entry.messages.length !== 1 || entry.messages[0] !== messages.at(-1))
    wrong(`has ${entry.messages} in the outbox for ${messages}`);
  // more of them are attempts that waited too long for their turn and sent nothing: what was sent is counted above
  if (entry.attempts < 1 + deaths.length)
    wrong(`was tried ${entry.attempts} times with ${deaths.length} kills`);
  if (entry.dueAt !== dueAt) wrong(`was due at ${entry.dueAt} instead of ${dueAt}`);
  if (!(entry.endedAt && entry.endedAt >= dueAt && entry.endedAt <= dueAt + CATCH_UP_MS))
    wrong('came too late');
  if (shown.reports.length !== 1) wrong(`was shown ${shown.reports.length} reports`);
  return faults;
}

const isTaken = (phase: Phase) => phase === 'accepted, not written down' || phase === 'request on its way';

/** What killed workers were at with each place's entry. */
function deathsByPlace(kills: Kill[], sendings: Sending[]): Map<string, Phase[]> {
  const deaths = new Map<string, Phase[]>();
  for (const { worker, held, at } of kills)
    for (const { place, composed } of held) {
      const sending = sendings.findLast((each) => each.worker === worker && each.place === place);
      deaths.set(place, [...(deaths.get(place) ?? []), phaseOf(sending, composed, at)]);
    }
  return deaths;
}

function phaseOf(sending: Sending | undefined, composed: boolean, diedAt: number): Phase {
  if (!sending) return composed ? 'composed' : 'composing';
  if (!sending.accepted) return 'request lost';
  return sending.accepted.at > diedAt ? 'request on its way' : 'accepted, not written down';
}

function tally(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
