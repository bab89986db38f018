// Failures of Discord, of the network, of permissions and of the bot: people are answered once or told why not.
import { afterAll, describe, expect, it, vi } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import type { Fault } from '../stand-ins/discord/index.ts';
import { BEN, GENERAL, GUILD, HIDDEN, MEI, QUIET, QUIET_THREAD, stopAll, TOGETHER } from './bot.ts';
import { OwnBot, PROBLEMS } from './own-bot.ts';
import { filesIn, plain, quotesIn } from './reading.ts';

const POST = { method: 'POST', path: /\/messages$/ };
const CALLBACK = { method: 'POST', path: /\/callback$/ };

const refusal = (status: number, code: number, message: string): Omit<Fault, 'path'> => ({
  method: 'POST',
  status,
  body: { message, code },
});
const INVALID = { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors: {} } };

const CODE = 'C0DE42';
const breaks = async (): Promise<never> => {
  throw new Error('the disk is full');
};

vi.setConfig(TOGETHER);
afterAll(async () => expect(await stopAll()).toEqual([]));

describe.concurrent('a question is answered once', () => {
  it.each([
    ['wants it to wait', { status: 429, retryAfterMs: 60 }],
    ['wants everything to wait', { status: 429, retryAfterMs: 60, global: true }],
    ['has a short outage', { status: 500, times: 3 }],
    ['loses the answer to what it did', { status: 502, takesEffect: true }],
    ['resets the connection', { status: 'reset' as const }],
    ['resets the connection after it posted', { status: 'reset' as const, takesEffect: true }],
    ['closes the connection', { status: 'cut' as const }],
    ['closes the connection after it posted', { status: 'cut' as const, takesEffect: true }],
  ])('when Discord %s', async (_, fault) => {
    const context = await OwnBot.open();
    context.discord.failNext({ ...POST, ...fault });
    const result = context.say();
    const replyTo = await result.answered();
    await context.isWell();
    expect(result.answers).toHaveLength(1);
    expect(context.ofBot()).toHaveLength(2);
    const next = context.discord.say({ channel: GENERAL, person: MEI, text: '那下半年有什么打算', replyTo });
    expect(filesIn(context.bot.index, await next.answered())).toEqual(['forestry-2023-h1.txt']);
    expect(context.problems()).toEqual([]);
  });

  it.each([
    ['has a short outage', { status: 500, times: 2 }],
    ['loses the answer to what it did', { status: 502, takesEffect: true }],
    ['resets the connection after it posted', { status: 'reset' as const, takesEffect: true }],
    ['closes the connection after it posted', { status: 'cut' as const, takesEffect: true }],
  ])('that came as a command, when Discord %s', async (_, fault) => {
    const context = await OwnBot.open();
    context.discord.failNext({ ...CALLBACK, ...fault });
    const used = context.ask();
    const answer = await used.settled();
    await context.isWell();
    expect(used.followUps).toEqual([]);
    const next = await context.askOn(answer, '那下半年有什么打算');
    expect(filesIn(context.bot.index, await next.settled())).toEqual(['forestry-2023-h1.txt']);
    expect(context.problems()).toEqual([]);
  });

  it('when Discord’s word on “thinking” is lost', async () => {
    const context = await OwnBot.open();
    const release = context.bot.hold();
    context.discord.failNext({ ...CALLBACK, status: 'cut', takesEffect: true });
    const used = context.ask();
    await used.responded();
    release();
    expect(quotesIn(context.bot.index, await used.settled())).toHaveLength(4);
    expect([used.original?.loading, used.followUps, context.problems()]).toEqual([false, [], []]);
  });

  it('when a page is turned and Discord’s word on that is lost', async () => {
    const context = await OwnBot.open();
    const list = await context.use('search', { words: '建设' }).settled();
    context.discord.failNext({ ...CALLBACK, status: 'reset', takesEffect: true });
    const next = list.buttons.find(({ label }) => label === TEXTS.zh.nextPage());
    const turned = context.discord.press({ message: list, person: MEI, customId: next?.custom_id ?? '' });
    await turned.settled();
    await context.isWell();
    expect([list.edits.length, turned.followUps, context.problems()]).toEqual([1, [], []]);
  });
});

describe.concurrent('an outage that lasts', () => {
  const wait = async () => {};

  it.each([
    ['before the answer', { status: 503, times: 5 }],
    ['after an answer that nobody heard of', { status: 502, times: 4, takesEffect: true }],
  ])('has the question answered once, when it is over: %s', async (_, fault) => {
    const context = await OwnBot.open({ chat: { wait } });
    context.discord.failNext({ ...POST, ...fault });
    const result = context.say();
    expect(quotesIn(context.bot.index, await result.answered())).toHaveLength(4);
    await context.isWell();
    expect(result.answers).toHaveLength(1);
    expect(context.problems()).toEqual([]);
  });
});

describe.concurrent('a command that is typed as a message', () => {
  it('is that command, also in another script and as a mention of a command', async () => {
    const context = await OwnBot.open();
    const channel = context.discord.directChannel(MEI);
    for (const text of ['/help', '／帮助', '</help:123456789012345678>']) {
      const result = context.discord.say({ channel, person: MEI, text });
      expect(plain((await result.answered()).text)).toMatch(/yinju: ask|引据：向报告提问/);
    }
    expect(context.problems()).toEqual([]);
  });
});

describe.concurrent('a request that cannot be answered is a line in the log, and the next is answered', () => {
  it.each([
    ['an outage lasts', { status: 503, times: 4 }],
    ['there is no network', { status: 'cut' as const, times: 4 }],
    ['the channel was deleted', { status: 404, body: { message: 'Unknown Channel', code: 10003 } }],
    ['the thread was closed', { status: 400, body: { message: 'Thread is archived', code: 50083 } }],
  ])('because %s', async (_, fault) => {
    const context = await OwnBot.open();
    context.discord.failNext({ ...POST, ...fault });
    const result = context.say();
    await context.bot.noted(/an answer was not sent/);
    await context.isWell();
    expect(result.answers).toEqual([]);
    expect(context.bot.lines('error')).toEqual([]);
  });

  it('because a command came too late', async () => {
    const context = await OwnBot.open();
    const body = { message: 'Unknown interaction', code: 10062 };
    context.discord.failNext({ ...CALLBACK, status: 404, body });
    context.ask();
    const { details } = await context.bot.noted(/an answer was not sent/);
    expect(details).toMatchObject({ outcome: 'gone', reason: 'unreachable' });
    await context.isWell();
    expect(context.bot.lines('error')).toEqual([]);
  });

  it('because a command had run out before it could be thought about', async () => {
    const context = await OwnBot.open();
    const release = context.bot.hold();
    context.ask().expire();
    const refused = () =>
      context.discord.requests.find(({ path, status }) => /callback$/.test(path) && status === 404);
    await context.discord.until(refused, 'Deferred in vain');
    release();
    await context.bot.noted(/an answer was not sent/);
    await context.isWell();
    expect(context.bot.lines('error')).toEqual([]);
  });

  it('because the question was taken back', async () => {
    const context = await OwnBot.open();
    const result = context.say();
    context.discord.deleteMessage(result.message);
    await context.bot.noted(/an answer was not sent/);
    expect(context.ofBot()).toEqual([]);
    await context.isWell();
    expect(context.bot.lines('error')).toEqual([]);
    context.discord.violations.splice(0); // the stand-in objects to a reply to nothing
  });

  it.each([
    ['the channel is deleted', ({ discord }: OwnBot) => discord.deleteChannel(GENERAL)],
    ['the bot is thrown out', ({ discord }: OwnBot) => discord.leaveGuild(discord.guild(GUILD)!)],
  ])('because %s meanwhile', async (_, change) => {
    const context = await OwnBot.open();
    const result = context.say();
    change(context);
    await context.bot.noted(/an answer was not sent/);
    expect([result.answers, context.bot.lines('error')]).toEqual([[], []]);
  });
});

describe.concurrent('a mention in a channel', () => {
  it.each<[string, string, Omit<Fault, 'path'>?]>([
    ['where the bot may not send', QUIET],
    ['with a thread in which it may not send', QUIET_THREAD],
    ['that it may not view', HIDDEN],
    ['that it may no longer view', GENERAL, refusal(403, 50001, 'Missing Access')],
    ['where it may not read what was said', GENERAL, refusal(400, 160002, 'Cannot reply')],
    ['where it was told to be silent', GENERAL, refusal(403, 50013, 'Missing Permissions')],
  ])('%s gets a private word on what is missing, once a day', async (_, channel, fault) => {
    const context = await OwnBot.open();
    const chat = context.discord.directChannel(MEI);
    for (let times = 0; times < 2; times++) {
      if (fault) context.discord.failNext({ path: /\/messages$/, ...fault });
      const result = context.say(PROBLEMS, MEI, channel);
      await context.isWell();
      expect(result.answers).toEqual([]);
    }
    const other = context.discord.directChannel(BEN);
    if (fault) context.discord.failNext({ path: /\/messages$/, ...fault });
    context.say(PROBLEMS, BEN, channel);
    await context.isWell(BEN);
    expect(context.ofBot(chat).map(({ text }) => plain(text))).toEqual([TEXTS.zh.mayNotWrite()]);
    expect(context.ofBot(other)).toHaveLength(1);
    expect(context.problems()).toEqual([]);
  });
});

describe.concurrent('where the bot may not write', () => {
  it('commands are answered all the same', async () => {
    const context = await OwnBot.open();
    for (const channel of [QUIET, QUIET_THREAD]) {
      const answer = await context.ask(MEI, channel).settled();
      expect(quotesIn(context.bot.index, answer)).toHaveLength(4);
    }
  });

  it.each([
    ['take no private messages', refusal(403, 50007, 'Cannot send messages to this user')],
    ['share no server with the bot', refusal(403, 50278, 'No mutual guilds')],
  ])('people who %s hear nothing', async (_, fault) => {
    const context = await OwnBot.open();
    const chat = context.discord.directChannel(MEI);
    context.discord.failNext({ path: new RegExp(`/channels/${chat.id}/messages`), ...fault });
    context.say(PROBLEMS, MEI, QUIET);
    await context.isWell();
    expect([context.ofBot(chat), context.problems()]).toEqual([[], []]);
  });

  it('people with whom no chat can be opened hear nothing', async () => {
    const context = await OwnBot.open();
    context.discord.failNext({
      path: /users\/@me\/channels$/,
      ...refusal(403, 50007, 'Cannot send messages'),
    });
    context.say(PROBLEMS, MEI, QUIET);
    await context.isWell();
    expect(context.problems()).toEqual([]);
  });

  it('typing is not insisted on', async () => {
    const context = await OwnBot.open();
    context.discord.failNext({ path: /\/typing$/, ...refusal(403, 50001, 'Missing Access') });
    const release = context.bot.hold();
    const result = context.say();
    const typed = () =>
      context.discord.requests.find(({ path, status }) => path.endsWith('/typing') && status === 403);
    await context.discord.until(typed, 'Typing refused');
    release();
    await result.answered();
    expect(context.problems()).toEqual([]);
  });
});

describe.concurrent('when something is broken', () => {
  it('a command is answered with a sentence and a code for the asker alone', async () => {
    const context = await OwnBot.open();
    context.bot.store.owners.has = breaks;
    const answer = await context.ask().settled();
    expect(plain(answer.text)).toBe(TEXTS.zh.failed(CODE));
    expect(answer.ephemeral).toBe(true);
    const { details } = await context.bot.noted(/could not be answered/);
    expect(details).toMatchObject({ code: CODE, err: new Error('the disk is full') });
  });

  it('a mention is answered with it by a reply', async () => {
    const context = await OwnBot.open();
    const replyTo = await context.say().answered();
    await context.isWell();
    context.bot.store.conversations.ofMessage = breaks;
    const result = context.discord.say({ channel: GENERAL, person: BEN, text: 'and the plans?', replyTo });
    expect(plain((await result.answered()).text)).toBe(TEXTS.en.failed(CODE));
  });

  it('it takes the place of what all saw being thought about, for the asker alone', async () => {
    const context = await OwnBot.open();
    const release = context.bot.hold();
    const used = context.ask();
    await used.responded();
    context.bot.store.owners.has = breaks;
    release();
    const note = await used.followUp();
    expect([note.ephemeral, used.original?.deleted]).toEqual([true, true]);
    expect(plain(note.text)).toBe(TEXTS.zh.failed(CODE));
  });

  it('only after an answer was sent, the answer stays', async () => {
    const context = await OwnBot.open();
    context.bot.store.conversations.add = breaks;
    const quick = context.ask();
    await quick.settled();
    const release = context.bot.hold();
    const slow = [context.ask(), context.use('ask', { question: '林业局有什么打算', private: true }, BEN)];
    await Promise.all(slow.map((used) => used.responded()));
    release();
    for (const used of [quick, ...slow]) {
      const answer = await used.settled();
      await context.use('help', {}, used.deed.person).settled(); // whatever is said about the failure has been said
      expect(quotesIn(context.bot.index, answer).length).toBeGreaterThan(0);
      expect([answer.deleted, answer.edits.length]).toEqual([false, used === quick ? 0 : 1]);
    }
  });

  it('in what was sent, the person gets another sentence', async () => {
    const context = await OwnBot.open();
    context.discord.failNext({ method: 'POST', path: /\/messages$/, ...INVALID });
    expect(plain((await context.say().answered()).text)).toBe(TEXTS.zh.failed(CODE));
    context.discord.failNext({ method: 'POST', path: /\/callback$/, ...INVALID });
    expect(plain((await context.ask().settled()).text)).toBe(TEXTS.zh.failed(CODE));
    await context.isWell();
    expect(context.bot.lines('error')).toHaveLength(2);
  });

  it('while options are suggested, nothing is suggested', async () => {
    const context = await OwnBot.open();
    context.bot.store.access.get = breaks;
    const use = { channel: GENERAL, person: MEI, name: 'report', focused: 'name', value: '林' };
    context.discord.complete(use).catch(() => {}); // the list stays empty
    await context.bot.noted(/an event of Discord was not handled/);
  });
});
