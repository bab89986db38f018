// Closed places on Telegram: requests to the owners, and forged buttons.
import { afterEach, describe, expect, it } from 'vitest';
import type { TelegramMessage } from '../../adapters/telegram/api.ts';
import { pressFrom } from '../../adapters/telegram/decode.ts';
import { TEXTS } from '../../src/message/index.ts';
import type { Person, SentMessage } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, CHANNEL, CHIEF, FORUM, GROUP, LI, startBot, stopAll, TOPIC } from './bot.ts';
import { button, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const OWNED = { access: { open: false, ownerIds: [`telegram:${ADA.id}`, 'discord:5', 'terminal:0'] } };

let bot: Bot;
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const ask = (text: string, chat: number, person: Person, thread?: number) =>
  bot.standIn.say({ chat, person, text, ...(thread ? { thread } : {}) }).answered();

/** An administrator sends /allow; what the owner gets. */
async function requested(
  chat: number,
  thread?: number,
): Promise<{ said: SentMessage; request: SentMessage }> {
  const greeting = await bot.standIn.start({ person: ADA }).answered();
  const said = await ask('/allow@stand_in_bot', chat, CHIEF, thread);
  const request = await bot.standIn.nextMessage({ chat: ADA.id, after: greeting });
  return { said, request };
}

describe('an administrator of a group of their own', () => {
  it('has the owner asked, who opens it with a button, of which the group is notified in its topic', async () => {
    bot = await startBot(OWNED);
    const { said, request } = await requested(FORUM, TOPIC);
    const key = `telegram:chat:${FORUM}`;
    expect(said.text).toBe(TEXTS.zh.ownersAsked(key));
    for (const part of ['Forum', key, 'Chief', `telegram:${CHIEF.id}`]) expect(request.text).toContain(part);
    const data = button(request, TEXTS.zh.allowIt());
    const pressed = bot.standIn.press({ message: request, person: ADA, data });
    await request.edited();
    await pressed.answered();
    expect(request.text).toBe(TEXTS.en.allowedPlace(`Forum · ${key}`));
    expect(request.buttons).toEqual([]);
    const told = await bot.standIn.nextMessage({ chat: FORUM, after: said });
    expect([told.thread, told.text]).toEqual([TOPIC, TEXTS.zh.allowed(false)]);
    expect(quotesIn(bot.index, await ask(`/ask@stand_in_bot ${PROBLEMS}`, FORUM, LI))).toHaveLength(4);
  });

  it('is answered that an owner must allow it where the owner has no chat with the bot', async () => {
    bot = await startBot(OWNED);
    const said = await ask('/allow@stand_in_bot', GROUP, CHIEF);
    expect(said.text).toBe(TEXTS.zh.ownerMustAllow(`telegram:chat:${GROUP}`));
    expect(await bot.store.access.get(`telegram:chat:${GROUP}`)).toBeUndefined();
  });

  it('does not open a channel by what is posted there, even where an owner posts it', async () => {
    bot = await startBot({ access: { open: false, ownerIds: [`telegram:${CHIEF.id}`] } });
    const greeting = await bot.standIn.start({ person: CHIEF }).answered();
    const said = await ask('/allow', CHANNEL, CHIEF);
    expect(Object.values(TEXTS).map((texts) => texts.ownersAsked(`telegram:chat:${CHANNEL}`))).toContain(
      said.text,
    );
    const request = await bot.standIn.nextMessage({ chat: CHIEF.id, after: greeting });
    expect(request.text).not.toContain('Chief');
    expect(await bot.store.access.get(`telegram:chat:${CHANNEL}`)).toBeUndefined();
  });
});

describe('a press that an app has made up', () => {
  const message = (buttons: string[], date = 1_700_000_000): TelegramMessage => ({
    ...{ message_id: 9, date, chat: { id: GROUP, type: 'group' } },
    reply_markup: { inline_keyboard: buttons.map((data) => [{ text: data, callback_data: data }]) },
  });
  const pressed = (data: string, under: TelegramMessage) =>
    pressFrom({ id: '1', from: { ...ADA, is_bot: false }, data, message: under });

  it('is known by the buttons of its message', () => {
    expect(pressed('b', message(['a', 'b']))).not.toHaveProperty('unoffered');
    for (const under of [message(['a']), message([]), { ...message([]), reply_markup: {} }])
      expect(pressed('b', under)).toMatchObject({ unoffered: true });
  });

  it('is not asked for in a private chat', () => {
    const chat = { id: ADA.id, type: 'private' as const };
    expect(pressed('b', { ...message([]), chat })).not.toHaveProperty('unoffered');
  });

  it('is not known under a message that is too old to be shown to the bot', () => {
    expect(pressed('b', message([], 0))).not.toHaveProperty('unoffered');
  });
});
