// The instants at which clocks show a time, found without the calendar of the program: by asking the runtime's formatter.

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show: `YYYY-MM-DD HH:MM`. */
export function shownIn(zone: string, at: number): string {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    formatters.set(zone, formatter);
  }
  return formatter.format(at);
}

/** How far the clocks of a zone are ahead of UTC. */
const offsetAt = (zone: string, at: number) => Date.parse(`${shownIn(zone, at).replace(' ', 'T')}Z`) - at;

/**
 * When the clocks show a time on a day: the first instant of those at which they do; where they leave it out, as much later as they
 * go forward, which is what they would show had they not been changed, or as much earlier where that would be another day.
 */
export function instantOn(day: string, time: string, zone: string): number {
  const wall = Date.parse(`${day}T${time}Z`);
  const offsets = [wall - DAY_MS, wall + DAY_MS].map((at) => offsetAt(zone, at));
  const shown = offsets.map((offset) => wall - offset).filter((at) => shownIn(zone, at) === `${day} ${time}`);
  if (shown.length > 0) return Math.min(...shown);
  const later = wall - offsets[0];
  return shownIn(zone, later).startsWith(day) ? later : wall - offsets[1];
}

/** The days from one to another, both included. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (day: string): number => new Date(`${day}T00:00Z`).getUTCDay();
