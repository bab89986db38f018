// Who may set what in a group, who may use the bot where, and answers for one person alone.
import { afterEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Person, SentMessage } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, type BotOptions, CHIEF, GROUP, LI, OTHER_GROUP, startBot, stopAll } from './bot.ts';
import { button, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const CLOSED: BotOptions = { access: { open: false, whoMayAllow: 'managers' } };
const FIVE_MINUTES_MS = 5 * 60 * 1000;
const HOUR_MS = 12 * FIVE_MINUTES_MS;

let bot: Bot;
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const say = (text: string, person: Person = LI, chat: number = GROUP) =>
  bot.standIn.say({ chat, person, text });
const ask = (text: string, person: Person = LI, chat: number = GROUP) => say(text, person, chat).answered();
const greet = (person: Person) => bot.standIn.start({ person }).answered();
const privately = (after: SentMessage) => bot.standIn.nextMessage({ chat: after.chat, after });
const lookups = () => bot.standIn.requests.filter(({ method }) => method === 'getChatAdministrators').length;
/** What the bot has said in a chat, once it is at rest. */
async function said(chat: number): Promise<SentMessage[]> {
  await bot.finish();
  return bot.standIn.messagesIn(chat).filter(({ author }) => author.id === bot.standIn.bot.id);
}

describe('settings of a group', () => {
  it('are shown to administrators where they hold, and changed there by a press, in place', async () => {
    bot = await startBot();
    await greet(CHIEF);
    const shown = await ask('/settings@stand_in_bot', CHIEF);
    expect(shown.chat.id).toBe(GROUP);
    const pressed = bot.standIn.press({ message: shown, person: CHIEF, data: button(shown, '简短') });
    await shown.edited();
    await pressed.answered();
    expect(shown.text).toContain('简短');
    expect(await bot.store.settings.get(`telegram:chat:${GROUP}`)).toEqual({ length: 'short' });
    expect(await bot.store.settings.get(`telegram:chat:${CHIEF.id}`)).toEqual({});
  });

  it('can be changed in one line', async () => {
    bot = await startBot();
    await ask('/settings@stand_in_bot English 仅管理员', CHIEF);
    expect(await bot.store.settings.get(`telegram:chat:${GROUP}`)).toEqual({
      language: 'en',
      audience: 'managers',
    });
  });

  it.each(['/settings', '/allow', '/deny'])('are not for others: %s', async (command) => {
    bot = await startBot();
    const greeting = await greet(LI);
    say(`${command}@stand_in_bot`);
    expect((await privately(greeting)).text).toBe(TEXTS.zh.managersOnly());
    expect(await said(GROUP)).toEqual([]);
  });

  it('nor may others press their buttons: an alert says so', async () => {
    bot = await startBot();
    const shown = await ask('/settings@stand_in_bot', CHIEF);
    const pressed = bot.standIn.press({ message: shown, person: LI, data: button(shown, 'English') });
    await pressed.answered();
    expect(pressed).toMatchObject({ text: TEXTS.zh.notYourButton(), alert: true });
    expect(await bot.store.settings.get(`telegram:chat:${GROUP}`)).toEqual({});
  });

  it('“managers only” leaves others unanswered, with a word to them alone', async () => {
    bot = await startBot();
    const greeting = await greet(LI);
    await ask('/settings@stand_in_bot 仅管理员', CHIEF);
    say(`/ask@stand_in_bot ${PROBLEMS}`);
    expect((await privately(greeting)).text).toBe(TEXTS.zh.onlyManagersAnswered());
    expect(quotesIn(bot.index, await ask(`/ask@stand_in_bot ${PROBLEMS}`, CHIEF))).toHaveLength(4);
  });
});

describe('who administers a group', () => {
  it('is asked once in five minutes', async () => {
    bot = await startBot();
    for (let i = 0; i < 3; i++) await ask('/settings@stand_in_bot', CHIEF);
    expect(lookups()).toBe(1);
    bot.time.leap(FIVE_MINUTES_MS);
    await ask('/settings@stand_in_bot', CHIEF);
    expect(lookups()).toBe(2);
  });

  it.each([-2, 2])(
    'is asked once in five minutes, also where the clock is set by %i hours',
    async (hours) => {
      bot = await startBot();
      await ask('/settings@stand_in_bot', CHIEF);
      bot.time.set(hours * HOUR_MS);
      await ask('/settings@stand_in_bot', CHIEF);
      expect(lookups()).toBe(1);
      bot.time.leap(FIVE_MINUTES_MS);
      await ask('/settings@stand_in_bot', CHIEF);
      expect(lookups()).toBe(2);
    },
  );

  it('is fetched again when the membership of the bot has changed', async () => {
    bot = await startBot();
    await ask('/settings@stand_in_bot', CHIEF);
    bot.standIn.promote({ chat: GROUP, person: CHIEF });
    await bot.noted(/membership of the bot/);
    await ask('/settings@stand_in_bot', CHIEF);
    expect(lookups()).toBe(2);
  });

  it('that cannot be fetched is empty, and fetched again next time', async () => {
    bot = await startBot();
    bot.standIn.failNext({ method: 'getChatAdministrators', status: 400 });
    expect((await ask('/settings@stand_in_bot', CHIEF)).text).toBe(TEXTS.zh.managersOnly());
    expect((await ask('/settings@stand_in_bot', CHIEF)).text).toContain(TEXTS.zh.settingsHeading());
  });
});

describe('where the bot is closed', () => {
  it('a group is answered once how to open it, and an administrator opens and closes it', async () => {
    bot = await startBot(CLOSED);
    const refused = await ask(`/ask@stand_in_bot ${PROBLEMS}`);
    expect(refused.text).toBe(TEXTS.zh.placeNotAllowed(`telegram:chat:${GROUP}`));
    expect((await ask('/allow@stand_in_bot', CHIEF)).text).toBe(TEXTS.zh.allowed(false));
    expect(quotesIn(bot.index, await ask(`/ask@stand_in_bot ${PROBLEMS}`))).toHaveLength(4);
    expect((await ask('/deny@stand_in_bot', CHIEF)).text).toBe(TEXTS.zh.denied(false));
    const again = say(`/ask@stand_in_bot ${PROBLEMS}`);
    await said(GROUP);
    expect(again.answers).toEqual([]);
  });

  it('one group is not opened by the other', async () => {
    bot = await startBot(CLOSED);
    await ask('/allow@stand_in_bot', CHIEF);
    expect((await ask(`/ask@stand_in_bot ${PROBLEMS}`, LI, OTHER_GROUP)).text).toBe(
      TEXTS.zh.placeNotAllowed(`telegram:chat:${OTHER_GROUP}`),
    );
  });

  it('/pair makes its sender an owner, who may ask in private and open places by their id', async () => {
    bot = await startBot(CLOSED);
    const code = await bot.chat.pairingCode();
    expect((await greet(LI)).text).toBe(TEXTS.zh.privateNotAllowed(`telegram:chat:${LI.id}`));
    const inPrivate = (text: string, person: Person = LI) => ask(text, person, person.id);
    await greet(ADA);
    const prompt = await inPrivate('/pair');
    expect(prompt.markup).toMatchObject({ force_reply: true });
    expect((await inPrivate(code!)).text).toBe(TEXTS.zh.paired());
    expect(quotesIn(bot.index, await inPrivate(PROBLEMS))).toHaveLength(4);
    await inPrivate(`/allow telegram:chat:${ADA.id}`);
    expect(quotesIn(bot.index, await inPrivate(PROBLEMS, ADA))).toHaveLength(4);
  });
});

describe('what is for one person alone', () => {
  it('is said in the private chat where there is one', async () => {
    bot = await startBot();
    const greeting = await greet(LI);
    say('/help@stand_in_bot');
    expect((await privately(greeting)).text).toContain(TEXTS.zh.helpHeading());
    expect(await said(GROUP)).toEqual([]);
  });

  it('is said in the group to a person who never started the bot, or has blocked it', async () => {
    bot = await startBot();
    expect((await ask('/help@stand_in_bot')).chat.id).toBe(GROUP);
    await greet(ADA);
    bot.standIn.block({ person: ADA });
    expect((await ask('/help@stand_in_bot', ADA)).chat.id).toBe(GROUP);
    expect(bot.lines('warn')).toEqual([]);
  });

  it('is an alert where it is a word on a press', async () => {
    bot = await startBot();
    const answer = await ask(`/ask@stand_in_bot ${PROBLEMS}`);
    const pressed = bot.standIn.press({
      message: answer,
      person: ADA,
      data: button(answer, TEXTS.zh.helpful()),
    });
    await pressed.answered();
    expect(pressed).toMatchObject({ text: TEXTS.en.thanks(), alert: true });
    expect(await bot.store.feedback.count()).toEqual({ helpful: 1, unhelpful: 0 });
  });

  it('under another person’s answer is answered in private', async () => {
    bot = await startBot();
    const greeting = await greet(ADA);
    const answer = await ask(`/ask@stand_in_bot ${PROBLEMS}`);
    const pressed = bot.standIn.press({
      message: answer,
      person: ADA,
      data: answer.buttons[0].callback_data!,
    });
    const view = await privately(greeting);
    await pressed.answered();
    expect(quotesIn(bot.index, view).length).toBeGreaterThan(0);
    expect(await said(GROUP)).toHaveLength(1);
  });
});
