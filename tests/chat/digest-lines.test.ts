// Digests and topics set up in one line of plain words.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/digests/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { DigestWorld } from './digest-world.ts';
import { GROUP, MANAGER } from './world.ts';

let index: PassageIndex;
let world: DigestWorld;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(() => {
  world = new DigestWorld(index);
});

const BY = { person: MANAGER };

function write(line: string) {
  const [, name, words] = /^\/(\S+) ?(.*)$/s.exec(line) ?? [];
  return world.command(name, words, BY);
}

describe('a line that switches the digest on', () => {
  const shanghai = (time = '08:30', days: Schedule['days'] = 'daily') => ({
    schedule: { time, zone: 'Asia/Shanghai', days },
  });

  it.each<[line: string, expected: object]>([
    ['/digest on 8点 北京 工作日 静音', { ...shanghai('08:00', 'weekdays'), silent: true }],
    ['/digest 开启8:30 上海', shanghai()],
    ['/简报 开启 北京', shanghai()],
    ['/簡報 開啟 晚上8點 北京 工作日 靜音 不發', { ...shanghai('20:00', 'weekdays'), skipEmpty: true }],
    ['/digest ON 8:30 pm Asia/Shanghai Mondays', shanghai('20:30', 'mon')],
    ['/digest on 20:00 Beijing Monday', shanghai('20:00', 'mon')],
    ['/digest on Shanghai weekday silent skip', { ...shanghai('08:30', 'weekdays'), silent: true }],
    ['/digest on 8:30 am every day Beijing', shanghai()],
    ['/digest on 北京 星期五', shanghai('08:30', 'fri')],
    ['/digest on 北京 每周三 9点半', shanghai('09:30', 'wed')],
    ['/digest on 北京 禮拜天', shanghai('08:30', 'sun')],
    ['/digest on 7 New York', { schedule: { time: '07:00', zone: 'America/New_York', days: 'daily' } }],
    ['/digest on 8:30, Shanghai, weekdays', shanghai('08:30', 'weekdays')],
    ['/digest on 08:30；Asia/Shanghai；周五', shanghai('08:30', 'fri')],
    ['/digest on every Monday at 8.30 in Beijing', shanghai('08:30', 'mon')],
    ['/digest on 8 pm Beijing Mon-Fri', shanghai('20:00', 'weekdays')],
    ['/digest on 8:30 Monday to Friday Beijing', shanghai('08:30', 'weekdays')],
    ['/digest on 8点 北京 周一到周五', shanghai('08:00', 'weekdays')],
    ['/digest on time:20:00 zone:Beijing days:weekdays', shanghai('20:00', 'weekdays')],
    ['/digest on 每天早上8点 北京时间', shanghai('08:00')],
    ['/digest on 工作日晚上八点半北京时间', shanghai('20:30', 'weekdays')],
    ['/digest on 9:15 utc-3:30', { schedule: { time: '09:15', zone: '-03:30', days: 'daily' } }],
  ])('%s', async (line, expected) => {
    await write(line);
    expect(await world.subscription()).toMatchObject(expected);
  });

  it.each(['8:30, Shanghai, Mon-Fri', '每天早上8点北京时间', 'at 20.15 in Beijing every Friday'])(
    'all in the option of the time: %s',
    async (time) => {
      await world.command('digest on', { time }, BY);
      expect((await world.subscription()).schedule?.zone).toBe('Asia/Shanghai');
    },
  );

  it('keeps zone and days where the time is not understood', async () => {
    const { text, audiences } = await world.command('digest on', { time: '25:00 London weekdays' }, BY);
    expect(text).toMatch(/时区.*日子/);
    expect(audiences).toEqual(['asker']);
  });

  it.each([
    '/digest on 8:30 Atlantis',
    '/digest on at',
    '/digest on 北京 25点',
    '/digest',
    '/digest of',
    '/digest 北京 8点',
  ])('but not %s', async (line) => {
    await write(line);
    expect(await world.store.digests.subscriptions.get(GROUP.id)).toBeUndefined();
  });
});

describe('a line that pauses it', () => {
  it.each([
    ['/digest pause 3 days', '2026-11-25'],
    ['/digest 暂停 3天', '2026-11-25'],
    ['/digest 暂停到12月1日', undefined], // one word: no command is called so
    ['/digest pause until 1 December', '2026-12-01'],
    ['/digest pause next monday', '2026-11-23'],
  ])('%s', async (line, pausedUntil) => {
    await write('/digest on 北京');
    await write(line);
    expect((await world.subscription()).pausedUntil).toBe(pausedUntil);
  });
});

describe('a line that follows something', () => {
  it.each<[line: string, expected: object]>([
    ['/follow 高标准农田 林业局 立即', { text: '高标准农田', agency: '林业局', atOnce: true }],
    ['/关注 高标准农田', { text: '高标准农田', atOnce: false }],
    ['/關注 油茶 立即', { text: '油茶', atOnce: true }],
    ['/follow elderly canteens at once', { text: 'elderly canteens', atOnce: true }],
    ['/follow 资金 存在的问题 林业局', { text: '资金', agency: '林业局', part: 'problems' }],
    ['/follow 林业局下半年有什么打算？', { text: '林业局下半年有什么打算？' }],
    ['/follow 林业局', { text: '林业局' }],
  ])('%s', async (line, expected) => {
    await write(line);
    expect(await world.topics()).toEqual([expect.objectContaining(expected)]);
  });

  it('ends it by its number', async () => {
    await write('/follow 油茶');
    await write('/unfollow 1');
    expect(await world.topics()).toEqual([]);
  });
});
