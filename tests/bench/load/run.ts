// One run of a crowd against the real bot, with its figures.
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PassageIndex } from '../../../src/search/index.ts';
import { startDiscord } from '../../stand-ins/discord/index.ts';
import { percentile } from '../measure.ts';
import { BotProcess } from './bot-process.ts';
import { type CrowdOptions, type CrowdRequest, runCrowd, worldOf } from './crowd.ts';
import { faultOf } from './expected.ts';
import { secretIn } from './secret.ts';
import type { Vitals } from './vitals.ts';

/** Until caches are filled and code is compiled. */
export const WARM_UP_MS = 10_000;

export interface LoadRun {
  requests: (CrowdRequest & { fault?: string })[];
  violations: string[];
  warnings: string[];
  errors: string[];
  /** Of the bot, from the first request on. */
  vitals: (Vitals & { afterMs: number })[];
  exitCode: number | null;
  /** Of the bot's store. */
  secret: string;
  figures: Figures;
}

export interface Figures {
  requests: number;
  answered: number;
  wrong: number;
  violations: number;
  errors: number;
  warnings: number;
  firstMs: Spread;
  fullMs: Spread;
  /** Bytes. */
  memory: { atStart: number; afterWarmUp: number; atEnd: number; peak: number; growth: number };
  /**
   * Objects in use after the warm-up and at the end, in bytes; without a collection, the minimum of a
   * quarter.
   */
  heap: { early: number; late: number };
  /** Share of one processor. */
  processor: number;
  /** Event loop delay of the crowd itself, in milliseconds: an error of the times above. */
  crowdDelayMs: number;
}

export interface Spread {
  median: number;
  p95: number;
  p99: number;
  max: number;
}

/** Runs a crowd against the stand-in and the real bot, and checks every answer against the core's own. */
export async function runLoad(
  crowd: CrowdOptions,
  index: PassageIndex,
  environment: Record<string, string>,
  folder: string,
): Promise<LoadRun> {
  const discord = await startDiscord({ ...worldOf(crowd), rateLimits: true });
  try {
    const state = path.join(folder, 'state.sqlite');
    const { token, apiUrl } = discord;
    const settings = { ACCESS: 'open', STATE_PATH: state, DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl };
    const isKnown = () => (discord.commands.in().length > 0 ? true : undefined);
    const bot = await BotProcess.start({ ...settings, ...environment }, folder, (limitMs) =>
      discord.until(isKnown, 'Commands registered', limitMs),
    );
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const startedAt = Date.now();
    delay.enable();
    const isLong = crowd.durationMs > 2 * WARM_UP_MS;
    const warm = isLong ? sleep(WARM_UP_MS).then(() => bot.collect()) : undefined;
    const requests = await runCrowd(discord, crowd);
    delay.disable();
    await warm;
    await bot.collect();
    const exitCode = await bot.stop();
    const secret = await secretIn(state);
    const judged = requests.map((request) => {
      const fault = faultOf(request, index, secret);
      return fault === undefined ? request : { ...request, fault };
    });
    const run = { requests: judged, violations: discord.violations, ...bot.since(startedAt), exitCode };
    return { ...run, secret, figures: figuresOf(run, delay.percentile(99) / 1e6) };
  } finally {
    await discord.close();
  }
}

interface JudgedRequest {
  firstMs?: number;
  fullMs?: number;
  shown?: object;
  fault?: string;
}

/** The figures of a run on any platform. */
export function figuresOf(
  run: Omit<LoadRun, 'figures' | 'requests' | 'secret'> & { requests: JudgedRequest[] },
  crowdDelayMs: number,
): Figures {
  const { requests, vitals, violations, errors, warnings } = run;
  const last = vitals[vitals.length - 1];
  const warm = vitals.find(({ afterMs }) => afterMs >= WARM_UP_MS) ?? last;
  const quarter = (last.afterMs - warm.afterMs) / 4;
  const minHeap = (from: number, to: number) =>
    Math.min(
      ...vitals.filter(({ afterMs }) => afterMs >= from && afterMs <= to).map(({ heapBytes }) => heapBytes),
    );
  const collected = vitals.flatMap(({ liveBytes }) => liveBytes ?? []);
  const isCollected = collected.length > 1;
  return {
    requests: requests.length,
    answered: requests.filter(({ shown }) => shown).length,
    wrong: requests.filter(({ fault }) => fault !== undefined).length,
    violations: violations.length,
    errors: errors.length,
    warnings: warnings.length,
    firstMs: spreadOf(requests.flatMap(({ firstMs }) => firstMs ?? [])),
    fullMs: spreadOf(requests.flatMap(({ fullMs }) => fullMs ?? [])),
    memory: {
      atStart: vitals[0].residentBytes,
      afterWarmUp: warm.residentBytes,
      atEnd: last.residentBytes,
      peak: last.peakBytes,
      growth: last.residentBytes / warm.residentBytes - 1,
    },
    heap: {
      early: isCollected ? collected[0] : minHeap(warm.afterMs, warm.afterMs + quarter),
      late: isCollected ? collected[collected.length - 1] : minHeap(last.afterMs - quarter, last.afterMs),
    },
    processor: (last.processorMs - vitals[0].processorMs) / (last.afterMs - vitals[0].afterMs),
    crowdDelayMs,
  };
}

export const spreadOf = (times: number[]): Spread => ({
  median: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  p99: percentile(times, 0.99),
  max: percentile(times, 1),
});
