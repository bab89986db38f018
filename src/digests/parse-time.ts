// Parses a time of day and a date to come: 8:30, 早上八点半, 8pm; tomorrow, 3天, 下周一, 12月1日.
import { normalise, parseChineseNumeral } from '../language/index.ts';
import { addDays, addMonths, dateOf, weekdayOf } from './calendar.ts';

const NUMBER = '(\\d{1,2}|[零〇一二三四五六七八九十两]{1,3})';
const DAY_PART = '(凌晨|清晨|早上|早晨|早|上午|中午|午后|下午|傍晚|晚上|晚|夜里)?';
const CHINESE_TIME = new RegExp(`^${DAY_PART}${NUMBER}[点时](?:(半|一刻|三刻)|${NUMBER}分?|整|钟)?$`);
const CLOCK_TIME = new RegExp(`^${DAY_PART}(\\d{1,2})(?:[:.](\\d{2}))?(am|pm)?$`);
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;

/** `HH:MM`, or undefined where the text is no time of day. */
export function timeOfDayIn(text: string): string | undefined {
  const plain = compact(text)
    .replace(/a\.m\.?$/, 'am')
    .replace(/p\.m\.?$/, 'pm');
  if (Object.hasOwn(NAMED_TIMES, plain)) return NAMED_TIMES[plain];
  const chinese = CHINESE_TIME.exec(plain);
  if (chinese) {
    const [, part, hour, half, minute] = chinese;
    return clock(worthOf(hour), half ? QUARTERS[half] : minute ? worthOf(minute) : 0, part);
  }
  const digits = FOUR_DIGITS.exec(plain);
  if (digits) return clock(Number(digits[1]), Number(digits[2]), undefined);
  const written = CLOCK_TIME.exec(plain);
  if (!written) return undefined;
  const [, part, hour, minute = '0', suffix] = written;
  if (suffix && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  return clock(Number(hour), Number(minute), part ?? suffix);
}

const NAMED_TIMES: Record<string, string> = {
  noon: '12:00',
  midnight: '00:00',
  中午: '12:00',
  正午: '12:00',
  午夜: '00:00',
  半夜: '00:00',
};

const QUARTERS: Record<string, number> = { 一刻: 15, 半: 30, 三刻: 45 };

const compact = (text: string) => normalise(text).replace(/\s+/g, '');

const worthOf = (numeral: string): number =>
  /^\d/.test(numeral) ? Number(numeral) : (parseChineseNumeral(numeral) ?? Number.NaN);

const AFTERNOON = /^(?:午后|下午|傍晚|晚上|晚|夜里|pm)$/;
const MORNING = /^(?:凌晨|清晨|早上|早晨|早|上午|am)$/;
const NIGHT = /^(?:晚上|晚|夜里)$/;

function clock(hour: number, minute: number, part: string | undefined): string | undefined {
  const full = hour + shiftOf(hour, part);
  if (!(full >= 0 && full < 24 && minute >= 0 && minute < 60)) return undefined;
  return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Hours to add to the number for 下午3点, 中午一点, 晚上12点. */
function shiftOf(hour: number, part: string | undefined): number {
  if (part === undefined) return 0;
  if (hour === 12) return MORNING.test(part) || NIGHT.test(part) ? -12 : 0;
  if (part === '中午') return hour < 3 ? 12 : 0;
  return AFTERNOON.test(part) && hour < 12 ? 12 : 0;
}

/** The longest pause. */
export const MAX_PAUSE_DAYS = 366;

/**
 * `YYYY-MM-DD`, or undefined where the text names no date to come within a year.
 * @param today the local date of the place
 */
export function dateIn(text: string, today: string): string | undefined {
  const plain = compact(text)
    .replace(/^(?:until|till|到|至|直到)/, '')
    .replace(/(?:为止|再发)$/, '');
  const date = spanIn(plain, today) ?? weekdayIn(plain, today) ?? calendarDateIn(plain, today);
  return date !== undefined && date > today && date <= addDays(today, MAX_PAUSE_DAYS) ? date : undefined;
}

const WORDS: Record<string, number> = { tomorrow: 1, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 };
const SPAN = new RegExp(
  `^(?:in|for)?(?:${NUMBER}|an?)(?:个)?(天|日|days?|周|星期|礼拜|weeks?|月|months?)(?:后|以后|之后)?$`,
);

/** 明天, 3天, two weeks from now. */
function spanIn(plain: string, today: string): string | undefined {
  if (Object.hasOwn(WORDS, plain)) return addDays(today, WORDS[plain]);
  if (/^(?:nextweek|下周|下星期|下礼拜)$/.test(plain)) return addDays(today, 8 - weekdayOf(today));
  if (/^(?:nextmonth|下个?月)$/.test(plain)) return `${addMonths(today, 1).slice(0, 8)}01`;
  const span = SPAN.exec(plain);
  if (!span) return undefined;
  const [whole, numeral, unit] = span;
  if (/^\d{1,2}[月日]$/.test(whole)) return undefined; // 12月 is a month of the year, 3日 a day of it
  const count = numeral === undefined ? 1 : worthOf(numeral);
  if (!(count > 0)) return undefined;
  if (/^[天日d]/.test(unit)) return addDays(today, count);
  return /^(?:周|星期|礼拜|w)/.test(unit) ? addDays(today, 7 * count) : addMonths(today, count);
}

const CHINESE_WEEKDAYS = '一二三四五六日';
const ENGLISH_WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** 周一, 下周一, next Monday: the next one, or the one of next week. */
function weekdayIn(plain: string, today: string): string | undefined {
  const chinese = /^(下)?个?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(plain);
  const english = /^(?:on)?(next)?([a-z]{3,9})$/.exec(plain);
  const wanted = chinese
    ? CHINESE_WEEKDAYS.indexOf(chinese[2].replace('天', '日')) + 1
    : ENGLISH_WEEKDAYS.findIndex(
        (name) => english && (name === english[2] || name.slice(0, 3) === english[2]),
      ) + 1;
  if (wanted === 0) return undefined;
  const now = weekdayOf(today);
  if (chinese?.[1]) return addDays(today, 7 - now + wanted);
  return addDays(today, ((wanted - now + 6) % 7) + 1);
}

/** 2026-12-01, 12/1, 12月1日, 1 December: without a year, the next such date. */
function calendarDateIn(plain: string, today: string): string | undefined {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (full) return dateOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[-/月](\d{1,2})[日号]?$/.exec(plain);
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?([a-z]{3,9})|([a-z]{3,9})(\d{1,2})(?:st|nd|rd|th)?)$/.exec(
    plain,
  );
  const month = short ? Number(short[1]) : monthNamed(named?.[2] ?? named?.[3]);
  const day = Number(short?.[2] ?? named?.[1] ?? named?.[4]);
  if (!month || !day) return undefined;
  const year = Number(today.slice(0, 4));
  const thisYear = dateOf(year, month, day);
  return thisYear !== undefined && thisYear > today ? thisYear : dateOf(year + 1, month, day);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthNamed = (name: string | undefined): number => (name ? MONTHS.indexOf(name.slice(0, 3)) + 1 : 0);
