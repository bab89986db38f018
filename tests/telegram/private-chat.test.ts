// A private chat with the bot: its start, questions, and follow-ups.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Person, SentMessage, Telegram } from '../stand-ins/telegram/index.ts';
import { ADA, type Bot, HUA, LEA, LI, startBot, stopAll } from './bot.ts';
import { faults, filesIn, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const HEALTH = '卫生健康局2023年上半年存在哪些问题';
const PLANS = '那下半年有什么打算';
const HALF_HOUR_MS = 30 * 60 * 1000;

let bot: Bot;
let standIn: Telegram;
beforeAll(async () => {
  bot = await startBot();
  standIn = bot.standIn;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const say = (text: string, person: Person = LI) => standIn.say({ person, text });
const ask = (text: string, person: Person = LI) => say(text, person).answered();
const start = (payload?: string, person: Person = LI) =>
  standIn.start({ person, ...(payload === undefined ? {} : { payload }) }).answered();

describe('a private chat', () => {
  it('begins with help', async () => {
    const greeting = await start();
    expect(greeting.text).toContain(TEXTS.zh.helpHeading());
    expect(greeting.text).toContain('/ask ');
    expect(greeting.marked('bold')).toContain(TEXTS.zh.helpHeading());
  });

  it('that begins by a link to a quote opens that quote', async () => {
    const [quote] = quotesIn(bot.index, await ask(PROBLEMS));
    const opened = await start(quote.id);
    expect(quotesIn(bot.index, opened)).toEqual([quote]);
    expect(opened.text).toContain(TEXTS.zh.citation());
    expect(faults(bot.index, opened)).toEqual([]);
  });

  it.each(['no-such-quote', '-', '_____', 'x'.repeat(40)])(
    'that begins by a link to nothing says so: %s',
    async (payload) => {
      expect((await start(payload)).text).toBe(TEXTS.zh.noSuchQuote(payload));
    },
  );

  it('needs no command: every text is a question, answered with quotes', async () => {
    const answer = await ask(PROBLEMS);
    expect(answer.text).toContain(TEXTS.zh.overviewIntro('林业局2023年上半年工作总结', 4, 4));
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
    expect(faults(bot.index, answer)).toEqual([]);
  });

  it.each([
    `@stand_in_bot ${PROBLEMS}`,
    `${PROBLEMS} @Stand_In_Bot`,
    `  ${PROBLEMS}\n\n`,
    `\u200f${PROBLEMS}`,
    `/ask ${PROBLEMS}`,
    `/ask@stand_in_bot ${PROBLEMS}`,
    `/ask@STAND_IN_BOT\n${PROBLEMS}`,
    `/ASK ${PROBLEMS}`,
    `/ask\u3000${PROBLEMS}`,
    `/ask${PROBLEMS}`,
    `/ask@stand_in_bot${PROBLEMS}`,
  ])('understands %j', async (text) => {
    expect(quotesIn(bot.index, await ask(text))).toHaveLength(4);
  });

  it('follows up the last question for half an hour, without a reply', async () => {
    await ask(PROBLEMS, ADA);
    bot.time.leap(HALF_HOUR_MS - 60_000);
    expect(filesIn(bot.index, await ask(PLANS, ADA))).toEqual(['forestry-2023-h1.txt']);
    bot.time.leap(HALF_HOUR_MS + 60_000);
    expect(filesIn(bot.index, await ask(PLANS, ADA))).not.toEqual(['forestry-2023-h1.txt']);
  });

  it('never mixes with that of others', async () => {
    await Promise.all([ask(PROBLEMS, LI), ask(HEALTH, HUA)]);
    const [forestry, health] = await Promise.all([ask(PLANS, LI), ask(PLANS, HUA)]);
    expect(filesIn(bot.index, forestry)).toEqual(['forestry-2023-h1.txt']);
    expect(filesIn(bot.index, health)).toEqual(['health-2023-h1.txt']);
    expect([forestry.chat.id, health.chat.id]).toEqual([LI.id, HUA.id]);
  });

  it('follows up an earlier question where its answer is replied to', async () => {
    const first = await ask(PROBLEMS);
    await ask(HEALTH);
    const next = await standIn.say({ person: LI, text: PLANS, replyTo: first }).answered();
    expect(filesIn(bot.index, next)).toEqual(['forestry-2023-h1.txt']);
  });

  it('answers in the language of the question', async () => {
    const answers = [
      await ask('What problems did the forestry bureau have in H1 2023?', LI),
      await ask('林業局2023年上半年存在哪些問題', ADA),
      await ask(PROBLEMS, LEA),
    ];
    const title = '林业局2023年上半年工作总结';
    for (const [i, locale] of (['en', 'zh-Hant', 'zh'] as const).entries())
      expect(answers[i].text).toContain(TEXTS[locale].overviewIntro(title, 4, 4));
  });

  it.each([
    ['zh-hans', 'zh'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-hant', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-hk', 'zh-Hant'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ] as const)('has its menus in the language of the person: %s', async (code, locale) => {
    const person = {
      id: 500,
      first_name: 'Somebody',
      ...(code === undefined ? {} : { language_code: code }),
    };
    expect((await start(undefined, person)).text).toContain(TEXTS[locale].helpHeading());
  });

  it('answers a caption, and leaves pictures and stickers alone', async () => {
    const caption = standIn.sendFile({ person: LI, name: 'a.jpg', content: 'x', caption: PROBLEMS });
    expect(quotesIn(bot.index, await caption.answered())).toHaveLength(4);
    const picture = standIn.sendFile({ person: LI, name: 'a.jpg', content: 'x', type: 'image/jpeg' });
    await ask(PROBLEMS);
    await standIn.confirmed();
    expect(picture.answers).toEqual([]);
  });

  it('replies to each question', async () => {
    const [one, other] = [say(PROBLEMS), say(HEALTH)];
    expect((await one.answered()).replied?.id).toBe(one.id);
    expect((await other.answered()).replied?.id).toBe(other.id);
  });

  it('answers a question that its writer has deleted meanwhile', async () => {
    const release = bot.hold();
    const result = say(PROBLEMS, HUA);
    await standIn.confirmed();
    standIn.deleteMessage(result.message);
    release();
    const answer = await standIn.nextMessage({ chat: HUA.id, after: result.message });
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
    expect(answer.replied).toBeUndefined();
  });

  it('takes a command in the middle of a text for a part of the question', async () => {
    expect((await ask('请用 /help 回答')).text).not.toContain(TEXTS.zh.helpHeading());
  });

  it('answers an unknown command kindly', async () => {
    expect((await ask('/hlep me')).text).toBe(TEXTS.zh.unknownCommand('/hlep'));
  });

  it('says what is too long', async () => {
    const name = TEXTS.zh.tooLong('问题', 500, 4000);
    expect((await ask('长'.repeat(4000))).text).toBe(name);
  });

  it.each([
    '\u202e\u2066林业局',
    '🦀'.repeat(240),
    '%00 <b>x</b> *_`[](',
    "'; DROP TABLE turns; --",
    '/',
    '//',
    '/ask@',
    '/ask@other_bot',
    '?',
    '\ud83d',
    'constructor __proto__',
  ])('says something reasonable to %j, or nothing', async (text) => {
    const result = say(text);
    await ask(PROBLEMS);
    for (const answer of result.answers) {
      expect(answer.text.length).toBeGreaterThan(0);
      expect(faults(bot.index, answer)).toEqual([]);
    }
  });

  it('knows people with names of any kind', async () => {
    const person = { id: 501, first_name: '\u202e'.repeat(10) + 'x'.repeat(500), language_code: 'zh-hans' };
    const answer = await ask(PROBLEMS, person as Person);
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it('has no names and no words of people in the log', () => {
    expect(JSON.stringify(bot.logged)).not.toMatch(/Li|林业局/);
  });
});

const isOfBot = ({ author }: SentMessage) => author.id === standIn.bot.id;

it('sends no link previews and never text without an answer to give', () => {
  for (const message of standIn.messagesIn(LI.id).filter(isOfBot))
    expect(message.content.linkPreview).toEqual({ is_disabled: true });
});
