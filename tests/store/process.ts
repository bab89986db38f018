// A second process on a state file: waits for a line, does one task, writes what came of it. See processes.test.ts.
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { openSqliteStore } from '../../src/store/index.ts';
import { NOW } from '../contracts/digest-records.ts';
import { follow, send } from './digest-tasks.ts';

const [task, file] = process.argv.slice(2);
const AT = 1_700_000_000_000;
const CLAIMS = 100;
const HOLD_MS = 150;
const HANG_MS = 60_000;
const KEYS = ['privacy', 'rate-limit', 'welcome'];

async function opened() {
  const result = await openSqliteStore(file);
  if (!result.ok) throw new Error(result.reason);
  return result.store;
}

const TASKS: Record<string, () => Promise<unknown>> = {
  /** Opens a file that others open at the same moment. */
  async open() {
    const store = await opened();
    return store.secret();
  },
  /** How many claims of each key were first. */
  async claim() {
    const store = await opened();
    const wins: number[] = [];
    for (const key of KEYS) {
      const claims = Array.from({ length: CLAIMS }, () => store.notices.claim('u1', key, AT, 0));
      wins.push((await Promise.all(claims)).filter(Boolean).length);
    }
    return wins;
  },
  /** Follows a topic in many places. */
  async follow() {
    return follow((await opened()).digests, `${process.pid}`);
  },
  /** Sends all digests that are due; its claims last. */
  async send() {
    return send((await opened()).digests, `${process.pid}`, 1);
  },
  /** The same, with claims that run out at once, so that others take over what it is at. */
  async contest() {
    return send((await opened()).digests, `${process.pid}`, 0);
  },
  /** Claims entries, and is to be killed before it ends them. */
  async hang() {
    const claimed = await (await opened()).digests.outbox.claim({
      platform: 'discord',
      worker: 'hanging',
      now: NOW,
      until: NOW + 1,
      limit: 30,
    });
    process.stdout.write(`${JSON.stringify(claimed.map(({ id }) => id))}\n`);
    await pause(HANG_MS);
  },
  /** Sets one setting and tells all, also what another process has set. */
  async see() {
    const store = await opened();
    await store.settings.set('p1', { length: 'short' });
    return store.settings.get('p1');
  },
  /** Keeps everybody else from writing for a while; a line when it begins. */
  async hold() {
    const database = new DatabaseSync(file);
    database.exec('BEGIN IMMEDIATE');
    process.stdout.write('true\n');
    await pause(HOLD_MS);
    database.close();
  },
  /** Writes turns until it is killed; a line after each that is kept. */
  async write() {
    const store = await opened();
    for (let number = 0; ; number++) {
      const questions = ['林业局呢'.repeat(200)];
      await store.conversations.add({
        message: `m${number}`,
        place: 'p1',
        person: 'u1',
        questions,
        at: number,
      });
      process.stdout.write(`${number}\n`);
    }
  },
};

process.stdout.write('ready\n');
await once(process.stdin, 'data');
process.stdout.write(`${JSON.stringify((await TASKS[task]()) ?? null)}\n`);
process.exit(0);
