// Many digests due in the same minute: the real program against both stand-ins with their rate limits, while
// people ask.
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { DigestStore, TopicQuery } from '../../../src/digests/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { type Discord, startDiscord } from '../../stand-ins/discord/index.ts';
import { startTelegram, type Telegram } from '../../stand-ins/telegram/index.ts';
import { BotProcess } from './bot-process.ts';
import { type CrowdOptions, runCrowd, worldOf } from './crowd.ts';
import { COUNTS_FILE, type Counts } from './digest-counts.ts';
import {
  discordPlaces,
  type Place,
  subscribe,
  telegramPlaces,
  withGroups,
  withGuilds,
} from './digest-places.ts';
import { type Arrival, type Tally, tallyOf } from './digest-tally.ts';
import { type LoadRun, type Spread, spreadOf } from './run.ts';
import { runTelegramCrowd, type TelegramCrowd, telegramWorldOf } from './telegram-crowd.ts';

export interface DigestLoad {
  /** Number of places on each platform. */
  places: { discord: number; telegram: number };
  topics: TopicQuery[];
  /** A full minute, in milliseconds since 1970. */
  dueAt: number;
  /** How long people ask before anything is due. */
  quietMs: number;
  /** After the due minute, the time in which all must arrive. */
  limitMs: number;
  people: { discord: CrowdOptions; telegram: TelegramCrowd };
}

/** The figures of one platform. */
export interface PlatformRun extends Tally {
  /** Requests that the platform refused with 429. */
  refusals: number;
  /** Answers to people, before the digests and while they are delivered. */
  answers: { quiet: AnswerTimes; meanwhile: AnswerTimes };
}

export interface AnswerTimes {
  asked: number;
  answered: number;
  /** Until the first sign of an answer, in milliseconds; undefined where nobody asked. */
  firstMs?: Spread;
}

export interface DigestRun extends Pick<LoadRun, 'violations' | 'warnings' | 'errors' | 'exitCode'> {
  discord: PlatformRun;
  telegram: PlatformRun;
  /** Rows of the outbox that are not `sent`, one sentence each. */
  unsent: string[];
  counts: Counts;
  /** From the due minute until the last digest arrived. */
  durationMs: number;
  /** In bytes; `inUse` before, in the middle of and after the deliveries. */
  memory: { before: number; peak: number; atEnd: number; inUse: number[] };
  processorMs: number;
}

/** Subscribes all places, runs the bot while people ask, and counts what arrived. */
export async function runDigests(
  load: DigestLoad,
  index: PassageIndex,
  environment: Record<string, string>,
  folder: string,
): Promise<DigestRun> {
  const { places, people } = load;
  const discord = await startDiscord({
    ...withGuilds(worldOf(people.discord), places.discord),
    rateLimits: true,
  });
  const telegram = await startTelegram({
    ...withGroups(telegramWorldOf(people.telegram), places.telegram),
    rateLimits: true,
  });
  try {
    const stage: Setup = {
      discord,
      telegram,
      state: path.join(folder, 'state.sqlite'),
      counts: path.join(folder, 'counts.json'),
      places: {
        discord: discordPlaces(discord, places.discord),
        telegram: telegramPlaces(telegram, places.telegram),
      },
    };
    await inStore(stage, (store) =>
      subscribe({ ...load, index, places: interleaved(stage.places.discord, stage.places.telegram) }, store),
    );
    const observed = await observe(stage, load, environment, folder);
    return await judged(stage, load, observed);
  } finally {
    await Promise.all([discord.close(), telegram.close()]);
  }
}

interface Setup {
  discord: Discord;
  telegram: Telegram;
  /** Paths of files. */
  state: string;
  counts: string;
  places: { discord: Place[]; telegram: Place[] };
}

/** Alternates between the platforms. */
const interleaved = (some: Place[], others: Place[]): Place[] =>
  Array.from({ length: Math.max(some.length, others.length) }, (_, i) => [some[i], others[i]])
    .flat()
    .filter((place) => place !== undefined);

async function inStore<Result>(
  { state }: Setup,
  work: (store: DigestStore) => Promise<Result>,
): Promise<Result> {
  const opened = await openStore(state);
  if (!opened.ok) throw new Error(opened.reason);
  try {
    return await work(opened.store.digests);
  } finally {
    await opened.store.close();
  }
}

/** Runs the bot until everything has arrived or the time is over. */
async function observe(
  stage: Setup,
  { dueAt, quietMs, limitMs, people, places }: DigestLoad,
  environment: Record<string, string>,
  folder: string,
) {
  const bot = await startBot(stage, environment, folder);
  await sleep(Math.max(0, dueAt - quietMs - Date.now()));
  const quiet = await ask(stage, people, dueAt - PAUSE_MS - Date.now());
  const beganAt = Math.max(dueAt, Date.now());
  const baseline = bot.vitals.at(-1)!;
  if (dueAt > baseline.at) await bot.collect();
  await sleep(Math.max(0, dueAt - Date.now()));
  const isOver = () => {
    const { discord, telegram } = arrivalsIn(stage);
    return discord.length >= places.discord && telegram.length >= places.telegram;
  };
  const asking = ask(stage, people, people.discord.durationMs);
  const middle = sleep(people.discord.durationMs / 2).then(() => bot.collect());
  while (!isOver() && Date.now() < beganAt + limitMs) await sleep(POLL_MS);
  const meanwhile = await asking;
  await middle;
  await sleep(DUPLICATE_WAIT_MS); // for duplicates to arrive
  await bot.collect();
  const exitCode = await bot.stop();
  return { bot, beganAt, baseline, quiet, meanwhile, exitCode };
}

/** Between the last questions and the due minute: for their answers and a measurement of memory. */
const PAUSE_MS = 5000;
const POLL_MS = 200;
const DUPLICATE_WAIT_MS = 500;

async function startBot(
  { discord, telegram, state, counts }: Setup,
  environment: Record<string, string>,
  folder: string,
): Promise<BotProcess> {
  const preload = pathToFileURL(path.join(import.meta.dirname, 'digest-counts.ts')).href;
  const settings = {
    ACCESS: 'open',
    STATE_PATH: state,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.apiRoot,
    NODE_OPTIONS: `--import=${preload}`,
    [COUNTS_FILE]: counts,
  };
  return BotProcess.start({ ...settings, ...environment }, folder, async (limitMs) => {
    const isKnown = () => (discord.commands.in().length > 0 ? true : undefined);
    await Promise.all([discord.until(isKnown, 'Commands registered', limitMs), telegram.polled(1, limitMs)]);
  });
}

/** Runs the crowds of both platforms for some time. */
async function ask({ discord, telegram }: Setup, people: DigestLoad['people'], durationMs: number) {
  if (durationMs <= 0) return { discord: answerTimesOf([]), telegram: answerTimesOf([]) };
  const [onDiscord, onTelegram] = await Promise.all([
    runCrowd(discord, { ...people.discord, durationMs }),
    runTelegramCrowd(telegram, { ...people.telegram, durationMs }),
  ]);
  return { discord: answerTimesOf(onDiscord), telegram: answerTimesOf(onTelegram) };
}

function answerTimesOf(requests: { firstMs?: number; shown?: object }[]): AnswerTimes {
  const times = requests.flatMap(({ firstMs }) => firstMs ?? []);
  return {
    asked: requests.length,
    answered: requests.filter(({ shown }) => shown).length,
    ...(times.length > 0 ? { firstMs: spreadOf(times) } : {}),
  };
}

const MESSAGES = /^\/channels\/(\d+)\/messages$/;

/** Messages to the subscribed places; people ask in other ones. */
function arrivalsIn({ discord, telegram, places }: Setup): Record<'discord' | 'telegram', Arrival[]> {
  const isPlace = new Set([...places.discord, ...places.telegram].map(({ place }) => place));
  const posts = discord.requests.map(({ method, path, status, at }) => {
    const [, channel] = (method === 'POST' && status === 200 && MESSAGES.exec(path)) || [];
    return { place: `discord:channel:${channel}`, at };
  });
  const messages = telegram.requests
    .filter(({ method, status }) => method === 'sendMessage' && status === 200)
    .map(({ body, at }) => ({ place: `telegram:chat:${body.chat_id}`, at }));
  const toPlaces = (all: Arrival[]) => all.filter(({ place }) => isPlace.has(place));
  return { discord: toPlaces(posts), telegram: toPlaces(messages) };
}

async function judged(
  stage: Setup,
  { places }: DigestLoad,
  { bot, beganAt, baseline, quiet, meanwhile, exitCode }: Awaited<ReturnType<typeof observe>>,
): Promise<DigestRun> {
  const { discord, telegram } = stage;
  const { again, unsent } = await outboxEntries(stage);
  const arrivals = arrivalsIn(stage);
  const line = (platform: keyof typeof places): PlatformRun => ({
    ...tallyOf(
      arrivals[platform],
      stage.places[platform].map(({ place }) => place),
      again,
    ),
    refusals: { discord, telegram }[platform].requests.filter(({ status }) => status === 429).length,
    answers: { quiet: quiet[platform], meanwhile: meanwhile[platform] },
  });
  const { vitals, warnings, errors } = bot.since(0);
  const last = vitals[vitals.length - 1];
  const lastAt = Math.max(...Object.values(arrivals).map((each) => each.at(-1)?.at ?? beganAt));
  return {
    discord: line('discord'),
    telegram: line('telegram'),
    unsent,
    counts: JSON.parse(await fs.readFile(stage.counts, 'utf8')) as Counts,
    durationMs: lastAt - beganAt,
    memory: {
      before: baseline.residentBytes,
      peak: last.peakBytes,
      atEnd: last.residentBytes,
      inUse: vitals.flatMap(({ liveBytes }) => liveBytes ?? []),
    },
    processorMs: last.processorMs - baseline.processorMs,
    violations: [...discord.violations, ...telegram.violations],
    warnings,
    errors,
    exitCode,
  };
}

/** Places that were tried more than once, and rows that are not sent. */
async function outboxEntries(stage: Setup): Promise<{ again: Set<string>; unsent: string[] }> {
  const again = new Set<string>();
  const unsent: string[] = [];
  await inStore(stage, async ({ outbox }) => {
    for (const { place } of [...stage.places.discord, ...stage.places.telegram]) {
      const entries = await outbox.history(place, 2);
      if (entries.some(({ attempts }) => attempts > 1)) again.add(place);
      if (entries.length !== 1 || entries[0].state !== 'sent')
        unsent.push(
          `${place}: ${entries.map(({ state, reason }) => `${state} ${reason ?? ''}`).join() || 'none'}`,
        );
    }
  });
  return { again, unsent };
}
