// The commands in the menu of a message: any message may be asked about or checked, and only the asker sees what comes of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Discord, Person, SentMessage } from '../fakes/discord/index.ts';
import { BEN, type Bot, GENERAL, HUA, LEA, MEI, QUIET, startBot, stopAll, THREAD } from './bot.ts';
import { faults, filesIn, plain, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const SENTENCE = '一是造林用地越来越难找。';
const OTHER_BOT = { id: '400000000000000099', name: 'Other bot', bot: true } as Person;

let bot: Bot;
let discord: Discord;
beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const post = (text: string, person: Person = BEN, channel = GENERAL) =>
  discord.say({ channel, person, text }).message;
const asked = (message: SentMessage, person: Person = MEI) =>
  discord.messageMenu({ name: 'Ask the reports', person, message });
const verified = (message: SentMessage, person: Person = MEI) =>
  discord.messageMenu({ name: 'Verify quotation', person, message });

describe('a message that is asked about', () => {
  it('is answered for the asker alone, although the bot does not see it otherwise', async () => {
    const answer = await asked(post(PROBLEMS)).settled();
    expect(answer).toMatchObject({ ephemeral: true, v2: true });
    expect(filesIn(bot.index, answer)).toEqual(['forestry-2023-h1.txt']);
    expect(faults(bot.index, answer)).toEqual([]);
  });

  it('may be by a bot, in a thread, or in a channel where the bot may not write', async () => {
    for (const message of [
      post(PROBLEMS, OTHER_BOT),
      post(PROBLEMS, BEN, THREAD),
      post(PROBLEMS, BEN, QUIET),
    ]) {
      const answer = await asked(message).settled();
      expect(quotesIn(bot.index, answer)).toHaveLength(4);
      expect(answer.ephemeral).toBe(true);
    }
  });

  it('may hold mentions and emoji', async () => {
    const answer = await asked(post(`<@${BEN.id}> ${PROBLEMS} <:tree:123456> <#${GENERAL}>？`)).settled();
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it('is answered with a sentence where it has no words, or too many', async () => {
    for (const text of ['', '   ', `<@${BEN.id}>`]) {
      const answer = await asked(post(text)).settled();
      expect([answer.ephemeral, plain(answer.text).includes('“问题”')]).toEqual([true, true]);
    }
    const long = await asked(post('问'.repeat(501)), HUA).settled();
    expect(long.ephemeral).toBe(true);
    expect(plain(long.text)).toBe(TEXTS['zh-Hant'].tooLong('問題', 500, 501));
  });

  it('may be an answer of the bot itself', async () => {
    const answer = await discord
      .say({ channel: GENERAL, person: MEI, text: `<@BOT> ${PROBLEMS}` })
      .answered();
    expect((await asked(answer).settled()).ephemeral).toBe(true);
    expect((await verified(answer).settled()).ephemeral).toBe(true);
  });
});

describe('a message that is verified', () => {
  it('is found word for word', async () => {
    const answer = await verified(post(SENTENCE)).settled();
    expect(answer.ephemeral).toBe(true);
    expect(plain(answer.text)).toContain(TEXTS.zh.verbatimIn(1));
    expect(faults(bot.index, answer)).toEqual([]);
  });

  it('is shown beside the source where it reads differently', async () => {
    const answer = await verified(post('上半年完成营造林2.23万亩，占年度任务3.2万亩的96.7%'), BEN).settled();
    expect(plain(answer.text)).toMatch(/⚠️ The report reads differently/);
    expect(plain(answer.text)).toContain('占年度任务3.2万亩的69.7%');
  });

  it('is not in the reports where nothing like it is', async () => {
    const answer = await verified(post('磁悬浮列车将于明年通车。'), LEA).settled();
    expect(plain(answer.text)).toBe(TEXTS.zh.notInReports());
  });

  it('may be as long as messages get, also with Nitro', async () => {
    const long = SENTENCE.repeat(350);
    const within = await verified(post(long.slice(0, 2000))).settled();
    expect(within.ephemeral).toBe(true);
    expect(plain((await verified(post(long.slice(0, 4000))).settled()).text)).toBe(
      TEXTS.zh.tooLong('原文', 2000, 4000),
    );
  });

  it('may hold anything', async () => {
    for (const text of [
      '',
      '🌳',
      '```js\nx\n```',
      '> quoted\n> twice',
      `${SENTENCE}\n@everyone`,
      '\u202e\u200b',
      '||',
    ])
      expect((await verified(post(text)).settled()).ephemeral, text).toBe(true);
  });
});

it('both are named in the language of the person', () => {
  const named = (locale: 'zh-CN' | 'zh-TW') =>
    discord.commands
      .in()
      .filter(({ type }) => type === 3)
      .map(({ name_localizations: names }) => names?.[locale]);
  expect(named('zh-CN')).toEqual(['向报告提问', '核对引文']);
  expect(named('zh-TW')).toEqual(['向報告提問', '核對引文']);
});
