// The bot in a process of its own, started as by `npm start` and asked over its terminal.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../corpus.ts';
import { startFlags } from '../load/start-flags.ts';
import type { Vitals } from '../load/vitals.ts';

const PROGRAM = path.join(PROJECT_ROOT, 'adapters', 'main.ts');
const PRELOAD = path.join(import.meta.dirname, '..', 'load', 'vitals.ts');
const ANSWER_LIMIT_MS = 300_000;

/** The answer to a question, and how long it took. */
export interface Said {
  lines: string[];
  ms: number;
}

export class TerminalProcess {
  readonly startedAt = performance.now();
  private readonly child: ChildProcess;
  private readonly errors: string[] = [];
  private lines: string[] = [];
  private heard: ((line: string) => void) | undefined;
  private asked = 0;
  private peakBytes = 0;

  /** @param indexDirectory the folder of its snapshot */
  constructor(reports: string, indexDirectory: string) {
    this.child = spawn(
      process.execPath,
      [...startFlags(), '--import', PRELOAD, PROGRAM, '--reports', reports],
      {
        cwd: indexDirectory, // not the project's folder, whose .env would be read
        env: { PATH: process.env.PATH, LANG: 'en_US.UTF-8', INDEX_DIR: indexDirectory },
        stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.child.on('message', (vitals) => {
      this.peakBytes = Math.max(this.peakBytes, (vitals as Vitals).peakBytes);
    });
    this.follow(this.child.stdout, (line) => {
      this.lines.push(line);
      this.heard?.(line);
    });
    this.follow(this.child.stderr, (line) => this.errors.push(line));
  }

  /** Asks a question, and then for a quote that does not exist: its refusal marks the end of the answer. */
  async ask(question: string): Promise<Said> {
    const mark = `end-of-${++this.asked}`;
    const sentAt = performance.now();
    this.lines = [];
    const ended = this.until((line) => line.includes(mark));
    this.child.stdin?.write(`${question}\n/quote ${mark}\n`);
    await ended;
    return { lines: this.lines.slice(0, -1), ms: performance.now() - sentAt };
  }

  /** Ends it; resolves with its peak memory in bytes. */
  async end(): Promise<number> {
    const exit = once(this.child, 'exit');
    this.child.stdin?.end();
    const [code] = await exit;
    if (code !== 0) throw new Error(`the bot ended with ${code}: ${this.errors.join('; ')}`);
    return this.peakBytes;
  }

  private follow(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
    if (stream) createInterface({ input: stream }).on('line', take);
  }

  private until(isMeant: (line: string) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        clearTimeout(timer);
        this.child.off('exit', gone);
        this.heard = undefined;
        end();
      };
      const fail = (why: string) => settle(() => reject(new Error(`${why}: ${this.errors.join('; ')}`)));
      const gone = () => fail('the bot ended');
      const timer = setTimeout(() => fail('the bot does not answer'), ANSWER_LIMIT_MS);
      this.child.on('exit', gone);
      this.heard = (line) => {
        if (isMeant(line)) settle(resolve);
      };
    });
  }
}
