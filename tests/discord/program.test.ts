// The whole program on Discord: its output, pairing, restarts and end.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { sampleIndex } from '../answer/sample.ts';
import type { Discord } from '../stand-ins/discord/index.ts';
import { ONE_SENTENCE } from '../terminal/program.ts';
import { BEN, GENERAL, GUILD, MANAGER, MEI, startStandIn, stopAll } from './bot.ts';
import { PROBLEMS } from './own-bot.ts';
import { Program } from './program.ts';
import { faults, plain } from './reading.ts';

/** Docker gives a program ten seconds, and so do others. */
const MOST_MS = 5000;
const CODE = /\/pair ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}) /;
const CONNECTED = /Discord: connected\. .*\n/;

/** More of them would only be in each other's way. */
vi.setConfig({ maxConcurrency: 2 });

let folder: string;
const programs: Program[] = [];
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'program-'));
  await sampleIndex(); // built here once, and not by each program
});
afterAll(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  await fs.rm(folder, { recursive: true });
  expect(await stopAll()).toEqual([]);
});

/** A program in a folder of its own, with a Discord of its own. */
async function start(settings: Record<string, string> = {}, given?: { discord: Discord; home: string }) {
  const discord = given?.discord ?? (await startStandIn());
  const home = given?.home ?? (await fs.mkdtemp(path.join(folder, 'home-')));
  const program = Program.start(home, discord, settings);
  programs.push(program);
  return { program, discord, home };
}

/** The same, once it is connected and its commands are known. */
async function connected(...how: Parameters<typeof start>) {
  const started = await start(...how);
  await started.program.prints(CONNECTED);
  await started.discord.until(() => started.discord.commands.in()[0], 'Commands registered');
  return started;
}

const say = (discord: Discord, text = PROBLEMS, person = MEI) =>
  discord.say({ channel: GENERAL, person, text, mentionsBot: true });
const use = (discord: Discord, name: string, options = {}, person = MEI) =>
  discord.slash({ channel: GENERAL, person, name, options });

describe.concurrent('a bot', () => {
  it('begins closed, gets an owner and a guild, knows both the next time, and finishes its answers before it ends', async () => {
    const first = await connected();
    const { discord } = first;
    expect(first.program.stdout).toMatch(/^yinju: 22 reports in 19 files are ready\.\n/);
    expect(first.program.stdout).toContain(`client_id=${discord.application.id}&`);
    const [, code] = await first.program.prints(CODE);
    const refused = use(discord, 'ask', { question: PROBLEMS });
    expect(plain((await refused.settled()).text)).toBe(TEXTS.zh.placeNotAllowed(`discord:guild:${GUILD}`));
    const paired = await use(discord, 'pair', { code: code.toLowerCase() }).settled();
    expect([paired.ephemeral, plain(paired.text)]).toEqual([true, TEXTS.zh.paired()]);
    await use(discord, 'allow').settled();
    expect(faults(await sampleIndex(), await say(discord).answered())).toEqual([]);
    first.program.signal('SIGTERM');
    expect([await first.program.ended(), first.program.stderr]).toEqual([0, '']);

    const { program } = await connected({}, first);
    await say(discord, PROBLEMS, BEN).answered();
    expect(program.stdout).not.toMatch(CODE);
    const told = discord.requests.filter(({ method, path }) => method === 'PUT' && /commands$/.test(path));
    expect(told).toHaveLength(1);

    discord.failNext({ method: 'POST', path: /\/messages$/, status: 429, retryAfterMs: 1000 });
    const running = say(discord);
    await discord.until(() => discord.requests.find(({ status }) => status === 429), 'Asked to wait');
    program.signal('SIGINT');
    await program.prints(/Stopping/);
    const late = say(discord, PROBLEMS, BEN);
    expect((await running.answered()).text).toContain('造林用地');
    expect([await program.ended(), program.stderr]).toEqual([0, '']);
    expect(late.answers).toEqual([]);
  });

  it('with OWNER_IDS needs no code; it logs neither tokens nor what people wrote, and stops in time whatever it waits for', async () => {
    const { program, discord } = await connected({
      OWNER_IDS: `discord:${BEN.id}`,
      WHO_MAY_ALLOW: 'managers',
      LOG_LEVEL: 'debug',
    });
    expect(program.stdout).not.toMatch(CODE);
    await use(discord, 'allow', {}, MANAGER).settled();
    const privately = discord.say({ channel: discord.directChannel(BEN), person: BEN, text: PROBLEMS });
    expect((await privately.answered()).text).toContain('造林用地');

    const invalid = { status: 400, body: { message: 'Invalid Form Body', code: 50035, errors: {} } };
    discord.failNext({ method: 'POST', path: /\/messages$/, ...invalid, times: 2 });
    discord.failNext({ method: 'POST', path: /\/callback$/, ...invalid, times: 2 });
    say(discord, `${PROBLEMS} 秘密`);
    const used = use(discord, 'ask', { question: `${PROBLEMS} 秘密` });
    const failed = () => discord.requests.filter(({ status }) => status === 400)[3];
    await discord.until(failed, 'Everything failed');
    await use(discord, 'help').settled();

    discord.failNext({ method: 'POST', path: /\/messages$/, status: 429, retryAfterMs: 60_000 });
    say(discord);
    await discord.until(() => discord.requests.find(({ status }) => status === 429), 'Asked to wait');
    const toldAt = performance.now();
    program.signal('SIGTERM');
    expect(await program.ended()).toBe(0);
    expect(performance.now() - toldAt).toBeLessThan(MOST_MS);
    expect(program.stderr).toContain('Invalid Form Body');
    for (const secret of [discord.token, used.token, '秘密', '造林用地'])
      expect(program.stderr).not.toContain(secret);
  });

  it('that cannot reach Discord stops at once', async () => {
    const { program } = await start({ DISCORD_API_URL: 'http://127.0.0.1:1/api', LOG_LEVEL: 'error' });
    await program.prints(/are ready/);
    const toldAt = performance.now();
    program.signal('SIGTERM');
    expect(await program.ended()).toBe(0);
    expect(performance.now() - toldAt).toBeLessThan(MOST_MS);
  });

  it('with a wrong token ends with one sentence', async () => {
    const { program } = await start({ DISCORD_TOKEN: 'not-the-token' });
    expect(await program.ended()).toBe(1);
    expect(program.stderr).toMatch(/^Discord does not accept DISCORD_TOKEN: .+\n$/);
    expect(program.stderr + program.stdout).not.toContain('not-the-token');
  });

  it('with a state file of a newer version ends with one sentence', async () => {
    const home = await fs.mkdtemp(path.join(folder, 'home-'));
    const database = new DatabaseSync(path.join(home, 'state.sqlite'));
    database.exec('PRAGMA user_version = 9999');
    database.close();
    const { program } = await start({}, { discord: await startStandIn(), home });
    expect(await program.ended()).toBe(1);
    expect(program.stderr).toMatch(ONE_SENTENCE);
  });

  it('without a token answers in the terminal, and says how to get Discord', async () => {
    const { program } = await start({ DISCORD_TOKEN: '' });
    const [line] = await program.prints(/.*README.*/);
    expect(line).toBe(TEXTS.zh.terminalOnly());
  });
});
