// The real program, connected to the stand-in: what it prints, and how it ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { SHARED_INDEX_FOLDER } from '../answer/sample.ts';
import { COMPILE_CACHE } from '../fixtures/compile-cache.ts';
import type { Discord } from '../stand-ins/discord/index.ts';

const MAIN = path.join(import.meta.dirname, '..', '..', 'adapters', 'main.ts');
/** A program that starts while much else runs needs its time; one that ends is no longer waited for. */
const WAIT_MS = 240_000;

export class Program {
  stdout = '';
  stderr = '';
  private readonly child: ChildProcess;
  private readonly closed: Promise<number | null>;

  private constructor(child: ChildProcess) {
    this.child = child;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
    });
    this.closed = once(child, 'close').then(([code]) => code);
  }

  /** Starts in a folder, with a state file there unless the settings say otherwise. */
  static start(folder: string, discord: Discord, settings: Record<string, string> = {}): Program {
    const child = spawn(process.execPath, [MAIN], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        ...COMPILE_CACHE,
        LC_ALL: 'zh_CN.UTF-8',
        INDEX_DIR: SHARED_INDEX_FOLDER,
        STATE_PATH: path.join(folder, 'state.sqlite'),
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        ...settings,
      },
    });
    return new Program(child);
  }

  /** What is printed that matches, once it is there. */
  async prints(pattern: RegExp): Promise<RegExpExecArray> {
    const signal = AbortSignal.timeout(WAIT_MS);
    for (;;) {
      const found = pattern.exec(this.stdout);
      if (found) return found;
      if (this.child.exitCode !== null)
        throw new Error(`ended with ${this.child.exitCode} before it printed ${pattern}: ${this.stderr}`);
      await Promise.race([once(this.child.stdout!, 'data', { signal }), this.closed]);
    }
  }

  signal(name: 'SIGTERM' | 'SIGINT'): void {
    this.child.kill(name);
  }

  /** The exit code, once it has ended. */
  async ended(): Promise<number | null> {
    return this.closed;
  }

  /** Ends it, if it has not ended. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.closed;
  }
}
