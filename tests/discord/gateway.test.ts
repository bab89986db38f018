// A gateway that cannot be reached is reported in one sentence, and so is its return; short interruptions are not.

import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sanitized } from '../../adapters/discord/gateway/payload.ts';
import { GatewayWatch } from '../../adapters/discord/gateway/watch.ts';
import { reasonOf } from '../../adapters/network-reason.ts';
import { Bot, startBot, startStandIn, stopAll, TOGETHER } from './bot.ts';

vi.setConfig(TOGETHER);
afterAll(async () => expect(await stopAll()).toEqual([]));

const LOST = /^Discord's gateway cannot be reached \(.+\); it is tried again until it can\.$/;
const BACK = "Discord's gateway is reached again.";

describe('the watch', () => {
  let lines: string[];
  let announced: string[];
  let watch: GatewayWatch;
  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    announced = [];
    watch = new GatewayWatch({
      log: { warn: (_, sentence) => void lines.push(sentence) },
      announce: (sentence) => void announced.push(sentence),
    });
    watch.connecting(0);
  });
  afterEach(() => {
    watch.end();
    vi.useRealTimers();
  });
  const seconds = (count: number) => vi.advanceTimersByTime(count * 1000);
  const reach = () => {
    watch.hello(0);
    watch.ready(0);
  };

  it('says nothing of a start and of interruptions that are over soon', () => {
    seconds(2);
    reach();
    for (let day = 0; day < 10; day++) {
      seconds(86_400);
      watch.closed(0, 1006);
      seconds(1);
      reach();
    }
    seconds(60);
    expect([lines, announced]).toEqual([[], []]);
  });

  it('announces a gateway that is not reached at the start once, and its return once', () => {
    watch.failed(0, Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    seconds(3600);
    expect(lines).toEqual([expect.stringMatching(LOST)]);
    expect(lines[0]).toContain('connection refused');
    expect(announced).toEqual(lines);
    reach();
    expect(lines.slice(1)).toEqual([BACK]);
  });

  it('writes later losses to the log alone', () => {
    reach();
    seconds(3600);
    watch.abandoned(0, 'Zombie connection');
    watch.closed(0, 4200);
    seconds(11);
    expect(lines).toEqual([expect.stringContaining('it no longer answers')]);
    expect(announced).toEqual([]);
  });

  it('says what it knows of a gateway that does not speak, or lets no session begin', () => {
    seconds(10);
    expect(lines).toEqual([expect.stringContaining('it does not answer')]);
    watch.end();
    watch.connecting(0);
    watch.hello(0);
    seconds(30);
    expect(lines).toHaveLength(1);
  });

  it('says once of connections that break off again and again, and once when they hold', () => {
    reach();
    for (let times = 0; times < 50; times++) {
      seconds(1);
      watch.closed(0, 4000);
      seconds(1);
      reach();
    }
    expect(lines).toEqual([expect.stringMatching(/again and again \(.*4000|again and again/)]);
    seconds(60);
    expect(lines.slice(1)).toEqual([BACK]);
  });

  it('waits for all connections', () => {
    watch.connecting(1);
    reach();
    seconds(11);
    expect(lines).toHaveLength(1);
    watch.ready(0);
    expect(lines).toHaveLength(1);
    watch.hello(1);
    watch.ready(1);
    expect(lines.at(-1)).toBe(BACK);
  });
});

describe.concurrent('a bot', () => {
  it('that is let into the gateway only later says both, and answers', async () => {
    const discord = await startStandIn();
    discord.gateway.mood = { closes: { code: 4000, when: 'at once' } };
    const announced: string[] = [];
    const bot = new Bot(discord, { announce: (sentence) => announced.push(sentence) });
    const starting = bot.start();
    await bot.noted(LOST, 15_000);
    expect(announced).toEqual([expect.stringMatching(LOST)]);
    discord.gateway.mood = {};
    expect(await starting).toBeUndefined();
    await bot.noted(/reached again/);
    await bot.stop();
  });

  it('whose gateway answers with an error at the start may try again', async () => {
    const discord = await startStandIn();
    discord.gateway.mood = { refuses: 503 };
    const bot = new Bot(discord, {});
    await expect(bot.start()).rejects.toThrow('Discord could not be reached (it answered with status 503)');
  });

  it.each([
    ['that has no address', { url: null }],
    ['that is no object', { session_start_limit: null }],
    [
      'of no sessions',
      { session_start_limit: { total: 1000, remaining: 0, reset_after: 1, max_concurrency: 1 } },
    ],
  ])('whose gateway is described %s may try again', async (_, odd) => {
    const discord = await startStandIn();
    const limits = { total: 1000, remaining: 1000, reset_after: 1, max_concurrency: 1 };
    discord.failNext({
      path: /^\/gateway\/bot$/,
      status: 200,
      body: { url: discord.gateway.url, shards: 1, session_start_limit: limits, ...odd },
      times: 9,
    });
    const bot = new Bot(discord, {});
    await expect(bot.start()).rejects.toThrow(/^Discord could not be reached \(.+\)$/);
  });

  it('that has connected too often says until when, however the reason is asked for', async () => {
    const discord = await startStandIn();
    const limits = { total: 1000, remaining: 0, reset_after: 1, max_concurrency: 1 };
    const body = { url: discord.gateway.url, shards: 1, session_start_limit: limits };
    discord.failNext({ path: /^\/gateway\/bot$/, status: 200, body, times: 9 });
    const error: unknown = await new Bot(discord, {}).start().catch((reason: unknown) => reason);
    expect(reasonOf(error)).toMatch(/^it lets the bot connect no more before .+, since it did so too often$/);
    expect(String(error)).toContain(reasonOf(error));
  });

  it('begins no session after session where none holds', async () => {
    const bot = await startBot();
    const { gateway } = bot.discord;
    gateway.mood = { closes: { code: 1000, when: 'begun' } };
    bot.discord.dropConnection();
    await bot.discord.connected(4, 20_000);
    expect(gateway.identified.length).toBeLessThan(5);
    await bot.stop();
  });
});

it('a session is resumed at a valid address only', () => {
  const ready = (url: unknown) =>
    sanitized({
      op: 0,
      t: 'READY',
      s: 1,
      d: {
        session_id: 's',
        user: { id: '1' },
        application: { id: '2' },
        guilds: null,
        resume_gateway_url: url,
      },
    }).payload?.d;
  expect(ready('wss://gateway.example/')).toMatchObject({
    resume_gateway_url: 'wss://gateway.example/',
    guilds: [],
  });
  for (const url of [null, 5, '', 'nonsense', 'http://x', 'wss://'])
    expect(ready(url)).toMatchObject({ guilds: [] });
  for (const url of [null, 5, '', 'nonsense', 'http://x', 'wss://'])
    expect((ready(url) as { resume_gateway_url?: string }).resume_gateway_url).toBeUndefined();
});
