// When a digest is due: at most once for each local date. Pure: every instant is passed in.
import { addDays, dayIn, instantOf, weekdayOf } from './calendar.ts';
import { type Days, type Due, type Schedule, WEEKDAYS } from './subscription.ts';

/** Lower bounds of a next due time. */
export interface Bounds {
  /** It is due later than this; milliseconds since 1970. */
  after: number;
  /** It belongs to a later date than this one. */
  afterDay?: string;
  /** It belongs to this date or a later one. */
  fromDay?: string;
}

/** A weekday comes within 7 days, or within 14 where the zone skips its date. */
const MAX_DAYS = 15;

/** The first due time within the bounds. */
export function nextDue(schedule: Schedule, { after, afterDay, fromDay }: Bounds): Due {
  const bounds = [dayIn(schedule.zone, after)];
  if (afterDay) bounds.push(addDays(afterDay, 1));
  if (fromDay) bounds.push(fromDay);
  let day = bounds.sort()[bounds.length - 1]; // ISO dates sort as texts
  for (let offset = 0; offset < MAX_DAYS; offset++, day = addDays(day, 1)) {
    const due = dueOn(schedule, day);
    if (due && due.at > after) return due;
  }
  throw new Error(`no digest is ever due on ${schedule.days} at ${schedule.time} in ${schedule.zone}`);
}

/** The latest due time by now that belongs to this date or a later one. */
export function latestDue(schedule: Schedule, now: number, fromDay: string): Due | undefined {
  let day = dayIn(schedule.zone, now);
  for (let offset = 0; offset < MAX_DAYS && day >= fromDay; offset++, day = addDays(day, -1)) {
    const due = dueOn(schedule, day);
    if (due && due.at <= now) return due;
  }
  return undefined;
}

function dueOn({ time, zone, days }: Schedule, day: string): Due | undefined {
  if (!isOneOf(days, weekdayOf(day))) return undefined;
  const at = instantOf(day, time, zone);
  return at === undefined ? undefined : { at, day };
}

const FRIDAY = 5;

/** @param weekday from 1 for Monday */
function isOneOf(days: Days, weekday: number): boolean {
  if (days === 'daily') return true;
  return days === 'weekdays' ? weekday <= FRIDAY : WEEKDAYS[weekday - 1] === days;
}
