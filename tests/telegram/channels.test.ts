// Channels where the bot is an administrator: commands of those who post there, and readers who press buttons.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Telegram } from '../fakes/telegram/index.ts';
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
  it('a command is answered, and whoever posts administers it', async () => {
    await post('/allow').answered();
    expect(await bot.store.access.get(`telegram:chat:${CHANNEL}`)).toBe('allowed');
    await post('/settings 简短').answered();
    expect(await bot.store.settings.get(`telegram:chat:${CHANNEL}`)).toEqual({ length: 'short' });
    expect(quotesIn(bot.index, await post(`/ask ${PROBLEMS}`).answered()).length).toBeGreaterThan(0);
  });

  it('nothing else is heard: words, mentions, replies, commands of other bots', async () => {
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

  it('is told to write privately first where there is no such chat, and nothing is posted', async () => {
    const { pressed, before } = await press();
    await bot.finish();
    expect(ofBot(CHANNEL)).toHaveLength(before);
    expect(ofBot(ADA.id)).toEqual([]);
    expect(Object.values(TEXTS).map((texts) => texts.writePrivately())).toContain(pressed.answer?.text);
  });
});
