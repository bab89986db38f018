// Follow-ups to answers that get no replies on Discord: by a button with a form, or by a reply with a mention.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Interaction, Person, SentMessage } from '../stand-ins/discord/index.ts';
import { BEN, GENERAL, HUA, LEA, MEI, stopAll, THREAD, TOGETHER } from './bot.ts';
import { OwnBot, PROBLEMS } from './own-bot.ts';
import { faults, filesIn, plain, quotesIn } from './reading.ts';

vi.setConfig(TOGETHER);
/** What the first answer of all has to wait for. */
const FIRST_MS = 30_000;
beforeAll(async () => {
  const context = await OwnBot.open();
  await context.say().answered(1, FIRST_MS); // a command would want its first sign within three seconds
});
afterAll(async () => expect(await stopAll()).toEqual([]));

const PLANS = '那下半年有什么打算';
const FORESTRY = ['forestry-2023-h1.txt'];
const { zh } = TEXTS;

const buttonNamed = (message: SentMessage, label: string) =>
  message.buttons.find((button) => button.label === label)?.custom_id;

/** Presses the button and gives the interaction that is answered with a form. */
function opens(context: OwnBot, message: SentMessage, label: string, person: Person = MEI): Interaction {
  return context.discord.press({ message, person, customId: buttonNamed(message, label) ?? label });
}

describe.concurrent('an answer to a command', () => {
  it('is followed up by its button, by everybody, repeatedly', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask().settled();
    const next = await (await context.askOn(answer, PLANS)).settled();
    expect(filesIn(context.bot.index, next)).toEqual(FORESTRY);
    expect(faults(context.bot.index, next)).toEqual([]);
    expect(next).toMatchObject({ ephemeral: false, v2: true });
    const further = await (await context.askOn(next, '做了哪些工作')).settled();
    expect(filesIn(context.bot.index, further)).toEqual(FORESTRY);
    const byAnother = await (await context.askOn(answer, PLANS, BEN)).settled();
    expect(quotesIn(context.bot.index, byAnother)).toEqual(quotesIn(context.bot.index, next));
    expect(byAnother.ephemeral).toBe(false);
    expect(context.problems()).toEqual([]);
  });

  it('that only the asker sees is followed up privately', async () => {
    const context = await OwnBot.open();
    const answer = await context.use('ask', { question: PROBLEMS, private: true }).settled();
    const next = await context.askOn(answer, PLANS);
    expect(filesIn(context.bot.index, await next.settled())).toEqual(FORESTRY);
    expect(next.ephemeral).toBe(true);
    const menu = context.discord.messageMenu({
      name: 'Ask the reports',
      person: BEN,
      message: context.discord.say({ channel: GENERAL, person: MEI, text: PROBLEMS }).message,
    });
    const further = await context.askOn(await menu.settled(), PLANS, BEN);
    expect(filesIn(context.bot.index, await further.settled())).toEqual(FORESTRY);
    expect(further.ephemeral).toBe(true);
  });

  it('is followed up privately also where the answer takes a while, and never shown to others meanwhile', async () => {
    const context = await OwnBot.open();
    const answer = await context.use('ask', { question: PROBLEMS, private: true }).settled();
    const release = context.bot.hold();
    const next = await context.askOn(answer, PLANS);
    await next.responded();
    expect(next.original).toMatchObject({ ephemeral: true, loading: true });
    release();
    expect(filesIn(context.bot.index, await next.settled())).toEqual(FORESTRY);
    expect(next.ephemeral).toBe(true);
  });

  it('opens its form at once, whatever the bot is busy with', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask().settled();
    context.bot.hold();
    context.say();
    expect(await opens(context, answer, zh.askOn()).askedFor()).toMatchObject({ title: zh.askOn() });
  });

  it('has its form in the language of the person who presses, else in that of the answer', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask().settled();
    const titleFor = async (person: Person) =>
      (await opens(context, answer, zh.askOn(), person).askedFor()).title;
    expect(await titleFor(BEN)).toBe(TEXTS.en.askOn());
    expect(await titleFor(HUA)).toBe(TEXTS['zh-Hant'].askOn());
    expect(await titleFor(LEA)).toBe(zh.askOn());
  });

  it('is followed up by a reply that mentions the bot, and by no other', async () => {
    const context = await OwnBot.open();
    const replyTo = await context.ask().settled();
    await context.use('help').settled(); // the answer is kept by now
    const reply = (text: string) => context.discord.say({ channel: GENERAL, person: MEI, text, replyTo });
    const unheard = reply(PLANS);
    expect(filesIn(context.bot.index, await reply(`<@BOT> ${PLANS}`).answered())).toEqual(FORESTRY);
    expect(unheard.answers).toEqual([]);
  });

  it('of a place that was closed meanwhile cannot be followed up', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask().settled();
    await context.bot.store.access.set(`discord:channel:${GENERAL}`, 'denied');
    const next = await context.askOn(answer, PLANS);
    const note = await next.settled();
    expect([next.ephemeral, filesIn(context.bot.index, note)]).toEqual([true, []]);
  });

  it('whose questions are no longer kept is answered as if nothing had been asked before', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask().settled();
    await context.use('help').settled();
    await context.bot.store.conversations.expire(Number.MAX_SAFE_INTEGER);
    const next = await (await context.askOn(answer, PROBLEMS)).settled();
    expect(filesIn(context.bot.index, next)).toEqual(FORESTRY);
  });

  it('in a thread is followed up there', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask(MEI, THREAD).settled();
    expect(buttonNamed(answer, zh.askOn())).toBeDefined();
    const next = await (await context.askOn(answer, PLANS)).settled();
    expect(next.channel.id).toBe(THREAD);
    expect(filesIn(context.bot.index, next)).toEqual(FORESTRY);
  });
});

describe.concurrent('where replies do reach the bot', () => {
  it('an answer to a mention has no such button', async () => {
    const context = await OwnBot.open();
    expect(buttonNamed(await context.say().answered(), zh.askOn())).toBeUndefined();
  });

  it('an answer to a command in a private chat has none, and is followed up by a reply', async () => {
    const context = await OwnBot.open();
    const channel = context.discord.directChannel(MEI);
    const replyTo = await context.ask(MEI, channel).settled();
    expect(buttonNamed(replyTo, zh.askOn())).toBeUndefined();
    await context.use('help', {}, MEI, channel).settled();
    const next = context.discord.say({ channel, person: MEI, text: PLANS, replyTo });
    expect(filesIn(context.bot.index, await next.answered())).toEqual(FORESTRY);
  });
});

describe.concurrent('an option that is missing', () => {
  it('is written into a form that is named after it, by the person alone who was asked', async () => {
    const context = await OwnBot.open();
    const asking = await context.use('search', { words: ' ' }).settled();
    expect(plain(asking.text)).toContain('“词语”');
    expect(plain(asking.text)).not.toMatch(/回复/);
    const opened = opens(context, asking, zh.fillIn());
    expect(await opened.askedFor()).toMatchObject({
      title: '/搜索',
      components: [{ label: '词语', component: { max_length: expect.any(Number) } }],
    });
    const byAnother = opens(context, asking, zh.fillIn(), BEN);
    await byAnother.askedFor();
    const refused = context.discord.submitModal({ interaction: byAnother, fields: { text: '路灯' } });
    expect(plain((await refused.settled()).text)).toBe(TEXTS.en.notYourButton());
    expect(refused.ephemeral).toBe(true);
    const filled = context.discord.submitModal({ interaction: opened, fields: { text: '路灯' } });
    expect(quotesIn(context.bot.index, await filled.settled()).length).toBeGreaterThan(0);
  });

  it('is asked for one after the other, and privately where the command was', async () => {
    const context = await OwnBot.open();
    const options = { topic: '老年食堂', first: ' ', second: ' ', private: true };
    const first = context.use('compare', options);
    const opened = opens(context, await first.settled(), zh.fillIn());
    await opened.askedFor();
    const second = context.discord.submitModal({ interaction: opened, fields: { text: '栖鹭镇' } });
    const again = opens(context, await second.settled(), zh.fillIn());
    await again.askedFor();
    const third = context.discord.submitModal({ interaction: again, fields: { text: '石磨岭乡' } });
    expect(quotesIn(context.bot.index, await third.settled()).length).toBeGreaterThan(1);
    expect([first, second, third].map(({ ephemeral }) => ephemeral)).toEqual([true, true, true]);
  });

  it('that is no longer waited for is said to be gone', async () => {
    const context = await OwnBot.open();
    const asking = await context.use('search', { words: ' ' }).settled();
    await context.use('help').settled();
    await context.bot.store.conversations.expire(Number.MAX_SAFE_INTEGER);
    const opened = opens(context, asking, zh.fillIn());
    await opened.askedFor();
    const late = context.discord.submitModal({ interaction: opened, fields: { text: '路灯' } });
    expect([plain((await late.settled()).text), late.ephemeral]).toEqual([zh.oldButton(), true]);
  });
});
