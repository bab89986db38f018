// Groups and topics: what is answered, where, and what is ignored.
import { afterEach, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { SentMessage } from '../stand-ins/telegram/index.ts';
import {
  ADA,
  type Bot,
  type BotOptions,
  CHANNEL,
  CHIEF,
  FORUM,
  GROUP,
  HUA,
  LI,
  OTHER_BOT,
  OTHER_TOPIC,
  SUPERGROUP,
  startBot,
  stopAll,
  TOPIC,
} from './bot.ts';
import { faults, filesIn, quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const HEALTH = '卫生健康局2023年上半年存在哪些问题';
const PLANS = '那下半年有什么打算';

let bot: Bot;
const begin = async (options: BotOptions = {}) => {
  bot = await startBot(options);
  return bot.standIn;
};
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

/** Everything that the bot has said in a chat, once it is at rest. */
async function said(chat: number): Promise<SentMessage[]> {
  await bot.finish();
  return bot.standIn.messagesIn(chat).filter(({ author }) => author.id === bot.standIn.bot.id);
}

describe('in a group', () => {
  it.each([GROUP, SUPERGROUP])('a command for the bot is answered by a reply to it: %i', async (chat) => {
    const standIn = await begin();
    const asked = standIn.say({ chat, person: LI, text: `/ask@stand_in_bot ${PROBLEMS}` });
    const answer = await asked.answered();
    expect(answer.replied?.id).toBe(asked.id);
    expect(quotesIn(bot.index, answer)).toHaveLength(4);
    expect(faults(bot.index, answer)).toEqual([]);
  });

  it.each(['Stand_In_Bot', 'STAND_IN_BOT'])('the name may be written as %s', async (name) => {
    const standIn = await begin();
    const asked = standIn.say({ chat: GROUP, person: LI, text: `/ask@${name}\n${PROBLEMS}` });
    expect(quotesIn(bot.index, await asked.answered())).toHaveLength(4);
  });

  it('a reply to an answer follows up its question, whoever replies', async () => {
    const standIn = await begin();
    const text = `/ask@stand_in_bot ${PROBLEMS}`;
    const answer = await standIn.say({ chat: GROUP, person: LI, text }).answered();
    for (const person of [LI, ADA]) {
      const next = await standIn.say({ chat: GROUP, person, text: PLANS, replyTo: answer }).answered();
      expect(filesIn(bot.index, next)).toEqual(['forestry-2023-h1.txt']);
    }
  });

  it('two people at once are each answered on their own', async () => {
    const standIn = await begin();
    const ask = (text: string, person = LI) =>
      standIn.say({ chat: GROUP, person, text: `/ask@stand_in_bot ${text}` }).answered();
    const [forestry, health] = await Promise.all([ask(PROBLEMS, LI), ask(HEALTH, HUA)]);
    const reply = (replyTo: SentMessage, person = LI) =>
      standIn.say({ chat: GROUP, person, text: PLANS, replyTo }).answered();
    const [next, other] = await Promise.all([reply(forestry, LI), reply(health, HUA)]);
    expect(filesIn(bot.index, next)).toEqual(['forestry-2023-h1.txt']);
    expect(filesIn(bot.index, other)).toEqual(['health-2023-h1.txt']);
  });

  it('a mention that reaches the bot is a question, without the mention', async () => {
    const standIn = await begin({ world: { deliverMentions: true } });
    const asked = standIn.say({ chat: GROUP, person: LI, text: `@Stand_in_bot ${PROBLEMS}` });
    expect(quotesIn(bot.index, await asked.answered())).toHaveLength(4);
    const alone = await standIn.say({ chat: GROUP, person: LI, text: '@stand_in_bot' }).answered();
    expect(alone.text).toContain(TEXTS.zh.helpHeading());
  });

  it('messages that are not for the bot are ignored, even where it gets everything', async () => {
    const standIn = await begin({ world: { privacy: false } });
    const command = `/ask@stand_in_bot ${PROBLEMS}`;
    const own = await standIn.say({ chat: GROUP, person: LI, text: command }).answered();
    const before = standIn.messagesIn(GROUP).length;
    const sayings = [
      { text: PROBLEMS },
      { text: '好的，谢谢' },
      { text: `/ask@other_bot ${PROBLEMS}` },
      { text: `/help@other_bot` },
      { text: '/ban somebody' },
      { text: '/weather' },
      { text: `@stand_in_bot_2 ${PROBLEMS}` },
      { text: `mail@stand_in_bots ${PROBLEMS}` },
      { text: `请用 /ask@stand_in_botx 提问` },
      { text: command, person: OTHER_BOT },
      { text: '好的', person: OTHER_BOT, replyTo: own },
    ];
    for (const saying of sayings) standIn.say({ chat: GROUP, person: LI, ...saying });
    standIn.sendFile({ chat: GROUP, person: LI, name: 'sticker.webp', content: 'x', replyTo: own });
    standIn.say({ chat: CHANNEL, person: CHIEF, text: `@stand_in_bot ${PROBLEMS}` });
    expect((await said(GROUP)).length).toBe(1);
    expect(standIn.messagesIn(GROUP).length).toBe(before + sayings.length + 1);
    expect(await said(CHANNEL)).toEqual([]);
  });

  it('a command without a name is answered where the bot was the last one to speak', async () => {
    const standIn = await begin();
    const early = standIn.say({ chat: GROUP, person: LI, text: '/reports' });
    await standIn.say({ chat: GROUP, person: LI, text: '/reports@stand_in_bot' }).answered();
    const late = await standIn.say({ chat: GROUP, person: LI, text: '/reports' }).answered();
    expect(late.text).toContain(TEXTS.zh.catalogueIntro(bot.index.reports.length));
    expect(early.heard).toBe(false);
  });

  it('an unknown command that names the bot is answered', async () => {
    const standIn = await begin();
    standIn.start({ person: LI });
    await standIn.nextMessage({ chat: LI.id });
    standIn.say({ chat: GROUP, person: LI, text: '/hlep@stand_in_bot' });
    expect((await standIn.nextMessage({ chat: LI.id })).text).toBe(TEXTS.zh.unknownCommand('/hlep'));
    expect(await said(GROUP)).toEqual([]);
  });

  it('a quote that is sent in inline mode is no question', async () => {
    const standIn = await begin();
    const { results } = await standIn.inline({ person: LI, query: '高标准农田' });
    const { message_id, chat, from, date, via_bot } = standIn
      .choose({ result: results[0], chat: GROUP })
      .payload();
    const text = `/ask@stand_in_bot ${PROBLEMS}`; // a quote may say anything
    bot.tell({ message: { message_id, chat, from, date, via_bot, text } });
    expect(await said(GROUP)).toEqual([]);
  });

  it('posts of the linked channel, and messages in the name of a channel, are ignored', async () => {
    await begin();
    const chat = { id: GROUP, type: 'supergroup', title: 'Town hall' };
    const channel = { id: CHANNEL, type: 'channel', title: 'News' };
    const date = Math.floor(bot.time.now() / 1000);
    const text = `/ask@stand_in_bot ${PROBLEMS}`;
    const telegram = { id: 777000, is_bot: false, first_name: 'Telegram' };
    const channelBot = { id: 136817688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
    bot.tell(
      { message: { message_id: 900, date, chat, from: telegram, sender_chat: channel, text } },
      { message: { message_id: 901, date, chat, from: channelBot, sender_chat: channel, text } },
      { channel_post: { message_id: 902, date, chat: channel, sender_chat: channel, text } },
      { message: { message_id: 903, date, chat, text } },
      { edited_message: { message_id: 904, date, chat, text } },
      {},
    );
    expect(await said(GROUP)).toEqual([]);
  });

  it('being added, removed and promoted is not answered', async () => {
    const standIn = await begin();
    standIn.kick({ chat: GROUP, person: CHIEF });
    standIn.add({ chat: GROUP, person: CHIEF });
    standIn.promote({ chat: GROUP, person: CHIEF });
    standIn.demote({ chat: GROUP, person: CHIEF });
    expect(await said(GROUP)).toEqual([]);
    expect(bot.lines('warn')).toEqual([]);
  });
});

describe('in the topics of a forum', () => {
  it('a question is answered in its topic, and followed up there without a reply', async () => {
    const standIn = await begin();
    const ask = (text: string, thread: number) =>
      standIn.say({ chat: FORUM, thread, person: LI, text: `/ask@stand_in_bot ${text}` }).answered();
    const [forestry, health] = [await ask(PROBLEMS, TOPIC), await ask(HEALTH, OTHER_TOPIC)];
    expect([forestry.thread, health.thread]).toEqual([TOPIC, OTHER_TOPIC]);
    const [next, other] = [await ask(PLANS, TOPIC), await ask(PLANS, OTHER_TOPIC)];
    expect(filesIn(bot.index, next)).toEqual(['forestry-2023-h1.txt']);
    expect(filesIn(bot.index, other)).toEqual(['health-2023-h1.txt']);
    const sent = standIn.requests.filter(({ method }) => method === 'sendMessage');
    expect(sent.map(({ body }) => body.message_thread_id)).toEqual([TOPIC, OTHER_TOPIC, TOPIC, OTHER_TOPIC]);
  });

  it('a press and what is asked for stay in their topic', async () => {
    const standIn = await begin();
    const asked = standIn.say({ chat: FORUM, thread: TOPIC, person: LI, text: '/report@stand_in_bot' });
    const prompt = await asked.answered();
    expect(prompt.thread).toBe(TOPIC);
    standIn.press({ message: prompt, person: LI, data: prompt.buttons[0].callback_data! });
    const card = await standIn.nextMessage({ chat: FORUM, after: prompt });
    expect(card.thread).toBe(TOPIC);
    expect(card.text).toContain(prompt.buttons[0].text);
  });

  it('and outside of all topics too', async () => {
    const standIn = await begin();
    const text = `/ask@stand_in_bot ${PROBLEMS}`;
    const answer = await standIn.say({ chat: FORUM, person: LI, text }).answered();
    expect(answer.thread).toBeUndefined();
  });

  it('where it takes a while, one sees it being worked on in that topic', async () => {
    const standIn = await begin();
    const release = bot.hold();
    const text = `/ask@stand_in_bot ${PROBLEMS}`;
    const asked = standIn.say({ chat: FORUM, thread: TOPIC, person: LI, text });
    const typing = await standIn.until(() => standIn.actions[0], 'Typing');
    expect(typing).toMatchObject({ action: 'typing', thread: TOPIC });
    release();
    await asked.answered();
  });
});

describe('administrators who write in the name of the group', () => {
  const GROUP_BOT = { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
  const write = (text: string, chat = SUPERGROUP, more: object = {}) => {
    const where = { id: chat, type: 'supergroup', title: 'County' };
    const date = Math.floor(bot.time.now() / 1000);
    bot.tell({
      message: { message_id: 900, date, chat: where, from: GROUP_BOT, sender_chat: where, text, ...more },
    });
    return bot.standIn.nextMessage({ chat });
  };

  it('are answered', async () => {
    await begin();
    expect(quotesIn(bot.index, await write(`/ask@stand_in_bot ${PROBLEMS}`))).toHaveLength(4);
  });

  it('may do what administrators may, and every administrator may press what they are shown', async () => {
    const standIn = await begin();
    const settings = await write('/settings@stand_in_bot');
    expect(settings.text).toContain(TEXTS.en.settingsHeading());
    const english = settings.buttons.find(({ text }) => text === 'English')?.callback_data ?? '';
    const pressed = standIn.press({ message: settings, person: CHIEF, data: english });
    await settings.edited();
    await pressed.answered();
    expect(await bot.store.settings.get(`telegram:chat:${SUPERGROUP}`)).toMatchObject({ language: 'en' });
    const byMember = standIn.press({
      message: settings,
      person: LI,
      data: settings.buttons[0].callback_data!,
    });
    await byMember.answered();
    expect(byMember.text).toBe(TEXTS.zh.notYourButton());
  });

  it('make no owner of their group, nor of the account that they share with all others', async () => {
    await begin();
    const code = (await bot.chat.pairingCode()) ?? '';
    expect((await write(`/pair@stand_in_bot ${code}`)).text).toBe(TEXTS.en.codeWasSeen());
    expect((await write(`/pair@stand_in_bot`, FORUM)).text).toBe(TEXTS.en.peopleOnly());
    expect(await bot.store.owners.count()).toBe(0);
  });

  it.each([
    ['/library@stand_in_bot status', {}],
    ['/library@stand_in_bot remove x', {}],
    ['/allow@stand_in_bot telegram:chat:1', {}],
    ['/deny@stand_in_bot telegram:chat:1', {}],
    ['/allow@stand_in_bot collection:x', {}],
    ['/library@stand_in_bot status', { sender_chat: undefined, from: { ...GROUP_BOT, is_bot: false } }],
  ])('are sent to a private chat for what owners do, whoever owns their account: %s', async (text, more) => {
    await begin();
    for (const id of [GROUP_BOT.id, SUPERGROUP]) {
      await bot.store.owners.offer(`code ${id}`);
      await bot.store.owners.redeem(`code ${id}`, `telegram:${id}`);
    }
    expect((await write(text, SUPERGROUP, more)).text).toBe(TEXTS.en.peopleOnly());
    expect(await bot.store.access.get('telegram:chat:1')).toBeUndefined();
  });
});
