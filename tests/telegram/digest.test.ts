// The daily digest on Telegram from end to end: set up by a command, delivered, pressed, ended.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { LivePresence } from '../chat/digest-presence.ts';
import { NEXT_MORNING, NOON } from '../chat/digest-world.ts';
import type { Person, SentMessage, Telegram } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, CHANNEL, CHIEF, FORUM, GROUP, LI, startBot, stopAll, TOPIC } from './bot.ts';
import { faults, quotesIn } from './reading.ts';

const { zh, en } = TEXTS;
const DAY_MS = 24 * 60 * 60 * 1000;

let digests: LivePresence;
let bot: Bot;
let standIn: Telegram;
beforeEach(async () => {
  digests = new LivePresence(NOON);
  bot = await startBot({
    digests,
    store: digests.store,
    chat: { clock: digests.clock },
    world: { started: [LI, ADA] },
  });
  ({ standIn } = bot);
  await digests.at(NOON);
});
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(digests.errors).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const say = (text: string, chat: number = GROUP, person: Person = CHIEF, thread?: number) =>
  standIn.say({ chat, person, text, ...(thread === undefined ? {} : { thread }) });
const switchOn = (chat = GROUP, person = CHIEF, thread?: number) =>
  say(`/digest${chat < 0 ? '@stand_in_bot' : ''} on 8:30 北京`, chat, person, thread).answered();
const follow = (topic: string, chat = GROUP, person = CHIEF, thread?: number) =>
  say(`/follow${chat < 0 ? '@stand_in_bot' : ''} ${topic}`, chat, person, thread).answered();
/** What came into a chat by itself. */
const cameTo = (chat: number) =>
  standIn
    .messagesIn(chat)
    .filter(
      ({ author, text, replied }) =>
        author.id === standIn.bot.id && text.includes('每日简报 ·') && replied === undefined,
    );
function press(message: SentMessage, label: RegExp, person: Person) {
  const button = message.buttons.find(({ text }) => label.test(text));
  if (!button?.callback_data) throw new Error(`no button ${label}`);
  return standIn.press({ message, person, data: button.callback_data });
}

describe('a digest', () => {
  it.each<[string, number, Person, number | undefined]>([
    ['a group', GROUP, CHIEF, undefined],
    ['a topic', FORUM, CHIEF, TOPIC],
    ['a channel', CHANNEL, CHIEF, undefined],
    ['a private chat', LI.id, LI, undefined],
  ])('comes into %s at its hour, once, with quotes from the reports', async (_, chat, person, thread) => {
    const { text } = await switchOn(chat, person, thread);
    expect([zh, en].some((texts) => text.includes(texts.digestIsOn()))).toBe(true); // nobody's language is known in a channel
    await follow('高标准农田', chat, person, thread);
    await digests.at(NEXT_MORNING);
    await digests.at(NEXT_MORNING + 60_000);
    const digest = standIn.messagesIn(chat).filter(({ text }) => /每日简报 ·|Daily digest ·/.test(text));
    expect(digest).toHaveLength(1);
    expect(digest[0].thread).toBe(thread);
    expect(digest[0].text).toContain('高标准农田');
    expect(quotesIn(bot.index, digest[0]).length).toBeGreaterThan(0);
    expect(faults(bot.index, digest[0])).toEqual([]);
  });

  it('comes without a sound where that is wanted', async () => {
    await say('/digest@stand_in_bot on 8:30 北京 静音').answered();
    await digests.at(NEXT_MORNING);
    expect(cameTo(GROUP).map(({ silent }) => silent)).toEqual([true]);
  });

  it('is not switched on by a member', async () => {
    say('/digest@stand_in_bot on 8:30 北京', GROUP, ADA);
    await standIn.nextMessage({ chat: ADA.id });
    await digests.at(NEXT_MORNING);
    expect(cameTo(GROUP)).toEqual([]);
  });
});

describe('the buttons of a digest', () => {
  it('answer a reader privately, page by page, and leave the group alone', async () => {
    await switchOn();
    for (const topic of ['高标准农田', '老年食堂', '校园安全', '油茶', '路灯']) await follow(topic);
    await digests.at(NEXT_MORNING);
    const [message] = cameTo(GROUP);
    const before = standIn.messagesIn(GROUP).length;
    press(message, /完整简报/, ADA);
    const page = await standIn.nextMessage({ chat: ADA.id });
    expect(quotesIn(bot.index, page).length).toBeGreaterThan(0);
    const turned = page.edited();
    press(page, /Next/, ADA);
    const second = await turned;
    expect(faults(bot.index, second)).toEqual([]);
    press(message, /[？?]$/, ADA);
    const answer = await standIn.nextMessage({ chat: ADA.id, after: page });
    expect(quotesIn(bot.index, answer).length).toBeGreaterThan(0);
    await bot.finish();
    expect(standIn.messagesIn(GROUP)).toHaveLength(before);
  });

  it('are about their group where what is followed there is listed', async () => {
    await switchOn();
    await follow('高标准农田');
    const listed = await say('/following@stand_in_bot').answered(); // its buttons act where they stand
    expect(listed.chat.id).toBe(GROUP);
    press(listed, /高标准农田/, CHIEF);
    await listed.edited();
    expect(await digests.store.digests.topics.list(`telegram:chat:${GROUP}`)).toEqual([]);
  });
});

describe('a bot that is removed', () => {
  it('of a group sends nothing, and resumes with its settings when it is back', async () => {
    await switchOn();
    standIn.kick({ chat: GROUP, person: CHIEF });
    await digests.noted(`left telegram:chat:${GROUP} forbidden`);
    await digests.at(NEXT_MORNING);
    expect(cameTo(GROUP)).toEqual([]);
    standIn.add({ chat: GROUP, person: CHIEF });
    await digests.noted(`returned telegram:chat:${GROUP}`);
    await digests.at(NEXT_MORNING + DAY_MS);
    expect(cameTo(GROUP)).toHaveLength(1);
  });

  it('by a person who blocks it sends nothing until it is let in again', async () => {
    await switchOn(LI.id, LI);
    standIn.block({ person: LI });
    await digests.noted(`left telegram:chat:${LI.id} forbidden`);
    await digests.at(NEXT_MORNING);
    expect(cameTo(LI.id)).toEqual([]);
    standIn.unblock({ person: LI });
    await digests.noted(`returned telegram:chat:${LI.id}`);
    await digests.at(NEXT_MORNING + DAY_MS);
    expect(cameTo(LI.id)).toHaveLength(1);
  });

  it('finds a group that became a supergroup under its new number', async () => {
    await switchOn();
    await follow('高标准农田');
    const { id } = standIn.migrate({ group: GROUP });
    await digests.noted(`returned telegram:chat:${id}`);
    await digests.at(NEXT_MORNING);
    expect(cameTo(id)).toHaveLength(1);
    expect(cameTo(id)[0].text).toContain('高标准农田');
  });

  it('is not said to be gone by the status of a chat that has nothing', async () => {
    const status = await say('/digest status', ADA.id, ADA).answered();
    expect(status.text).toBe(en.digestWasOff());
  });
});
