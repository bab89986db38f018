// When digests are due, on the clocks of every zone that the runtime knows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Days, latestDue, nextDue, type Schedule } from '../../src/digests/index.ts';
import { daysBetween, instantOn, shownIn, weekday } from './local-time.ts';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NUMBERS: Record<Days, number[]> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  weekdays: [1, 2, 3, 4, 5],
  mon: [1],
  tue: [2],
  wed: [3],
  thu: [4],
  fri: [5],
  sat: [6],
  sun: [0],
};

const twoDigits = (number: number) => String(number).padStart(2, '0');
const schedule: fc.Arbitrary<Schedule> = fc.record({
  time: fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([hours, minutes]) => `${twoDigits(hours)}:${twoDigits(minutes)}`),
  zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
  days: fc.constantFrom(...(Object.keys(NUMBERS) as Days[])),
});
/** Between 2020 and 2037, for which the runtime has rules. */
const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2037, 0, 1) });

/** The due instants of the days around an instant, by the runtime's own clocks. */
function dueAround({ time, zone, days }: Schedule, at: number): number[] {
  const date = (shift: number) => new Date(at + shift * DAY_MS).toISOString().slice(0, 10);
  return daysBetween(date(-9), date(9))
    .filter((day) => NUMBERS[days].includes(weekday(day)))
    .map((day) => instantOn(day, time, zone));
}

describe('the next digest', () => {
  it('is the first one after an instant, whatever the zone does to its clocks', () => {
    fc.assert(
      fc.property(schedule, instant, (given, after) => {
        const expected = Math.min(...dueAround(given, after).filter((at) => at > after));
        expect(nextDue(given, { after }).at).toBe(expected);
      }),
      { seed: 61, numRuns: 1500 },
    );
  });

  it('belongs to the date that the clocks show then', () => {
    fc.assert(
      fc.property(schedule, instant, (given, after) => {
        const { at, day } = nextDue(given, { after });
        expect(shownIn(given.zone, at).slice(0, 10)).toBe(day);
      }),
      { seed: 62, numRuns: 500 },
    );
  });

  it('comes once for each date, one after the other', () => {
    fc.assert(
      fc.property(schedule, instant, (given, first) => {
        let after = first;
        let day = '';
        for (let i = 0; i < 20; i++) {
          const due = nextDue(given, { after });
          expect(due.day > day).toBe(true);
          expect(due.at > after).toBe(true);
          ({ at: after, day } = due);
        }
      }),
      { seed: 63, numRuns: 100 },
    );
  });

  it('keeps to a date after another one, or from one on', () => {
    const given: Schedule = { time: '08:30', zone: 'Asia/Shanghai', days: 'weekdays' };
    const after = Date.parse('2026-11-20T00:00:00Z'); // a Friday, half an hour before it is due
    expect(nextDue(given, { after }).day).toBe('2026-11-20');
    expect(nextDue(given, { after, afterDay: '2026-11-20' }).day).toBe('2026-11-23');
    expect(nextDue(given, { after, fromDay: '2026-12-05' }).day).toBe('2026-12-07');
    expect(nextDue(given, { after, afterDay: '2026-12-07', fromDay: '2026-12-01' }).day).toBe('2026-12-08');
  });
});

describe('the latest digest', () => {
  it('is the last one that was due by an instant', () => {
    fc.assert(
      fc.property(schedule, instant, (given, now) => {
        const expected = Math.max(...dueAround(given, now).filter((at) => at <= now));
        expect(latestDue(given, now, '2000-01-01')?.at).toBe(expected);
      }),
      { seed: 64, numRuns: 1000 },
    );
  });

  it('is none where all were due before a date', () => {
    const given: Schedule = { time: '08:30', zone: 'Europe/London', days: 'sun' };
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(latestDue(given, now, '2026-11-15')?.day).toBe('2026-11-15');
    expect(latestDue(given, now, '2026-11-16')).toBeUndefined();
  });
});

describe('a change of clocks', () => {
  const due = (zone: string, time: string, day: string) => {
    const after = Date.parse(`${day}T00:00Z`) - DAY_MS;
    const dues = [nextDue({ time, zone, days: 'daily' }, { after })];
    for (let i = 0; i < 3; i++) dues.push(nextDue({ time, zone, days: 'daily' }, { after: dues[i].at }));
    return dues.filter((each) => each.day === day).map(({ at }) => shownIn(zone, at));
  };

  it.each([
    ['America/New_York', '02:30', '2026-03-08', '2026-03-08 03:30'],
    ['Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-04 02:45'],
    ['Africa/Cairo', '00:00', '2026-04-24', '2026-04-24 01:00'],
  ])('in %s that leaves out %s on %s moves the digest to %s, once', (zone, time, day, shown) => {
    expect(due(zone, time, day)).toEqual([shown]);
  });

  it.each([
    ['America/New_York', '01:30', '2026-11-01'],
    ['Australia/Lord_Howe', '01:45', '2026-04-05'],
    ['Europe/London', '01:00', '2026-10-25'],
  ])('in %s that shows %s twice on %s sends the digest once', (zone, time, day) => {
    expect(due(zone, time, day)).toEqual([`${day} ${time}`]);
  });

  it.each([
    ['America/Nuuk', '23:30', '2026-03-28', '2026-03-28 22:30'],
    ['America/Scoresbysund', '23:59', '2027-03-27', '2027-03-27 22:59'],
  ])(
    'in %s that leaves out %s at the end of a date sends the digest of %s on that date, once',
    (...given) => {
      const [zone, time, day, shown] = given;
      expect(due(zone, time, day)).toEqual([shown]);
    },
  );

  const offsetAt = (zone: string, at: number) => Date.parse(`${shownIn(zone, at).replace(' ', 'T')}Z`) - at;

  /** The instants between two at which a zone has another offset than a day before; between both it changes once at most. */
  const changesIn = (zone: string, from: number, to: number): number[] => {
    if (offsetAt(zone, from) === offsetAt(zone, to)) return [];
    if (to - from <= DAY_MS) return [to];
    const between = from + DAY_MS * Math.floor((to - from) / DAY_MS / 2);
    return [...changesIn(zone, from, between), ...changesIn(zone, between, to)];
  };
  const MONTHS = Array.from({ length: 7 * 12 + 1 }, (_, month) => Date.UTC(2026, month, 1));

  it('leaves out no date of the years 2026 to 2032 and sends on that date, in every zone', () => {
    let checked = 0;
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (const change of MONTHS.slice(1).flatMap((to, i) => changesIn(zone, MONTHS[i], to))) {
        const date = (shift: number) => shownIn(zone, change + shift * DAY_MS).slice(0, 10);
        for (const day of new Set([date(-2), date(-1), date(0)])) {
          for (const time of ['00:30', '23:30']) {
            const due = nextDue({ time, zone, days: 'daily' }, { after: change - 4 * DAY_MS, fromDay: day });
            if (due.day !== day || shownIn(zone, due.at).slice(0, 10) !== day)
              expect(`${zone} ${day} ${time}: ${due.day} ${shownIn(zone, due.at)}`).toBe('on its date');
            checked++;
          }
        }
      }
    }
    expect(checked).toBeGreaterThan(5000);
  });

  it('that skips a whole date leaves its digest out', () => {
    const given: Schedule = { time: '08:30', zone: 'Pacific/Apia', days: 'daily' };
    const before = nextDue(given, { after: Date.parse('2011-12-29T00:00-10:00') });
    expect(before.day).toBe('2011-12-29');
    expect(nextDue(given, { after: before.at }).day).toBe('2011-12-31');
  });
});
