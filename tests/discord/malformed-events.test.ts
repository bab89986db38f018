// Malformed gateway events: each is dropped with a log line, and the next good one is answered.
import { GatewayIntentBits as Intent } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Discord } from '../stand-ins/discord/index.ts';
import { BEN, type Bot, GENERAL, GUILD, MEI, startBot, stopAll, THREAD } from './bot.ts';
import { anyOf, EVENTS, mutated, realEvents } from './malformed-events.ts';
import { PROBLEMS } from './own-bot.ts';
import { quotesIn } from './reading.ts';

let bot: Bot;
let discord: Discord;
const deaths: unknown[] = [];
const died = (error: unknown) => deaths.push(error);
beforeAll(async () => {
  process.on('uncaughtException', died).on('unhandledRejection', died);
  bot = await startBot();
  discord = bot.discord;
});
afterEach(() => {
  expect(deaths.splice(0)).toEqual([]);
});
afterAll(async () => {
  process.off('uncaughtException', died).off('unhandledRejection', died);
  expect(await stopAll()).toEqual([]);
});

const dispatch = (type: string, data: unknown) =>
  discord.gateway.dispatch({ type, intents: 0, data: () => data as Record<string, unknown> });

/** A mention, a command and a press are answered: all that came before has been dealt with. */
async function isWell(): Promise<void> {
  const answer = await discord
    .say({ channel: GENERAL, person: MEI, text: PROBLEMS, mentionsBot: true })
    .answered();
  expect(quotesIn(bot.index, answer)).toHaveLength(4);
  const used = discord.slash({ channel: GENERAL, person: BEN, name: 'ask', options: { question: PROBLEMS } });
  expect(quotesIn(bot.index, await used.settled())).toHaveLength(4);
}

describe('an event of every kind', () => {
  it.each([undefined, null, 0, 1, '', 'x', true, [], [null], {}, { id: null }, { id: 'x' }, { id: GUILD }])(
    'with nothing but %j in it is survived',
    async (data) => {
      for (const type of [...EVENTS, 'NEW_KIND', 'error', 'constructor', '__proto__', 'toString', ''])
        dispatch(type, data);
      await isWell();
    },
  );

  it.each([1, 2, 3, 4, 5, 6])(
    'as the stand-in sends it, with a field missing, null or of another type, is survived (%i)',
    async (seed) => {
      for (const { type, data } of realEvents(discord, { guild: GUILD, channel: GENERAL, thread: THREAD }))
        for (const odd of mutated(data, seed, 20)) dispatch(type, odd);
      await isWell();
    },
    20_000,
  );

  it('made from Discord’s own description, with odd fields, is survived', async () => {
    for (const { type, data } of anyOf(7, 6))
      for (const odd of [data, ...mutated(data, 7, 6)]) dispatch(type, odd);
    await isWell();
  }, 20_000);

  it('that is unreadable is logged in one line, however many come, and counted', async () => {
    const before = bot.logged.length;
    for (let i = 0; i < 500; i++) dispatch('THREAD_UPDATE', null);
    await isWell();
    const lines = bot.logged.slice(before).filter(({ message }) => /was not handled/.test(message));
    expect(lines.length).toBeLessThanOrEqual(1);
  });
});

describe('a payload', () => {
  it.each([
    '',
    'null',
    '5',
    '"x"',
    '[]',
    '{}',
    '{',
    '{"op":null}',
    '{"op":"0"}',
    '{"op":99}',
    '{"op":0}',
    '{"op":0,"t":5,"s":"x","d":{}}',
    '{"op":0,"t":null,"s":null,"d":null}',
    '{"op":11,"d":{}}',
    '{"op":1}',
    '{"op":10}',
    '{"op":10,"d":{"heartbeat_interval":"x"}}',
    '{"op":0,"t":"RESUMED","d":null}',
  ])('of no sense is survived: %s', async (text) => {
    discord.gateway.sendRaw(text);
    await isWell();
  });
});

describe('a session', () => {
  it.each(['{"op":9}', '{"op":9,"d":null}', '{"op":0,"t":"READY","s":1,"d":null}'])(
    'that is ended by %s begins anew',
    async (text) => {
      const own = await startBot();
      own.discord.gateway.sendRaw(text);
      await own.discord.connected(2);
      await own.stop();
    },
  );
});

it('a mention in a channel whose own events could not be read is answered', async () => {
  dispatch('CHANNEL_DELETE', { id: GENERAL, guild_id: GUILD, type: 0 });
  dispatch('CHANNEL_CREATE', { id: GENERAL, guild_id: GUILD, type: null });
  await isWell();
});

it('of a guild, what can be read is read', async () => {
  const guild = discord.guild(GUILD)!;
  discord.gateway.dispatch({
    type: 'GUILD_CREATE',
    guild,
    intents: Intent.Guilds,
    data: () => ({ id: GUILD, channels: [null, 5, { id: 'x' }], roles: null, members: [{}], threads: 'x' }),
  });
  await isWell();
});
