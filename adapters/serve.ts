// Serving people on chat platforms until the process is told to stop. One platform that fails leaves the others running.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Chat, ChatStore, Clock, Config, Core, Log, PresenceListener } from '#core';
import { lastResort } from './last-resort.ts';
import { reasonOf } from './reason.ts';
import { outliveReaders } from './terminal/output.ts';
import { safe } from './terminal/render.ts';
import { packageFault } from './toolchain.mjs';

/** How long running answers may take after a signal to stop, and then the good-byes of platforms and library: five seconds are not exceeded. */
const GRACE_MS = 3000;
const LEAVE_MS = 800;
/** Pauses between tries to reach a platform at the start. */
const FIRST_PAUSE_MS = 5000;
const MINUTE_MS = 60 * 1000;
const LONGEST_PAUSE_MS = 5 * MINUTE_MS;

/** An adapter that runs. */
interface Running {
  /** What the terminal tells of it, one sentence each. */
  news: string[];
  /** Resolves with one sentence when the platform will not have the bot any more. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

type Started = { ok: true; running: Running } | { ok: false; reason: string };

/** A platform with how its adapter is started. */
interface Platform {
  name: string;
  start(): Promise<Started>;
}

/** Starts the adapters that have a token and resolves when they were stopped by SIGTERM or SIGINT. */
export async function serve(
  core: Core,
  store: ChatStore,
  config: Config,
  { log, time }: { log: Log; time: Clock },
): Promise<void> {
  const stopping = stopSignal();
  lastResort(process, log, () => process.exit(1));
  const digests = core.digests(store);
  const say = (text: string) => process.stdout.write(`${safe(text)}\n`);
  const chat = core.chat(store, {
    canPostTo: (platform) => digests.canPostTo(platform),
    poster: (platform) => digests.poster(platform),
    showCode: (code) =>
      say(`The pairing code was sent where others could read it. The new one is /pair ${code}`),
  });
  await core.warmUp();
  const prepareChat = () =>
    chat
      .prepare()
      .catch((error: unknown) => log.error({ err: error }, 'what chats may read was not prepared'));
  void prepareChat(); // who asks before it is done waits for it
  core.watch(prepareChat);
  const pause = (ms: number) => time.wait(ms, stopping);
  void chat.expire(stopping, pause);
  outliveReaders();
  say(`yinju: ${core.reports().length} reports in ${core.fileCount} files are ready.`);
  const stop = once(stopping, 'abort').then(() => undefined);
  await printPairingCode(chat, say);
  const running = new Set<Running>();
  const dispatching = digests.run(stopping, pause);
  const lives = platforms({ chat, digests, store, log, time }, config).map(async (platform) => {
    const started = await reach(platform, stopping, { log, time });
    if (!started) return undefined;
    if (!started.ok) return complain(started.reason);
    running.add(started.running);
    for (const sentence of started.running.news) say(`${platform.name}: ${sentence}`);
    const reason = await Promise.race([started.running.ended, stop]);
    if (reason === undefined) return undefined;
    running.delete(started.running);
    return complain(reason);
  });
  await Promise.race([Promise.all(lives), stop]);
  if (stopping.aborted) say('Stopping: running answers are finished first.');
  await Promise.race([
    Promise.all([chat.close(), ...(stopping.aborted ? [dispatching] : [])]),
    time.wait(GRACE_MS),
  ]);
  await Promise.race([Promise.all([...running].map((each) => each.stop())), time.wait(LEAVE_MS)]);
  await Promise.race([core.close(), time.wait(LEAVE_MS)]);
  await store.close();
  if (!stopping.aborted) process.exit(1); // each platform has said why
}

/** What every adapter is started with. */
interface Rooms {
  chat: Chat;
  digests: PresenceListener;
  store: ChatStore;
  log: Log;
  time: Clock;
}

function platforms(rooms: Rooms, config: Config): Platform[] {
  return [
    ...(config.DISCORD_TOKEN ? [discord(rooms, config)] : []),
    ...(config.TELEGRAM_TOKEN ? [telegram(rooms, config)] : []),
  ];
}

function discord(rooms: Rooms, config: Config): Platform {
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, SHARDS: shards } = config;
  return {
    name: 'Discord',
    async start() {
      const { startDiscord } = await import('./discord/index.ts');
      const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`);
      const started = await startDiscord({ ...rooms, token, shards, tell, ...(apiUrl ? { apiUrl } : {}) });
      if (!started.ok) return started;
      const { inviteUrl, ended, stop } = started.discord;
      return {
        ok: true,
        running: { news: [`connected. Invite the bot to a server with ${inviteUrl}`], ended, stop },
      };
    },
  };
}

function telegram(rooms: Rooms, config: Config): Platform {
  const { TELEGRAM_TOKEN: token, TELEGRAM_API_URL: apiRoot, TELEGRAM_WEBHOOK_URL: url } = config;
  const { TELEGRAM_WEBHOOK_PORT: port, TELEGRAM_WEBHOOK_HOST: host } = config;
  const secret = config.TELEGRAM_WEBHOOK_SECRET || randomBytes(32).toString('hex');
  return {
    name: 'Telegram',
    async start() {
      const { startTelegram } = await import('./telegram/index.ts');
      const started = await startTelegram({
        ...rooms,
        token,
        ...(apiRoot ? { apiRoot } : {}),
        ...(url ? { webhook: { url, port, host, secret } } : {}),
      });
      if (!started.ok) return started;
      const { url: address, advice, ended, stop } = started.telegram;
      return { ok: true, running: { news: [`connected. The bot is at ${address}`, ...advice], ended, stop } };
    },
  };
}

/** Starts an adapter; a platform that cannot be reached is tried again and again. Undefined when the process was stopped before. */
async function reach(
  { name, start }: Platform,
  stopping: AbortSignal,
  { log, time }: Pick<Rooms, 'log' | 'time'>,
): Promise<Started | undefined> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await start();
    } catch (error) {
      const fault = packageFault(error);
      if (fault !== undefined) return { ok: false, reason: fault };
      complain(`${name} could not be reached (${reasonOf(error)}); trying again in ${spanOf(pauseMs)}.`);
      log.debug({ err: error, againInMs: pauseMs }, `${name} could not be reached`);
    }
    await time.wait(pauseMs, stopping);
    if (stopping.aborted) return undefined;
  }
}

function complain(reason: string): string {
  process.stderr.write(`${safe(reason)}\n`);
  return reason;
}

/** A pause in words. */
function spanOf(ms: number): string {
  const [count, unit] = ms < 2 * MINUTE_MS ? [ms / 1000, 'second'] : [ms / MINUTE_MS, 'minute'];
  return `${Math.round(count)} ${unit}${Math.round(count) === 1 ? '' : 's'}`;
}

async function printPairingCode(chat: Chat, say: (text: string) => void): Promise<void> {
  const code = await chat.pairingCode();
  if (code) say(`Nobody owns this bot yet. Send it /pair ${code} to become its owner; the code works once.`);
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
