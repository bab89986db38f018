// What is offered while an option is typed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discord } from '../fakes/discord/index.ts';
import { BEN, type Bot, GENERAL, MEI, startBot, stopAll } from './bot.ts';

/** From the first letter typed to the list on the screen. */
const MOST_MS = 200;
const MOST_CHOICES = 25;

let bot: Bot;
let discord: Discord;
beforeAll(async () => {
  bot = await startBot();
  discord = bot.discord;
  await offered('search', 'agency', ''); // the names are read once, which the program does at its start
});
afterAll(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
});

const offered = async (name: string, focused: string, value: string, channel = GENERAL) => {
  const choices = await discord.complete({ channel, person: MEI, name, focused, value });
  return choices.map(({ value: offer }) => String(offer));
};

describe('an option', () => {
  it.each([
    ['report', 'name', '林业'],
    ['report', 'name', '林業'],
    ['report', 'name', 'linye'],
    ['report', 'name', 'forestry'],
    ['report', 'name', 'lin 2023'],
    ['ask', 'report', '林业局 2023'],
  ])('/%s %s offers the forestry reports for «%s»', async (name, focused, value) => {
    const offers = await discord.complete({ channel: GENERAL, person: MEI, name, focused, value });
    expect(offers[0].name).toContain('林业局');
    expect(offers.length).toBeLessThanOrEqual(MOST_CHOICES);
  });

  it.each([
    ['ask', 'agency', '卫生'],
    ['ask', 'agency', '衛生'],
    ['search', 'agency', 'weisheng'],
    ['reports', 'agency', 'health'],
    ['compare', 'first', '卫生'],
    ['compare', 'third', 'wei'],
  ])('/%s %s offers the health commission for «%s»', async (name, focused, value) => {
    expect((await offered(name, focused, value)).some((offer) => offer.includes('卫生健康'))).toBe(true);
  });

  it.each([
    ['ask', '2023'],
    ['search', '上半年'],
    ['reports', 'h1'],
    ['reports', 'first half 2023'],
  ])('/%s period offers the first half of 2023 for «%s»', async (name, value) => {
    expect(await offered(name, 'period', value)).toContain('2023年上半年');
  });

  it('offers something before anything is typed', async () => {
    for (const [name, focused] of [
      ['report', 'name'],
      ['search', 'agency'],
      ['reports', 'period'],
    ]) {
      const offers = await offered(name, focused, '');
      expect(offers.length).toBeGreaterThan(2);
      expect(new Set(offers).size).toBe(offers.length);
    }
  });

  it('that was filled with an offer is understood', async () => {
    const [report] = await offered('report', 'name', 'forestry');
    const [agency] = await offered('search', 'agency', 'linye');
    const [period] = await offered('reports', 'period', 'h1');
    const used = [
      discord.slash({ channel: GENERAL, person: BEN, name: 'report', options: { name: report } }),
      discord.slash({ channel: GENERAL, person: BEN, name: 'search', options: { words: '造林', agency } }),
      discord.slash({ channel: GENERAL, person: BEN, name: 'reports', options: { period } }),
    ];
    for (const answer of await Promise.all(used.map((each) => each.settled())))
      expect(answer.text).not.toContain('No report fits');
  });

  it.each([
    '@everyone',
    '((((',
    '\\',
    '\u0000\ud800\u202e',
    '💥💥💥',
    'x'.repeat(6000),
    '林'.repeat(6000),
    'a b c d e f g '.repeat(400),
    '../../etc/passwd',
  ])('survives what nobody would type: %.20s', async (value) => {
    const offers = await offered('report', 'name', value);
    expect(offers.length).toBeLessThanOrEqual(MOST_CHOICES);
  });

  it('offers in an instant, also to many at once', async () => {
    const typed = [
      'l',
      'li',
      'lin',
      '林',
      '林业',
      'forest',
      '2023',
      'zzz',
      '卫',
      'xiang',
      'h1 2023',
      'x'.repeat(100),
    ];
    await Promise.all(typed.map((value) => offered('report', 'name', value)));
    const waited = discord.timings().map(({ firstMs }) => firstMs ?? Number.POSITIVE_INFINITY);
    expect(Math.max(...waited.slice(-typed.length))).toBeLessThan(MOST_MS);
  });

  it('offers nothing where the bot is not allowed', async () => {
    const closed = await startBot({ access: { open: false } });
    const use = { channel: GENERAL, person: MEI, name: 'report', focused: 'name', value: '林' };
    expect(await closed.discord.complete(use)).toEqual([]);
    expect(closed.discord.said).toEqual([]);
    await closed.store.access.set(`discord:channel:${GENERAL}`, 'allowed');
    expect(await closed.discord.complete(use)).not.toEqual([]);
  });

  it('that is completed too late is no more than a line in the log', async () => {
    discord.failNext({
      path: /callback$/,
      status: 404,
      body: { message: 'Unknown interaction', code: 10062 },
    });
    const late = discord.complete({
      channel: GENERAL,
      person: MEI,
      name: 'report',
      focused: 'name',
      value: '林',
    });
    late.catch(() => {}); // nothing is shown to the person
    expect(await bot.noted(/suggestions did not arrive/)).toMatchObject({ level: 'warn' });
    expect(await offered('report', 'name', '林')).not.toEqual([]);
  });
});
