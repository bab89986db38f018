// The daily digest on Discord from end to end: set up by a command, delivered, pressed, ended.
import { GatewayIntentBits as Intent, MessageFlags, PermissionFlagsBits as Permission } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PostingLack, TEXTS } from '../../src/message/index.ts';
import { LivePresence } from '../chat/digest-presence.ts';
import { NEXT_MORNING, NOON } from '../chat/digest-world.ts';
import type { Channel, Discord, Person, SentMessage } from '../stand-ins/discord/index.ts';
import { guildPayload } from '../stand-ins/discord/payloads.ts';
import {
  BEN,
  type Bot,
  GENERAL,
  GUILD,
  HIDDEN,
  MANAGER,
  MEI,
  QUIET,
  QUIET_THREAD,
  startBot,
  stopAll,
  THREAD,
} from './bot.ts';
import { faults, quotesIn } from './reading.ts';

const { zh, en } = TEXTS;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let digests: LivePresence;
let bot: Bot;
let discord: Discord;
beforeEach(async () => {
  digests = new LivePresence(NOON);
  bot = await startBot({ digests, store: digests.store, chat: { clock: digests.clock } });
  ({ discord } = bot);
  await digests.at(NOON);
});
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(digests.errors).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

type Where = Channel | string;

const use = (name: string, options = {}, channel: Where = GENERAL, person: Person = MANAGER) =>
  discord.slash({ channel, person, name, options }).settled();
const switchOn = (channel: Where = GENERAL, person = MANAGER, more = {}) =>
  use('digest on', { zone: 'Asia/Shanghai', ...more }, channel, person);
/** What came into a channel by itself. */
const cameTo = (channel: Where) =>
  discord
    .messagesIn(channel)
    .filter(({ author, text }) => author.id === discord.bot.id && text.includes('每日简报 ·'));
async function press(message: SentMessage, label: RegExp, person: Person): Promise<SentMessage> {
  const button = message.buttons.find((each) => label.test(each.label ?? ''));
  if (!button?.custom_id) throw new Error(`no button ${label}`);
  return discord.press({ message, person, customId: button.custom_id }).settled();
}

describe('a digest', () => {
  it.each<[string, () => Where, Person]>([
    ['a channel', () => GENERAL, MANAGER],
    ['a thread', () => THREAD, MANAGER],
    ['a direct message', () => discord.directChannel(MEI), MEI],
  ])('comes into %s at its hour, once, with quotes from the reports', async (_, where, person) => {
    const said = await switchOn(where(), person);
    expect(said.text).toContain(zh.digestIsOn());
    await use('follow', { topic: '高标准农田' }, where(), person);
    await digests.at(NEXT_MORNING);
    await digests.at(NEXT_MORNING + 60_000);
    const [message, ...others] = cameTo(where());
    expect(others).toEqual([]);
    expect(message.text).toContain('高标准农田');
    expect(quotesIn(bot.index, message).length).toBeGreaterThan(0);
    expect(faults(bot.index, message)).toEqual([]);
    expect(message.flags & MessageFlags.SuppressNotifications).toBe(0);
  });

  it('comes without a sound where that is wanted', async () => {
    await switchOn(GENERAL, MANAGER, { silent: 'yes' });
    await digests.at(NEXT_MORNING);
    expect(cameTo(GENERAL)[0].flags & MessageFlags.SuppressNotifications).not.toBe(0);
  });

  it('is switched on by a member only where the managers let them', async () => {
    const refused = await switchOn(GENERAL, BEN);
    expect(refused.text).toContain(en.digestManagersOnly());
    expect(refused.ephemeral).toBe(true);
    await digests.at(NEXT_MORNING);
    expect(cameTo(GENERAL)).toEqual([]);
  });
});

describe('where nothing can be posted', () => {
  it.each<[string, () => Where, object, PostingLack]>([
    ['a channel where the bot may not write', () => QUIET, {}, 'send'],
    ['a thread where it may not write', () => QUIET_THREAD, {}, 'send-in-threads'],
    ['a channel that it may not see', () => HIDDEN, {}, 'view'],
    [
      'a guild where the app is installed for a person only',
      () => GENERAL,
      { userInstalled: true },
      'membership',
    ],
    ['direct messages among several people', () => discord.groupChannel([MANAGER, BEN]), {}, 'group-chat'],
  ])('%s: the command says so to the asker alone, and nothing is on', async (_, where, how, lack) => {
    const channel = where();
    const key = `discord:channel:${typeof channel === 'string' ? channel : channel.id}`;
    await digests.store.settings.set(key, { digests: 'everyone' }); // nobody manages direct messages
    const command = (name: string, options: Record<string, string>) =>
      discord.slash({ channel, person: MANAGER, name, options, ...how }).settled();
    for (const said of [
      await command('digest on', { zone: 'Asia/Shanghai' }),
      await command('follow', { topic: '油茶', when: 'at-once' }),
    ]) {
      expect(said.text).toContain(zh.cannotPost([lack]));
      expect(said.ephemeral).toBe(true);
    }
    await digests.at(NEXT_MORNING);
    expect(cameTo(channel)).toEqual([]);
  });

  it('a place with all rights is accepted', async () => {
    expect((await switchOn(THREAD)).text).toContain(zh.digestIsOn());
  });

  it('the button to follow reports it, too, as do a pause and the status', async () => {
    await switchOn();
    const answer = await use('ask', { question: '林业局2023年上半年存在哪些问题' });
    discord.channel(GENERAL).botDenied = Permission.SendMessages;
    expect((await press(answer, /关注/, MANAGER)).text).toContain(zh.cannotPost(['send']));
    expect((await use('digest pause', { until: '3天' })).text).toContain(zh.cannotPost(['send']));
    expect((await use('digest status')).text).toContain(zh.cannotPost(['send']));
  });
});

it('the person who set it up gets one direct message when it is refused, and it resumes when it may', async () => {
  await switchOn();
  discord.channel(GENERAL).botDenied = Permission.SendMessages;
  for (const hours of [0, 1, 3, 24, 27, 72]) await digests.at(NEXT_MORNING + hours * HOUR_MS);
  expect(cameTo(GENERAL)).toEqual([]);
  const told = discord.messagesIn(discord.directChannel(MANAGER));
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('没有发言权限')]);
  expect(told[0].text).toContain(`discord.com/channels/${GUILD}/${GENERAL}`);
  discord.channel(GENERAL).botDenied = 0n;
  await digests.at(NEXT_MORNING + 7 * DAY_MS);
  expect(cameTo(GENERAL)).toHaveLength(1);
});

it('everything in one option is understood, and what is wrong with it is for the asker alone', async () => {
  expect((await use('digest on', { time: '8:30 London weekdays' })).text).toContain(
    zh.scheduleIs('08:30', 'weekdays', 'Europe/London'),
  );
  const refused = await use('digest on', { time: '8:30 Atlantis' });
  expect(refused.text).toContain(zh.noZone('Atlantis', []));
  expect(refused.ephemeral).toBe(true);
});

describe('the buttons of a digest', () => {
  it('show everybody alone what they want to see', async () => {
    await switchOn();
    for (const topic of ['高标准农田', '老年食堂', '校园安全', '油茶', '路灯'])
      await use('follow', { topic });
    await digests.at(NEXT_MORNING);
    const [message] = cameTo(GENERAL);
    const answer = await press(message, /[？?]$/, BEN);
    expect(quotesIn(bot.index, answer).length).toBeGreaterThan(0);
    const why = await press(message, /为什么收到/, BEN);
    expect(why.text).toContain(en.whyHere('group'));
    const whole = await press(message, /完整简报/, BEN);
    const next = await press(whole, /Next/, BEN);
    expect(quotesIn(bot.index, whole).length).toBeGreaterThan(0);
    for (const shown of [answer, why, whole, next]) {
      expect(shown.ephemeral).toBe(true);
      expect(faults(bot.index, shown)).toEqual([]);
    }
    expect(cameTo(GENERAL)).toHaveLength(1);
  });

  it('follow what was asked under an answer', async () => {
    const answer = await use('ask', { question: '林业局2023年上半年存在哪些问题' });
    await press(answer, /关注/, MANAGER);
    const listed = await use('following');
    expect(listed.ephemeral).toBe(true);
    expect(listed.text).toContain('林业局2023年上半年存在哪些问题');
  });
});

describe('a bot that is removed', () => {
  const tell = (type: string, data: Record<string, unknown>) =>
    discord.gateway.dispatch({
      type,
      guild: discord.guild(GUILD),
      intents: Intent.Guilds,
      data: () => data,
    });

  it('sends nothing, and resumes with its settings when it is back', async () => {
    await switchOn(GENERAL, MANAGER, { time: '8:30', silent: 'yes' });
    tell('GUILD_DELETE', { id: GUILD });
    await digests.noted(`left discord:guild:${GUILD} unreachable`);
    await digests.at(NEXT_MORNING);
    expect(cameTo(GENERAL)).toEqual([]);
    const before = digests.events.length;
    tell('GUILD_CREATE', guildPayload(discord.guild(GUILD)!, discord.bot));
    await digests.noted(`returned discord:guild:${GUILD}`, before);
    expect((await use('digest status')).text).toContain(zh.silently(true));
    await digests.at(NEXT_MORNING + DAY_MS);
    expect(cameTo(GENERAL)).toHaveLength(1);
  });

  it('or may not write any more shows that in the status, until it may again', async () => {
    await switchOn();
    discord.failNext({
      method: 'POST',
      path: /\/messages$/,
      status: 403,
      body: { message: 'Missing Permissions', code: 50013 },
    });
    await digests.at(NEXT_MORNING);
    const { text } = await use('digest status');
    expect(text).toContain(zh.digestIsObstructed('forbidden'));
    expect(text).toContain(zh.nextTry());
    const before = digests.events.length;
    tell('GUILD_ROLE_UPDATE', {
      guild_id: GUILD,
      role: { id: GUILD, name: '@everyone', permissions: '0' },
    });
    await digests.noted(`returned discord:guild:${GUILD}`, before);
    await digests.at(NEXT_MORNING + 3 * HOUR_MS);
    expect((await use('digest status')).text).not.toContain(zh.digestIsObstructed('forbidden'));
    await digests.at(NEXT_MORNING + DAY_MS);
    expect(cameTo(GENERAL)).toHaveLength(2);
  });

  it('because the channel was deleted sends nothing there', async () => {
    await switchOn(THREAD);
    discord.deleteChannel(THREAD);
    await digests.noted(`left discord:channel:${THREAD} unreachable`);
    await digests.at(NEXT_MORNING);
    const posts = discord.requests.filter(
      ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    );
    expect(posts).toEqual([]);
  });
});
