// Times of day, dates and zones as people write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn, timeOfDayIn, zoneNamed, zonesFor } from '../../src/digests/index.ts';
import { ZONE_LINKS } from '../../src/digests/zone-links.ts';

describe('a time of day', () => {
  it.each([
    ['8:30', '08:30'],
    ['08:30', '08:30'],
    ['8：30', '08:30'],
    ['0830', '08:30'],
    ['8', '08:00'],
    ['8点半', '08:30'],
    ['八點半', '08:30'],
    ['早上八点一刻', '08:15'],
    ['晚上8点', '20:00'],
    ['下午3点15分', '15:15'],
    ['二十三点五十九分', '23:59'],
    ['中午12点', '12:00'],
    ['中午一点', '13:00'],
    ['晚上12点', '00:00'],
    ['凌晨12点', '00:00'],
    ['8pm', '20:00'],
    ['8:30 PM', '20:30'],
    ['8 a.m.', '08:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
  ])('%s is %s', (text, time) => {
    expect(timeOfDayIn(text)).toBe(time);
  });

  it.each([
    '',
    '25:00',
    '8:60',
    '13pm',
    '0 am',
    'noonish',
    '8:3',
    '-1',
    '早上',
    '八',
    '2026-11-22',
    '8:30:15',
  ])('%s is none', (text) => {
    expect(timeOfDayIn(text)).toBeUndefined();
  });

  it('is read back from how it is written', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      expect(timeOfDayIn(time)).toBe(time);
    }
  });
});

describe('a date to come', () => {
  const SUNDAY = '2026-11-22';

  it.each([
    ['tomorrow', '2026-11-23'],
    ['明天', '2026-11-23'],
    ['后天', '2026-11-24'],
    ['3 days', '2026-11-25'],
    ['三天后', '2026-11-25'],
    ['in 2 weeks', '2026-12-06'],
    ['两周', '2026-12-06'],
    ['一个月', '2026-12-22'],
    ['a week', '2026-11-29'],
    ['下周一', '2026-11-23'],
    ['下週三', '2026-11-25'],
    ['周日', '2026-11-29'],
    ['next Monday', '2026-11-23'],
    ['fri', '2026-11-27'],
    ['until Friday', '2026-11-27'],
    ['2026-12-01', '2026-12-01'],
    ['2026年12月1日', '2026-12-01'],
    ['到12月1日', '2026-12-01'],
    ['12-01', '2026-12-01'],
    ['1月5号', '2027-01-05'],
    ['24 December', '2026-12-24'],
    ['Dec 24th', '2026-12-24'],
    ['下个月', '2026-12-01'],
    ['next week', '2026-11-23'],
  ])('%s is %s', (text, day) => {
    expect(dateIn(text, SUNDAY)).toBe(day);
  });

  it.each([
    '',
    'today',
    '今天',
    'yesterday',
    '2026-11-22',
    '2025-01-01',
    '2028-01-01',
    '2026-13-01',
    '2026-02-30',
    '0天',
    '99 months',
    '12月',
    'soon',
    '8:30',
  ])('%s is none within a year', (text) => {
    expect(dateIn(text, SUNDAY)).toBeUndefined();
  });

  it('is found by its own name on any day', () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 360 }), (today, days) => {
        const from = today.toISOString().slice(0, 10);
        const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
        expect(dateIn(to, from)).toBe(to);
        expect(dateIn(`${days % 100 || 1} days`, from)).toBeDefined();
      }),
      { seed: 71, numRuns: 300 },
    );
  });
});

describe('a time zone', () => {
  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['asia/shanghai', 'Asia/Shanghai'],
    ['北京时间', 'Asia/Shanghai'],
    ['台灣', 'Asia/Taipei'],
    ['London', 'Europe/London'],
    ['new york', 'America/New_York'],
    ['New_York', 'America/New_York'],
    ['UTC+8', '+08:00'],
    ['UTC-5:30', '-05:30'],
    ['+0545', '+05:45'],
    ['utc', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Calcutta'],
    ['EUROPE/KYIV', 'Europe/Kyiv'],
    ['Europe / Kiev', 'Europe/Kiev'],
    ['us/eastern', 'US/Eastern'],
    ['America/Argentina/Buenos Aires', 'America/Argentina/Buenos_Aires'],
    ['asia/ho chi minh', 'Asia/Ho_Chi_Minh'],
    ['kolkata', 'Asia/Kolkata'],
    ['Nuuk', 'America/Nuuk'],
    ['印度', 'Asia/Kolkata'],
    ['Etc/GMT+8', 'Etc/GMT+8'],
    ['GMT+8', '+08:00'],
    ['UTC−3', '-03:00'],
    ['BST', 'Europe/London'],
    ['PRC', 'PRC'],
    ['EST5EDT', 'EST5EDT'],
  ])('%s is %s', (text, zone) => {
    expect(zoneNamed(text)).toBe(zone);
  });

  it.each([
    '',
    'nowhere',
    'UTC+15',
    'UTC+14:30',
    'Europe',
    'a',
    '+8:75',
    '__proto__',
    'constructor',
    '13',
    '8',
    'CST',
    'SystemV/EST5',
    'Asia/Nowhere',
  ])('%s is none', (text) => {
    expect(zoneNamed(text)).toBeUndefined();
  });

  it('is offered by any part of its name, those for readers of Chinese where nothing is written', () => {
    expect(zonesFor('')).toContain('Asia/Shanghai');
    expect(zonesFor('howe')).toEqual(['Australia/Lord_Howe']);
    expect(zonesFor('北')).toContain('Asia/Shanghai');
    expect(zonesFor('nowhere')).toEqual([]);
  });

  it('that is offered is named by itself', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(zoneNamed(zone)).toBe(zone);
  });

  it('that has several names is known by each, in any case, and offered by each', () => {
    const meantBy = (zone = '') =>
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    for (const name of ZONE_LINKS) {
      expect([name, meantBy(zoneNamed(name))]).toEqual([name, meantBy(name)]);
      expect(meantBy(zoneNamed(name.toLowerCase().replaceAll('_', ' ')))).toBe(meantBy(name));
    }
    for (const name of ['Asia/Kolkata', 'Europe/Kyiv', 'US/Eastern'])
      expect(zonesFor(name.slice(0, -1))).toContain(name);
  });

  it('whose abbreviation means several is asked for', () => {
    expect(zonesFor('cst')).toEqual(['Asia/Shanghai', 'America/Chicago']);
  });
});
