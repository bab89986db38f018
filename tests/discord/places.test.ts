// Private chats, threads, group conversations, guilds without the bot, and places that are not allowed.
import { afterAll, describe, expect, it, vi } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import type { Channel } from '../stand-ins/discord/index.ts';
import {
  BEN,
  type BotOptions,
  ELSEWHERE,
  ELSEWHERE_GENERAL,
  FOUNDER,
  GENERAL,
  GUILD,
  HUA,
  LEA,
  MANAGER,
  MEI,
  QUIET,
  startBot,
  startStandIn,
  stopAll,
  THREAD,
  TOGETHER,
} from './bot.ts';
import { OwnBot, PROBLEMS } from './own-bot.ts';
import { faults, filesIn, plain, quotesIn } from './reading.ts';

vi.setConfig(TOGETHER);
afterAll(async () => expect(await stopAll()).toEqual([]));

describe.concurrent('in a private chat', () => {
  it('no mention is needed, and a question follows up the last', async () => {
    const context = await OwnBot.open();
    const channel = context.discord.directChannel(MEI);
    const first = await context.discord.say({ channel, person: MEI, text: PROBLEMS }).answered();
    expect(faults(context.bot.index, first)).toEqual([]);
    const next = await context.discord.say({ channel, person: MEI, text: '那下半年有什么打算' }).answered();
    expect(filesIn(context.bot.index, next)).toEqual(['forestry-2023-h1.txt']);
    const mention = await context.discord
      .say({ channel, person: MEI, text: `<@BOT> ${PROBLEMS}` })
      .answered();
    expect(quotesIn(context.bot.index, mention)).toHaveLength(4);
    expect(context.problems()).toEqual([]);
  });

  it('a picture alone, or emoji alone, gives help', async () => {
    const context = await OwnBot.open();
    const channel = context.discord.directChannel(LEA);
    for (const text of ['', '<:tree:1234567>'])
      expect((await context.discord.say({ channel, person: LEA, text }).answered()).text).toContain(
        TEXTS.en.helpHeading(),
      );
  });

  it('all commands and buttons work, settings included', async () => {
    const context = await OwnBot.open();
    const chat = context.discord.directChannel(BEN);
    const answer = await context.ask(BEN, chat).settled();
    expect(answer.ephemeral).toBe(false);
    const [{ custom_id: customId = '' }] = answer.buttons;
    await context.discord.press({ message: answer, person: BEN, customId }).settled();
    const settings = await context.use('settings', { length: 'short' }, BEN, chat).settled();
    expect(plain(settings.text)).toContain('short');
    expect(await context.bot.store.settings.get(`discord:user:${BEN.id}`)).toEqual({ length: 'short' });
    expect(await context.bot.store.settings.get(`discord:guild:${GUILD}`)).toEqual({});
  });
});

describe.concurrent('in conversations that the bot is no part of', () => {
  it('commands are answered to those who installed the app for themselves', async () => {
    const context = await OwnBot.open();
    const channel = context.discord.groupChannel([MEI, BEN]);
    const answer = await context.ask(MEI, channel).settled();
    expect(answer.ephemeral).toBe(false);
    expect(faults(context.bot.index, answer)).toEqual([]);
    const [{ custom_id: customId = '' }] = answer.buttons;
    await context.discord.press({ message: answer, person: BEN, customId }).settled();
    expect((await context.use('settings', {}, MEI, channel).settled()).text).toBe(TEXTS.zh.managersOnly());
    expect(context.problems()).toEqual([]);
  });

  it('so they are in guilds and threads of others', async () => {
    const context = await OwnBot.open();
    const channels = [GENERAL, THREAD].map((id) => context.discord.channel(id));
    context.discord.leaveGuild(context.discord.guild(GUILD)!);
    for (const channel of channels) {
      const how = { channel, person: MEI, userInstalled: true };
      const answer = await context.discord
        .slash({ ...how, name: 'ask', options: { question: PROBLEMS } })
        .settled();
      expect(quotesIn(context.bot.index, answer)).toHaveLength(4);
      const choices = await context.discord.complete({
        ...how,
        name: 'report',
        focused: 'name',
        value: '林',
      });
      expect(choices.length).toBeGreaterThan(0);
      const list = await context.discord
        .slash({ ...how, name: 'search', options: { words: '建设' } })
        .settled();
      const next = list.buttons.find(({ label }) => label === TEXTS.zh.nextPage());
      await context.discord.press({ message: list, person: MEI, customId: next?.custom_id ?? '' }).settled();
      expect(list.edits).toHaveLength(1);
    }
    expect(context.problems()).toEqual([]);
  });
});

describe.concurrent('in a thread that was archived when the bot started', () => {
  /** A bot that does not know the thread. */
  const open = async (store = memoryStore()) => {
    const discord = await startStandIn();
    const guild = discord.guild(GUILD)!;
    const { channels } = guild;
    guild.channels = channels.filter(({ id }) => id !== THREAD);
    const context = await OwnBot.open({ discord, store });
    guild.channels = channels;
    return context;
  };

  it('questions are answered', async () => {
    const context = await open();
    expect(quotesIn(context.bot.index, await context.say(PROBLEMS, MEI, THREAD).answered())).toHaveLength(4);
    expect(quotesIn(context.bot.index, await context.ask(MEI, THREAD).settled())).toHaveLength(4);
  });

  it('what was decided on its channel holds', async () => {
    const store = memoryStore();
    await store.access.set(`discord:channel:${GENERAL}`, 'denied');
    const context = await open(store);
    const result = context.say(PROBLEMS, MEI, THREAD);
    const other = context.say(PROBLEMS, MEI, QUIET);
    await context.discord.nextMessage({ channel: context.discord.directChannel(MEI) });
    await context.say(PROBLEMS, MEI, ELSEWHERE_GENERAL).answered();
    expect([result.answers, other.answers]).toEqual([[], []]);
  });
});

describe.concurrent('where the bot is not allowed', () => {
  const closed: BotOptions = { access: { open: false, whoMayAllow: 'managers' } };
  const GUILD_KEY = `discord:guild:${GUILD}`;

  it('a mention is refused once, alone, with how to get allowed, and then left alone', async () => {
    const context = await OwnBot.open(closed);
    const chat = context.discord.directChannel(MEI);
    const result = [context.say(), context.say(), context.say(PROBLEMS, MEI, THREAD)];
    const refused = await context.discord.nextMessage({ channel: chat });
    expect(plain(refused.text)).toBe(TEXTS.zh.placeNotAllowed(GUILD_KEY));
    const after = context.ask();
    expect((await after.settled()).deleted).toBe(true);
    expect(result.flatMap(({ answers }) => answers)).toEqual([]);
    expect(context.ofBot(chat)).toHaveLength(1);
    expect(context.discord.typing).toEqual([]);
    expect(context.problems()).toEqual([]);
  });

  it('a command and a press are refused for the asker alone, and leave nothing behind the next time', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask().settled();
    await context.bot.store.access.set(GUILD_KEY, 'denied');
    const refused = context.ask(BEN);
    expect(plain((await refused.settled()).text)).toBe(TEXTS.en.placeNotAllowed(GUILD_KEY));
    expect(refused.ephemeral).toBe(true);
    const [{ custom_id: customId = '' }] = answer.buttons;
    const pressed = context.discord.press({ message: answer, person: BEN, customId });
    await pressed.responded();
    const again = context.ask(BEN);
    expect(await again.settled()).toMatchObject({ ephemeral: true, deleted: true });
    expect(pressed.followUps).toEqual([]);
    expect(answer.edits).toEqual([]);
  });

  it('slow refusals leave nothing behind either', async () => {
    const context = await OwnBot.open();
    const answer = await context.ask().settled();
    await context.bot.store.access.set(GUILD_KEY, 'denied');
    await context.ask(BEN).settled();
    const release = context.bot.hold();
    const [{ custom_id: customId = '' }] = answer.buttons;
    const used = [
      context.ask(BEN),
      context.discord.press({ message: answer, person: BEN, customId }),
      context.use('ask', { question: PROBLEMS, private: true }, BEN),
    ];
    await Promise.all(used.map((each) => each.responded()));
    release();
    for (const each of used) expect((await each.settled()).deleted).toBe(true);
    expect(answer).toMatchObject({ deleted: false, edits: [] });
  });

  it('who manages it opens it with /allow: the guild, or one channel and its threads', async () => {
    const context = await OwnBot.open(closed);
    const refused = context.use('allow', {}, BEN);
    expect(plain((await refused.settled()).text)).toBe(TEXTS.en.managersOnly());
    const opened = await context.use('allow', { scope: 'channel' }, MANAGER).settled();
    expect([opened.ephemeral, plain(opened.text)]).toEqual([true, TEXTS.zh.allowed(false)]);
    await context.say().answered();
    await context.say(PROBLEMS, MEI, THREAD).answered();
    expect(plain((await context.ask(HUA, QUIET).settled()).text)).toBe(
      TEXTS['zh-Hant'].placeNotAllowed(GUILD_KEY),
    );
    await context.use('allow', {}, FOUNDER, QUIET).settled();
    expect(quotesIn(context.bot.index, await context.ask(HUA, QUIET).settled())).toHaveLength(4);
    const elsewhere = context.ask(HUA, ELSEWHERE_GENERAL);
    expect(plain((await elsewhere.settled()).text)).toBe(
      TEXTS['zh-Hant'].placeNotAllowed(`discord:guild:${ELSEWHERE}`),
    );
    const denied = await context.use('deny', {}, MANAGER).settled();
    expect(plain(denied.text)).toBe(TEXTS.zh.denied(true));
    expect((await context.ask(LEA).settled()).ephemeral).toBe(true);
  });

  it('an owner by configuration is answered in private, and opens any place by its id', async () => {
    const context = await OwnBot.open({ access: { open: false, ownerIds: [`discord:${HUA.id}`] } });
    const chat = (person: typeof HUA): Channel => context.discord.directChannel(person);
    const say = (person: typeof HUA) =>
      context.discord.say({ channel: chat(person), person, text: PROBLEMS }).answered();
    expect(quotesIn(context.bot.index, await say(HUA))).toHaveLength(4);
    const place = `discord:user:${MEI.id}`;
    expect(plain((await say(MEI)).text)).toBe(TEXTS.zh.privateNotAllowed(place));
    await context.use('allow', { place }, HUA, chat(HUA)).settled();
    expect(quotesIn(context.bot.index, await say(MEI))).toHaveLength(4);
    const refused = await context.use('allow', { place: 'discord:user:1' }, MANAGER).settled();
    expect(plain(refused.text)).toBe(TEXTS.zh.ownersOnly());
  });

  it('everything about the bot itself can still be done by those who must', async () => {
    const context = await OwnBot.open(closed);
    const code = await context.bot.chat.pairingCode();
    const wrong = await context.use('pair', { code: 'AAAA-AAAA-AAAA' }, LEA).settled();
    expect(plain(wrong.text)).toBe(TEXTS.zh.wrongCode());
    const paired = await context.use('pair', { code }, LEA, context.discord.directChannel(LEA)).settled();
    expect(plain(paired.text)).toBe(TEXTS.en.paired());
    expect(await context.bot.store.owners.has(`discord:${LEA.id}`)).toBe(true);
    const again = await context.use('pair', { code }, MEI).settled();
    expect(plain(again.text)).toBe(TEXTS.zh.wrongCode());
  });
});

describe.concurrent('too much at once', () => {
  it('is answered with how long to wait, for the asker alone', async () => {
    const context = await OwnBot.open({ chat: { perPersonPerMinute: 2 } });
    await context.ask().settled();
    await context.ask().settled();
    const third = await context.ask().settled();
    expect([third.ephemeral, plain(third.text)]).toEqual([true, expect.stringMatching(/秒/)]);
    expect(quotesIn(context.bot.index, await context.ask(BEN).settled())).toHaveLength(4);
  });

  it('is answered one after the other, each to its own question', async () => {
    const bot = await startBot();
    const questions = [PROBLEMS, '林业局2023年下半年有什么打算', '栖鹭镇老年食堂80岁以上老人每餐多少钱'];
    const people = [MEI, BEN, HUA, LEA, MANAGER];
    const result = people.flatMap((person) =>
      questions.map((text) => bot.discord.say({ channel: GENERAL, person, text, mentionsBot: true })),
    );
    const shown = await Promise.all(
      result.map(async (each) => quotesIn(bot.index, await each.answered()).map(({ id }) => id)),
    );
    for (const [i, ids] of shown.entries()) expect(ids).toEqual(shown[i % questions.length]);
    expect(new Set(shown.map((ids) => ids.join())).size).toBe(questions.length);
  });
});
