// Two programs on one state file, and one that is killed.
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
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

  it('wait for each other to write, as long as a store was told to', async () => {
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

describe('a program that is killed while it writes', () => {
  it('leaves a file with everything that it had said was kept', async () => {
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
