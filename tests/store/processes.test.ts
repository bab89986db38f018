// Two programs on one state file, and one that is killed.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import { entry, NOW, subscription } from '../contracts/digest-records.ts';
import { COMPILE_CACHE } from '../fixtures/compile-cache.ts';
import { PLACES, type Sent } from './digest-tasks.ts';
import { stateFolder } from './state-folder.ts';

const state = stateFolder();
const PROGRAM = path.join(import.meta.dirname, 'process.ts');

/** A process that waits for its start. */
interface Waiting {
  process: ChildProcess;
  /** What it writes from now on. */
  lines: AsyncIterator<string>;
}

let started: ChildProcess[] = [];
afterEach(() => {
  for (const each of started) each.kill('SIGKILL');
  started = [];
});

async function start(task: string): Promise<Waiting> {
  const child = spawn(process.execPath, [PROGRAM, task, state.file()], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...COMPILE_CACHE },
  });
  started.push(child);
  const reader: Interface = createInterface({ input: child.stdout });
  const lines = reader[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  return { process: child, lines };
}

/** Lets processes begin at once; gives what each came to. */
async function results(waiting: Waiting[]): Promise<unknown[]> {
  for (const each of waiting) each.process.stdin?.write('go\n');
  return Promise.all(waiting.map(async ({ lines }) => JSON.parse((await lines.next()).value)));
}

describe('two programs', () => {
  it('that open a new file at once make one store of it', async () => {
    const waiting = await Promise.all(Array.from({ length: 3 }, () => start('open')));
    const secrets = await results(waiting);
    expect(new Set(secrets)).toEqual(new Set([await (await state.open()).secret()]));
  });

  it('see what each other wrote', async () => {
    const store = await state.open();
    await store.settings.set('p1', { language: 'en' });
    const both = { language: 'en', length: 'short' };
    expect(await results([await start('see')])).toEqual([both]);
    expect(await store.settings.get('p1')).toEqual(both);
  });

  it('wait for each other to write, as long as the store is opened with', async () => {
    const patient = await state.open();
    const hasty = await state.open(state.file(), 0);
    await results([await start('hold')]);
    await expect(hasty.access.set('p1', 'denied')).rejects.toThrow('database is locked');
    await patient.access.set('p1', 'allowed');
    expect(await hasty.access.get('p1')).toBe('allowed');
  });

  it('that claim the same notices two hundred times at once are first once together', async () => {
    const wins = (await results(await Promise.all([start('claim'), start('claim')]))) as number[][];
    expect(wins[0].map((count, key) => count + wins[1][key])).toEqual([1, 1, 1]);
  });
});

describe('two programs that send digests', () => {
  const both = async (task: string) => results(await Promise.all([start(task), start(task)]));
  const places = Array.from({ length: PLACES }, (_, number) => `p:${number}`);

  /** What both came to, where every place has a digest due. */
  async function sentBy(task: string): Promise<Sent & { store: ChatStore }> {
    const store = await state.open();
    for (const place of places) await store.digests.subscriptions.put(subscription({ place }));
    const [one, other] = (await both(task)) as Sent[];
    return {
      store,
      enqueued: [...one.enqueued, ...other.enqueued],
      claimed: [...one.claimed, ...other.claimed],
      ended: [...one.ended, ...other.ended],
    };
  }

  it('enqueue, claim and end each of them once', async () => {
    const { store, enqueued, claimed, ended } = await sentBy('send');
    for (const list of [enqueued, claimed, ended]) expect(list.sort()).toEqual([...places].sort());
    expect(await store.digests.subscriptions.due(NOW, 1)).toEqual([]);
    expect(
      await store.digests.outbox.claim({
        platform: 'p',
        worker: 'w1',
        now: NOW + 9,
        until: NOW + 10,
        limit: 1,
      }),
    ).toEqual([]);
  });

  it('end each of them once although they take them from each other all the time', async () => {
    const { store, enqueued, claimed, ended } = await sentBy('contest');
    for (const list of [enqueued, ended]) expect(list.sort()).toEqual([...places].sort());
    for (const place of places) {
      const attempts = claimed.filter((id) => id === place).length;
      expect(await store.digests.outbox.get(place)).toMatchObject({ state: 'sent', attempts });
      expect((await store.digests.shown.of(place)).sentences).toHaveLength(1);
    }
  });

  it('follow no more topics together than a place may', async () => {
    const [one, other] = (await both('follow')) as string[][];
    expect([...one, ...other].sort()).toEqual([...places].sort());
    const { digests } = await state.open();
    for (const place of places) expect(await digests.topics.list(place)).toHaveLength(1);
  });

  it('of which one is killed leave its entries to the other once the claims ran out', async () => {
    const store = await state.open();
    for (let number = 0; number < 50; number++) await store.digests.outbox.add(entry(`e${number}`));
    const sender = await start('hang');
    const [claimed] = await results([sender]);
    sender.process.kill('SIGKILL');
    expect(claimed).toHaveLength(30);
    expect(
      await store.digests.outbox.claim({
        platform: 'discord',
        worker: 'w1',
        now: NOW,
        until: NOW + 5,
        limit: 99,
      }),
    ).toHaveLength(20);
    const left = await store.digests.outbox.claim({
      platform: 'discord',
      worker: 'w1',
      now: NOW + 1,
      until: NOW + 5,
      limit: 99,
    });
    expect(left.map(({ id }) => id)).toEqual(claimed);
  });
});

describe('a program that is killed while it writes', () => {
  it('leaves a file with everything that it had confirmed', async () => {
    const writer = await start('write');
    writer.process.stdin?.write('go\n');
    let last = -1;
    while (last < 300) last = Number((await writer.lines.next()).value);
    writer.process.kill('SIGKILL');
    for (let line = await writer.lines.next(); !line.done; line = await writer.lines.next())
      last = Number(line.value);
    expect(fs.existsSync(`${state.file()}-wal`)).toBe(true); // it could not tidy up
    const store = await state.open();
    for (let number = 0; number <= last; number++) {
      expect(await store.conversations.ofMessage(`m${number}`, 0)).toMatchObject({ at: number });
    }
    await store.conversations.expire(last);
    expect((await store.conversations.latest('p1', 'u1', 0))?.at).toBeGreaterThanOrEqual(last);
  });
});
