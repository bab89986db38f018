// Channels where the bot is an administrator: commands of those who post, and presses of readers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Telegram } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, CHANNEL, CHIEF, startBot, stopAll } from './bot.ts';
import { quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';

let bot: Bot;
let standIn: Telegram;
beforeEach(async () => {
  bot = await startBot({ access: { open: false, whoMayAllow: 'managers' } });
  ({ standIn } = bot);
});
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const post = (text: string) => standIn.say({ chat: CHANNEL, person: CHIEF, text });
const ofBot = (chat: number) => standIn.messagesIn(chat).filter(({ author }) => author.id === standIn.bot.id);

describe('in a channel', () => {
  it('a command is answered, and its author counts as administrator', async () => {
    await post('/allow').answered();
    expect(await bot.store.access.get(`telegram:chat:${CHANNEL}`)).toBe('allowed');
    await post('/settings 简短').answered();
    expect(await bot.store.settings.get(`telegram:chat:${CHANNEL}`)).toEqual({ length: 'short' });
    expect(quotesIn(bot.index, await post(`/ask ${PROBLEMS}`).answered()).length).toBeGreaterThan(0);
  });

  it('nothing else is answered: posts, mentions, replies, commands of other bots', async () => {
    const answer = await post('/allow').answered();
    post(PROBLEMS);
    post(`@stand_in_bot ${PROBLEMS}`);
    post('/weather');
    post(`/ask@other_bot ${PROBLEMS}`);
    standIn.say({ chat: CHANNEL, person: CHIEF, text: PROBLEMS, replyTo: answer });
    await bot.finish();
    expect(ofBot(CHANNEL)).toEqual([answer]);
  });
});

describe('a command that asks for more, in a channel, where the bot gets no replies', () => {
  beforeEach(async () => {
    await post('/allow').answered();
  });

  it.each([
    ['/search', '/search 词语'],
    ['/ask', '/ask 问题'],
    ['/verify', '/verify 原文'],
    ['/quote', '/quote 编号'],
    ['/compare', '/compare 主题 甲 乙'],
    ['/compare 路灯', '/compare 路灯 甲 乙'],
    ['/follow', '/follow 主题'],
    ['/digest pause', '/digest pause 到'],
  ])('is shown in one line: %s', async (text, line) => {
    await bot.store.settings.set(`telegram:chat:${CHANNEL}`, { language: 'zh' });
    const asked = await post(text).answered();
    expect(asked.text).toContain(line);
    expect(asked.text).not.toContain('回复这条消息');
    expect(asked.markup?.force_reply).toBeUndefined();
  });

  it.each(['en', 'zh', 'zh-Hant'] as const)('in its language: %s', async (language) => {
    await bot.store.settings.set(`telegram:chat:${CHANNEL}`, { language });
    const { names, summary } = bot.chat.commands.find(({ name }) => name === 'search')!.options.words;
    const line = `/search ${names[language]}`;
    expect((await post('/search').answered()).text).toBe(
      TEXTS[language].optionInOneLine(names[language], summary[language], line),
    );
  });

  it('has buttons where there is something to choose from, which work', async () => {
    const asked = await post('/report').answered();
    expect(asked.text).toContain('/report');
    const [first] = asked.buttons;
    standIn.press({ message: asked, person: CHIEF, data: first.callback_data ?? '' });
    const card = await standIn.nextMessage({ chat: CHANNEL, after: asked });
    expect(card.text).toContain(first.text);
  });

  it('is shown in one line too where a press leaves something open', async () => {
    const asked = await post('/compare 路灯').answered();
    standIn.press({ message: asked, person: CHIEF, data: asked.buttons[0].callback_data ?? '' });
    const next = await standIn.nextMessage({ chat: CHANNEL, after: asked });
    expect(next.text).toContain(`/compare 路灯 ${asked.buttons[0].text}`);
    expect(next.markup?.force_reply).toBeUndefined();
  });

  it('and written so is answered', async () => {
    expect(quotesIn(bot.index, await post('/search 高标准农田').answered()).length).toBeGreaterThan(0);
  });
});

describe('a reader who presses a button in a channel', () => {
  const press = async () => {
    await post('/allow').answered();
    const answer = await post(`/ask ${PROBLEMS}`).answered();
    const before = ofBot(CHANNEL).length;
    const data = answer.buttons[0].callback_data ?? '';
    return { pressed: standIn.press({ message: answer, person: ADA, data }), before };
  };

  it('is answered in the private chat with the bot', async () => {
    standIn.privateChat(ADA).bot = 'member';
    const { before } = await press();
    await standIn.nextMessage({ chat: ADA.id });
    await bot.finish();
    expect(ofBot(CHANNEL)).toHaveLength(before);
  });

  it('is asked to write privately first where there is no such chat, and nothing is posted', async () => {
    const { pressed, before } = await press();
    await bot.finish();
    expect(ofBot(CHANNEL)).toHaveLength(before);
    expect(ofBot(ADA.id)).toEqual([]);
    expect(Object.values(TEXTS).map((texts) => texts.writePrivately())).toContain(pressed.answer?.text);
  });
});
