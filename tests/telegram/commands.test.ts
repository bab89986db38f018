// Commands as people type them on Telegram, missing options, and the menus.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { menusOf } from '../../adapters/telegram/commands.ts';
import { COMMANDS, GROUPS } from '../../src/chat/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import { openStore } from '../../src/store/index.ts';
import type { Person, SentMessage } from '../stand-ins/telegram/index.ts';
import {
  ADA,
  type Bot,
  CHIEF,
  FORUM,
  GROUP,
  HUA,
  LEA,
  LI,
  startBot,
  startStandIn,
  stopAll,
  TOPIC,
} from './bot.ts';
import { button, faults, filesIn, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const FORESTRY = '林业局2023年上半年工作总结';

let bot: Bot;
const violations: string[] = [];
const errors: string[] = [];
afterEach(async () => {
  errors.push(...bot.lines('error'));
  violations.push(...(await stopAll()));
});
afterAll(() => {
  expect(errors).toEqual([]);
  expect(violations).toEqual([]);
});

const ask = (text: string, person: Person = LI) => bot.standIn.say({ person, text }).answered();
const inGroup = (text: string, person: Person = LI) =>
  bot.standIn.say({ chat: GROUP, person, text }).answered();
const reply = (replyTo: SentMessage, text: string, person: Person = LI) =>
  bot.standIn.say({ chat: replyTo.chat, person, text, replyTo }).answered();

describe('a command', () => {
  it('/search takes words, an office and a year in any order', async () => {
    bot = await startBot();
    const lines = [
      '高标准农田 农业农村局 2023年',
      '2023年 高标准农田 农业农村局',
      '农业农村局 2023年 高标准农田',
    ];
    const answers = [];
    for (const line of lines) answers.push(await ask(`/search ${line}`));
    for (const answer of answers) {
      expect(quotesIn(bot.index, answer)).toEqual(quotesIn(bot.index, answers[0]));
      expect(faults(bot.index, answer)).toEqual([]);
      for (const { report } of quotesIn(bot.index, answer)) expect(report).toMatch(/农业农村局.*2023年/);
      expect(answer.marked('bold')).toContain('高标准农田');
    }
  });

  it('/search says where nothing is found', async () => {
    bot = await startBot();
    expect((await ask('/search 磁悬浮')).text).toBe(TEXTS.zh.nothingFound('磁悬浮'));
  });

  it('/compare takes its offices and the topic in any order', async () => {
    bot = await startBot();
    for (const line of ['农业农村局 林业局 存在的问题', '存在的问题 农业农村局 林业局']) {
      const answer = await ask(`/compare ${line}`);
      expect(new Set(filesIn(bot.index, answer)).size).toBeGreaterThan(1);
      expect(faults(bot.index, answer)).toEqual([]);
    }
  });

  it('/report shows a report to read on', async () => {
    bot = await startBot();
    const card = await ask(`/report ${FORESTRY}`);
    expect(card.marked('bold')).toContain(`《${FORESTRY}》`);
    const [section] = card.buttons;
    const pressed = bot.standIn.press({ message: card, person: LI, data: section.callback_data! });
    const read = await bot.standIn.nextMessage({ chat: LI.id, after: card });
    await pressed.answered();
    expect(faults(bot.index, read)).toEqual([]);
    expect(filesIn(bot.index, read)).toEqual(['forestry-2023-h1.txt']);
  });

  it('/report reads a part of one', async () => {
    bot = await startBot();
    const part = await ask(`/report ${FORESTRY} 存在的问题`);
    expect(quotesIn(bot.index, part).length).toBeGreaterThan(3);
    expect(faults(bot.index, part)).toEqual([]);
  });

  it('/reports lists the reports, and can be narrowed', async () => {
    bot = await startBot();
    expect((await ask('/reports')).text).toContain(TEXTS.zh.catalogueIntro(bot.index.reports.length));
    const narrowed = await ask('/reports 林业局 2023年');
    expect(narrowed.text).toContain(FORESTRY);
    expect(narrowed.text).not.toContain('农业农村局');
  });

  it('/quote shows a quote with citations to copy', async () => {
    bot = await startBot();
    const [quote] = quotesIn(bot.index, await ask(PROBLEMS));
    for (const id of [quote.id, quote.id.toUpperCase(), `[${quote.id}]`]) {
      const shown = await ask(`/quote ${id}`);
      expect(quotesIn(bot.index, shown)).toEqual([quote]);
      const copied = shown.buttons.flatMap(({ copy_text }) => (copy_text ? [copy_text.text] : []));
      expect(copied.length).toBeGreaterThan(0);
      for (const text of copied) expect(shown.marked('pre')).toContain(text);
    }
  });

  it('/verify distinguishes texts of a report from others', async () => {
    bot = await startBot();
    const exact = await ask('/verify 三是执法力量不足。');
    expect(exact.text).toContain(TEXTS.zh.verbatimIn(1));
    expect(faults(bot.index, exact)).toEqual([]);
    const changed = await ask('/verify 林业综合执法大队核定编制13名，实际在岗只有7人');
    expect(changed.text).toContain(TEXTS.zh.sourceReads());
    expect(changed.marked('strikethrough').join('')).toContain('3');
    expect(faults(bot.index, changed)).toEqual([]);
    expect((await ask('/verify The quick brown fox jumps over the lazy dog')).text).toBe(
      TEXTS.zh.notInReports(),
    );
  });

  it.each([
    ['/help', () => TEXTS.en.helpHeading()],
    ['/privacy', () => TEXTS.en.privacyHeading()],
    ['/settings', () => TEXTS.en.settingsHeading()],
    ['/forget', () => TEXTS.en.forgotten(0)],
    ['/allow', () => TEXTS.en.ownersOnly()],
    ['/deny', () => TEXTS.en.ownersOnly()],
    ['/pair WRONG-CODE', () => TEXTS.en.wrongCode()],
  ])('%s is answered', async (text, expected) => {
    bot = await startBot();
    expect((await ask(text, LEA)).text).toContain(expected());
  });

  it('/forget deletes what was said', async () => {
    bot = await startBot();
    await ask(PROBLEMS);
    expect((await ask('/forget')).text).toBe(TEXTS.zh.forgotten(1));
    expect(filesIn(bot.index, await ask('那下半年有什么打算'))).not.toEqual(['forestry-2023-h1.txt']);
  });

  it('that is written wrongly in a group, to the bot, is answered in private', async () => {
    bot = await startBot();
    await bot.standIn.start({ person: LI }).answered();
    bot.standIn.say({ chat: GROUP, person: LI, text: '/serach@stand_in_bot x' });
    const note = await bot.standIn.nextMessage({ chat: LI.id, after: bot.standIn.messagesIn(LI.id).at(-1)! });
    expect(note.text).toBe(TEXTS.zh.unknownCommand('/serach'));
  });
});

describe('a command of two words', () => {
  it('is written in one line, in any language, with the bot named or not', async () => {
    bot = await startBot();
    const full = await ask('/digest off');
    expect(full.text).toMatch(/简报/);
    expect(full.text).not.toBe(TEXTS.zh.unknownCommand('/digest'));
    for (const line of ['/digest@stand_in_bot off', '/digest OFF', '/digest 关闭', '/digest關閉'])
      expect((await ask(line)).text).toBe(full.text);
  });

  it('is recognised in groups by the first of them, where the bot gets everything', async () => {
    bot = await startBot({ world: { privacy: false } });
    for (const line of ['/digest off', '/digest@stand_in_bot 关闭'])
      expect((await inGroup(line, CHIEF)).text).toMatch(/简报/);
    const { length } = bot.standIn.messagesIn(GROUP);
    for (const line of ['/off', '/digests off', '/follows'])
      bot.standIn.say({ chat: GROUP, person: CHIEF, text: line });
    await bot.finish();
    expect(bot.standIn.messagesIn(GROUP)).toHaveLength(length + 3);
  });
});

describe('a command without what it needs', () => {
  it('asks for it, and the reply completes it', async () => {
    bot = await startBot();
    const prompt = await inGroup('/search@stand_in_bot');
    expect(prompt.markup).toMatchObject({ force_reply: true, selective: true });
    expect(prompt.markup?.input_field_placeholder?.length).toBeGreaterThan(0);
    const found = await reply(prompt, '高标准农田');
    expect(found.marked('bold')).toContain('高标准农田');
    expect(quotesIn(bot.index, found).length).toBeGreaterThan(0);
  });

  it('asks one after the other where it needs several things', async () => {
    bot = await startBot();
    let asked = await inGroup('/compare@stand_in_bot');
    for (const text of ['存在的问题', '农业农村局', '林业局']) asked = await reply(asked, text);
    expect(new Set(filesIn(bot.index, asked)).size).toBeGreaterThan(1);
  });

  it('takes what is said next in a private chat', async () => {
    bot = await startBot();
    await ask('/quote');
    expect((await ask('nonsense')).text).toBe(TEXTS.zh.noSuchQuote('nonsense'));
    await ask('/search');
    await ask('/help');
    expect(quotesIn(bot.index, await ask(PROBLEMS))).toHaveLength(4);
  });

  it('asks the person who wrote it: another’s reply is a question of their own', async () => {
    bot = await startBot();
    const prompt = await inGroup('/search@stand_in_bot');
    const other = await reply(prompt, PROBLEMS, ADA);
    expect(other.text).toContain(TEXTS.zh.overviewIntro(FORESTRY, 4, 4));
    expect((await reply(prompt, '高标准农田')).marked('bold')).toContain('高标准农田');
  });

  it('offers what can be chosen as buttons, also after a restart', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'telegram-'));
    const open = async () => {
      const opened = await openStore(path.join(folder, 'state.db'));
      if (!opened.ok) throw new Error(opened.reason);
      return opened.store;
    };
    const standIn = await startStandIn();
    const store = await open();
    bot = await startBot({ standIn, store });
    const prompt = await standIn
      .say({ chat: FORUM, thread: TOPIC, person: LI, text: '/report@stand_in_bot' })
      .answered();
    expect(prompt.buttons.map(({ text }) => text)).toContain('县农业农村局2024年上半年工作总结');
    await bot.stop();
    await store.close();
    const reopened = await open();
    bot = await startBot({ standIn, store: reopened });
    const data = button(prompt, '县农业农村局2024年上半年工作总结');
    const byOther = standIn.press({ message: prompt, person: ADA, data });
    await byOther.answered();
    const pressed = standIn.press({ message: prompt, person: LI, data });
    const card = await standIn.nextMessage({ chat: FORUM, after: prompt });
    await pressed.answered();
    expect(card.marked('bold')).toContain('《县农业农村局2024年上半年工作总结》');
    await bot.stop();
    await reopened.close();
    await fs.rm(folder, { recursive: true });
  });

  it('with too many words is refused with a sentence', async () => {
    bot = await startBot();
    const prompt = await ask('/search');
    expect((await reply(prompt, '长'.repeat(4000))).text).toBe(TEXTS.zh.tooLong('词语', 200, 4000));
  });
});

describe('the menus', () => {
  const names = (person: Person, chat?: number) =>
    bot.standIn.commandsFor(person, chat).map(({ command }) => command);

  it('are in the language of each person, with more for administrators', async () => {
    bot = await startBot();
    const { commands } = bot.chat;
    const firstWords = (shown: typeof commands) => [...new Set(shown.map(({ name }) => name.split(' ')[0]))];
    const all = firstWords(commands);
    const everyone = firstWords(commands.filter(({ right }) => right === 'everyone'));
    expect(names(LI)).toEqual(all);
    expect(names(LI, GROUP)).toEqual(everyone);
    expect(names(CHIEF, GROUP)).toEqual(all);
    const first = (person: Person) => bot.standIn.commandsFor(person)[0].description;
    expect([LI, HUA, ADA, LEA].map(first)).toEqual([
      commands[0].summary.zh,
      commands[0].summary.zh,
      commands[0].summary.en,
      commands[0].summary.en,
    ]);
  });

  it('show commands that belong together as one, with its own line', async () => {
    bot = await startBot();
    const [{ summary }] = GROUPS;
    for (const [person, locale] of [
      [LI, 'zh'],
      [ADA, 'en'],
    ] as const)
      expect(bot.standIn.commandsFor(person).filter(({ command }) => command === 'digest')).toEqual([
        { command: 'digest', description: summary[locale] },
      ]);
  });

  it('are set once, and again where that failed', async () => {
    const standIn = await startStandIn();
    const count = () =>
      standIn.requests.filter(({ method, status }) => method === 'setMyCommands' && status === 200).length;
    standIn.failNext({ method: 'setMyCommands', status: 500 });
    bot = await startBot({ standIn });
    expect(bot.lines('error')).toEqual([
      'the menus could not be set at Telegram; the next start tries again',
    ]);
    bot.logged.length = 0;
    const { store } = bot;
    await bot.stop();
    bot = await startBot({ standIn, store });
    expect(count()).toBe(menusOf(COMMANDS).length);
    await bot.stop();
    bot = await startBot({ standIn, store });
    expect(count()).toBe(menusOf(COMMANDS).length);
  });
});
