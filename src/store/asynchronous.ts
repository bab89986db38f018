// Makes a synchronous store asynchronous: promises, errors that name the operation, calls after closing
// rejected. Where another program holds the lock, calls wait in order without blocking the process.
import type { ChatStore } from '../chat/index.ts';

/** The same methods, returning their results directly. */
export type Synchronous<T> = {
  [Name in keyof T]: T[Name] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result
    : Synchronous<T[Name]>;
};

type Method = (...args: unknown[]) => unknown;
type Run = (operation: string, work: () => unknown) => Promise<unknown>;

/** How a call is tried again that has failed, without effect, at another program's lock. */
export interface LockRetry {
  isLocked(error: unknown): boolean;
  /** Between two tries. */
  pauseMs: number;
  /** The longest that one call pauses in all. */
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
 * Calls take effect in the order in which they are made. A call rejects, naming store and operation, where
 * the work failed (that is its `cause`) or the store was closed; closing twice is no error.
 * @param name of the store in an error, such as `the state file /srv/state.sqlite`
 */
export function asynchronous(
  store: Synchronous<ChatStore>,
  name: string,
  retry: LockRetry = NO_RETRY,
): ChatStore {
  let closed = false;
  const queue = new CallQueue(retry);
  const run: Run = async (operation, work) => {
    if (closed) throw new Error(`${operation} was called after ${name} was closed`);
    try {
      return await queue.run(work);
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

/** Every method, also of nested stores, run by `run` under its full name. */
function promised(part: object, run: Run, prefix: string): object {
  const members = Object.entries(part).map(([name, member]: [string, Method | object]) => {
    const operation = `${prefix}${name}`;
    if (typeof member !== 'function') return [name, promised(member, run, `${operation}.`)];
    return [name, (...args: unknown[]) => run(operation, () => (member as Method)(...args))];
  });
  return Object.fromEntries(members);
}

interface Waiting {
  work(): unknown;
  resolve(result: unknown): void;
  reject(error: unknown): void;
  /** `pausedMs` of the queue when the call joined. */
  sinceMs: number;
}

/** Runs each call at once while nothing is locked, else in its turn. */
class CallQueue {
  private readonly retry: LockRetry;
  private readonly waiting: Waiting[] = [];
  private pausedMs = 0;

  constructor(retry: LockRetry) {
    this.retry = retry;
  }

  run(work: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject, sinceMs: this.pausedMs });
      if (this.waiting.length === 1 && !this.advance()) void this.keepTrying();
    });
  }

  /** Runs what can be run, in order; false where the first call is still locked out. */
  private advance(): boolean {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      try {
        next.resolve(next.work());
      } catch (error) {
        const waitedMs = this.pausedMs - next.sinceMs;
        if (this.retry.isLocked(error) && waitedMs < this.retry.maxMs) return false;
        next.reject(error);
      }
      this.waiting.shift();
    }
    return true;
  }

  private async keepTrying(): Promise<void> {
    const { pause, pauseMs } = this.retry;
    do {
      await pause(pauseMs);
      this.pausedMs += pauseMs;
    } while (!this.advance());
  }
}
