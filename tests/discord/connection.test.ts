// The connection to Discord: how it begins, what becomes of it, and that no question is lost with it.
import { GatewayIntentBits as Intent } from 'discord.js';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { DiscordOptions } from '../fakes/discord/index.ts';
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
import { quotesIn } from './reading.ts';
import { PROBLEMS, Scene } from './scene.ts';

/** The library waits so long between two identifications. */
const IDENTIFY_MS = 5000;

afterEach(() => vi.useRealTimers());
vi.setConfig(TOGETHER);
afterAll(async () => expect(await stopAll()).toEqual([]));

/** Discord's answer to how one connects; several may identify at once, so that nobody waits. */
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
const answered = async (scene: Scene, ...said: ReturnType<Scene['say']>[]) => {
  for (const each of said) {
    const answer = await each.answered();
    expect(quotesIn(scene.bot.index, answer)).toHaveLength(4);
    expect(each.answers).toHaveLength(1);
  }
  expect(scene.problems()).toEqual([]);
};

describe.concurrent('a question is not lost', () => {
  it('when the connection drops, nor is a command or a press', async () => {
    const scene = await Scene.open();
    const before = scene.say();
    const answer = await before.answered();
    scene.discord.dropConnection();
    const during = [scene.say(), scene.say(PROBLEMS, BEN)];
    const used = scene.ask(FOUNDER);
    const [{ custom_id: customId = '' }] = answer.buttons;
    const pressed = scene.discord.press({ message: answer, person: MEI, customId });
    await scene.discord.resumed();
    await answered(scene, before, ...during, scene.say());
    await Promise.all([used.settled(), pressed.settled()]);
    expect(scene.discord.gateway.identified).toHaveLength(1);
  });

  it('when Discord wants the bot to connect anew, or to resume', async () => {
    const scene = await Scene.open();
    scene.discord.requestReconnect();
    await scene.discord.resumed(1);
    await answered(scene, scene.say());
    scene.discord.invalidateSession({ resumable: true });
    await scene.discord.resumed(2);
    await answered(scene, scene.say());
  });

  it('when a guild had an outage of its own', async () => {
    const scene = await Scene.open();
    const guild = scene.discord.guild(GUILD)!;
    const intents = Intent.Guilds;
    scene.discord.gateway.dispatch({
      type: 'GUILD_DELETE',
      guild,
      intents,
      data: () => ({ id: GUILD, unavailable: true }),
    });
    await answered(scene, scene.say(PROBLEMS, MEI, ELSEWHERE_GENERAL));
    const used = scene.ask();
    expect(quotesIn(scene.bot.index, await used.settled())).toHaveLength(4);
    await answered(scene, scene.say());
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
    const scene = await Scene.open({ discord, shards });
    expect(discord.gateway.identified.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
    const said = ['1001', '1002'].map((channel) => scene.say(PROBLEMS, MEI, channel));
    said.push(discord.say({ channel: discord.directChannel(BEN), person: BEN, text: PROBLEMS }));
    for (const each of said) {
      await each.answered();
      expect(each.answers).toHaveLength(1);
    }
    await scene.ask(MEI, '1002').settled();
    expect(scene.problems()).toEqual([]);
  });

  it('need one connection where nothing is said', async () => {
    const { discord } = await Scene.open({ shards: 'auto' });
    expect(discord.gateway.identified.map(({ shard }) => shard)).toEqual([[0, 1]]);
    expect(discord.guild(ELSEWHERE)).toBeDefined();
  });
});

it('questions are answered after the session had to begin anew', async () => {
  const scene = await Scene.open();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + IDENTIFY_MS });
  scene.discord.invalidateSession({ resumable: false });
  await scene.discord.identified(2);
  await answered(scene, scene.say(), scene.say(PROBLEMS, BEN, ELSEWHERE_GENERAL));
});
