// The daily digest: switched on, changed, paused and switched off in a chat, with its status.
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateText, TEXTS } from '../../src/message/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import { DigestWorld, HOUR_MS, NEXT_MORNING, NOON } from './digest-world.ts';
import { FakeResponder } from './fake-responder.ts';
import { pressable, pressables, quotesIn, textIn } from './message-content.ts';
import { BEN, DAY_MS, GROUP, HUA, MANAGER, MEI, NEXT_DOOR, privateChatOf, THREAD } from './world.ts';

let index: PassageIndex;
let world: DigestWorld;
beforeAll(async () => {
  index = await sampleIndex();
});
beforeEach(async () => {
  world = new DigestWorld(index);
  await world.at(NOON);
});
afterEach(() => {
  expect(world.faults).toEqual([]);
  expect(world.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

const { zh, en } = TEXTS;
const BY = { person: MANAGER };
const on = (values: Record<string, string> = {}, by = {}) =>
  world.command('digest on', { zone: 'Asia/Shanghai', ...values }, { ...BY, ...by });
const status = async (by = {}) => (await world.command('digest status', {}, { ...BY, ...by })).text;
const next = async (place = GROUP) => {
  const { next: due } = await world.subscription(place);
  return due && new Date(due.at).toISOString().slice(0, 16);
};

describe('a digest that is switched on', () => {
  it('comes at half past eight every day by default', async () => {
    const { text, audiences } = await on();
    expect(text).toContain(zh.digestIsOn());
    expect(text).toContain(zh.scheduleIs('08:30', 'daily', 'Asia/Shanghai'));
    expect(text).toContain('2026年11月23日星期一');
    expect(audiences).toEqual(['everyone']);
    await world.at(NEXT_MORNING - 1);
    expect(world.posted).toEqual([]);
    await world.at(NEXT_MORNING);
    await world.at(NEXT_MORNING + HOUR_MS);
    expect(world.posted.map(({ place, at }) => [place, at])).toEqual([[GROUP.id, NEXT_MORNING]]);
  });

  it.each<[time: string, zone: string, due: string]>([
    ['晚上8点', '北京', '2026-11-22T12:00'],
    ['早上八点半', '上海时间', '2026-11-23T00:30'],
    ['8:30 pm', 'London', '2026-11-22T20:30'],
    ['6am', 'new york', '2026-11-22T11:00'],
    ['18：45', '台北', '2026-11-22T10:45'],
    ['12:15', 'UTC+8', '2026-11-22T04:15'],
    ['12:00', 'Asia/Shanghai', '2026-11-23T04:00'], // it is noon: tomorrow
  ])('at %s in %s comes at that local time', async (time, zone, due) => {
    await on({ time, zone });
    expect(await next()).toBe(due);
  });

  it.each<[days: string, due: string]>([
    ['daily', '2026-11-23T00:30'],
    ['weekdays', '2026-11-23T00:30'],
    ['sun', '2026-11-29T00:30'],
    ['wed', '2026-11-25T00:30'],
  ])('on some days (%s) begins with the first of them', async (days, due) => {
    await on({ days });
    expect(await next()).toBe(due);
  });

  it.each(['25:00', '8:60', 'soon', '<b>8</b>', '－1点'])(
    'at no time of day (%s) is not on',
    async (time) => {
      expect((await on({ time })).text).toBe(zh.noTimeOfDay(time));
      expect(await world.store.digests.subscriptions.get(GROUP.id)).toBeUndefined();
    },
  );

  it('keeps the options that a change leaves out', async () => {
    await on({ time: '20:00', days: 'weekdays' });
    await world.command('digest on', { silent: 'yes' }, BY);
    await world.command('digest on', { skip: 'yes' }, BY);
    const { text } = await world.command('digest on', { time: '21:00' }, BY);
    expect(text).toContain(zh.scheduleIs('21:00', 'weekdays', 'Asia/Shanghai'));
    expect(await world.subscription()).toMatchObject({
      silent: true,
      skipEmpty: true,
      schedule: { time: '21:00', days: 'weekdays' },
    });
    await world.command('digest on', { silent: 'no', skip: 'no' }, BY);
    expect(await world.subscription()).toMatchObject({ silent: false, skipEmpty: false });
  });

  it('comes without a sound where that is wanted, and not at all where nothing is new', async () => {
    await on({ silent: 'yes' });
    await world.at(NEXT_MORNING);
    expect(world.lastIn().posting.silent).toBe(true);
    await on({ skip: 'yes' });
    await world.at(NEXT_MORNING + DAY_MS);
    expect(world.posted).toHaveLength(1);
    expect(await status()).toContain(zh.lastDigest('nothing-new'));
  });

  it('comes in the language in which it was set up, else in that of the settings', async () => {
    await on({}, { person: { ...HUA, manager: true } });
    await on({}, { place: NEXT_DOOR });
    await world.command('settings', { language: 'en' }, { ...BY, place: NEXT_DOOR });
    await world.at(NEXT_MORNING);
    expect(world.lastIn(NEXT_DOOR).posting.locale).toBe('en'); // one setting for the whole community
    await world.command('settings', { language: 'auto' }, BY);
    await world.at(NEXT_MORNING + DAY_MS);
    expect(world.lastIn().posting.locale).toBe('zh-Hant');
  });

  it('is not lost by a change at the moment when it is due', async () => {
    await on();
    world.now = NEXT_MORNING + 2000; // before the digests have been looked at
    await world.command('digest on', { silent: 'yes' }, BY);
    await world.command('follow', { topic: '油茶' }, BY);
    await world.at(NEXT_MORNING + 5000);
    expect(world.posted.map(({ at }) => at)).toEqual([NEXT_MORNING + 5000]);
  });

  it('comes once a day, however often it is changed', async () => {
    await on();
    await world.at(NEXT_MORNING);
    await on({ time: '10:00' });
    await on({ time: '8:00', zone: 'London' });
    await world.at(NEXT_MORNING + 12 * HOUR_MS);
    expect(world.posted).toHaveLength(1);
  });

  it('is refused where nothing can be sent', async () => {
    world.restart({ canPostTo: () => false });
    for (const line of ['on 8:30 北京', 'on'])
      expect((await world.command('digest', line, BY)).text).toBe(zh.noDigestsHere());
    expect((await world.command('follow', { topic: '油茶' }, BY)).text).toBe(zh.noDigestsHere());
    expect(await world.store.digests.subscriptions.get(GROUP.id)).toBeUndefined();
    expect(await world.topics()).toEqual([]);
  });

  it('belongs to its place: channel, other channel, thread', async () => {
    await on();
    await on({ time: '21:00' }, { place: THREAD });
    expect(await status({ place: NEXT_DOOR })).toBe(zh.digestWasOff());
    expect(await next()).toBe('2026-11-23T00:30');
    expect(await next(THREAD)).toBe('2026-11-22T13:00');
    await world.command('digest off', {}, BY);
    await world.at(Date.parse('2026-11-22T13:00:00Z'));
    await world.at(NEXT_MORNING);
    expect(world.posted.map(({ place }) => place)).toEqual([THREAD.id]);
  });
});

describe('the zone of a digest', () => {
  it('is asked for where it is unknown, and given by a press', async () => {
    const asked = await world.command('digest on', { time: '9:00' }, BY);
    expect(asked.message[0]).toMatchObject({ type: 'prompt' });
    const { action } = pressable(asked.message, 'Europe/London');
    const { text } = await world.press(action, BY, asked.key);
    expect(text).toContain(zh.scheduleIs('09:00', 'daily', 'Europe/London'));
  });

  it('is also given by a manager’s press, where the place itself was asked', async () => {
    const channel = { id: 'fake:-100', manager: true }; // speaks for a channel
    const asked = await world.command('digest on', {}, { ...BY, person: channel });
    const { action } = pressable(asked.message, 'Europe/London');
    const refused = await world.press(action, { ...BY, person: MEI }, asked.key);
    expect(refused.text).not.toContain('London');
    const { text } = await world.press(action, BY, asked.key);
    expect(text).toContain('Europe/London');
    expect((await world.subscription()).schedule?.zone).toBe('Europe/London');
  });

  it('is given by a reply, and again where the reply is not understood', async () => {
    const asked = await world.command('digest on', { days: 'fri' }, BY);
    const again = await world.say('Port', { ...BY, replyTo: asked.key });
    expect(again.text).toContain('America/Port_of_Spain');
    const nowhere = await world.say('火星', { ...BY, replyTo: again.key });
    expect(nowhere.text).toContain('“火星”');
    const { text } = await world.say('北京时间', { ...BY, replyTo: nowhere.key });
    expect(text).toContain(zh.scheduleIs('08:30', 'fri', 'Asia/Shanghai'));
  });

  it('is given by the next message in a private chat', async () => {
    const place = privateChatOf(MEI);
    await world.command('digest', '开启 7点', { place });
    await world.say('纽约', { place });
    expect(await next(place)).toBe('2026-11-22T12:00');
  });

  it('is given by nobody but the person who was asked', async () => {
    const asked = await world.command('digest on', {}, BY);
    await world.say('北京', { person: BEN, replyTo: asked.key });
    await world.press(pressable(asked.message, 'Europe/London').action, { person: MEI }, asked.key);
    expect(await world.store.digests.subscriptions.get(GROUP.id)).toBeUndefined();
  });

  it('is that of the settings, and the first digest sets it there for the whole community', async () => {
    await on({ zone: 'Tokyo' });
    expect(await world.store.settings.get('fake:guild:1')).toEqual({ zone: 'Asia/Tokyo' });
    await world.command('digest on', {}, { ...BY, place: NEXT_DOOR });
    expect((await world.subscription(NEXT_DOOR)).schedule?.zone).toBe('Asia/Tokyo');
    await on({ zone: 'Seoul' });
    expect(await world.store.settings.get('fake:guild:1')).toEqual({ zone: 'Asia/Tokyo' });
    await world.command('digest on', { time: '9' }, BY);
    expect((await world.subscription()).schedule).toMatchObject({ zone: 'Asia/Seoul', time: '09:00' });
  });

  it.each(['../../etc/passwd', '__proto__', 'Asia/Shanghai; DROP TABLE', '+99:00', '@everyone', '*'])(
    'is not %s',
    async (zone) => {
      const { text } = await on({ zone });
      expect(text).toContain(zone);
      expect(await world.store.digests.subscriptions.get(GROUP.id)).toBeUndefined();
    },
  );
});

describe('a digest that is switched off', () => {
  it('does not come, and the topics are kept', async () => {
    await on();
    await world.command('follow', { topic: '油茶' }, BY);
    await world.command('follow', { topic: '校园安全', when: 'at-once' }, BY);
    const { text, audiences } = await world.command('digest off', {}, BY);
    expect(text).toBe(zh.digestIsOff(2, 1));
    expect(audiences).toEqual(['everyone']);
    await world.at(NEXT_MORNING + HOUR_MS);
    expect(world.posted).toEqual([]);
    expect(await world.topics()).toHaveLength(2);
  });

  it('has a status without a next time and a reason', async () => {
    await on();
    await world.command('follow', { topic: '油茶' }, BY);
    await world.command('digest off', {}, BY);
    const text = await status();
    expect(text).toContain(zh.digestWasOff());
    expect(text).not.toContain(zh.whyHere('group'));
    expect(text).not.toContain(zh.nextDigest());
  });

  it('that was off before says so', async () => {
    for (const place of [GROUP, privateChatOf(MANAGER)])
      expect((await world.command('digest off', {}, { ...BY, place })).text).toBe(zh.digestWasOff());
  });

  it('and on again comes at its old hour no more than once a day', async () => {
    await on();
    await world.at(NEXT_MORNING);
    await world.command('digest off', {}, BY);
    await on({ time: '11:00' });
    await world.at(NEXT_MORNING + 4 * HOUR_MS);
    expect(world.posted).toHaveLength(1);
    await world.at(Date.parse('2026-11-24T03:00:00Z'));
    expect(world.posted).toHaveLength(2);
  });
});

describe('a pause', () => {
  const pause = async (until: string) => (await world.command('digest pause', { until }, BY)).text;
  const untilDay = (day: string) => zh.digestPaused(dateText(day, 'zh'));

  it.each<[until: string, day: string]>([
    ['3天', '2026-11-25'],
    ['3 days', '2026-11-25'],
    ['明天', '2026-11-23'],
    ['下周一', '2026-11-23'],
    ['next Friday', '2026-11-27'],
    ['2026-12-01', '2026-12-01'],
    ['12月1日', '2026-12-01'],
  ])('until %s ends by itself on %s', async (until, day) => {
    await on();
    expect(await pause(until)).toBe(untilDay(day));
    expect(await next()).toBe(new Date(Date.parse(`${day}T00:30:00Z`)).toISOString().slice(0, 16));
  });

  it('sends nothing before it ends, and then the status no longer names it', async () => {
    await on();
    await pause('3天');
    expect(await status()).toContain(untilDay('2026-11-25'));
    await world.at(NEXT_MORNING);
    await world.at(NEXT_MORNING + DAY_MS);
    expect(await status()).toContain(untilDay('2026-11-25'));
    world.now = NEXT_MORNING + 2 * DAY_MS - HOUR_MS; // the day on which it comes again
    expect(await status()).not.toContain('暂停');
    for (const day of [2, 3]) await world.at(NEXT_MORNING + day * DAY_MS);
    expect(world.posted.map(({ at }) => at)).toEqual([2, 3].map((day) => NEXT_MORNING + day * DAY_MS));
    expect(await status()).not.toContain('暂停');
  });

  it('until a day without a digest names the day of the next one', async () => {
    await on({ days: 'weekdays' });
    expect(await pause('2026-11-28')).toBe(untilDay('2026-11-30'));
    expect(await status()).toContain(untilDay('2026-11-30'));
  });

  it.each(['yesterday', '2026-11-22', '2020-01-01', '2036-01-01', '2026-02-30', 'someday', '0天', '-3 days'])(
    'until %s is none',
    async (until) => {
      await on();
      expect(await pause(until)).toBe(zh.noDate(until));
      expect(await next()).toBe('2026-11-23T00:30');
    },
  );

  it('is ended by switching the digest on', async () => {
    await on();
    await pause('30天');
    await world.command('digest on', {}, BY);
    expect(await next()).toBe('2026-11-23T00:30');
    expect(await status()).not.toContain('暂停');
  });

  it('is kept by following something meanwhile', async () => {
    await on();
    await pause('3天');
    await world.command('follow', { topic: '油茶' }, BY);
    expect(await next()).toBe('2026-11-25T00:30');
  });

  it('is refused where no digest is on', async () => {
    expect(await pause('3天')).toBe(zh.notOnYet());
  });
});

describe('a preview of a digest', () => {
  it('is for the asker only, in any language, even before anything is set up', async () => {
    for (const person of [MEI, BEN, HUA]) {
      const { text, audiences, message } = await world.command('digest now', {}, { person });
      const texts = TEXTS[person.locale ?? 'en'];
      expect(text).toContain(texts.highlightsIntro());
      expect(text).toContain(texts.tryAsking());
      expect(pressables(message).length).toBeGreaterThan(2);
      expect(audiences).toEqual(['asker']);
    }
  });

  it('shows the content of the digest, and nothing counts as shown', async () => {
    await on();
    await world.command('follow', { topic: '高标准农田' }, BY);
    const quoted = (text: string) => text.match(/[a-z0-9]{8}-\d-[a-z0-9]+-[a-z0-9]+/g);
    const before = await world.command('digest now', {}, BY);
    const again = await world.command('digest now', {}, BY);
    expect(again.text).toBe(before.text);
    await world.at(NEXT_MORNING);
    expect(quoted(textIn(world.lastIn().message))).toEqual(quoted(before.text));
    expect(quoted((await world.command('digest now', {}, BY)).text)).not.toEqual(quoted(before.text));
  });

  it('offers questions that are answered to the asker', async () => {
    const { message } = await world.command('digest now', {}, BY);
    const question = pressables(message).find(({ label }) => /[？?]$/.test(label));
    expect(quotesIn((await world.press(question?.action ?? '', BY)).message)).not.toEqual([]);
  });

  it('says so where nothing would be sent', async () => {
    await on({ skip: 'yes' });
    expect((await world.command('digest now', {}, BY)).text).toContain(zh.nothingNewToday());
    await world.command('follow', { topic: '高标准农田' }, BY);
    expect((await world.command('digest now', {}, BY)).text).not.toContain(zh.nothingNewToday());
  });
});

describe('the status of a digest', () => {
  it('is answered to the asker only, in the asker’s language', async () => {
    expect(await status({ person: BEN })).toBe(en.digestWasOff());
    await on();
    const { text, audiences } = await world.command('digest status', {}, { person: BEN });
    expect(text).toContain(en.scheduleIs('08:30', 'daily', 'Asia/Shanghai'));
    expect(text).toContain(en.whyHere('group'));
    expect(text).toContain('Monday, 23 November 2026');
    expect(audiences).toEqual(['asker']);
  });

  it('gives the next time as a moment, for every reader’s time zone', async () => {
    await on();
    const { message } = await world.command('digest status', {}, BY);
    const moments = message.filter((block) => block.type === 'moment');
    expect(moments.map(({ at }) => at)).toEqual([NEXT_MORNING, NOON]);
    await world.at(NEXT_MORNING);
    const later = (await world.command('digest status', {}, BY)).message;
    expect(later).toContainEqual(
      expect.objectContaining({ type: 'moment', label: zh.lastDigest('sent'), at: NEXT_MORNING }),
    );
    expect(later).toContainEqual(expect.objectContaining({ type: 'moment', at: NEXT_MORNING + DAY_MS }));
  });

  it('says why the last one failed, and that it comes again', async () => {
    await on();
    world.outcome = () => ({ outcome: 'retry', afterMs: 3 * HOUR_MS });
    await world.at(NEXT_MORNING);
    expect(await status()).toContain(zh.lastDigest('outage'));
    expect(await status()).toContain(zh.nextDigest());
  });

  it('says that one was missed while the bot was down', async () => {
    await on();
    await world.at(NEXT_MORNING + 7 * HOUR_MS);
    expect(await status()).toContain(zh.lastDigest('missed'));
  });

  it.each(['forbidden', 'unreachable'] as const)('says that it has stopped: %s', async (reason) => {
    await on({ silent: 'yes' });
    world.outcome = () => ({ outcome: 'gone', reason });
    await world.at(NEXT_MORNING);
    const text = await status();
    expect(text).toContain(zh.digestIsGone(reason));
    expect(text).toContain(zh.lastDigest(reason));
    expect(text).not.toContain(zh.nextDigest());
    world.outcome = () => undefined;
    await world.command('digest on', {}, BY); // everything else stays
    await world.at(NEXT_MORNING + DAY_MS);
    expect(world.lastIn().posting.silent).toBe(true);
  });

  it('resumes when the bot has answered there again', async () => {
    await on();
    world.outcome = () => ({ outcome: 'gone', reason: 'forbidden' });
    await world.at(NEXT_MORNING);
    world.outcome = () => undefined;
    await world.say('林业局2023年上半年存在哪些问题');
    expect(await status()).not.toContain(zh.digestIsGone('forbidden'));
    await world.at(NEXT_MORNING + DAY_MS);
    expect(world.posted).toHaveLength(1);
  });

  it('says that the place was not allowed at the time', async () => {
    await on();
    await world.store.access.set(GROUP.id, 'denied');
    await world.at(NEXT_MORNING);
    expect(world.posted).toEqual([]);
    await world.store.access.set(GROUP.id, 'allowed');
    expect(await status()).toContain(zh.lastDigest('not-allowed'));
    await world.at(NEXT_MORNING + DAY_MS);
    expect(world.posted).toHaveLength(1);
  });
});

describe('a chat that does not take its digest', () => {
  const refuse = () => {
    world.outcome = () => ({ outcome: 'retry', afterMs: 1000, obstacle: 'closed' });
  };
  const moments = async (by = {}) =>
    (await world.command('digest status', {}, { ...BY, ...by })).message.flatMap((block) =>
      block.type === 'moment' ? [[block.label, block.at]] : [],
    );

  it('shows that in the status, with the time of the next try', async () => {
    await on();
    refuse();
    await world.at(NEXT_MORNING);
    expect(await status()).toContain(zh.digestIsObstructed('closed'));
    const [entry] = await world.store.digests.outbox.history(GROUP.id, 1);
    expect(await moments()).toContainEqual([zh.nextTry(), entry.retryAt]);
  });

  it('shows the true time of the next try: the request is a sign of life, unless nothing can be posted', async () => {
    await on();
    refuse();
    for (let day = 0; day < 8; day++)
      for (const hours of [0, 1, 2]) await world.at(NEXT_MORNING + day * DAY_MS + hours * HOUR_MS);
    const spaced = (await world.subscription()).next?.at;
    expect(spaced).toBe(NEXT_MORNING + 14 * DAY_MS);
    const responder = new FakeResponder();
    responder.lacking = ['send'];
    expect(await moments({ responder })).toContainEqual([zh.nextTry(), spaced]);
    expect((await world.subscription()).next?.at).toBe(spaced);
    expect(await moments()).toContainEqual([zh.nextTry(), NEXT_MORNING + 8 * DAY_MS]);
    expect(await moments()).toContainEqual([zh.nextTry(), NEXT_MORNING + 8 * DAY_MS]);
    world.outcome = () => undefined;
    await world.at(NEXT_MORNING + 8 * DAY_MS);
    expect(world.posted).toHaveLength(1);
    expect(await status()).not.toContain(zh.digestIsObstructed('closed'));
  });

  it.each(['question', 'command', 'press'] as const)(
    'is resumed by a %s that is answered there',
    async (kind) => {
      await on();
      world.outcome = () => ({ outcome: 'gone', reason: 'forbidden' });
      await world.at(NEXT_MORNING);
      world.outcome = () => undefined;
      if (kind === 'question') await world.say('你好');
      if (kind === 'command') await world.command('help');
      if (kind === 'press') await world.press(`f+yes~${await world.markOf(MEI)}`);
      await world.at(NEXT_MORNING + DAY_MS);
      expect(world.posted).toHaveLength(1);
    },
  );
});

describe('a schedule in one line', () => {
  it.each<[Record<string, string>, [string, string, string]]>([
    [{ time: '8:30 London weekdays' }, ['08:30', 'weekdays', 'Europe/London']],
    [{ time: '工作日 晚上8点 东京' }, ['20:00', 'weekdays', 'Asia/Tokyo']],
    [{ time: 'Asia/Kolkata 6 am' }, ['06:00', 'daily', 'Asia/Kolkata']],
    [{ zone: '9:15 Europe/Kyiv 周一' }, ['09:15', 'mon', 'Europe/Kyiv']],
    [{ time: '8:30 London', zone: 'Tokyo' }, ['08:30', 'daily', 'Asia/Tokyo']],
    [{ time: 'noon New York silent' }, ['12:00', 'daily', 'America/New_York']],
  ])('is understood: %o', async (values, [time, days, zone]) => {
    await world.command('digest on', values, BY);
    expect((await world.subscription()).schedule).toEqual({ time, days, zone });
  });

  it.each<[Record<string, string> | string, string]>([
    [{ time: '8:30 Atlantis' }, zh.noZone('Atlantis', [])],
    ['8:30 Atlantis weekdays', zh.noZone('Atlantis', [])],
    ['Mars/Olympus 8:30', zh.noZone('Mars/Olympus', [])],
    ['8:30 UTC+25', zh.noZone('UTC+25', [])],
    ['Atlantis', zh.noZone('Atlantis', [])],
    [{ time: '8:30', zone: 'Atlantis' }, zh.noZone('Atlantis', [])],
    ['8:30 CST', zh.noZone('CST', ['Asia/Shanghai', 'America/Chicago'])],
    ['25:00', zh.noTimeOfDay('25:00')],
    [{ time: '25:00 London' }, zh.noTimeOfDay('25:00')],
    [{ time: '8:99', zone: 'London' }, zh.noTimeOfDay('8:99')],
  ])('is refused with what is wrong, to the asker only: %o', async (values, words) => {
    const { text, audiences } = await world.command('digest on', values, BY);
    expect(text).toContain(words);
    expect(audiences).toEqual(['asker']);
    expect(await world.store.digests.subscriptions.get(GROUP.id)).toBeUndefined();
  });

  it('keeps the rest while the zone is asked for', async () => {
    const { key } = await world.command('digest on', { time: '9:15 Atlantis 周五' }, BY);
    await world.say('Kolkata', { ...BY, replyTo: key });
    const schedule = { time: '09:15', days: 'fri', zone: 'Asia/Kolkata' };
    expect((await world.subscription()).schedule).toEqual(schedule);
  });
});

describe('somebody who may not set up digests', () => {
  const CHANGES: [name: string, values: Record<string, string>][] = [
    ['digest on', { zone: 'UTC' }],
    ['digest off', {}],
    ['digest pause', { until: '3天' }],
    ['follow', { topic: '油茶' }],
    ['unfollow', { topic: '1' }],
  ];

  it.each(CHANGES)('is refused privately, and nothing changes: /%s', async (name, values) => {
    await on();
    await world.command('follow', { topic: '校园安全' }, BY);
    const before = [await world.subscription(), await world.topics()];
    const { text, audiences } = await world.command(name, values, { person: BEN });
    expect(text).toBe(en.digestManagersOnly());
    expect(audiences).toEqual(['asker']);
    expect([await world.subscription(), await world.topics()]).toEqual(before);
  });

  it('may use now, status and following', async () => {
    for (const name of ['digest now', 'digest status', 'following'])
      expect((await world.command(name, {}, { person: BEN })).text).not.toBe(en.digestManagersOnly());
  });

  it('does not exist in a private chat, nor where the managers let everyone', async () => {
    await world.command('digest on', { zone: 'UTC' }, { place: privateChatOf(MEI) });
    expect((await world.subscription(privateChatOf(MEI))).person).toBe(MEI.id);
    await world.command('settings', { digests: 'everyone' }, BY);
    await world.command('digest on', { zone: 'UTC' }, { person: BEN });
    expect((await world.subscription()).person).toBeUndefined();
  });
});
