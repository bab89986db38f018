// The schedule of a digest as people type it: an option each, or everything in one of them.
import { timeOfDayIn, zoneNamed, zonesFor } from '../../digests/index.ts';
import type { CommandContext } from '../command.ts';
import { parseOptions } from '../parse-options.ts';

/** Options of a schedule by name. */
export type ScheduleOptions = Partial<Record<string, string>>;

/**
 * Options with the time as `HH:MM` and the zone by its name, or the text that is no time of day or no known
 * zone.
 */
type ParsedSchedule =
  | { ok: true; given: ScheduleOptions }
  | { ok: false; wrong: 'time' | 'zone'; text: string; given: ScheduleOptions };

/**
 * Parses time and zone. A text that is no time (or no zone) by itself may hold all options: 8:30 London
 * weekdays. A valid option of its own takes precedence.
 * @param command whose options are parsed
 */
export function parseSchedule(
  command: Parameters<typeof parseOptions>[0],
  { time, zone, ...others }: ScheduleOptions,
  { index }: Pick<CommandContext, 'index'>,
): ParsedSchedule {
  const known: ScheduleOptions = {
    ...others,
    ...present('time', time && timeOfDayIn(time)),
    ...present('zone', zone && zoneNamed(zone)),
  };
  const line = [known.time ? '' : separated(time ?? '', command), known.zone ? '' : zone]
    .filter(Boolean)
    .join(' ');
  if (line === '') return { ok: true, given: known };
  const { time: left = '', ...found } = parseOptions(command, line, index);
  // small words alone are kept as an unknown time
  const rest = withoutSmallWords(left) || (Object.keys(found).length > 0 ? '' : left);
  const given: ScheduleOptions = {
    ...found,
    ...present('zone', found.zone && zoneNamed(found.zone)),
    ...known,
  };
  return withTime(given, rest, zone !== undefined && !known.zone);
}

const MARKS = /[,;，；、]+/g;
const CHINESE_WEEKDAYS = /[周週]一[到至][周週]五|(?:星期|[礼禮]拜)一[到至](?:星期|[礼禮]拜)五/g;
const CHINESE_DAYS = /(每天|工作日|每?(?:[周週]|星期|[礼禮]拜)[一二三四五六日天])(?=\S)/g;
/** A time of day that is directly followed by another word. */
const CHINESE_TIME =
  /([\d零〇一二三四五六七八九十][点點时時][\d零〇一二三四五六七八九十半刻分整钟鐘]{0,5})(?=[^\s\d零〇一二三四五六七八九十半刻分整钟鐘])/g;

/** The words of a line: without punctuation and names of options, Chinese times and days parted by blanks. */
function separated(line: string, { options }: Parameters<typeof parseOptions>[0]): string {
  const labels = new Set(
    ['time', 'zone', 'days'].flatMap((name) => Object.values(options[name]?.names ?? {})).map(String),
  );
  const words = line
    .replace(MARKS, ' ')
    .trim()
    .split(/\s+/)
    .map((word) => withoutLabel(word, labels));
  return words
    .join(' ')
    .replace(CHINESE_WEEKDAYS, '工作日')
    .replace(CHINESE_DAYS, '$1 ')
    .replace(CHINESE_TIME, '$1 ')
    .trim();
}

function withoutLabel(word: string, labels: ReadonlySet<string>): string {
  const end = word.search(/[:：=]/);
  return end > 0 && labels.has(word.slice(0, end).toLowerCase()) ? word.slice(end + 1) : word;
}

const SMALL_WORDS = new Set(['at', 'on', 'in', 'every', 'each']);

/** Without prepositions around a time, a zone and days. */
const withoutSmallWords = (text: string): string =>
  text
    .split(' ')
    .filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
    .join(' ');

/** The remaining words are the time, or the time beside what may be the name of a zone. */
function withTime(given: ScheduleOptions, rest: string, isZone: boolean): ParsedSchedule {
  if (rest === '') return { ok: true, given };
  const { time, others } = timeWithin(rest);
  const all = { ...present('time', time), ...given };
  if (others === '' && time !== undefined && given.time === undefined) return { ok: true, given: all };
  const unknown = others === '' ? rest : others;
  if (!given.zone && (isZone || time !== undefined || isLikeZone(unknown)))
    return { ok: false, wrong: 'zone', text: unknown, given: all };
  return { ok: false, wrong: 'time', text: rest, given };
}

/** The longest run of words that is a time of day, and the words around it. */
function timeWithin(text: string): { time?: string; others: string } {
  const words = text.split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    for (let from = 0; from + count <= words.length; from++) {
      const time = timeOfDayIn(words.slice(from, from + count).join(' '));
      if (time) return { time, others: [...words.slice(0, from), ...words.slice(from + count)].join(' ') };
    }
  }
  return { others: text };
}

/**
 * Words without a number, offsets from UTC and names with an area (Asia/…) are taken for a zone, not for a
 * wrong time.
 */
const isLikeZone = (text: string): boolean =>
  /^(?:utc|gmt|etc|[+-]\d)/i.test(text) ||
  text.includes('/') ||
  !/[\d:点點时時零〇一二三四五六七八九十]/.test(text);

/** Time zones to suggest for an ambiguous name. */
const MAX_CANDIDATES = 5;

/** The time zones that a text may mean, the likeliest first. */
export const zoneCandidates = (text: string): string[] => zonesFor(text).slice(0, MAX_CANDIDATES);

const present = (name: string, value: string | undefined): ScheduleOptions =>
  value ? { [name]: value } : {};
