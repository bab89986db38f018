// The real program in a process of its own: its memory, processor time and log.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { COMPILE_CACHE } from '../../fixtures/compile-cache.ts';
import { PROJECT_ROOT } from '../corpus.ts';
import { startFlags } from './start-flags.ts';
import type { Vitals } from './vitals.ts';

const PROGRAM = path.join(PROJECT_ROOT, 'adapters', 'main.ts');
const PRELOAD = path.join(import.meta.dirname, 'vitals.ts');
/** Levels of pino. */
const WARNING = 40;
const ERROR = 50;
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;

/** A line of the log. */
export interface LogLine {
  level: number;
  /** The line as it was written. */
  text: string;
}

export class BotProcess {
  /** With the time of the measurement, in milliseconds since 1970. */
  readonly vitals: (Vitals & { at: number })[] = [];
  readonly logged: LogLine[] = [];
  private readonly child: ChildProcess;
  private readonly outputLines: string[] = [];

  private constructor(environment: Record<string, string>, directory: string) {
    this.child = spawn(process.execPath, [...startFlags(), '--import', PRELOAD, PROGRAM], {
      cwd: directory, // not the project's folder, whose .env would be read
      env: { PATH: process.env.PATH, ...COMPILE_CACHE, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child.on('message', (vitals) => this.vitals.push({ ...(vitals as Vitals), at: Date.now() }));
    const lines = (stream: NodeJS.ReadableStream | null, take: (line: string) => void) =>
      stream && createInterface({ input: stream }).on('line', take);
    lines(this.child.stdout, (line) => this.outputLines.push(line));
    lines(this.child.stderr, (line) => this.logged.push(logLine(line)));
  }

  /** Starts it and waits until `known`, which gets a time limit in milliseconds, sees it connected. */
  static async start(
    environment: Record<string, string>,
    directory: string,
    known: (limitMs: number) => Promise<unknown>,
  ): Promise<BotProcess> {
    const bot = new BotProcess(environment, directory);
    const ended = once(bot.child, 'exit').then((): never => {
      throw new Error(`the bot ended: ${bot.logged.map(({ text }) => text).join('; ')}`);
    });
    ended.catch(() => {}); // a rejection is handled by whoever awaits the end
    await Promise.race([known(START_LIMIT_MS), ended]);
    return bot;
  }

  /** Runs its garbage collector; resolves when the memory in use has been reported. */
  async collect(): Promise<void> {
    const { child } = this;
    const reported = new Promise<void>((resolve) => {
      const listen = (vitals: unknown) => {
        if ((vitals as Vitals).liveBytes === undefined) return;
        child.off('message', listen);
        resolve();
      };
      child.on('message', listen).once('exit', () => resolve());
    });
    child.send('collect');
    await reported;
  }

  /** Measurements since a time, in milliseconds since 1970, and all warnings and errors. */
  since(start: number) {
    const texts = (isMeant: (level: number) => boolean) =>
      this.logged.filter(({ level }) => isMeant(level)).map(({ text }) => text);
    return {
      vitals: this.vitals
        .filter(({ at }) => at >= start)
        .map(({ at, ...rest }) => ({ ...rest, afterMs: at - start })),
      warnings: texts((level) => level === WARNING),
      errors: texts((level) => level >= ERROR),
    };
  }

  /** Its standard output. */
  get output(): string {
    return this.outputLines.join('\n');
  }

  /** Asks it to stop; resolves with its exit code, or null if it had to be killed. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const exit = once(this.child, 'exit');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS);
    this.child.kill('SIGTERM');
    const [code] = await exit;
    clearTimeout(timer);
    return code as number | null;
  }
}

/** A line that is no log entry counts as an error. */
function logLine(text: string): LogLine {
  try {
    return { level: (JSON.parse(text) as { level: number }).level, text };
  } catch {
    return { level: 50, text };
  }
}
