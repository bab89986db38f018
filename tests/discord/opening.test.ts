// Closed places on Discord: threads of guilds without the bot, requests to the owners, ids as people copy them.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answer } from '../../src/answer/index.ts';
import { suggest } from '../../src/lookup/index.ts';
import { TEXTS } from '../../src/message/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import {
  BEN,
  FOUNDER,
  GENERAL,
  GUILD,
  LEA,
  MANAGER,
  MEI,
  QUIET,
  startBot,
  stopAll,
  THREAD,
  TOGETHER,
} from './bot.ts';
import { OwnBot, PROBLEMS } from './own-bot.ts';
import { plain, quotesIn } from './reading.ts';

vi.setConfig(TOGETHER);
/** Loads what the first question would have to wait for. */
beforeAll(async () => {
  const index = await sampleIndex();
  answer(PROBLEMS, [], index);
  suggest('report', '林', index, 1);
}, 60_000);
afterAll(async () => expect(await stopAll()).toEqual([]));

const GUILD_KEY = `discord:guild:${GUILD}`;
const GENERAL_KEY = `discord:channel:${GENERAL}`;

describe.concurrent('in a server that the bot is not in', () => {
  /** People use the app that they have installed for themselves. */
  async function elsewhere(access = {}) {
    const bot = await startBot({ access });
    const { discord } = bot;
    const channels = Object.fromEntries([THREAD, GENERAL, QUIET].map((id) => [id, discord.channel(id)]));
    const before = await discord
      .slash({
        channel: channels[THREAD],
        person: MEI,
        name: 'search',
        options: { words: '建设' },
        userInstalled: true,
      })
      .settled();
    discord.leaveGuild(discord.guild(GUILD)!);
    const how = (id: string) => ({ channel: channels[id], person: MEI, userInstalled: true });
    const isAnswered = async (id: string) =>
      quotesIn(
        bot.index,
        await discord.slash({ ...how(id), name: 'ask', options: { question: PROBLEMS } }).settled(),
      ).length > 0;
    const isOffered = async (id: string) =>
      (await discord.complete({ ...how(id), name: 'report', focused: 'name', value: '林' })).length > 0;
    const next = before.buttons.find(({ label }) => label === TEXTS.zh.nextPage())?.custom_id ?? '';
    return { bot, discord, channels, before, next, isAnswered, isOffered };
  }

  it('a denial of a channel holds in its threads: commands, completion, buttons', async () => {
    for (const verdict of ['denied', 'suspended', 'barred'] as const) {
      const { bot, discord, before, next, isAnswered, isOffered } = await elsewhere();
      expect([await isAnswered(THREAD), await isOffered(THREAD)]).toEqual([true, true]);
      await bot.store.access.set(GENERAL_KEY, verdict);
      expect([await isAnswered(THREAD), await isOffered(THREAD)]).toEqual([false, false]);
      expect([await isAnswered(QUIET), await isOffered(QUIET)]).toEqual([true, true]);
      const pressed = discord.press({ message: before, person: MEI, customId: next });
      await pressed.responded();
      expect(before.edits).toEqual([]);
    }
  });

  it('a denial of a channel holds in its threads: the menu of a message', async () => {
    const { bot, discord, channels } = await elsewhere();
    const result = discord.say({
      channel: channels[THREAD],
      person: MEI,
      text: '修复背街小巷路灯430盏',
    });
    const use = () =>
      discord
        .messageMenu({ message: result.message, person: MEI, name: 'Verify quotation', userInstalled: true })
        .settled();
    const first = await use();
    expect(plain(first.text)).not.toContain(TEXTS.zh.placeNotAllowed(GENERAL_KEY));
    await bot.store.access.set(GENERAL_KEY, 'denied');
    expect(plain((await use()).text)).toBe(TEXTS.zh.placeNotAllowed(GENERAL_KEY));
  });

  it('a channel that is allowed is so with its threads, and no other is', async () => {
    const { bot, isAnswered, isOffered } = await elsewhere({ open: false });
    await bot.store.access.set(GENERAL_KEY, 'allowed');
    for (const [id, expected] of [
      [THREAD, true],
      [GENERAL, true],
      [QUIET, false],
    ] as const)
      expect([id, await isAnswered(id), await isOffered(id)]).toEqual([id, expected, expected]);
  });

  it('a manager opens nothing: /allow asks the owners, by the key of the server, or of the channel around a thread', async () => {
    const { bot, discord, channels, isAnswered } = await elsewhere({
      open: false,
      ownerIds: [`discord:${FOUNDER.id}`],
    });
    for (const [scope, key] of [
      ['everywhere', GUILD_KEY],
      ['channel', GENERAL_KEY],
    ]) {
      const used = discord.slash({
        channel: channels[THREAD],
        person: MANAGER,
        name: 'allow',
        options: { scope },
        userInstalled: true,
      });
      expect(plain((await used.settled()).text)).toBe(TEXTS.zh.ownersAsked(key));
    }
    expect(await isAnswered(THREAD)).toBe(false);
    expect(await bot.store.access.get(GENERAL_KEY)).toBeUndefined();
  });
});

describe.concurrent('a manager’s request', () => {
  it('reaches the owner privately with two buttons; the first press decides, and the place is notified', async () => {
    const context = await OwnBot.open({
      access: { open: false, ownerIds: [`discord:${LEA.id}`, `discord:${BEN.id}`] },
    });
    const [lea, ben] = [LEA, BEN].map((person) => context.discord.directChannel(person));
    const said = await context.use('allow', {}, MANAGER).settled();
    expect([said.ephemeral, plain(said.text)]).toEqual([true, TEXTS.zh.ownersAsked(GUILD_KEY)]);
    const [first] = context.ofBot(lea);
    const [second] = context.ofBot(ben);
    for (const part of ['Town hall', GUILD_KEY, MANAGER.name, `discord:${MANAGER.id}`])
      expect(plain(first.text)).toContain(part);
    const press = (message: typeof first, person: typeof LEA, label: string) =>
      context.discord.press({
        message,
        person,
        customId: message.buttons.find((each) => each.label === label)?.custom_id ?? '',
      });
    await press(first, LEA, TEXTS.zh.allowIt()).settled();
    expect(plain(first.text)).toContain(TEXTS.en.allowedPlace('').slice(0, 8));
    expect(first.buttons).toEqual([]);
    expect(context.ofBot(GENERAL).flatMap(({ text, ephemeral }) => (ephemeral ? [] : plain(text)))).toEqual([
      TEXTS.zh.allowed(true),
    ]);
    await press(second, BEN, TEXTS.zh.denyIt()).settled();
    expect(plain(second.text)).toContain('/deny');
    expect(await context.bot.store.access.get(GUILD_KEY)).toBe('allowed');
    await context.isWell();
    expect(context.problems()).toEqual([]);
  });

  it('that Discord does not let through is reported to the manager as such', async () => {
    const context = await OwnBot.open({ access: { open: false, ownerIds: [`discord:${LEA.id}`] } });
    context.discord.failNext({
      method: 'POST',
      path: /^\/users\/@me\/channels$/,
      status: 403,
      body: { code: 50007, message: 'Cannot send messages to this user' },
    });
    const said = await context.use('allow', {}, MANAGER).settled();
    expect(plain(said.text)).toBe(TEXTS.zh.ownerMustAllow(GUILD_KEY));
    expect((await context.use('allow', {}, MANAGER).settled()).ephemeral).toBe(true);
  });
});

describe.concurrent('the id of a channel that was denied', () => {
  it('is what a refusal names, and opens the place when copied, escapes included', async () => {
    const context = await OwnBot.open({ access: { open: true, ownerIds: [`discord:${LEA.id}`] } });
    await context.use('deny', { scope: 'channel' }, MANAGER).settled();
    const refused = await context.ask(MEI, THREAD).settled();
    expect(plain(refused.text)).toBe(TEXTS.zh.placeNotAllowed(GENERAL_KEY));
    const [, copied = ''] = /：([^：]+)）$/.exec(refused.text) ?? [];
    await context.use('allow', { place: copied }, LEA, context.discord.directChannel(LEA)).settled();
    expect(quotesIn(context.bot.index, await context.ask(MEI, THREAD).settled())).toHaveLength(4);
  });
});
