// Mentions and replies in a guild: what is answered, how, and what is ignored.
import { GatewayIntentBits as Intent, MessageType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Discord, Person, SentMessage } from '../stand-ins/discord/index.ts';
import {
  BEN,
  type Bot,
  GENERAL,
  GUILD,
  HUA,
  LEA,
  MANAGER,
  MEI,
  OTHER_THREAD,
  startBot,
  stopAll,
  THREAD,
} from './bot.ts';
import { faults, filesIn, plain, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const HEALTH = '卫生健康局2023年上半年存在哪些问题';

let bot: Bot;
let discord: Discord;
beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const ask = (text: string, person: Person = MEI, channel = GENERAL) =>
  discord.say({ channel, person, text, mentionsBot: true }).answered();
const reply = (replyTo: SentMessage, text: string, person: Person = MEI) =>
  discord.say({ channel: replyTo.channel, person, text, replyTo }).answered();

describe('a mention', () => {
  it('is answered by a reply without notification', async () => {
    const result = discord.say({ channel: GENERAL, person: MEI, text: `<@BOT> ${PROBLEMS}` });
    const answer = await result.answered();
    expect(answer).toMatchObject({ type: MessageType.Reply, v2: true, ephemeral: false, content: '' });
    expect(answer.replied?.id).toBe(result.id);
    const posts = discord.requests.filter(({ method, path }) => method === 'POST' && /messages$/.test(path));
    expect(posts.map(({ body }) => body)).toEqual(
      posts.map(() => expect.objectContaining({ allowed_mentions: { parse: [], replied_user: false } })),
    );
  });

  it.each([
    [PROBLEMS, TEXTS.zh.overviewIntro('林业局2023年上半年工作总结', 4, 4)],
    ['林業局2023年上半年存在哪些問題', TEXTS['zh-Hant'].overviewIntro('林业局2023年上半年工作总结', 4, 4)],
    [
      'What problems did the forestry bureau have in H1 2023?',
      TEXTS.en.overviewIntro('林业局2023年上半年工作总结', 4, 4),
    ],
  ])('is answered in the language of the question: %s', async (question, introduction) => {
    const answer = await ask(question, LEA);
    expect(plain(answer.text)).toContain(introduction);
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it.each([
    PROBLEMS,
    '林业局2023年下半年有什么打算',
    '栖鹭镇老年食堂80岁以上老人每餐多少钱',
    '农业农村局和林业局2023年上半年分别存在哪些问题',
    '高标准农田建设了多少亩',
    'How many elderly canteens are there?',
    '县政府2023年做了哪些工作',
    '路灯安装了多少盏',
    '磁悬浮列车什么时候通车',
    '1+1等于几',
  ])(
    'is answered with nothing but what stands in the reports, each with its place and id: %s',
    async (question) => {
      const result = discord.say({ channel: GENERAL, person: MEI, text: question, mentionsBot: true });
      await result.answered();
      await ask(PROBLEMS); // the next one of the same person waits for all parts of the one before
      expect(faults(bot.index, ...result.answers)).toEqual([]);
      for (const answer of result.answers) expect(answer.v2).toBe(true);
    },
  );

  it('may stand anywhere, in its old form too, among other people, channels and emoji', async () => {
    const answer = await ask(
      `林业局2023年上半年 <@!${discord.bot.id}> <@${BEN.id}> <#${GENERAL}> 存在哪些问题 <a:tree:1234567>`,
    );
    expect(filesIn(bot.index, answer)).toEqual(['forestry-2023-h1.txt']);
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
  });

  it('with nothing else gives help, in the language that the guild has', async () => {
    const answer = await ask('<@BOT>');
    expect(answer.text).toContain(TEXTS.zh.helpHeading());
    expect(answer.text).toMatch(/<\/ask:\d+> /);
    expect((await ask('<@BOT> <:wave:1234567>')).text).toContain(TEXTS.zh.helpHeading());
  });

  it('is seen to be worked on where the answer takes a while, and only then', async () => {
    await ask(PROBLEMS);
    expect(discord.typing).toEqual([]);
    const release = bot.hold();
    const result = discord.say({ channel: THREAD, person: MEI, text: PROBLEMS, mentionsBot: true });
    await discord.until(() => discord.typing[0], 'Typing');
    release();
    await result.answered();
    expect(discord.typing.map(({ channel }) => channel.id)).toEqual([THREAD]);
  });

  it('is answered in a thread and in a private thread, where the next question follows up the last', async () => {
    for (const thread of [THREAD, OTHER_THREAD]) {
      await ask(PROBLEMS, MEI, thread);
      const answer = await ask('那下半年有什么打算', MEI, thread);
      expect(answer.channel.id).toBe(thread);
      expect(filesIn(bot.index, answer)).toEqual(['forestry-2023-h1.txt']);
    }
  });

  it('shows markdown of the question nowhere as markdown', async () => {
    const answer = await ask('**@everyone** <@&123> `x` [a](https://b.c) ||d|| 是什么');
    expect(answer.text).not.toMatch(/(?<!\\)@everyone|\]\(http/);
  });

  it('of 2000 characters is answered with a sentence', async () => {
    const answer = await ask(`林业局${'问题'.repeat(980)}`);
    expect(answer.text).toContain('500');
    expect(answer.ephemeral).toBe(false);
  });
});

describe('a command typed into a mention', () => {
  it('is answered where it was typed where its buttons act on that place', async () => {
    const shown = await ask('/settings', MANAGER);
    const brief = shown.selects
      .flatMap((select) => (select.options ?? []).map(({ value = '' }) => ({ select, value })))
      .find(({ value }) => value.includes('length.short'));
    const customId = brief?.select.custom_id ?? '';
    await discord
      .choose({ message: shown, person: MANAGER, customId, values: [brief?.value ?? ''] })
      .settled();
    expect(await bot.store.settings.get(`discord:guild:${GUILD}`)).toMatchObject({ length: 'short' });
    await bot.store.settings.set(`discord:guild:${GUILD}`, {});
  });

  it('is answered privately where it is for the asker alone', async () => {
    discord.say({ channel: GENERAL, person: MANAGER, text: '/digest status', mentionsBot: true });
    const direct = discord.directChannel(MANAGER);
    await expect.poll(() => discord.messagesIn(direct).length).toBe(1);
  });
});

describe('a reply to an answer', () => {
  it('follows up its question, whoever replies', async () => {
    const answer = await ask(PROBLEMS);
    const next = await reply(answer, '那下半年有什么打算');
    expect(filesIn(bot.index, next)).toEqual(['forestry-2023-h1.txt']);
    expect(faults(bot.index, next)).toEqual([]);
    const further = await reply(next, '做了哪些工作');
    expect(filesIn(bot.index, further)).toEqual(['forestry-2023-h1.txt']);
    const byAnother = await reply(answer, '那下半年有什么打算', BEN);
    expect(quotesIn(bot.index, byAnother)).toEqual(quotesIn(bot.index, next));
  });

  it('of two people in one channel follows up each one’s own', async () => {
    const [forestry, health] = await Promise.all([ask(PROBLEMS, MEI), ask(HEALTH, HUA)]);
    const [next, other] = await Promise.all([
      reply(forestry, '那下半年有什么打算', MEI),
      reply(health, '那下半年有什么打算', HUA),
    ]);
    expect(filesIn(bot.index, next)).toEqual(['forestry-2023-h1.txt']);
    expect(filesIn(bot.index, other)).toEqual(['health-2023-h1.txt']);
  });

  it('without a ping, or with a picture alone, is left alone', async () => {
    const answer = await ask(PROBLEMS);
    const silent = discord.say({ channel: GENERAL, person: MEI, text: '好', replyTo: answer, ping: false });
    const picture = discord.say({ channel: GENERAL, person: MEI, text: '', replyTo: answer });
    await ask(PROBLEMS);
    expect([silent.answers, picture.answers]).toEqual([[], []]);
  });
});

describe('nothing is said about', () => {
  it('what is not for the bot', async () => {
    const posts = () =>
      discord.messagesIn(GENERAL).filter(({ author }) => author.id === discord.bot.id).length;
    const otherBot = { id: '400000000000000099', name: 'Other bot', bot: true } as Person;
    const theirs = discord.say({ channel: GENERAL, person: BEN, text: '下半年的打算' });
    const own = await ask(PROBLEMS);
    const before = posts();
    const sayings = [
      { text: '林业局有哪些问题' },
      { text: '林业局有哪些问题', person: otherBot },
      { text: `<@BOT> ${PROBLEMS}`, person: otherBot },
      { text: '好的', person: otherBot, replyTo: own },
      { text: `@everyone ${PROBLEMS}` },
      { text: `@here ${PROBLEMS}` },
      { text: `<@&${discord.guild('200000000000000001')?.roles.at(-1)?.id}> ${PROBLEMS}` },
      { text: `<@${BEN.id}> ${PROBLEMS}` },
      { text: '是这样吗', replyTo: theirs.message },
      { text: '' },
    ].map((saying) => discord.say({ channel: GENERAL, person: MEI, ...saying }));
    const webhook = discord.say({ channel: GENERAL, person: otherBot, text: 'x' }).message.payload();
    const told = (data: object) =>
      discord.gateway.dispatch({
        type: 'MESSAGE_CREATE',
        guild: discord.guild('200000000000000001')!,
        intents: Intent.GuildMessages,
        data: () => ({
          ...webhook,
          guild_id: '200000000000000001',
          content: `<@${discord.bot.id}> ${PROBLEMS}`,
          mentions: [{ id: discord.bot.id, username: 'bot', discriminator: '0' }],
          author: { id: '400000000000000098', username: 'hook', discriminator: '0' },
          ...data,
        }),
      });
    told({ id: '1', webhook_id: '400000000000000098' });
    told({ id: '2', type: MessageType.ChannelPinnedMessage });
    told({ id: '3', type: MessageType.UserJoin });
    await ask(PROBLEMS);
    await ask(PROBLEMS, BEN);
    expect(sayings.map(({ answers }) => answers)).toEqual(sayings.map(() => []));
    expect(posts() - before).toBe(2);
  });
});

it('needs no privileged intent', () => {
  expect(discord.gateway.identified.map(({ intents }) => intents)).toEqual([
    Intent.Guilds | Intent.GuildMessages | Intent.DirectMessages,
  ]);
});
