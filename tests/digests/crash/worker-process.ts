// A worker from outside: started ahead of its time, told to begin, killed.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { COMPILE_CACHE } from '../../fixtures/compile-cache.ts';
import type { FastClock } from './clock.ts';
import type { Death, Employment, Notice, Order } from './orders.ts';

const PROGRAM = path.join(import.meta.dirname, 'worker.ts');

export class WorkerProcess {
  readonly name: string;
  /** Resolves when it is dead, or has finished. */
  readonly ended: Promise<NodeJS.Signals | number>;
  /** What it warned of or complained about. */
  readonly troubles: string[] = [];
  /** `performance.now()`; undefined where it has died by its own hand. */
  killedAt?: number;
  private readonly child: ChildProcess;
  private readonly ready: Promise<void>;

  constructor(employment: Employment) {
    this.name = employment.name;
    this.child = spawn(process.execPath, [PROGRAM, JSON.stringify(employment)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { PATH: process.env.PATH, ...COMPILE_CACHE, NODE_NO_WARNINGS: '1' },
    });
    this.child.stderr?.on('data', (words) => this.troubles.push(String(words)));
    this.ended = once(this.child, 'exit').then(([code, signal]) => signal ?? code);
    this.ready = new Promise((resolve, reject) => {
      this.child.on('message', (notice: Notice) => {
        if (notice.tells === 'ready') resolve();
        else if (notice.tells === 'time to die') this.kill();
        else this.troubles.push(`${notice.level}: ${notice.message} ${notice.details}`);
      });
      this.ended.then((end) => reject(new Error(`${this.name} ended with ${end}: ${this.troubles.join()}`)));
    });
    this.ready.catch(() => {}); // said where it is waited for
  }

  /** Has it begin as soon as everything is loaded. */
  async begin(clock: FastClock, death?: Death): Promise<void> {
    await this.ready;
    clock.start();
    this.tell({ does: 'begin', clock: clock.setting, ...(death ? { death } : {}) });
  }

  setClock({ setting }: FastClock): void {
    this.tell({ does: 'set clock', clock: setting });
  }

  kill(): void {
    this.killedAt ??= performance.now();
    this.child.kill('SIGKILL');
  }

  /** Lets it finish; resolves with its exit code. */
  async finish(): Promise<NodeJS.Signals | number> {
    this.tell({ does: 'finish' });
    return this.ended;
  }

  private tell(order: Order): void {
    if (this.child.connected) this.child.send(order, () => {}); // whoever is dead is told nothing; `ended` says so
  }
}
