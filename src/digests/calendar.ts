// Dates and instants by the clocks of a zone, with the runtime's time-zone data. The only importer of
// Temporal.
import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which the clocks of a zone show a time on a date, in milliseconds since 1970; undefined
 * where the zone skips the date. A skipped time is moved forward by the gap, or back where that would be the
 * next date; of a repeated time it is the first (https://tc39.es/proposal-temporal/docs/ambiguity.html).
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function instantOf(day: string, time: string, zone: string): number | undefined {
  const date = Temporal.PlainDate.from(day);
  const local = date.toPlainDateTime(Temporal.PlainTime.from(time));
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const at = local.toZonedDateTime(zone, { disambiguation });
    if (at.toPlainDate().equals(date)) return at.epochMilliseconds;
  }
  return undefined; // Samoa skipped 30 December 2011
}

/** The local date in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The local time in a zone, `HH:MM`. */
export function timeIn(zone: string, at: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
  return time.toString({ smallestUnit: 'minute' });
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The last date of the month where the month is shorter. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** `YYYY-MM-DD`, or undefined where the calendar has no such date. */
export function dateOf(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether the runtime knows a name of the IANA database or an offset such as `+08:00`. */
export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
