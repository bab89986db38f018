// A point of time in words.
import { expect, it } from 'vitest';
import { type Locale, momentText } from '../../src/message/index.ts';

const AT = Date.UTC(2026, 10, 23, 0, 30);

it.each<[locale: Locale, zone: string, words: string]>([
  ['zh', 'Asia/Shanghai', '2026年11月23日星期一 中国标准时间 08:30'],
  ['zh-Hant', 'Asia/Shanghai', '2026年11月23日星期一 08:30 [中國標準時間]'],
  ['en', 'America/New_York', 'Sunday, 22 November 2026 at 19:30 Eastern Standard Time'],
  ['en', 'Australia/Lord_Howe', 'Monday, 23 November 2026 at 11:30 Lord Howe Daylight Time'],
])('is read in %s on the clock of %s', (locale, zone, words) => {
  expect(momentText({ at: AT, zone, locale })).toBe(words);
});

it('is midnight at 00:00, never at 24:00', () => {
  const at = Date.UTC(2026, 10, 23, 16);
  expect(momentText({ at, zone: 'Asia/Shanghai', locale: 'en' })).toContain('00:00');
});
