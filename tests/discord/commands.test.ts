// Slash commands: each once, its audience, its language.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CitedQuote } from '../../src/answer/index.ts';
import { COMMANDS } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { Discord, Person } from '../stand-ins/discord/index.ts';
import {
  BEN,
  type Bot,
  ELSEWHERE_GENERAL,
  GENERAL,
  HUA,
  LEA,
  MANAGER,
  MEI,
  startBot,
  stopAll,
  THREAD,
} from './bot.ts';
import { faults, filesIn, plain, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const REPORT = '林业局2023年上半年工作总结';

let bot: Bot;
let discord: Discord;
let known: CitedQuote;
beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
  [known] = quotesIn(bot.index, await use('ask', { question: PROBLEMS }).settled());
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const use = (name: string, options = {}, person: Person = MEI, channel = GENERAL) =>
  discord.slash({ channel, person, name, options });

/** Each command that answers from the reports, with what it takes and something that its answer says. */
const ASKING: [string, () => Record<string, string>, RegExp][] = [
  ['ask', () => ({ question: PROBLEMS }), /造林用地越来越难找/],
  [
    'ask',
    () => ({ question: '存在哪些问题', agency: '林业局', period: '2023年上半年' }),
    /造林用地越来越难找/,
  ],
  ['search', () => ({ words: '造林用地' }), /造林用地/],
  ['report', () => ({ name: REPORT }), /林业局/],
  ['report', () => ({ name: REPORT, part: 'problems' }), /造林用地越来越难找/],
  ['reports', () => ({}), /1\. 《/],
  ['compare', () => ({ topic: '资金', first: '林业局', second: '卫生健康局' }), /《/],
  ['quote', () => ({ id: known.id }), /造林用地越来越难找/],
  ['verify', () => ({ text: known.text }), /✅/],
];
const BUSINESS: [string, () => Record<string, string>, RegExp][] = [
  ['help', () => ({}), /<\/ask:\d+>[\s\S]*<\/digest off:\d+>/],
  ['privacy', () => ({}), /30/],
  ['forget', () => ({}), /记录/],
  ['pair', () => ({ code: 'AAAA-BBBB-CCCC' }), /配对码/],
  ['settings', () => ({ length: 'normal' }), /设置/],
  ['digest now', () => ({}), /./],
  ['digest status', () => ({}), /简报/],
  ['following', () => ({}), /关注/],
  ['deny', () => ({ scope: 'channel' }), /已关闭/],
  ['allow', () => ({ scope: 'channel' }), /已开放/],
];

/** What concerns everybody in a place. */
const KEEPING: [string, () => Record<string, string>, RegExp][] = [
  ['digest on', () => ({ zone: '北京' }), /简报/],
  ['digest pause', () => ({ until: '3天' }), /简报/],
  ['digest off', () => ({}), /简报/],
  ['follow', () => ({ topic: '路灯' }), /关注/],
  ['unfollow', () => ({ topic: '路灯' }), /关注/],
];

it('there is a test for every command', () => {
  const tested = new Set([...ASKING, ...BUSINESS, ...KEEPING].map(([name]) => name));
  const inGeneral = COMMANDS.filter(({ right }) => right !== 'owner'); // the library has tests of its own
  expect(inGeneral.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
});

describe.each(ASKING)('/%s', (name, options, expected) => {
  it('is answered for all to see', async () => {
    const used = use(name, options());
    const answer = await used.settled();
    expect(answer).toMatchObject({ ephemeral: false, v2: true, content: '' });
    expect(plain(answer.text)).toMatch(expected);
    expect(faults(bot.index, answer, ...used.followUps)).toEqual([]);
    expect(used.callback?.body.data).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('is answered for the asker alone with the option for that', async () => {
    const used = use(name, { ...options(), private: true });
    const answer = await used.settled();
    expect([answer, ...used.followUps].map(({ ephemeral }) => ephemeral)).not.toContain(false);
    expect(plain(answer.text)).toMatch(expected);
    const open = use(name, { ...options(), private: false });
    expect((await open.settled()).ephemeral).toBe(false);
  });
});

describe.each(BUSINESS)('/%s', (name, options, expected) => {
  it('is answered for the asker alone', async () => {
    const answer = await use(name, options(), MANAGER).settled();
    expect(answer).toMatchObject({ ephemeral: true, v2: true });
    expect(plain(answer.text)).toMatch(expected);
  });
});

describe.each(KEEPING)('/%s', (name, options, expected) => {
  it('is answered for all to see, where a manager uses it', async () => {
    const answer = await use(name, options(), MANAGER).settled();
    expect(answer).toMatchObject({ ephemeral: false, v2: true });
    expect(plain(answer.text)).toMatch(expected);
  });

  it('is for managers alone, even where others see it in the menu', async () => {
    const used = use(name, options());
    expect(plain((await used.settled()).text)).toBe(TEXTS.zh.digestManagersOnly());
    expect(used.ephemeral).toBe(true);
  });
});

describe('a command', () => {
  it('speaks the language of the person, else that of the guild; an answer that of the question', async () => {
    const heading = async (person: Person, channel = GENERAL) =>
      plain((await use('help', {}, person, channel).settled()).text.split('\n')[0]).replace(/^### /, '');
    expect(await heading(MEI)).toBe(TEXTS.zh.helpHeading());
    expect(await heading(HUA)).toBe(TEXTS['zh-Hant'].helpHeading());
    expect(await heading(BEN)).toBe(TEXTS.en.helpHeading());
    expect(await heading({ ...BEN, locale: 'en-GB' })).toBe(TEXTS.en.helpHeading());
    expect(await heading(LEA)).toBe(TEXTS.zh.helpHeading());
    expect(await heading(LEA, ELSEWHERE_GENERAL)).toBe(TEXTS.en.helpHeading());
    const answer = await use('ask', { question: PROBLEMS }, BEN).settled();
    expect(answer.text).toContain('列有 4 条');
  });

  it('that lacks something asks for it, and is completed in a form or by a choice', async () => {
    const asking = await use('ask', { question: '   ' }).settled();
    expect(plain(asking.text)).toContain('“问题”');
    const choosing = await use('report', { name: '\n' }, BEN).settled();
    await use('help').settled(); // what was asked for is kept by now
    const [{ custom_id: fillIn = '' }] = asking.buttons;
    const opened = discord.press({ message: asking, person: MEI, customId: fillIn });
    await opened.askedFor();
    const filled = discord.submitModal({ interaction: opened, fields: { text: PROBLEMS } });
    expect(filesIn(bot.index, await filled.settled())).toEqual(['forestry-2023-h1.txt']);
    const [{ custom_id: customId = '', options: offers = [] }] = choosing.selects;
    const chosen = discord.choose({
      message: choosing,
      person: BEN,
      customId,
      values: [offers[0].value ?? ''],
    });
    expect(plain((await chosen.settled()).text)).toContain(`《${offers[0].label}》`);
  });

  it('that finds nothing says so', async () => {
    for (const [name, options] of [
      ['ask', { question: '磁悬浮列车什么时候通车' }],
      ['ask', { question: PROBLEMS, report: '没有这份报告' }],
      ['search', { words: '磁悬浮' }],
      ['report', { name: '没有这份报告' }],
      ['compare', { topic: '资金', first: '林业局', second: '没有这个单位' }],
      ['quote', { id: 'n0-0-0-0' }],
      ['verify', { text: '磁悬浮列车将于明年通车。' }],
    ] as const) {
      const used = use(name, options);
      const { text } = await used.settled();
      expect(text.length, name).toBeGreaterThan(5);
      expect(faults(bot.index, used.original!)).toEqual([]);
    }
  });

  it('with unusual input is answered kindly', async () => {
    for (const text of [
      '@everyone',
      '<@1> ```',
      '\u0000\u202e\ud800',
      '||x|| `y` ~~z~~',
      '"; DROP TABLE x; --',
      '💥'.repeat(90),
    ]) {
      await use('ask', { question: text }).settled();
      await use('search', { words: text }).settled();
      await use('quote', { id: text.slice(0, 20) }).settled();
      await use('verify', { text }).settled();
      await use('report', { name: text }).settled();
    }
    expect(bot.lines('error')).toEqual([]);
  });

  it('in a thread follows up the last question of the same person', async () => {
    await use('ask', { question: PROBLEMS }, BEN, THREAD).settled();
    const next = await use('ask', { question: '那下半年有什么打算' }, BEN, THREAD).settled();
    expect(filesIn(bot.index, next)).toEqual(['forestry-2023-h1.txt']);
  });

  it('that we do not know (any more) is answered for the asker alone', async () => {
    discord.commands.replace([...discord.commands.in(), { name: 'summarise', description: 'An old one' }]);
    const answer = await use('summarise', {}, BEN).settled();
    expect(answer.ephemeral).toBe(true);
    expect(plain(answer.text)).toBe(TEXTS.en.unknownCommand('/summarise'));
  });
});

describe('in settings', () => {
  it('a manager makes answers short, for the guild and at once', async () => {
    const points = async () =>
      quotesIn(bot.index, await use('ask', { question: '林业局2023年上半年做了哪些工作' }).settled()).length;
    const before = await points();
    await use('settings', { length: 'short' }, MANAGER).settled();
    expect([before > 5, await points()]).toEqual([true, 5]);
    await use('settings', { length: 'normal' }, MANAGER).settled();
    expect(await points()).toBe(before);
  });

  it('a member who was given the command is refused', async () => {
    const used = discord.slash({
      channel: GENERAL,
      person: BEN,
      name: 'settings',
      options: { length: 'short' },
      allowedByOverride: true,
    });
    expect(plain((await used.settled()).text)).toBe(TEXTS.en.managersOnly());
    expect(used.ephemeral).toBe(true);
    expect(await bot.store.settings.get(`discord:guild:${used.deed.channel.guild?.id}`)).not.toMatchObject({
      length: 'short',
    });
  });
});
