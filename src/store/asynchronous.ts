// Both stores answer at once; here alone they become what the rooms expect: promises, errors that say what was done, an end. Where another
// program holds the lock, the call and all after it wait, and the process goes on.
import type { ChatStore } from '../chat/index.ts';

/** The same methods, answering at once. */
export type Synchronous<T> = {
  [Name in keyof T]: T[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : Synchronous<T[Name]>;
};

type Method = (...given: unknown[]) => unknown;
type Run = (operation: string, work: () => unknown) => Promise<unknown>;

/** How a call is tried again that another program's lock has kept from its work. It has done nothing then. */
export interface LockRetry {
  isLocked(error: unknown): boolean;
  /** Pauses between tries, and how many milliseconds of them a call may wait. */
  pauseMs: number;
  maxMs: number;
  pause(ms: number): Promise<unknown>;
}

const NO_RETRY: LockRetry = {
  isLocked: () => false,
  pauseMs: 0,
  maxMs: 0,
  pause: () => Promise.resolve(),
};

/**
 * Makes a store's methods asynchronous. Calls take effect in the order in which they are made. A call rejects, naming the store and
 * the operation, where the work failed (that is its `cause`) or the store was closed; closing twice is no error.
 * @param name the store in an error, such as `the state file /srv/state.sqlite`
 */
export function asynchronous(
  store: Synchronous<ChatStore>,
  name: string,
  patience: LockRetry = NO_RETRY,
): ChatStore {
  let closed = false;
  const line = new CallQueue(patience);
  const run: Run = async (operation, work) => {
    if (closed) throw new Error(`${operation} was called after ${name} was closed`);
    try {
      return await line.run(work);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${operation} failed on ${name}: ${why}`, { cause });
    }
  };
  const close = async () => {
    if (closed) return;
    const closing = run('close', () => store.close());
    closed = true;
    await closing;
  };
  return { ...(promised(store, run, '') as ChatStore), close };
}

/** Every method, also of the parts within, run by `run` under its full name. */
function promised(part: object, run: Run, prefix: string): object {
  const members = Object.entries(part).map(([name, member]: [string, Method | object]) => {
    const operation = `${prefix}${name}`;
    if (typeof member !== 'function') return [name, promised(member, run, `${operation}.`)];
    return [name, (...given: unknown[]) => run(operation, () => (member as Method)(...given))];
  });
  return Object.fromEntries(members);
}

interface Waiting {
  work(): unknown;
  done(result: unknown): void;
  failed(error: unknown): void;
  /** How long the line had paused when it joined. */
  sinceMs: number;
}

/** What is done at once while nothing is locked, and else in its turn. */
class CallQueue {
  private readonly patience: LockRetry;
  private readonly waiting: Waiting[] = [];
  private pausedMs = 0;

  constructor(patience: LockRetry) {
    this.patience = patience;
  }

  run(work: () => unknown): Promise<unknown> {
    return new Promise((done, failed) => {
      this.waiting.push({ work, done, failed, sinceMs: this.pausedMs });
      if (this.waiting.length === 1 && !this.advance()) void this.keepTrying();
    });
  }

  /** Does what can be done, in order; false where the first of those that wait must wait on. */
  private advance(): boolean {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      try {
        next.done(next.work());
      } catch (error) {
        const waitedMs = this.pausedMs - next.sinceMs;
        if (this.patience.isLocked(error) && waitedMs < this.patience.maxMs) return false;
        next.failed(error);
      }
      this.waiting.shift();
    }
    return true;
  }

  private async keepTrying(): Promise<void> {
    const { pause, pauseMs } = this.patience;
    do {
      await pause(pauseMs);
      this.pausedMs += pauseMs;
    } while (!this.advance());
  }
}
