// Postings to Discord: each once, whatever the network does, with its delivery.
import { MessageFlags, PermissionFlagsBits as Permission } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isTooLong, MAX_WAIT_MS, withoutLongWaits } from '../../adapters/discord/sending/rate-limit-wait.ts';
import type { Message, PostOptions } from '../../src/index.ts';
import { RunningClock } from '../fixtures/running-clock.ts';
import type { Discord, Fault } from '../stand-ins/discord/index.ts';
import {
  type Bot,
  GENERAL,
  GUILD,
  HIDDEN,
  MEI,
  QUIET,
  startBot,
  startStandIn,
  stopAll,
  THREAD,
} from './bot.ts';

const MINUTE_MS = 60_000;
const ID = 'k3v9q0x7d2m1';
const POSTING: PostOptions = { locale: 'zh', silent: false, id: ID, isClaimed: () => true };
const DIGEST: Message = [
  { type: 'paragraph', text: '今天的报告' },
  { type: 'buttons', buttons: [{ label: '更多', action: `d.m+${ID}~abc1234` }] },
];
const keyOf = (channel: string) => `discord:channel:${channel}`;

const time = new RunningClock();
let bot: Bot;
let discord: Discord;
/** How far the stand-in's clock is ahead. */
let aheadMs: number;
beforeEach(async () => {
  aheadMs = 0;
  discord = await startStandIn({ now: () => time.now() + aheadMs });
  bot = await startBot({ discord });
});
afterEach(async () => {
  expect(await stopAll()).toEqual([]);
});

const post = (posting: Partial<PostOptions> = {}, channel = GENERAL, message = DIGEST) =>
  bot.digests.poster.post(keyOf(channel), message, { ...POSTING, ...posting });
const ofBot = (channel = GENERAL) =>
  discord.messagesIn(channel).filter(({ author }) => author.id === discord.bot.id);
const fail = (fault: Partial<Fault> & Pick<Fault, 'status'>, method = 'POST') =>
  discord.failNext({ method, path: /\/messages$/, ...fault });
const refusal = (status: number, code: number) => ({ status, body: { message: 'no', code } });
const requests = (method: string) =>
  discord.requests.filter((each) => each.method === method && /\/messages$/.test(each.path));
const GONE = (reason: string) => ({ outcome: 'gone', reason });
const LATER = (obstacle?: string) => ({
  outcome: 'retry',
  afterMs: 5000,
  ...(obstacle ? { obstacle } : {}),
});
const sent = (id: string) => ({ outcome: 'sent', messages: [`discord:message:${id}`] });

describe('a posting', () => {
  it.each([
    ['a channel', () => GENERAL],
    ['a thread', () => THREAD],
    ['a direct message', () => discord.directChannel(MEI).id],
  ])('goes to %s and is told by its key', async (_, where) => {
    const delivery = await post({}, where());
    const [message, ...others] = ofBot(where());
    expect(delivery).toEqual(sent(message.id));
    expect(others).toEqual([]);
    expect(message.text).toContain('今天的报告');
    expect(message.buttons.map(({ custom_id }) => custom_id)).toEqual([`d.m+${ID}~abc1234`]);
  });

  it.each([true, false])('comes silently only where that is wanted: %s', async (silent) => {
    await post({ silent });
    const [{ flags }] = ofBot();
    expect((flags & MessageFlags.SuppressNotifications) !== 0).toBe(silent);
    expect(flags & MessageFlags.IsComponentsV2).not.toBe(0);
  });

  it('pings nobody', async () => {
    await post({}, GENERAL, [{ type: 'paragraph', text: `<@${MEI.id}> @everyone` }]);
    expect(requests('POST')[0].body).toMatchObject({ allowed_mentions: { parse: [] }, nonce: ID });
    expect(ofBot()[0].mentions).toEqual([]);
  });

  it('throws for a place of another platform', async () => {
    await expect(bot.digests.poster.post('elsewhere:channel:1', DIGEST, POSTING)).rejects.toThrow(/no place/);
  });
});

describe('a posting that is repeated', () => {
  it('within a few minutes is there once, known by its nonce', async () => {
    const first = await post();
    aheadMs = 4 * MINUTE_MS;
    expect(await post()).toEqual(first);
    expect(ofBot()).toHaveLength(1);
  });

  it('because its answer was lost is there once', async () => {
    fail({ status: 'reset', takesEffect: true });
    expect(await post()).toEqual(sent(ofBot()[0].id));
    expect(ofBot()).toHaveLength(1);
  });

  it('after the nonce has expired is found among the messages', async () => {
    const triedSince = time.now();
    const first = await post();
    for (let i = 0; i < 3; i++) discord.say({ channel: GENERAL, person: MEI, text: `${i}` });
    aheadMs = 90 * MINUTE_MS;
    expect(await post({ triedSince })).toEqual(first);
    expect(ofBot()).toHaveLength(1);
    expect(requests('POST')).toHaveLength(1);
  });

  it('is found behind hundreds of messages, by few requests', async () => {
    const triedSince = time.now();
    for (let i = 0; i < 230; i++) discord.say({ channel: GENERAL, person: MEI, text: `${i}` });
    const first = await post();
    aheadMs = 90 * MINUTE_MS;
    expect(await post({ triedSince })).toEqual(first);
    expect(ofBot()).toHaveLength(1);
    expect(requests('GET')).toHaveLength(3);
  });

  it('is found without being posted, where it is too late for that', async () => {
    const since = time.now();
    const place = `discord:channel:${GENERAL}`;
    const { find } = bot.digests.poster;
    expect(await find?.(place, ID, since)).toBeUndefined();
    const posted = await post();
    expect(await find?.(place, ID, since)).toEqual(posted.outcome === 'sent' ? posted.messages : []);
    expect(ofBot()).toHaveLength(1);
  });

  it('is looked for a few times at most', async () => {
    const triedSince = time.now();
    for (let i = 0; i < 600; i++) discord.say({ channel: GENERAL, person: MEI, text: `${i}` });
    expect(await post({ triedSince })).toMatchObject({ outcome: 'sent' });
    expect(requests('GET')).toHaveLength(5);
  });

  it('is posted where an earlier one did not arrive, and one of another name is not taken for it', async () => {
    const triedSince = time.now();
    await post({ id: 'other0other0' }, GENERAL, [{ type: 'paragraph', text: '别的' }]);
    aheadMs = 90 * MINUTE_MS;
    await post({ triedSince });
    expect(ofBot().map(({ text }) => text)).toEqual(['别的', expect.stringContaining('今天的报告')]);
  });

  it('is looked for although the clocks differ by half a minute', async () => {
    const triedSince = time.now() + MINUTE_MS / 2;
    const first = await post();
    aheadMs = 90 * MINUTE_MS;
    expect(await post({ triedSince })).toEqual(first);
    expect(ofBot()).toHaveLength(1);
  });

  it('is not posted while it cannot be looked for', async () => {
    fail({ status: 503, times: 4 }, 'GET');
    expect(await post({ triedSince: time.now() })).toMatchObject({ outcome: 'retry' });
    expect(requests('POST')).toEqual([]);
  });

  it('relies on its nonce where the bot may not read what was said', async () => {
    const triedSince = time.now();
    const first = await post();
    discord.channel(GENERAL).botDenied = Permission.ReadMessageHistory;
    aheadMs = MINUTE_MS;
    expect(await post({ triedSince })).toEqual(first);
    fail(refusal(403, 50_001), 'GET');
    expect(await post({ triedSince })).toEqual(first);
    expect(ofBot()).toHaveLength(1);
  });
});

describe('what becomes of a posting', () => {
  it.each<[string, Partial<Fault> & Pick<Fault, 'status'>]>([
    ['an outage', { status: 502, times: 4 }],
    ['no network', { status: 'cut', times: 4 }],
    ['a refusal of what we sent', refusal(400, 50_035)],
  ])('is to be tried again after %s', async (_, fault) => {
    fail(fault);
    expect(await post()).toEqual({ outcome: 'retry', afterMs: 5000 });
    expect(ofBot()).toEqual([]);
  });

  it('is one line in the log where Discord refuses what we sent, without the words', async () => {
    fail(refusal(400, 50_035));
    await post();
    expect(bot.lines('error')).toEqual(['Discord did not take a digest or a notice']);
    const [{ details }] = bot.logged.filter(({ level }) => level === 'error');
    expect(JSON.stringify(details)).not.toContain('今天的报告');
  });

  it('is to be tried again also where Discord refuses the token', async () => {
    const { poster } = bot.digests;
    fail({ status: 401 });
    for (let times = 0; times < 2; times++)
      expect(await poster.post(keyOf(GENERAL), DIGEST, POSTING)).toMatchObject({ outcome: 'retry' });
    await bot.ended;
    await expect.poll(() => bot.digests.posters.size).toBe(0);
  });

  it.each<[string, string, object, (Partial<Fault> & Pick<Fault, 'status'>)?]>([
    ['where the bot may not write', QUIET, LATER('forbidden')],
    ['where it may not look in', HIDDEN, LATER('forbidden')],
    ['where there is no channel', '399', GONE('unreachable')],
    ['where there is no guild', GENERAL, GONE('unreachable'), refusal(404, 10_004)],
    ['where a thread is archived', THREAD, LATER('closed'), refusal(400, 50_083)],
    ['where a thread is locked', THREAD, LATER('closed'), refusal(400, 160_005)],
    ['to somebody who takes no messages', GENERAL, LATER('forbidden'), refusal(403, 50_007)],
    ['without a common guild', GENERAL, LATER('forbidden'), refusal(403, 50_278)],
    ['in quarantine', GENERAL, LATER('forbidden'), refusal(403, 20_026)],
    ['where a filter holds it back', GENERAL, LATER('forbidden'), refusal(400, 200_000)],
    ['by an error within the network', GENERAL, LATER(), refusal(403, 40_333)],
    ['while sending is switched off for everybody', GENERAL, LATER(), refusal(403, 40_004)],
    ['in slow mode', GENERAL, LATER(), refusal(400, 20_016)],
    ['too fast', GENERAL, LATER(), refusal(403, 40_003)],
    ['by the edge: 403 in HTML', GENERAL, LATER(), { status: 403, body: '<html>403 Forbidden</html>' }],
    ['by the edge: 404 in HTML', GENERAL, LATER(), { status: 404, body: '<html>404 Not Found</html>' }],
    ['by a route that is not there now', GENERAL, LATER(), refusal(404, 0)],
  ])('is known %s', async (_, channel, outcome, fault) => {
    if (fault) fail(fault);
    expect(await post({}, channel)).toEqual(outcome);
    expect(bot.lines('error')).toEqual([]);
  });

  it('is unreachable in a guild that has thrown the bot out', async () => {
    discord.leaveGuild(discord.guild(GUILD)!);
    expect(await post()).toEqual(GONE('unreachable'));
  });
});

describe('where Discord asks to wait', () => {
  it('for a moment, the posting waits', async () => {
    fail({ status: 429, retryAfterMs: 30 });
    expect(await post()).toMatchObject({ outcome: 'sent' });
  });

  it.each([true, false])(
    'for more than a minute, whoever posts is told how long (for everything: %s)',
    async (global) => {
      fail({ status: 429, retryAfterMs: 90_000, global });
      const delivery = await post();
      expect(delivery).toMatchObject({ outcome: 'retry' });
      expect((delivery as { afterMs: number }).afterMs).toBeGreaterThan(80_000);
      expect(ofBot()).toEqual([]);
    },
  );
});

it('only postings fail on a long wait; answers wait on', async () => {
  const wait = { retryAfter: MAX_WAIT_MS + 1, timeToReset: 0 };
  const asked = async () => isTooLong(wait);
  expect(await asked()).toBe(false);
  expect(await withoutLongWaits(asked)).toBe(true);
  expect(await withoutLongWaits(async () => isTooLong({ ...wait, retryAfter: MAX_WAIT_MS }))).toBe(false);
});

it('the poster is there while the bot is connected', async () => {
  expect(bot.digests.poster).toMatchObject({ platform: 'discord', maxConcurrent: 20 });
  await bot.stop();
  expect(bot.digests.posters.size).toBe(0);
});
