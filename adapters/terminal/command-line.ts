// What the terminal programs share: flags, the core over a folder, one clear sentence when something is wrong.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Clock, type Config, type Core, createCore, createLog, type Log, readConfig } from '#core';
import { showProgress } from './progress.ts';

/** Ends the program with one sentence on standard error. Exit code 2: wrong use; 1: anything else. */
export function fail(sentence: string, code: 1 | 2 = 1): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

/** A reader that has seen enough (head, less) closes the pipe: that is an end, no error. */
function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

/** Reads flags and positional arguments; --help shows the usage, a flag that does not exist ends the program with it. */
export function readFlags<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  endWithReader();
  try {
    if (process.argv.slice(2).includes('--help')) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    fail(`${reason}. ${usage}`, 2);
  }
}

/** The core over the configured folder, or over the one named by --reports. */
export async function openCore(reportsDirectory: string | undefined, clock: Clock): Promise<Core> {
  return (await openAll(reportsDirectory, clock)).core;
}

/**
 * The same with the configuration and the log that it was opened with.
 * @param stays the program goes on and watches, also where there is no report yet
 */
export async function openAll(
  reportsDirectory: string | undefined,
  clock: Clock,
  stays = false,
): Promise<{ core: Core; config: Config; log: Log }> {
  const read = readConfig(reportsDirectory === undefined ? {} : { REPORTS_DIR: reportsDirectory });
  if (!read.ok) fail(read.problems.join('\n'), 2);
  const { config } = read;
  const log = createLog(config.LOG_LEVEL);
  const progress = showProgress(process.stderr, clock.elapsed);
  const result = await createCore(config, log, clock, { progress: progress.step, stays });
  progress.end();
  if (!result.ok) fail(result.reason);
  return { core: result.core, config, log };
}
