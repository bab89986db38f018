// When a digest is to come, as people write it: by an option each, or all in one of them.
import { timeOfDayIn, zoneNamed } from '../../digests/index.ts';
import type { CommandContext } from '../command.ts';
import { parseOptions } from '../parse-options.ts';

/** The options of a schedule as they were given, by name. */
export type Given = Partial<Record<string, string>>;

/** The options as they were meant, time as `HH:MM` and zone by its name; or what is no time of day, or no zone that is known. */
export type Understood =
  | { ok: true; given: Given }
  | { ok: false; wrong: 'time' | 'zone'; text: string; given: Given };

/**
 * Understands time and zone. What is no time (or no zone) by itself may hold everything: 8:30 London weekdays. What stands in an option of
 * its own counts more than that.
 * @param command which has the options
 */
export function understoodSchedule(
  command: Parameters<typeof parseOptions>[0],
  { time, zone, ...others }: Given,
  { index }: Pick<CommandContext, 'index'>,
): Understood {
  const known: Given = {
    ...others,
    ...present('time', time && timeOfDayIn(time)),
    ...present('zone', zone && zoneNamed(zone)),
  };
  const line = [known.time ? '' : apart(time ?? '', command), known.zone ? '' : zone]
    .filter(Boolean)
    .join(' ');
  if (line === '') return { ok: true, given: known };
  const { time: left = '', ...found } = parseOptions(command, line, index);
  const rest = withoutSmallWords(left) || (Object.keys(found).length > 0 ? '' : left); // by themselves they say nothing
  const given: Given = { ...found, ...present('zone', found.zone && zoneNamed(found.zone)), ...known };
  return withTime(given, rest, zone !== undefined && !known.zone);
}

const MARKS = /[,;，；、]+/g;
const CHINESE_WEEKDAYS = /[周週]一[到至][周週]五|(?:星期|[礼禮]拜)一[到至](?:星期|[礼禮]拜)五/g;
const CHINESE_DAYS = /(每天|工作日|每?(?:[周週]|星期|[礼禮]拜)[一二三四五六日天])(?=\S)/g;
/** The end of a time of day, and a word that follows at once. */
const CHINESE_TIME =
  /([\d零〇一二三四五六七八九十][点點时時][\d零〇一二三四五六七八九十半刻分整钟鐘]{0,5})(?=[^\s\d零〇一二三四五六七八九十半刻分整钟鐘])/g;

/** A line whose parts stand apart: without the marks between them and the names of their options; what Chinese writes as one word as several. */
function apart(line: string, { options }: Parameters<typeof parseOptions>[0]): string {
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

/** Without what stands around a time, a zone and days in a sentence. */
const withoutSmallWords = (text: string): string =>
  text
    .split(' ')
    .filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
    .join(' ');

/** The words that are left are the time, or hold it beside what may be the name of a zone. */
function withTime(given: Given, rest: string, isZone: boolean): Understood {
  if (rest === '') return { ok: true, given };
  const { time, others } = timeAmong(rest);
  const all = { ...present('time', time), ...given };
  if (others === '' && time !== undefined && given.time === undefined) return { ok: true, given: all };
  const unknown = others === '' ? rest : others;
  if (!given.zone && (isZone || time !== undefined || isLikeZone(unknown)))
    return { ok: false, wrong: 'zone', text: unknown, given: all };
  return { ok: false, wrong: 'time', text: rest, given };
}

/** The most words beside each other that are a time of day, and the words around them. */
function timeAmong(text: string): { time?: string; others: string } {
  const words = text.split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    for (let from = 0; from + count <= words.length; from++) {
      const time = timeOfDayIn(words.slice(from, from + count).join(' '));
      if (time) return { time, others: [...words.slice(0, from), ...words.slice(from + count)].join(' ') };
    }
  }
  return { others: text };
}

/** Words without a number are no failed time, and neither are hours from UTC nor what has an area. */
const isLikeZone = (text: string): boolean =>
  /^(?:utc|gmt|etc|[+-]\d)/i.test(text) ||
  text.includes('/') ||
  !/[\d:点點时時零〇一二三四五六七八九十]/.test(text);

const present = (name: string, value: string | undefined): Given => (value ? { [name]: value } : {});
