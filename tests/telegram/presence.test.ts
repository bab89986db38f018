// The bot is blocked, removed, restricted, and groups become supergroups.
import { afterEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { SentMessage } from '../stand-ins/telegram/index.ts';
import { type Bot, CHIEF, GROUP, LI, startBot, stopAll } from './bot.ts';
import { quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const ASK = `/ask@stand_in_bot ${PROBLEMS}`;

let bot: Bot;
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(bot.lines('warn')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const ofBot = (chat: number): SentMessage[] =>
  bot.standIn.messagesIn(chat).filter(({ author }) => author.id === bot.standIn.bot.id);
/** How often the bot tried to say something. */
const attempts = () => bot.standIn.requests.filter(({ method }) => method === 'sendMessage').length;

describe('a person who blocks the bot', () => {
  it('while a question is answered is not written to again and again', async () => {
    bot = await startBot();
    const release = bot.hold();
    bot.standIn.say({ person: LI, text: PROBLEMS });
    await bot.standIn.confirmed();
    bot.standIn.block({ person: LI });
    release();
    await bot.finish();
    expect(attempts()).toBeLessThanOrEqual(2);
    expect(ofBot(LI.id)).toEqual([]);
  });

  it('and lets it in again is answered', async () => {
    bot = await startBot();
    bot.standIn.start({ person: LI });
    await bot.standIn.nextMessage({ chat: LI.id });
    bot.standIn.block({ person: LI });
    bot.standIn.unblock({ person: LI });
    const answer = await bot.standIn.say({ person: LI, text: PROBLEMS }).answered();
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });
});

describe('a group that throws the bot out', () => {
  it('while a question is answered gets nothing more; the asker is notified once', async () => {
    bot = await startBot();
    await bot.standIn.start({ person: LI }).answered();
    const release = bot.hold();
    bot.standIn.say({ chat: GROUP, person: LI, text: ASK });
    await bot.standIn.confirmed();
    bot.standIn.kick({ chat: GROUP, person: CHIEF });
    release();
    await bot.finish();
    expect(ofBot(GROUP)).toEqual([]);
    expect(ofBot(LI.id).map(({ text }) => text)).toEqual([
      expect.stringContaining(TEXTS.zh.helpHeading()),
      TEXTS.zh.mayNotWrite(),
    ]);
  });

  it('or silences it, is left in silence', async () => {
    bot = await startBot();
    const description = 'Bad Request: not enough rights to send text messages to the chat';
    bot.standIn.failNext({ method: 'sendMessage', status: 400, description, times: 5 });
    bot.standIn.say({ chat: GROUP, person: LI, text: ASK });
    await bot.finish();
    expect(ofBot(GROUP)).toEqual([]);
    expect(attempts()).toBeLessThanOrEqual(3);
  });
});

describe('a group that becomes a supergroup', () => {
  it('keeps its settings, its access and its conversations', async () => {
    bot = await startBot({ access: { open: false, whoMayAllow: 'managers' } });
    const { standIn, store } = bot;
    const say = (text: string, chat: number, person = CHIEF) => standIn.say({ chat, person, text });
    await say('/allow@stand_in_bot', GROUP).answered();
    await say('/settings@stand_in_bot 简短', GROUP).answered();
    const { id } = standIn.migrate({ group: GROUP });
    const answer = await say(ASK, id, LI).answered();
    expect(quotesIn(bot.index, answer).length).toBeGreaterThan(0);
    expect(await store.settings.get(`telegram:chat:${id}`)).toEqual({ length: 'short' });
    expect(await store.access.get(`telegram:chat:${id}`)).toBe('allowed');
    expect(await store.settings.get(`telegram:chat:${GROUP}`)).toEqual({});
  });

  it('while a question is answered gets the answer in its new chat', async () => {
    bot = await startBot();
    const { standIn } = bot;
    await standIn.say({ chat: GROUP, person: CHIEF, text: '/settings@stand_in_bot 简短' }).answered();
    const release = bot.hold();
    standIn.say({ chat: GROUP, person: LI, text: ASK });
    await standIn.confirmed();
    const { id } = standIn.migrate({ group: GROUP });
    release();
    const answer = await standIn.nextMessage({ chat: id });
    expect(quotesIn(bot.index, answer).length).toBeGreaterThan(0);
    expect(answer.replied).toBeUndefined();
    const next = await standIn
      .say({ chat: id, person: LI, text: '那下半年有什么打算', replyTo: answer })
      .answered();
    expect(quotesIn(bot.index, next).length).toBeGreaterThan(0);
    await bot.finish();
    expect(await bot.store.settings.get(`telegram:chat:${id}`)).toEqual({ length: 'short' });
  });
});
