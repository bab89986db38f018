// Four hundred days on the clocks of the world: one digest for each day on which one is due, at the right local time.
import { describe, expect, it } from 'vitest';
import type { Days, Schedule, Subscription } from '../../src/digests/index.ts';
import { DigestFixture, HOUR_MS, smallIndex } from './digest-fixture.ts';
import { daysBetween, instantOn, shownIn, weekday } from './local-time.ts';

/** With two changes of clocks a year in four of them, one of them by half an hour, and one zone with none. */
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Europe/London', 'Africa/Cairo'];
const DAYS = 400;
/** Two are left out or shown twice by most of the changes, and midnight by that of Cairo. */
const TIMES = ['08:30', '02:15', '01:45', '00:00', '23:59'];

const KINDS: { days: Days; times: string[]; changes: Partial<Subscription> }[] = [
  { days: 'daily', times: TIMES, changes: { kind: 'group' } },
  { days: 'weekdays', times: ['08:30', '02:15'], changes: { kind: 'thread', silent: true } },
  { days: 'sun', times: ['02:15', '01:45'], changes: { kind: 'private', person: 'fake:1' } },
  { days: 'fri', times: ['00:00'], changes: { kind: 'group', skipEmpty: false, locale: 'en' } },
];

const isDue = (days: Days, day: string): boolean => {
  const number = weekday(day);
  if (days === 'daily') return true;
  return days === 'weekdays'
    ? number >= 1 && number <= 5
    : number === { sun: 0, fri: 5 }[days as 'sun' | 'fri'];
};

const index = smallIndex();
const FIRST = '2026-01-10';
const LAST = daysBetween(FIRST, '2030-01-01')[DAYS - 1];

/** The instants at which digests are due, by the runtime's clocks. */
const expected = ({ time, zone, days }: Schedule): number[] =>
  daysBetween(FIRST, LAST)
    .filter((day) => isDue(days, day))
    .map((day) => instantOn(day, time, zone));

describe.each(ZONES)('four hundred days in %s', (zone) => {
  const schedules = KINDS.flatMap(({ days, times, changes }) =>
    times.map((time) => ({ schedule: { time, zone, days }, changes, place: `fake:${days} ${time}` })),
  );

  it('bring each place one digest for each of its days, at its local time, whatever restarts come between', async () => {
    const fixture = new DigestFixture(index, { now: instantOn(FIRST, '00:00', zone) - 1 });
    for (const { place, schedule, changes } of schedules) await fixture.subscribe(place, schedule, changes);
    for (let day = 0; day < DAYS; day += 50) {
      await fixture.until(instantOn(daysBetween(FIRST, LAST)[day], '12:00', zone));
      fixture.restart();
    }
    await fixture.until(instantOn(LAST, '23:59', zone));
    for (const { place, schedule } of schedules) {
      expect(fixture.sentTo(place)).toEqual(expected(schedule));
      const { days, time } = schedule;
      const shown = fixture.sentTo(place).map((at) => shownIn(zone, at));
      const atItsTime = shown.filter((local) => local.endsWith(` ${time}`)).length;
      expect(atItsTime).toBeGreaterThanOrEqual(shown.length - 2); // what the clocks leave out in a year
      expect(new Set(shown.map((local) => local.slice(0, 10))).size).toBe(shown.length);
      if (days === 'daily') expect(shown).toHaveLength(DAYS);
    }
    expect(fixture.logged).toEqual([]);
  });

  it('bring none twice and lose none but the missed ones, with a process that is down half of the time', async () => {
    const schedule: Schedule = { time: '08:30', zone, days: 'daily' };
    const fixture = new DigestFixture(index, { now: instantOn(FIRST, '00:00', zone) - 1 });
    await fixture.subscribe('fake:1', schedule);
    const due = expected(schedule);
    const wanted: number[] = [];
    let from = fixture.now;
    for (let i = 0; from < instantOn(LAST, '23:59', zone); i++) {
      const up = from + ((i * 7) % 40) * HOUR_MS;
      await fixture.until(up);
      const back = up + (((i * 11) % 30) + 1) * HOUR_MS; // down until then
      wanted.push(...due.filter((at) => at > from && at <= up));
      const missed = due.filter((at) => at > up && at <= back).at(-1);
      if (missed !== undefined && back - missed <= 6 * HOUR_MS) wanted.push(missed);
      fixture.now = back;
      fixture.restart();
      await fixture.dispatcher.tick();
      from = back;
    }
    const days = fixture.posted.map(({ posting }) => posting.id);
    expect(new Set(days).size).toBe(days.length);
    expect(fixture.posted).toHaveLength(wanted.length);
    for (const [i, { at }] of fixture.posted.entries()) {
      expect(at - wanted[i]).toBeGreaterThanOrEqual(0);
      expect(at - wanted[i]).toBeLessThanOrEqual(6 * HOUR_MS);
    }
    expect(wanted.length).toBeGreaterThan(DAYS / 3);
  });
});
