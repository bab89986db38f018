// Registration of the commands: what is registered, when again, and what happens where it fails.
import { ApplicationCommandType as Kind, Locale, PermissionFlagsBits as Permission } from 'discord.js';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS, menuOf } from '../../src/chat/index.ts';
import { localeServing } from '../../src/message/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import type { Discord } from '../stand-ins/discord/index.ts';
import type { CommandOption } from '../stand-ins/discord/shapes.ts';
import { GENERAL, MEI, startBot, startStandIn, stopAll, TOGETHER } from './bot.ts';

vi.setConfig(TOGETHER);
afterAll(async () => expect(await stopAll()).toEqual([]));

const LANGUAGES = Object.values(Locale)
  .filter((tag) => localeServing(tag) !== undefined)
  .sort();
const SET = '/commands';
const requestsAbout = (discord: Discord) =>
  discord.requests.filter(({ path }) => path.endsWith(SET)).map(({ method }) => method);
/** The options of a command, those within others too. */
const allOptions = ({ options = [] }: CommandOption): CommandOption[] =>
  options.flatMap((option) => [option, ...allOptions(option)]);
const QUESTION = '<@BOT> 林业局2023年上半年存在哪些问题';

describe.concurrent('a bot that is started', () => {
  it('offers each command once, in every language, everywhere', async () => {
    const { discord } = await startBot();
    const registered = discord.commands.in();
    const named = (kind: Kind) => registered.filter(({ type }) => type === kind).map(({ name }) => name);
    expect(named(Kind.ChatInput)).toEqual(
      menuOf(COMMANDS).map((item) => (item.type === 'group' ? item.group.name : item.command.name)),
    );
    expect(named(Kind.Message)).toEqual(['Ask the reports', 'Verify quotation']);
    for (const command of registered) {
      const said = JSON.stringify(command);
      expect(Object.keys(command.name_localizations ?? {}).sort(), said).toEqual(LANGUAGES);
      if (command.type === Kind.ChatInput)
        expect(Object.keys(command.description_localizations ?? {}).sort(), said).toEqual(LANGUAGES);
      for (const each of allOptions(command)) {
        expect(Object.keys(each.name_localizations ?? {}).sort(), said).toEqual(LANGUAGES);
        expect(Object.keys(each.description_localizations ?? {}).sort(), said).toEqual(LANGUAGES);
        for (const choice of each.choices ?? [])
          expect(Object.keys(choice.name_localizations ?? {}).sort(), said).toEqual(LANGUAGES);
      }
      expect([command.contexts, command.integration_types]).toEqual([
        [0, 1, 2],
        [0, 1],
      ]);
    }
  });

  it('shows the settings, and nothing else, only to those who manage the guild', async () => {
    const { discord } = await startBot();
    const limited = discord.commands
      .in()
      .filter(({ default_member_permissions: wanted }) => wanted !== null)
      .map(({ name, default_member_permissions: wanted }) => [name, wanted]);
    expect(limited).toEqual([['settings', String(Permission.ManageGuild)]]);
  });

  it('lets people choose who sees an answer, and never shows the bot’s business to all', async () => {
    const { discord } = await startBot();
    const optional = discord.commands
      .in()
      .filter(({ options }) => options?.some(({ name }) => name === 'private'))
      .map(({ name }) => name);
    const chosen = COMMANDS.filter(({ audience }) => audience === 'either').map(({ name }) => name);
    expect(optional).toEqual(chosen);
  });

  it('invites itself with just the rights that it needs', async () => {
    const { inviteUrl, discord } = await startBot();
    const { origin, pathname, searchParams } = new URL(inviteUrl);
    expect(origin + pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: discord.application.id,
      scope: 'bot applications.commands',
      permissions: String(
        Permission.ViewChannel |
          Permission.SendMessages |
          Permission.SendMessagesInThreads |
          Permission.EmbedLinks |
          Permission.ReadMessageHistory,
      ),
    });
  });
});

describe.concurrent('the commands', () => {
  it('are registered once, and not again at the next start', async () => {
    const store = memoryStore();
    const first = await startBot({ store });
    const { discord } = first;
    const ids = discord.commands.in().map(({ id }) => id);
    await first.stop();
    const second = await startBot({ store, discord });
    const help = await discord.slash({ channel: GENERAL, person: MEI, name: 'help' }).settled();
    expect(help.text).toContain(`</ask:${ids[0]}>`);
    expect(requestsAbout(discord)).toEqual(['PUT', 'GET']);
    expect(second.lines('info')).toEqual([]);
  });

  it('are registered again when the set has changed', async () => {
    const store = memoryStore();
    const { discord } = await startBot({ store });
    await store.registrations.set(`discord:${discord.application.id}`, 'the set of an older version');
    await startBot({ store, discord });
    expect(requestsAbout(discord)).toEqual(['PUT', 'PUT']);
  });

  it('are registered again when Discord has lost them, or knows others under our name', async () => {
    const store = memoryStore();
    const { discord } = await startBot({ store });
    const wanted = discord.commands.in().map(({ name }) => name);
    const renamed = wanted.map((name) => ({ name: `old-${name}`, type: 1 }));
    for (const others of [[], renamed]) {
      discord.commands.replace(others);
      await startBot({ store, discord });
      expect(discord.commands.in().map(({ name }) => name)).toEqual(wanted);
    }
    expect(requestsAbout(discord)).toEqual(['PUT', 'GET', 'PUT', 'GET', 'PUT']);
  });

  it('belong to one application: another bot over the same store registers its own', async () => {
    const store = memoryStore();
    await startBot({ store });
    const { discord } = await startBot({
      store,
      world: { application: { id: '100000000000000009', name: 'x' } },
    });
    expect(requestsAbout(discord)).toEqual(['PUT']);
  });

  it.each([
    ['has outages', { status: 500, times: 4 }],
    [
      'has no more of them today',
      { status: 400, body: { message: 'Max number of daily commands', code: 30034 } },
    ],
    ['cuts the connection', { status: 'cut' as const, times: 4 }],
  ])(
    'may fail to be registered because Discord %s: questions are answered, the next start tries again',
    async (_, fault) => {
      const store = memoryStore();
      const discord = await startStandIn();
      discord.failNext({ method: 'PUT', path: /\/commands$/, ...fault });
      const bot = await startBot({ store, discord });
      await discord.say({ channel: GENERAL, person: MEI, text: QUESTION }).answered();
      await bot.stop();
      expect(bot.lines('error')).toEqual([
        'the commands could not be registered with Discord; the next start tries again',
      ]);
      await startBot({ store, discord });
    },
  );

  it('do not keep questions waiting while Discord wants their registration to wait', async () => {
    const discord = await startStandIn();
    discord.failNext({ method: 'PUT', path: /\/commands$/, status: 429, retryAfterMs: 60_000 });
    const bot = await startBot({ discord, unregistered: true });
    await discord.say({ channel: GENERAL, person: MEI, text: QUESTION }).answered();
    await bot.stop();
  });

  it('are registered after an outage that was short', async () => {
    const discord = await startStandIn();
    discord.failNext({ method: 'PUT', path: /\/commands$/, status: 502, times: 2 });
    discord.failNext({ method: 'PUT', path: /\/commands$/, status: 429, retryAfterMs: 50 });
    const bot = await startBot({ discord });
    expect(discord.commands.in()).toHaveLength(menuOf(COMMANDS).length + 2);
    expect(bot.lines('error')).toEqual([]);
  });
});
