// For the doctor: whether the machine's clock is or was wrong, by the times in the state file.
import type { ChatStore } from '#core';
import { advice, type Finding, wrong } from './finding.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Clocks of processes that share the file may differ by this. */
const TOLERANCE_MS = 10 * 60 * 1000;
/** How long an error of the clock is reported. */
const REPORTED_MS = 30 * DAY_MS;
const MEND = 'Set the clock, and have it kept right (NTP; for example: timedatectl set-ntp true).';

export async function checkClock(store: Pick<ChatStore, 'digests'>, now: number): Promise<Finding[]> {
  const { clock, outbox } = store.digests;
  const { at, doubt, error } = (await clock.get()) ?? {};
  if (at !== undefined && now < at - TOLERANCE_MS)
    return [wrong(`The clock says ${iso(now)}, and the bot was at work at ${iso(at)} already.`, MEND)];
  if (at !== undefined && doubt && now - doubt.at < DAY_MS)
    return [
      wrong(
        `The clock leapt from ${iso(at)} to ${iso(doubt.from)}: the bot sends and deletes nothing until it has gone on steadily.`,
        `If ${iso(now)} is right, wait for a day; else set the clock.`,
      ),
    ];
  const early = (await outbox.datedAfter(now + TOLERANCE_MS)).length;
  if (early > 0)
    return [
      advice(
        `${early} ${early === 1 ? 'digest is' : 'digests are'} dated later than now: the clock was wrong.`,
        'The bot mends that by itself within a day of running.',
      ),
    ];
  if (error && now - error.at < REPORTED_MS)
    return [
      advice(
        `The clock was wrong: on ${iso(error.at)} the bot mended dates of a time to come, up to ${iso(error.dated)}.`,
        'Have the clock kept right (NTP).',
      ),
    ];
  return [];
}

const iso = (at: number): string => new Date(at).toISOString();
