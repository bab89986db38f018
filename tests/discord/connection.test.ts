// The connection to Discord: start, reconnection, end, and that no question is lost.
import { GatewayIntentBits as Intent } from 'discord.js';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { DiscordOptions } from '../stand-ins/discord/index.ts';
import {
  BEN,
  Bot,
  ELSEWHERE,
  ELSEWHERE_GENERAL,
  FOUNDER,
  GENERAL,
  GUILD,
  MEI,
  startBot,
  startStandIn,
  stopAll,
  TOGETHER,
} from './bot.ts';
import { OwnBot, PROBLEMS } from './own-bot.ts';
import { quotesIn } from './reading.ts';

/** The library waits so long between two identifications. */
const IDENTIFY_MS = 5000;

afterEach(() => vi.useRealTimers());
vi.setConfig(TOGETHER);
afterAll(async () => expect(await stopAll()).toEqual([]));

/** Discord's response on how to connect; several sessions may begin at once. */
const gatewayOf = (url: string, shards: number) => ({
  path: /^\/gateway\/bot$/,
  status: 200,
  body: {
    url,
    shards,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 16 },
  },
});

describe.concurrent('a bot that Discord does not have', () => {
  const ONE_SENTENCE = /^[A-Z][^.\n]*: [^.\n]+\.$/;
  /** Why a bot in such a world does not start. */
  const reasonIn = async (
    world: Partial<DiscordOptions>,
    options: { token?: string; fromGateway?: true } = {},
  ) => {
    const discord = await startStandIn(world);
    if (options.fromGateway) discord.failNext(gatewayOf(discord.gateway.url, 1));
    const bot = new Bot(discord, options);
    const reason = await bot.start();
    expect(reason).toMatch(ONE_SENTENCE);
    expect(bot.lines('error').length).toBeLessThanOrEqual(1);
    return reason;
  };

  it('because of its token says so in one sentence', async () => {
    const sentence = /^Discord does not accept DISCORD_TOKEN: /;
    expect(await reasonIn({}, { token: 'wrong' })).toMatch(sentence);
    expect(await reasonIn({}, { token: 'wrong', fromGateway: true })).toMatch(sentence);
    expect(await reasonIn({}, { token: '' })).toMatch(sentence);
  });

  it('because of its intents says so in one sentence', async () => {
    expect(await reasonIn({ disallowedIntents: Intent.DirectMessages })).toMatch(
      /^Discord does not grant the intents/,
    );
  });

  it('because it is in too many servers says so in one sentence', async () => {
    expect(await reasonIn({ shardingRequired: true })).toMatch(/SHARDS=auto\.$/);
  });

  it('because it cannot be reached may try again', async () => {
    const discord = await startStandIn();
    discord.failNext({ path: /^\/gateway\/bot$/, status: 503, times: 4 });
    const bot = new Bot(discord, {});
    await expect(bot.start()).rejects.toThrow('Discord could not be reached');
    expect(await bot.start()).toBeUndefined();
    expect(
      quotesIn(
        bot.index,
        await discord.say({ channel: GENERAL, person: MEI, text: `<@BOT>${PROBLEMS}` }).answered(),
      ),
    ).toHaveLength(4);
    await bot.stop();
  });

  it('any more, because the token was reset, says so in one sentence', async () => {
    const bot = await startBot();
    bot.discord.failNext({ method: 'POST', path: /\/messages$/, status: 401 });
    bot.discord.say({ channel: GENERAL, person: MEI, text: `<@BOT> ${PROBLEMS}` });
    expect(await bot.ended).toMatch(/^Discord does not accept DISCORD_TOKEN: /);
  });

  it('any more, because the gateway closed it for good, says so in one sentence', async () => {
    const bot = await startBot();
    for (const { socket } of bot.discord.gateway.sessions.values())
      socket?.close(4014, 'Disallowed intent(s).');
    expect(await bot.ended).toMatch(/^Discord does not grant the intents/);
  });
});

/** Each of these questions is answered, once. */
const answered = async (context: OwnBot, ...result: ReturnType<OwnBot['say']>[]) => {
  for (const each of result) {
    const answer = await each.answered();
    expect(quotesIn(context.bot.index, answer)).toHaveLength(4);
    expect(each.answers).toHaveLength(1);
  }
  expect(context.problems()).toEqual([]);
};

describe.concurrent('a question is not lost', () => {
  it('when the connection drops, nor is a command or a press', async () => {
    const context = await OwnBot.open();
    const before = context.say();
    const answer = await before.answered();
    context.discord.dropConnection();
    const during = [context.say(), context.say(PROBLEMS, BEN)];
    const used = context.ask(FOUNDER);
    const [{ custom_id: customId = '' }] = answer.buttons;
    const pressed = context.discord.press({ message: answer, person: MEI, customId });
    await context.discord.resumed();
    await answered(context, before, ...during, context.say());
    await Promise.all([used.settled(), pressed.settled()]);
    expect(context.discord.gateway.identified).toHaveLength(1);
  });

  it('when Discord wants the bot to connect anew, or to resume', async () => {
    const context = await OwnBot.open();
    context.discord.requestReconnect();
    await context.discord.resumed(1);
    await answered(context, context.say());
    context.discord.invalidateSession({ resumable: true });
    await context.discord.resumed(2);
    await answered(context, context.say());
  });

  it('when a guild had an outage of its own', async () => {
    const context = await OwnBot.open();
    const guild = context.discord.guild(GUILD)!;
    const intents = Intent.Guilds;
    context.discord.gateway.dispatch({
      type: 'GUILD_DELETE',
      guild,
      intents,
      data: () => ({ id: GUILD, unavailable: true }),
    });
    await answered(context, context.say(PROBLEMS, MEI, ELSEWHERE_GENERAL));
    const used = context.ask();
    expect(quotesIn(context.bot.index, await used.settled())).toHaveLength(4);
    await answered(context, context.say());
  });
});

describe.concurrent('many guilds', () => {
  /** Two guilds that belong to different shards of two, and the private chats to the first. */
  const guilds = [
    { id: String(2n << 22n), owner: FOUNDER, channels: [{ id: '1001' }] },
    { id: String(3n << 22n), owner: FOUNDER, channels: [{ id: '1002' }] },
  ];

  it.each([
    ['as configured', 2],
    ['as many as Discord recommends', 'auto'],
  ] as const)('are shared by two connections, %s', async (_, shards) => {
    const discord = await startStandIn({ guilds });
    discord.failNext(gatewayOf(discord.gateway.url, 2));
    const context = await OwnBot.open({ discord, shards });
    expect(discord.gateway.identified.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const result = ['1001', '1002'].map((channel) => context.say(PROBLEMS, MEI, channel));
    result.push(discord.say({ channel: discord.directChannel(BEN), person: BEN, text: PROBLEMS }));
    for (const each of result) {
      await each.answered();
      expect(each.answers).toHaveLength(1);
    }
    await context.ask(MEI, '1002').settled();
    expect(context.problems()).toEqual([]);
  });

  it('need one connection where nothing is said', async () => {
    const { discord } = await OwnBot.open({ shards: 'auto' });
    expect(discord.gateway.identified.map(({ shard }) => shard)).toEqual([[0, 1]]);
    expect(discord.guild(ELSEWHERE)).toBeDefined();
  });
});

it('questions are answered after the session had to begin anew', async () => {
  const context = await OwnBot.open();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + IDENTIFY_MS });
  context.discord.invalidateSession({ resumable: false });
  await context.discord.identified(2);
  await answered(context, context.say(), context.say(PROBLEMS, BEN, ELSEWHERE_GENERAL));
});
