// Another program holds the state file for a while, takes it away or puts another one there.
import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as otherWork } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { asynchronous, type LockRetry } from '../../src/store/asynchronous.ts';
import { IN_MEMORY, openSqliteStore, openStore, watchState } from '../../src/store/index.ts';
import { stateFolder } from './state-folder.ts';

const state = stateFolder();

/** Holds the file as a program does that copies it. */
function locked(how = 'BEGIN EXCLUSIVE'): () => void {
  const other = new DatabaseSync(state.file());
  other.exec(how);
  return () => other.close(); // undoes and unlocks
}

describe('while another program holds the lock', () => {
  it.each(['BEGIN EXCLUSIVE', 'BEGIN IMMEDIATE'])(
    'a call waits, and the process goes on: %s',
    async (how) => {
      const store = await state.open();
      const unlock = locked(how);
      let isDone = false;
      const setting = store.access.set('p1', 'denied').then(() => {
        isDone = true;
      });
      for (let turn = 0; turn < 20; turn++) await otherWork(); // would not come about in a process that waits
      expect(isDone).toBe(false);
      unlock();
      await setting;
      expect(await store.access.get('p1')).toBe('denied');
    },
  );

  it('calls take effect once and in their order', async () => {
    const store = await state.open();
    const unlock = locked();
    const calls = [
      store.notices.claim('u1', 'welcome', 5, 0),
      store.notices.claim('u1', 'welcome', 6, 0),
      store.access.set('p1', 'denied'),
      store.access.set('p1', 'allowed'),
      store.access.get('p1'),
      store.close(),
    ];
    await otherWork();
    unlock();
    expect(await Promise.all(calls)).toEqual([true, false, undefined, undefined, 'allowed', undefined]);
  });
});

describe('a call that finds the lock held', () => {
  const LOCKED = new Error('database is locked');

  /** A store whose only call succeeds once it is unlocked, and the pauses that it made. */
  function stage(longestMs: number) {
    const pauses: (() => void)[] = [];
    const world = { isLocked: true, done: 0 };
    const retry: LockRetry = {
      isLocked: (error) => error === LOCKED,
      pauseMs: 10,
      maxMs: longestMs,
      pause: () => new Promise<void>((go) => pauses.push(go)),
    };
    const access = {
      set: () => {
        if (world.isLocked) throw LOCKED;
        world.done++;
      },
    };
    const store = asynchronous({ access, close: () => {} } as never, 'the store', retry);
    const passed = async (count: number) => {
      for (let i = 0; i < count; i++) {
        pauses.shift()?.();
        await otherWork();
      }
    };
    return { world, store, pauses, passed, set: () => store.access.set('p', 'denied') };
  }
  const outcomeOf = (call: Promise<void>) =>
    call.then(
      () => 'done',
      (error: Error) => error.message,
    );

  it('fails once it has waited for the limit, counted from when it was made', async () => {
    const { passed, set, pauses } = stage(30);
    const outcomes: string[] = [];
    const call = () => void outcomeOf(set()).then((outcome) => outcomes.push(outcome));
    call();
    await passed(2);
    call();
    await passed(1);
    expect(outcomes).toEqual(['access.set failed on the store: database is locked']);
    await passed(1);
    expect(outcomes).toHaveLength(1);
    await passed(1);
    expect(outcomes).toHaveLength(2);
    expect(pauses).toEqual([]);
  });

  it('is done once, as soon as the lock is free, and the next one at once', async () => {
    const { world, passed, set, pauses } = stage(30);
    const waiting = [set(), set()];
    await passed(1);
    world.isLocked = false;
    await passed(1);
    await Promise.all(waiting);
    expect(world.done).toBe(2);
    await set();
    expect(world.done).toBe(3);
    expect(pauses).toEqual([]);
  });
});

describe('a state file that is open', () => {
  async function opened() {
    const result = await openSqliteStore(state.file());
    if (!result.ok) throw new Error(result.reason);
    return result;
  }

  it('is found to be removed, replaced and back', async () => {
    const { store, fileProblem } = await opened();
    expect(await fileProblem()).toBeUndefined();
    await store.access.set('p1', 'denied');
    expect(await fileProblem()).toBeUndefined();
    fs.renameSync(state.file(), state.file('away'));
    expect(await fileProblem()).toMatch(
      /^The state file .* is gone while the program runs, .*; stop the program, put .* back, and start it again\.$/,
    );
    fs.copyFileSync(state.file('away'), state.file());
    expect(await fileProblem()).toMatch(
      /^The state file .* was replaced by another file .*; start the program again to use the new file\.$/,
    );
    fs.renameSync(state.file('away'), state.file());
    expect(await fileProblem()).toBeUndefined();
    await store.close();
  });

  it('that is in memory has no file to lose', async () => {
    const memory = await openStore(IN_MEMORY);
    expect(memory.ok && (await memory.fileProblem())).toBeUndefined();
  });

  it('is logged once for each change', async () => {
    const said: string[] = [];
    const log = {
      error: (_: object, sentence: string) => void said.push(`error: ${sentence}`),
      warn: (_: object, sentence: string) => void said.push(`warn: ${sentence}`),
    };
    const looks = [undefined, undefined, 'gone', 'gone', 'replaced', undefined, undefined];
    const stopping = new AbortController();
    let look = 0;
    await watchState(
      { fileProblem: async () => looks[look++] },
      { log, stop: stopping.signal, wait: async () => look === looks.length && stopping.abort() },
    );
    expect(said).toEqual(['error: gone', 'error: replaced', 'warn: The state file is in its place again.']);
  });
});
