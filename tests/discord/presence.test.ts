// Where the bot is and may write, as the digests are notified of it.
import { GatewayIntentBits as Intent } from 'discord.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Discord } from '../stand-ins/discord/index.ts';
import { type Bot, ELSEWHERE, GENERAL, GUILD, MEI, startBot, stopAll, THREAD } from './bot.ts';

let bot: Bot;
let discord: Discord;
/** How many notifications came before the test did anything. */
let before: number;
beforeEach(async () => {
  bot = await startBot();
  ({ discord } = bot);
  for (const guild of [GUILD, ELSEWHERE]) await bot.digests.noted(`returned discord:guild:${guild}`);
  before = bot.digests.events.length;
});
afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

const dispatch = (type: string, data: object) =>
  discord.gateway.dispatch({
    type,
    guild: discord.guild(GUILD),
    intents: Intent.Guilds,
    data: () => ({ ...data }),
  });
/** All notifications since the test began, once that of the last event has arrived. */
async function told(): Promise<string[]> {
  dispatch('CHANNEL_DELETE', { id: '1', guild_id: GUILD, type: 0, name: 'last' });
  await bot.digests.noted('left discord:channel:1 unreachable', before);
  return bot.digests.events.slice(before, -1);
}
const thread = (metadata: object) => ({
  id: THREAD,
  guild_id: GUILD,
  parent_id: GENERAL,
  type: 11,
  name: 'a thread',
  thread_metadata: { archived: false, locked: false, auto_archive_duration: 60, ...metadata },
});

it('the bot is in a guild that throws it out no more', async () => {
  discord.leaveGuild(discord.guild(ELSEWHERE)!);
  expect(await told()).toEqual([`left discord:guild:${ELSEWHERE} unreachable`]);
});

it('a guild with an outage has not thrown it out', async () => {
  dispatch('GUILD_DELETE', { id: GUILD, unavailable: true });
  expect(await told()).toEqual([]);
});

it('a channel and a thread that are deleted are gone', async () => {
  discord.deleteChannel(THREAD);
  discord.deleteChannel(GENERAL);
  expect(await told()).toEqual([
    `left discord:channel:${THREAD} unreachable`,
    `left discord:channel:${GENERAL} unreachable`,
  ]);
});

it.each<[string, string, object, string[]]>([
  [
    'a channel whose rights change',
    'CHANNEL_UPDATE',
    { id: GENERAL, guild_id: GUILD, type: 0, name: 'general', permission_overwrites: [] },
    [`returned discord:channel:${GENERAL}`],
  ],
  ['a thread that is opened again', 'THREAD_UPDATE', thread({}), [`returned discord:channel:${THREAD}`]],
  [
    'a thread that nobody has in memory',
    'THREAD_UPDATE',
    { ...thread({}), id: '388' },
    ['returned discord:channel:388'],
  ],
  ['no thread that is archived', 'THREAD_UPDATE', thread({ archived: true }), []],
  ['no thread that is locked', 'THREAD_UPDATE', thread({ locked: true }), []],
  [
    'a guild in which a role changes',
    'GUILD_ROLE_UPDATE',
    { guild_id: GUILD, role: { id: GUILD, name: '@everyone', permissions: '0' } },
    [`returned discord:guild:${GUILD}`],
  ],
  [
    'no guild in which somebody else changes',
    'GUILD_MEMBER_UPDATE',
    { guild_id: GUILD, user: MEI, roles: [] },
    [],
  ],
])('%s may have the bot back', async (_, type, data, expected) => {
  dispatch(type, data);
  expect(await told()).toEqual(expected);
});

it('a guild in which the bot itself changes may have it back', async () => {
  dispatch('GUILD_MEMBER_UPDATE', { guild_id: GUILD, user: { id: discord.bot.id }, roles: [] });
  expect(await told()).toEqual([`returned discord:guild:${GUILD}`]);
});

it('a store that fails is a line in the log', async () => {
  bot.digests.failure = new Error('the disk is full');
  discord.deleteChannel(THREAD);
  await bot.noted(/an event of Discord was not handled/);
  await bot.digests.noted(`left discord:channel:${THREAD} unreachable`);
});
