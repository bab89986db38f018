// What the programs share: flags, the configuration, the core, and one sentence where something is wrong.
import { type ParseArgsConfig, parseArgs } from 'node:util';
import {
  type Clock,
  type ConfigOf,
  type Core,
  createCore,
  createLog,
  type Log,
  readConfig,
  readScreen,
} from '#core';
import { ADAPTERS } from '../index.ts';
import { sentenceOf } from './log-lines.ts';
import { exitOnBrokenOutput, finish } from './output.ts';
import { showProgress } from './progress.ts';
import { safe } from './render.ts';

/** The configuration of the core and all platforms. */
type ProgramConfig = ConfigOf<(typeof ADAPTERS)[number]>;

/** Ends the program with one sentence on standard error. Exit code 2 is for wrong use. */
export function fail(sentence: string, code: 1 | 2 = 1): never {
  process.stderr.write(`${safe(sentence)}\n`);
  process.exit(code);
}

/** Reads flags and positional arguments; --help and an unknown flag show the usage and end the program. */
export function readFlags<Options extends NonNullable<ParseArgsConfig['options']>>(
  options: Options,
  usage: string,
) {
  exitOnBrokenOutput();
  if (process.argv.slice(2).includes('--help')) finish(usage);
  try {
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
 * The core with its configuration and log.
 * @param keepsRunning the program keeps running and watches the folder, also where there is no report yet
 */
export async function openAll(
  reportsDirectory: string | undefined,
  clock: Clock,
  keepsRunning = false,
): Promise<{ core: Core; config: ProgramConfig; log: Log }> {
  const read = readConfig(ADAPTERS, reportsDirectory === undefined ? {} : { REPORTS_DIR: reportsDirectory });
  if (!read.ok) fail(read.problems.join('\n'), 2);
  const { config } = read;
  const log = openLog(config.LOG_LEVEL);
  const screen = {
    isTTY: process.stderr.isTTY && !readScreen().isDumb,
    write: (text: string) => process.stderr.write(text),
  };
  const progress = showProgress(screen, clock.elapsed);
  const result = await createCore(config, log, clock, { progress: progress.step, keepsRunning });
  progress.end();
  if (!result.ok) fail(result.reason);
  return { core: result.core, config, log };
}

/** Sentences on a terminal, JSON elsewhere. */
function openLog(level: string): Log {
  if (!process.stderr.isTTY) return createLog(level);
  const write = (line: string) => process.stderr.write(sentenceOf(line, level === 'debug'));
  return createLog(level, { write });
}
