// Points of time and dates in words, in the format of a language.
import type { Block } from './block.ts';
import { LANGUAGES, type Locale } from './text/index.ts';

/**
 * The day with its weekday, the time and the zone's name, such as `Monday, 23 November 2026 at 08:30 China
 * Standard Time`.
 * @throws RangeError for a zone that the runtime does not know
 */
export function momentText({
  at,
  zone,
  locale,
}: Pick<Extract<Block, { type: 'moment' }>, 'at' | 'zone' | 'locale'>): string {
  return new Intl.DateTimeFormat(LANGUAGES[locale].dateFormat, {
    timeZone: zone,
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'long',
  }).format(at);
}

/** The label before a point of time, with a space after it; a full-width colon needs none. */
export function momentLabel(label: string): string {
  const words = label.trim();
  return words === '' || words.endsWith('：') ? words : `${words} `;
}

/**
 * A date in words, such as `Monday, 23 November`.
 * @param day `YYYY-MM-DD`
 */
export function dateText(day: string, locale: Locale): string {
  return dateFormat(LANGUAGES[locale].dateFormat).format(new Date(`${day}T00:00:00Z`));
}

/** Making one takes much longer than formatting with it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(name: string): Intl.DateTimeFormat {
  const known = dateFormats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(name, {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  });
  dateFormats.set(name, made);
  return made;
}
