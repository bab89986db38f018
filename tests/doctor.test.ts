// npm run doctor: what is found at both stand-ins, and at small servers that say what these cannot; the program itself three times.
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doctor as examine, printFindings } from '../adapters/doctor.ts';
import { ADAPTERS } from '../adapters/index.ts';
import { type Clock, machineClock } from '../src/clock.ts';
import { parseConfig } from '../src/config.ts';
import { openStore } from '../src/store/index.ts';
import { SAMPLE_FOLDER, SHARED_INDEX_FOLDER, sampleIndex } from './answer/sample.ts';
import { type Discord, startDiscord } from './stand-ins/discord/index.ts';
import { startTelegram, type Telegram } from './stand-ins/telegram/index.ts';
import { type Ended, Programs } from './terminal/program.ts';

const LI = { id: 12, first_name: 'Li' };
const NOON = Date.UTC(2027, 2, 1, 12);

let programs: Programs;
let discord: Discord;
let telegram: Telegram;
/** The tests run side by side: what they start ends with the last of them. */
const cleanUps: (() => unknown)[] = [];

beforeAll(async () => {
  programs = await Programs.create();
  discord = await startDiscord();
  telegram = await startTelegram({ people: [LI] });
  fs.mkdirSync(inFolder('few-reports'));
  fs.copyFileSync(path.join(SAMPLE_FOLDER, ONE_REPORT), path.join(inFolder('few-reports'), ONE_REPORT));
  await sampleIndex(); // writes the snapshot where a former state of the program left one
});
afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
  await Promise.all([discord.close(), telegram.close()]);
  await programs.remove();
});

const tokens = () => [discord.token, telegram.token];
const inFolder = (name: string) => path.join(programs.folder, name);

/** Both platforms well, and a state file that the first start would make. */
const wellSet = (): Record<string, string> => ({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  TELEGRAM_TOKEN: telegram.token,
  TELEGRAM_API_URL: telegram.apiRoot,
  STATE_PATH: inFolder('state.sqlite'),
});

/** Where it does not matter which reports there are. */
const ONE_REPORT = 'forestry-2023-h1.txt';

/** The real program. */
const program = (environment: Record<string, string>, ...flags: string[]): Promise<Ended> =>
  programs.run('doctor.ts', flags, { environment });

/** What the program writes with these settings and nothing else, and its exit code. */
async function examined(settings: Record<string, string>, clock: Clock): Promise<Ended> {
  const folders = { INDEX_DIR: inFolder('index'), REPORTS_DIR: inFolder('few-reports') };
  const read = parseConfig(ADAPTERS, { ...folders, ...settings });
  let stdout = '';
  const code = await printFindings(examine(read, clock), (text) => {
    stdout += text;
  });
  return { code, stdout, stderr: '' };
}

const doctor = (settings: Record<string, string> = {}, clock: Clock = machineClock): Promise<Ended> =>
  examined({ ...wellSet(), ...settings }, clock);

/** Each fault is one sentence with what to do below it; only these faults make the program exit with 1. */
function expectFaults({ code, stdout, stderr }: Ended, ...faults: { says: string; mend: string }[]): void {
  expect(stderr).toBe('');
  const lines = stdout.trimEnd().split('\n');
  const found = lines.flatMap((line, i) => (line.startsWith('✖') ? [{ line, below: lines[i + 1] }] : []));
  expect(found).toHaveLength(faults.length);
  for (const [i, { says, mend }] of faults.entries()) {
    expect(found[i].line).toContain(says);
    expect(found[i].line).toMatch(/\.$/);
    expect(found[i].below).toMatch(/^ {2}→ [A-Zn].+\.$/);
    expect(found[i].below).toContain(mend);
  }
  expect(lines.at(-1)).toMatch(faults.length === 1 ? '1 thing has' : `${faults.length} things have`);
  expect(code).toBe(1);
  for (const token of tokens()) expect(stdout).not.toContain(token);
}

/** A closed port. */
async function closedPort(): Promise<number> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A server that answers a path with a body; everything else with 404. */
async function serve(
  answers: Record<string, object | string>,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<string> {
  const server = http.createServer((request, response) => {
    const found = Object.keys(answers).find((end) => request.url?.endsWith(end));
    const answer = found === undefined ? { ok: false, message: '404: Not Found' } : answers[found];
    response.writeHead(found === undefined ? 404 : status, headers);
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const APPLICATION = { id: '1', name: 'Town bot', flags: 0 };
const ME = { id: 7, username: 'town_bot', can_read_all_group_messages: false, supports_inline_queries: true };
const discordAnswering = (application: object, how?: Parameters<typeof serve>[1]) =>
  serve({ '/applications/@me': application }, how);
const telegramAnswering = (me: object, webhook: object = { url: '' }, how?: Parameters<typeof serve>[1]) =>
  serve({ '/getMe': { ok: true, result: me }, '/getWebhookInfo': { ok: true, result: webhook } }, how);

describe.concurrent('the doctor', () => {
  it('ends with 0 where all is well', async () => {
    const { code, stdout, stderr } = await program({ ...wellSet(), OWNER_IDS: 'discord:1' });
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/^[!✖]/m);
    expect(stdout).toContain('✔ DISCORD_TOKEN belongs to «Stand-in».\n');
    expect(stdout).toContain('✔ TELEGRAM_TOKEN belongs to @stand_in_bot.\n');
    expect(stdout).toMatch(/^✔ 16 reports in 13 files of .+reports\.$/m);
    expect(stdout).toMatch(/^✔ The bot has 1 owner\.$/m);
    expect(stdout.endsWith('All is well.\n')).toBe(true);
    expect(code).toBe(0);
    for (const token of tokens()) expect(stdout).not.toContain(token);
  });

  it('changes nothing and takes nothing from the bot', async () => {
    const [ownDiscord, ownTelegram] = [await startDiscord(), await startTelegram()];
    cleanUps.push(() => Promise.all([ownDiscord.close(), ownTelegram.close()]));
    ownTelegram.say({ person: LI, text: 'a question that waits' });
    const STATE_PATH = inFolder('untouched.sqlite');
    await doctor({ DISCORD_API_URL: ownDiscord.apiUrl, TELEGRAM_API_URL: ownTelegram.apiRoot, STATE_PATH });
    expect(ownDiscord.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /applications/@me',
      'GET /gateway/bot',
    ]);
    expect(ownDiscord.gateway.identified).toEqual([]);
    expect(ownTelegram.requests.map(({ method }) => method)).toEqual(['getMe', 'getWebhookInfo']);
    expect(ownTelegram.pending).toBe(1);
    expect(fs.existsSync(STATE_PATH)).toBe(false);
    expect([...ownDiscord.violations, ...ownTelegram.violations]).toEqual([]);
  });

  it('leaves a state file as it is and counts the owners in it', async () => {
    const file = inFolder('known.sqlite');
    const opened = await openStore(file);
    if (!opened.ok) throw new Error(opened.reason);
    await opened.store.owners.offer('hash');
    await opened.store.owners.redeem('hash', 'telegram:12');
    await opened.store.close();
    const before = fs.readFileSync(file);
    const { stdout } = await doctor({ STATE_PATH: file, OWNER_IDS: 'discord:1' });
    expect(stdout).toContain(`✔ The state file ${file} is in order.\n✔ The bot has 2 owners.\n`);
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('gives advice that is no fault', async () => {
    const { code, stdout } = await examined({ STATE_PATH: ':memory:' }, machineClock);
    expect(stdout).toContain('! Nobody owns the bot yet.\n  → Start it and send it /pair');
    expect(stdout).toContain('! No platform is set up, so the bot answers in the terminal only.\n');
    expect(stdout).toContain('! Settings and permissions are forgotten when the bot ends.\n');
    expect(stdout.endsWith('All is well.\n')).toBe(true);
    expect(code).toBe(0);
  });

  it('ends with 1 where something is wrong', async () => {
    const environment = {
      STATE_PATH: '/dev/null/state.sqlite',
      REPORTS_DIR: SAMPLE_FOLDER,
      INDEX_DIR: SHARED_INDEX_FOLDER,
    };
    const ended = await program(environment);
    expectFaults(ended, { says: 'cannot be made', mend: 'STATE_PATH' });
    const timeless = ({ stdout }: Ended) => stdout.replace(/^✔ The clock says .+$/m, '');
    expect(timeless(ended)).toBe(timeless(await examined(environment, machineClock)));
  });

  it('takes no flags, and says how it is used', async () => {
    const { code, stdout, stderr } = await program({}, '--fix');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/'--fix'.* Usage: npm run --silent doctor\n$/);
  });
});

describe.concurrent('the doctor finds', () => {
  it.each([
    ['other tokens', 'MTA.wrong.token', '1:wrong'],
    ['what is no token', '讨论 “x”', 'town_bot/../x'],
  ])('%s', async (_, DISCORD_TOKEN, TELEGRAM_TOKEN) => {
    const ended = await doctor({ DISCORD_TOKEN, TELEGRAM_TOKEN });
    expectFaults(
      ended,
      { says: 'Discord does not accept DISCORD_TOKEN.', mend: 'Copy the token again from the Bot page' },
      { says: 'Telegram does not accept TELEGRAM_TOKEN.', mend: '@BotFather' },
    );
    expect(ended.stdout).not.toContain(DISCORD_TOKEN);
    expect(ended.stdout).not.toContain(TELEGRAM_TOKEN);
  });

  it('a privacy mode that is off', async () => {
    const open = await startTelegram({ privacy: false });
    cleanUps.push(() => open.close());
    expectFaults(await doctor({ TELEGRAM_API_URL: open.apiRoot }), {
      says: 'Telegram: privacy mode is off',
      mend: 'Send /setprivacy to @BotFather',
    });
  });

  it('an inline mode that is off', async () => {
    const TELEGRAM_API_URL = await telegramAnswering({ ...ME, supports_inline_queries: false });
    expectFaults(await doctor({ TELEGRAM_API_URL }), {
      says: 'Telegram: inline mode is off',
      mend: 'Send /setinline to @BotFather',
    });
  });

  it('a webhook that does not work', async () => {
    const TELEGRAM_WEBHOOK_URL = 'https://bot.example.org/telegram';
    const webhook = {
      url: TELEGRAM_WEBHOOK_URL,
      last_error_date: Math.floor(machineClock.now() / 1000) - 60,
      last_error_message: 'Connection refused',
    };
    const TELEGRAM_API_URL = await telegramAnswering(ME, webhook);
    const ended = await doctor({ TELEGRAM_API_URL, TELEGRAM_WEBHOOK_URL });
    expectFaults(ended, {
      says: 'could not reach the webhook lately (Connection refused)',
      mend: 'TELEGRAM_WEBHOOK_PORT',
    });
  });

  it('no fault in a webhook that failed long ago, and an advice for a foreign one', async () => {
    const webhook = { url: 'https://old.example.org/', last_error_date: 1, last_error_message: 'Timeout' };
    const TELEGRAM_API_URL = await telegramAnswering(ME, webhook);
    const other = await doctor({ TELEGRAM_API_URL });
    expect(other.stdout).toContain('! Telegram sends messages to a webhook of another set-up');
    expect(other.code).toBe(0);
    const own = await doctor({ TELEGRAM_API_URL, TELEGRAM_WEBHOOK_URL: webhook.url });
    expect(own.stdout).not.toContain('webhook');
    expect(own.code).toBe(0);
  });

  it('an endpoint that takes the commands away', async () => {
    const DISCORD_API_URL = await discordAnswering({
      ...APPLICATION,
      interactions_endpoint_url: 'https://x.org',
    });
    expectFaults(await doctor({ DISCORD_API_URL }), {
      says: 'Discord sends commands to the address in "Interactions Endpoint URL"',
      mend: 'Empty that field',
    });
  });

  it('privileged intents that are on, which is no fault', async () => {
    const DISCORD_API_URL = await discordAnswering({
      ...APPLICATION,
      flags: (1 << 13) | (1 << 18) | (1 << 19),
      approximate_guild_count: 1,
    });
    const { code, stdout } = await doctor({ DISCORD_API_URL });
    expect(stdout).toContain('✔ DISCORD_TOKEN belongs to «Town bot», which is in 1 server.\n');
    expect(stdout).toContain(
      '! Discord: the privileged intents presence, message content are on; the bot needs none.\n  → Switch',
    );
    expect(code).toBe(0);
  });

  it('platforms that are out of reach', async () => {
    const nowhere = `http://127.0.0.1:${await closedPort()}`;
    expectFaults(
      await doctor({ DISCORD_API_URL: `${nowhere}/api`, TELEGRAM_API_URL: nowhere }),
      { says: 'Discord cannot be reached (ECONNREFUSED).', mend: 'DISCORD_API_URL' },
      { says: 'Telegram cannot be reached (ECONNREFUSED).', mend: 'TELEGRAM_API_URL' },
    );
  });

  it.each([
    ['pages', { '@me': '<html>', getMe: '<html>' }],
    ['other answers', { '@me': { hello: 'you' }, getMe: { hello: 'you' } }],
  ])('addresses where something else gives %s', async (_, answers) => {
    const address = await serve(answers);
    expectFaults(
      await doctor({ DISCORD_API_URL: address, TELEGRAM_API_URL: address }),
      { says: 'What answers for Discord is not Discord.', mend: 'DISCORD_API_URL' },
      { says: 'What answers for Telegram is not Telegram.', mend: 'TELEGRAM_API_URL' },
    );
  });

  it('platforms that are down', async () => {
    const address = await serve({ '@me': APPLICATION, getMe: '<html>' }, { status: 503 });
    expectFaults(
      await doctor({ DISCORD_API_URL: address, TELEGRAM_API_URL: address }),
      { says: 'Discord cannot answer now (status 503).', mend: 'Try again' },
      { says: 'Telegram cannot answer now (status 503).', mend: 'Try again' },
    );
  });

  it("a clock that is minutes off the platforms'", async () => {
    const dated = (minutes: number) => ({
      headers: { date: new Date(NOON + minutes * 60_000).toUTCString() },
    });
    const settings = {
      DISCORD_API_URL: await discordAnswering(APPLICATION, dated(5)),
      TELEGRAM_API_URL: await telegramAnswering(ME, { url: '' }, dated(-3)),
    };
    expectFaults(
      await doctor(settings, { ...machineClock, now: () => NOON }),
      { says: "The clock of this machine is 5 minutes behind Discord's.", mend: 'NTP' },
      { says: "The clock of this machine is 3 minutes ahead of Telegram's.", mend: 'NTP' },
    );
  });

  it('no fault in a clock that is half a minute off', async () => {
    const headers = { date: new Date(NOON + 30_000).toUTCString() };
    const DISCORD_API_URL = await discordAnswering(APPLICATION, { headers });
    const settings = { DISCORD_API_URL, TELEGRAM_TOKEN: '' };
    expect((await doctor(settings, { ...machineClock, now: () => NOON })).code).toBe(0);
  });

  it('a clock that shows the past', async () => {
    const settings = { DISCORD_TOKEN: '', TELEGRAM_TOKEN: '' };
    const { code, stdout } = await doctor(settings, { ...machineClock, now: () => Date.UTC(2015, 4, 1) });
    expect(stdout).toMatch(/^✖ The clock says 2015-05-01.+, which is past\.\n {2}→ Set the clock/m);
    expect(code).toBe(1);
  });

  it('a reports folder that is missing', async () => {
    const REPORTS_DIR = inFolder('no-reports');
    expectFaults(await doctor({ REPORTS_DIR }), {
      says: `The reports folder ${REPORTS_DIR} does not exist.`,
      mend: 'REPORTS_DIR',
    });
  });

  it('a reports folder without a report', async () => {
    const REPORTS_DIR = inFolder('empty');
    fs.mkdirSync(REPORTS_DIR);
    expectFaults(await doctor({ REPORTS_DIR }), {
      says: `The reports folder ${REPORTS_DIR} holds no`,
      mend: 'REPORTS_DIR',
    });
  });

  it('a reports folder with nothing in it but a file under a password', async () => {
    const REPORTS_DIR = inFolder('locked');
    fs.mkdirSync(REPORTS_DIR);
    const locked = path.join(import.meta.dirname, 'fixtures', 'formats', 'protected.pdf');
    fs.copyFileSync(locked, path.join(REPORTS_DIR, 'locked.pdf'));
    expectFaults(await doctor({ REPORTS_DIR }), {
      says: `The reports folder ${REPORTS_DIR} holds no report. The first of its warnings: locked.pdf: skipped, it is protected by a password.`,
      mend: 'Save it without one.',
    });
  });

  it('a lexicon that is missing', async () => {
    const LEXICON_FILE = inFolder('words.txt');
    expectFaults(await doctor({ LEXICON_FILE }), {
      says: `The lexicon file ${LEXICON_FILE} cannot be opened`,
      mend: 'Correct LEXICON_FILE',
    });
  });

  it('an index folder that cannot be written, which is no fault', async () => {
    const { code, stdout } = await doctor({ INDEX_DIR: '/dev/null/index' });
    expect(stdout).toMatch(
      /^! The index snapshot could not be written .+; the next start builds the index again\.$/m,
    );
    expect(code).toBe(0);
  });

  it('a state file that is damaged or not its own', async () => {
    const STATE_PATH = inFolder('damaged.sqlite');
    const opened = await openStore(STATE_PATH);
    if (!opened.ok) throw new Error(opened.reason);
    await opened.store.close();
    const bytes = fs.readFileSync(STATE_PATH);
    fs.writeFileSync(STATE_PATH, bytes.fill(0x5a, 100, bytes.length));
    expectFaults(await doctor({ STATE_PATH }), {
      says: `The state file ${STATE_PATH} is damaged.`,
      mend: 'Put a backup of it in its place',
    });
    fs.writeFileSync(STATE_PATH, 'dear diary '.repeat(1000));
    expectFaults(await doctor({ STATE_PATH }), {
      says: 'is not a file of this program',
      mend: 'Name another file as STATE_PATH',
    });
  });

  it('a state file that cannot be made', async () => {
    const STATE_PATH = path.join('/dev/null', 'state.sqlite');
    expectFaults(await doctor({ STATE_PATH }), {
      says: `The state file ${STATE_PATH} cannot be made`,
      mend: 'STATE_PATH',
    });
  });

  it('settings that are wrong, all of them', async () => {
    const { code, stdout } = await doctor({ ACCESS: 'maybe', TELEGRAM_WEBHOOK_URL: 'http://x.org' });
    expect(stdout).toContain(
      '✖ ACCESS must be closed or open (it is «maybe»).\n  → Correct it in .env or in the environment.\n',
    );
    expect(stdout).toContain('✖ TELEGRAM_WEBHOOK_URL must be an address that begins with https://');
    expect(stdout.endsWith('2 things have to be mended.\n')).toBe(true);
    expect(code).toBe(1);
  });
});
