// Which messages in groups reach the bot, and changes of its membership, with the real client library.
import type { Telegraf } from 'telegraf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADA, CHANNEL, clientOf, FORUM, failing, GROUP, LI, OTHER_BOT, start, stop } from './clients.ts';
import type { Telegram } from './index.ts';

describe('what a bot gets in groups', () => {
  let standIn: Telegram;
  const heard = (text: string, more: object = {}) =>
    standIn.say({ chat: GROUP, person: ADA, text, ...more }).heard;
  beforeEach(async () => {
    standIn = await start();
  });
  afterEach(stop);

  it('with privacy mode is what is meant for it', async () => {
    const { bot } = clientOf(standIn);
    expect(heard('just talking')).toBe(false);
    expect(heard('/ask@stand_in_bot 林业')).toBe(true);
    expect(heard('/ask@STAND_IN_BOT 林业')).toBe(true);
    expect(heard('/ask@other_bot 林业')).toBe(false);
    expect(heard('@stand_in_bot 林业')).toBe(false);
    expect(heard('/ask 林业')).toBe(false);
    const { message_id } = await bot.telegram.sendMessage(GROUP, 'I spoke last');
    expect(heard('/ask 林业')).toBe(true);
    const mine = standIn.messagesIn(GROUP).find(({ id }) => id === message_id);
    expect(heard('and this?', { replyTo: mine })).toBe(true);
    standIn.say({ chat: GROUP, person: OTHER_BOT, text: 'now I did' });
    expect(heard('/ask 林业')).toBe(false);
    expect(standIn.violations).toEqual([]);
  });

  it('is a mention where a test wants it so', async () => {
    standIn = await start({ deliverMentions: true });
    expect([heard('@stand_in_bot 林业'), heard('@other_bot 林业')]).toEqual([true, false]);
  });

  it('is everything for an administrator, and after privacy mode was turned off', async () => {
    standIn.promote({ chat: GROUP });
    expect([heard('just talking'), heard('/ask@other_bot x')]).toEqual([true, true]);
    standIn.demote({ chat: GROUP });
    expect(heard('just talking')).toBe(false);
    standIn = await start({ privacy: false });
    expect(heard('just talking')).toBe(true);
  });

  it('is nothing from other bots', () => {
    standIn.promote({ chat: GROUP });
    expect(heard('beep', { person: OTHER_BOT })).toBe(false);
  });

  it('is every post of a channel, and edits of what it got', () => {
    const { message, heard: told } = standIn.say({ chat: CHANNEL, person: ADA, text: 'news' });
    expect(told).toBe(true);
    standIn.edit({ message, text: 'better news' });
    expect(standIn.updates.map((update) => Object.keys(update)[1])).toEqual([
      'channel_post',
      'edited_channel_post',
    ]);
    expect(standIn.updates[1].edited_channel_post).toMatchObject({
      text: 'better news',
      edit_date: expect.any(Number),
    });
  });

  it('marks commands and mentions', () => {
    const { message } = standIn.say({
      chat: GROUP,
      person: ADA,
      text: '/ask@stand_in_bot 😀 @ada /help a/b x@y.org',
    });
    expect(message.marked('bot_command')).toEqual(['/ask@stand_in_bot', '/help']);
    expect(message.marked('mention')).toEqual(['@ada']);
  });
});

describe('coming and going', () => {
  let standIn: Telegram;
  let bot: Telegraf;
  beforeEach(async () => {
    standIn = await start();
    ({ bot } = clientOf(standIn));
  });
  afterEach(stop);
  const refusal = async (promise: Promise<unknown>) => {
    const error = await failing(promise);
    return `${error?.code} ${error?.description}`;
  };
  const lastStanding = () => {
    const { my_chat_member } = standIn.updates.at(-1) as {
      my_chat_member?: { new_chat_member: { status: string } };
    };
    return my_chat_member?.new_chat_member.status;
  };

  it('a stranger is not written to, an unknown chat not found', async () => {
    standIn.privateChat(ADA);
    expect(await refusal(bot.telegram.sendMessage(ADA.id, 'hi'))).toBe(
      "403 Forbidden: bot can't initiate conversation with a user",
    );
    expect(await refusal(bot.telegram.sendMessage(4711, 'hi'))).toBe('400 Bad Request: chat not found');
    expect(standIn.violations).toEqual(['sendMessage: Bad Request: chat not found']);
  });

  it('a person blocks the bot and comes back', async () => {
    standIn.start({ person: ADA });
    standIn.block({ person: ADA });
    expect(lastStanding()).toBe('kicked');
    expect(await refusal(bot.telegram.sendMessage(ADA.id, 'hi'))).toBe(
      '403 Forbidden: bot was blocked by the user',
    );
    standIn.unblock({ person: ADA });
    expect(lastStanding()).toBe('member');
    await bot.telegram.sendMessage(ADA.id, 'hi');
    expect(standIn.violations).toEqual([]);
  });

  it.each([
    [GROUP, 'group'],
    [FORUM, 'supergroup'],
    [CHANNEL, 'channel'],
  ])('it is thrown out of %i and brought back', async (chat, kind) => {
    standIn.kick({ chat });
    expect(lastStanding()).toBe('kicked');
    expect(await refusal(bot.telegram.sendMessage(chat, 'hi'))).toBe(
      `403 Forbidden: bot was kicked from the ${kind} chat`,
    );
    standIn.add({ chat, person: ADA });
    await bot.telegram.sendMessage(chat, 'back');
    await bot.telegram.leaveChat(chat);
    expect(lastStanding()).toBe('left');
    expect(await refusal(bot.telegram.sendMessage(chat, 'hi'))).toBe(
      `403 Forbidden: bot is not a member of the ${kind} chat`,
    );
  });

  it('a group becomes a supergroup', async () => {
    const before = await bot.telegram.sendMessage(GROUP, 'before');
    const supergroup = standIn.migrate({ group: GROUP });
    expect(standIn.updates.map(({ message }) => message)).toMatchObject([
      { chat: { id: GROUP, type: 'group' }, migrate_to_chat_id: supergroup.id },
      { chat: { id: supergroup.id, type: 'supergroup' }, migrate_from_chat_id: GROUP },
    ]);
    const error = await failing(bot.telegram.sendMessage(GROUP, 'after'));
    expect(error).toMatchObject({
      code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: supergroup.id },
    });
    const after = await bot.telegram.sendMessage(supergroup.id, 'after');
    expect(before.chat.id).not.toBe(after.chat.id);
    expect(standIn.violations).toEqual([]);
  });

  it('it can look who is there', async () => {
    standIn.say({ chat: GROUP, person: LI, text: 'hello' });
    const status = async (id: number) => (await bot.telegram.getChatMember(GROUP, id)).status;
    expect([await status(ADA.id), await status(LI.id), await status(standIn.bot.id)]).toEqual([
      'creator',
      'member',
      'member',
    ]);
    standIn.promote({ chat: GROUP });
    const admins = await bot.telegram.getChatAdministrators(GROUP);
    expect(admins.map(({ user }) => user.id)).toEqual([ADA.id, standIn.bot.id]);
    expect(await bot.telegram.getChat('@town_news')).toMatchObject({ id: CHANNEL, type: 'channel' });
    expect(standIn.violations).toEqual([]);
  });
});
