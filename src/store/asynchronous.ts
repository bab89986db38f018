// Both stores answer at once; here alone they become what the rooms expect: promises, errors that say what was done, an end.
import type { ChatStore } from '../chat/index.ts';

/** The same methods, answering at once. */
export type Synchronous<T> = {
  [Name in keyof T]: T[Name] extends (...given: infer Given) => Promise<infer Result>
    ? (...given: Given) => Result
    : Synchronous<T[Name]>;
};

type Method = (...given: unknown[]) => unknown;
type Run = (operation: string, work: () => unknown) => Promise<unknown>;

/**
 * Makes a store's methods asynchronous. Calls take effect in the order in which they are made. A call rejects, naming the store and
 * the operation, where the work failed (that is its `cause`) or the store was closed; closing twice is no error.
 * @param name the store in an error, such as `the state file /srv/state.sqlite`
 */
export function asynchronous(store: Synchronous<ChatStore>, name: string): ChatStore {
  let closed = false;
  const run: Run = async (operation, work) => {
    if (closed) throw new Error(`${operation} was called after ${name} was closed`);
    try {
      return work();
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
