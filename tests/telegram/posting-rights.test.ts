// Before a digest is switched on, Telegram is asked whether the bot may post there.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Telegram } from '../stand-ins/telegram/index.ts';
import { type Bot, CHANNEL, CHIEF, FORUM, GROUP, LI, startBot, stopAll, TOPIC } from './bot.ts';

const { zh } = TEXTS;
let bot: Bot;
let standIn: Telegram;
beforeEach(async () => {
  bot = await startBot({ chat: { canPostTo: () => true }, world: { started: [CHIEF, LI] } });
  ({ standIn } = bot);
});
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

/** What Telegram answers to the next question of a kind. */
const says = (method: 'getChatMember' | 'getChat', result: object) =>
  standIn.failNext({ method, status: 200, body: JSON.stringify({ ok: true, result }) });
const use = (text: string, chat: number, thread?: number) =>
  standIn.say({ chat, person: CHIEF, text, ...(thread ? { thread } : {}) });
const isOn = async (chat: number) =>
  (await bot.store.digests.subscriptions.get(`telegram:chat:${chat}`)) !== undefined;

describe('a digest is not on', () => {
  it.each<[string, number, 'getChatMember' | 'getChat', object]>([
    [
      'in a group where the bot is restricted',
      GROUP,
      'getChatMember',
      { status: 'restricted', can_send_messages: false },
    ],
    [
      'in a group where only administrators write',
      GROUP,
      'getChat',
      { permissions: { can_send_messages: false } },
    ],
    [
      'in a channel where it may not post',
      CHANNEL,
      'getChatMember',
      { status: 'administrator', can_post_messages: false },
    ],
  ])('%s: the asker is told what is missing', async (_, chat, method, result) => {
    for (const command of ['digest@stand_in_bot on 8:30 北京', 'follow@stand_in_bot 油茶 立即']) {
      says(method, result);
      const told = standIn.nextMessage({ chat: chat === CHANNEL ? CHANNEL : CHIEF.id }); // nobody in particular speaks in a channel
      use(`/${command}`, chat);
      expect((await told).text).toContain(zh.cannotPost(['send']));
      expect(await isOn(chat)).toBe(false);
    }
  });
});

describe('a digest is on', () => {
  it('where the bot may post, and where Telegram does not say', async () => {
    expect((await use('/digest@stand_in_bot on 8:30 北京', GROUP).answered()).text).toContain(
      zh.digestIsOn(),
    );
    standIn.failNext({
      method: 'getChatMember',
      status: 400,
      description: 'Bad Request: PARTICIPANT_ID_INVALID',
    });
    const said = await use('/digest@stand_in_bot on 8:30 Asia/Kolkata', FORUM, TOPIC).answered();
    expect(said.text).toContain(zh.scheduleIs('08:30', 'daily', 'Asia/Kolkata'));
  });

  it('and a zone that is not known is said to be the zone', async () => {
    use('/digest@stand_in_bot on 8:30 Atlantis', GROUP);
    const { text } = await standIn.nextMessage({ chat: GROUP });
    expect(text).toContain(zh.noZone('Atlantis', []));
  });
});
