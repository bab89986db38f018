// When a digest is due. Pure: every instant is passed in. A place has at most one due instant for each date on its clocks.
import { addDays, dayIn, instantOf, weekdayOf } from './calendar.ts';
import { type Days, type Due, type Schedule, WEEKDAYS } from './subscription.ts';

/** What a next digest must not come before. */
export interface Bounds {
  /** Milliseconds since 1970: it is due later than this. */
  after: number;
  /** It belongs to a later date than this one. */
  afterDay?: string;
  /** It belongs to this date or a later one. */
  fromDay?: string;
}

/** A weekday comes within 7 days; a date that the zone leaves out may take one more week. */
const MAX_DAYS = 15;

/** The next due digest within some bounds. */
export function nextDue(schedule: Schedule, { after, afterDay, fromDay }: Bounds): Due {
  const bounds = [dayIn(schedule.zone, after)];
  if (afterDay) bounds.push(addDays(afterDay, 1));
  if (fromDay) bounds.push(fromDay);
  let day = bounds.sort()[bounds.length - 1]; // written so, dates sort by time
  for (let tried = 0; tried < MAX_DAYS; tried++, day = addDays(day, 1)) {
    const due = dueOn(schedule, day);
    if (due && due.at > after) return due;
  }
  throw new Error(`no digest is ever due on ${schedule.days} at ${schedule.time} in ${schedule.zone}`);
}

/** The latest digest that is due by now and belongs to this date or a later one. */
export function latestDue(schedule: Schedule, now: number, fromDay: string): Due | undefined {
  let day = dayIn(schedule.zone, now);
  for (let tried = 0; tried < MAX_DAYS && day >= fromDay; tried++, day = addDays(day, -1)) {
    const due = dueOn(schedule, day);
    if (due && due.at <= now) return due;
  }
  return undefined;
}

function dueOn({ time, zone, days }: Schedule, day: string): Due | undefined {
  if (!isAmong(days, weekdayOf(day))) return undefined;
  const at = instantOf(day, time, zone);
  return at === undefined ? undefined : { at, day };
}

const FRIDAY = 5;

/** @param weekday from 1 for Monday */
function isAmong(days: Days, weekday: number): boolean {
  if (days === 'daily') return true;
  return days === 'weekdays' ? weekday <= FRIDAY : WEEKDAYS[weekday - 1] === days;
}
