// Dates and instants on the clocks of a zone: the only importer of Temporal. Time-zone data are the runtime's own.
import { Temporal } from 'temporal-polyfill';

/**
 * The instant at which the clocks of a zone show a time on a date, in milliseconds since 1970; undefined where the zone had no such date.
 * A time that the clocks leave out is as much later as they go forward, or as much earlier where that would be the next date; of a time
 * that they show twice it is the first (https://tc39.es/proposal-temporal/docs/ambiguity.html).
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
  return undefined; // Samoa had no 30 December 2011
}

/** The date on the clocks of a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The time on the clocks of a zone, `HH:MM`. */
export function timeIn(zone: string, at: number): string {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
  return time.toString({ smallestUnit: 'minute' });
}

/** The date so many days later. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The date so many months later, or the last of that month. */
export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** From 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** A date that the calendar has, `YYYY-MM-DD`, or undefined. */
export function dateOf(year: number, month: number, day: number): string | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether the runtime knows a zone: a name of the IANA database or an offset such as `+08:00`. */
export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
