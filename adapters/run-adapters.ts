// Starts every configured adapter and watches over it. A platform that fails leaves the others running; one
// that cannot be reached is tried again and again.
import { once } from 'node:events';
import type { Clock, Log } from '#core';
import {
  type Adapter,
  isConfigured,
  type Running,
  type StartContext,
  type Started,
  type Values,
} from './adapter.ts';
import { reasonOf } from './network-reason.ts';
import { safe } from './terminal/render.ts';
import { packageFault } from './toolchain.mjs';

const FIRST_PAUSE_MS = 5000;
const MINUTE_MS = 60 * 1000;
const MAX_PAUSE_MS = 5 * MINUTE_MS;

/** What the adapters are run with. */
interface RunOptions {
  adapters: readonly Adapter[];
  /** Values of the adapters' settings. */
  config: Values;
  context: StartContext;
  /** Aborted when the program is told to stop. */
  stopping: AbortSignal;
}

/** Adapters under way. */
interface RunningAdapters {
  /** Resolves when every platform has refused the bot, or the program is told to stop. */
  ended: Promise<unknown>;
  stop(): Promise<void>;
}

export function runAdapters({ adapters, config, context, stopping }: RunOptions): RunningAdapters {
  const running = new Set<Running>();
  const stopped = once(stopping, 'abort').then(() => undefined);
  const run = async (adapter: Adapter): Promise<void> => {
    const started = await startWithRetries(adapter, () => adapter.start(config, context), context, stopping);
    if (!started) return;
    if (!started.ok) return printError(started.reason);
    running.add(started.running);
    for (const sentence of started.running.news) context.announce(`${adapter.name}: ${sentence}`);
    const reason = await Promise.race([started.running.ended, stopped]);
    if (reason === undefined) return;
    running.delete(started.running);
    printError(reason);
  };
  const configured = adapters.filter((adapter) => isConfigured(adapter, config));
  return {
    ended: Promise.race([Promise.all(configured.map(run)), stopped]),
    stop: async () => {
      await Promise.all([...running].map((each) => each.stop()));
    },
  };
}

/**
 * Starts an adapter, retrying while its platform cannot be reached. Undefined where the program stops before.
 */
async function startWithRetries(
  { name }: Adapter,
  start: () => Promise<Started>,
  { log, time }: { log: Log; time: Clock },
  stopping: AbortSignal,
): Promise<Started | undefined> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    try {
      return await start();
    } catch (error) {
      const fault = packageFault(error);
      if (fault !== undefined) return { ok: false, reason: fault };
      printError(
        `${name} could not be reached (${reasonOf(error)}); trying again in ${durationLabel(pauseMs)}.`,
      );
      log.debug({ err: error, againInMs: pauseMs }, `${name} could not be reached`);
    }
    await time.wait(pauseMs, stopping);
    if (stopping.aborted) return undefined;
  }
}

function printError(reason: string): void {
  process.stderr.write(`${safe(reason)}\n`);
}

function durationLabel(ms: number): string {
  const [count, unit] = ms < 2 * MINUTE_MS ? [ms / 1000, 'second'] : [ms / MINUTE_MS, 'minute'];
  return `${Math.round(count)} ${unit}${Math.round(count) === 1 ? '' : 's'}`;
}
