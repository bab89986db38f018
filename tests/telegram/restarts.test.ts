// Updates that waited while the bot was down, repeated updates, stops and outages.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import type { PersonMessage } from '../stand-ins/telegram/index.ts';
import { type Bot, GROUP, HUA, LeapingTime, LI, startBot, startStandIn, stopAll } from './bot.ts';
import { quotesIn } from './reading.ts';

const PROBLEMS = '林业局2023年上半年存在哪些问题';
const MINUTE_MS = 60_000;

let bot: Bot;
const folders: string[] = [];
afterEach(async () => {
  expect(bot.lines('error')).toEqual([]);
  expect(await stopAll()).toEqual([]);
  for (const folder of folders.splice(0)) await fs.rm(folder, { recursive: true });
});

async function stateFile(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'telegram-'));
  folders.push(folder);
  return path.join(folder, 'state.db');
}
async function open(file: string) {
  const opened = await openStore(file);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.store;
}

describe('what was asked while the bot was down', () => {
  it('is answered where it is younger than ten minutes; the rest is one line in the log', async () => {
    const time = new LeapingTime();
    const standIn = await startStandIn({ now: time.now });
    const say = (text: string): PersonMessage => standIn.say({ person: LI, text });
    const old = [
      say(PROBLEMS),
      say('/help'),
      standIn.say({ chat: GROUP, person: HUA, text: '/help@stand_in_bot' }),
    ];
    time.leap(2 * MINUTE_MS);
    const [recent, last] = [say(PROBLEMS), say('/search 高标准农田')];
    time.leap(9 * MINUTE_MS);
    bot = await startBot({ standIn, time });
    expect(quotesIn(bot.index, await recent.answered())).toHaveLength(4);
    await last.answered();
    await bot.finish();
    expect(old.map(({ answers }) => answers)).toEqual([[], [], []]);
    expect(bot.logged.filter(({ level }) => level === 'warn')).toEqual([
      expect.objectContaining({ details: { questions: 3 } }),
    ]);
  });

  it('is answered once, though the update comes again after a restart', async () => {
    const standIn = await startStandIn();
    const file = await stateFile();
    const first = await open(file);
    bot = await startBot({ standIn, store: first });
    const result = standIn.say({ person: LI, text: PROBLEMS });
    await result.answered();
    await bot.finish();
    await first.close();
    const told = standIn.updates.filter(({ message }) => message);
    const second = await open(file);
    bot = await startBot({ standIn, store: second });
    bot.tell(...told, ...told);
    await standIn.say({ person: LI, text: '/help' }).answered();
    await bot.finish();
    expect(result.answers).toHaveLength(1);
    expect(standIn.messagesIn(LI.id)).toHaveLength(4);
    await second.close();
  });

  it('in more than a hundred messages is answered in the order of each person', async () => {
    const standIn = await startStandIn();
    const people = Array.from({ length: 110 }, (_, i) => ({ id: 600 + i, first_name: `P${i}` }));
    const result = people.map((person) => standIn.say({ person, text: PROBLEMS }));
    bot = await startBot({ standIn });
    for (const each of result) expect(quotesIn(bot.index, await each.answered(1, 20_000))).toHaveLength(4);
  });
});

describe('a bot that is told to stop', () => {
  it('answers first what it has begun', async () => {
    bot = await startBot();
    const release = bot.hold();
    const result = bot.standIn.say({ person: LI, text: PROBLEMS });
    await bot.standIn.confirmed();
    const stopped = bot.stop();
    release();
    await stopped;
    expect(result.answers).toHaveLength(1);
  });

  it('confirms the updates that it has taken, so that they do not come again', async () => {
    bot = await startBot();
    await bot.standIn.say({ person: LI, text: PROBLEMS }).answered();
    await bot.stop();
    expect(bot.standIn.pending).toBe(0);
  });

  it('may be so at once, and twice', async () => {
    bot = await startBot();
    await Promise.all([bot.stop(), bot.stop()]);
    await bot.stop();
  });
});

describe('an outage', () => {
  it.each([
    ['an error of Telegram’s own', { status: 502 }],
    ['a connection that breaks', { cut: true as const }],
    ['a connection that is reset', { cut: 'reset' as const }],
    ['a proxy’s page', { status: 404, body: '<html>' }],
    ['too many requests', { status: 429, retryAfter: 3 }],
  ])('while it asks for messages is waited for: %s', async (_, fault) => {
    bot = await startBot();
    bot.standIn.failNext({ method: 'getUpdates', times: 3, ...fault });
    for (const text of ['/help', '/privacy']) await bot.standIn.say({ person: LI, text }).answered();
    expect(bot.lines('warn').length).toBeLessThanOrEqual(1);
  });
});
