import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatStore } from '../../src/chat/index.ts';
import { memoryStore } from '../../src/store/index.ts';
import { subscription } from '../contracts/digest-records.ts';
import { digestStoreContract } from '../contracts/digest-store.ts';
import { HARD_TEXTS } from '../contracts/hard-texts.ts';
import { storeContract } from '../contracts/store.ts';
import { contentOf, FULL, fill } from './full.ts';
import { stateFolder } from './state-folder.ts';

const state = stateFolder();

describe('the store in a file', () => {
  describe('keeps the contract:', () => {
    let opened = 0;
    const open = () => state.open(state.file(`${opened++}.sqlite`));
    storeContract(open);
    describe('of the digests:', () => digestStoreContract(open));
  });

  it('gives everything back after it was opened again', async () => {
    const first = await state.open();
    await fill(first);
    const secret = await first.secret();
    await first.close();
    const second = await state.open();
    expect(await contentOf(second)).toEqual(FULL);
    expect(await second.secret()).toBe(secret);
    expect(await second.owners.redeem('h2', 'u2')).toBe(true); // the code on offer is kept too
  });

  it('keeps texts with halves of characters and U+0000 in the file', async () => {
    const first = await state.open();
    for (const text of HARD_TEXTS) await first.access.set(text, 'allowed');
    await first.close();
    const second = await state.open();
    for (const text of HARD_TEXTS) expect(await second.access.get(text)).toBe('allowed');
  });

  it('leaves one file behind when it is closed, and nothing of what was forgotten in it', async () => {
    const store = await state.open();
    const questions = ['a question that nobody shall find'];
    await store.conversations.add({ message: 'm1', place: 'p1', person: 'u1', questions, at: 1 });
    await store.forget('u1', 'x');
    await store.close();
    expect(fs.readdirSync(state.file('.'))).toEqual(['state.sqlite']);
    expect(fs.readFileSync(state.file(), 'latin1')).not.toContain('nobody shall find');
  });

  it('stores a backoff under the names of the released file format', async () => {
    const store = await state.open();
    await store.digests.subscriptions.put(subscription({ place: 'p1', enabledBy: 'u1' }));
    const backoff = {
      obstacle: 'closed',
      since: 1,
      failedAt: 2,
      failures: 3,
      retryAt: 4,
      notified: true,
    } as const;
    await store.digests.subscriptions.setBackoff('p1', backoff);
    await store.close();
    const database = new DatabaseSync(state.file());
    const row = database.prepare('SELECT trouble, keeper FROM subscription').get()!;
    database.close();
    expect(JSON.parse(String(row.trouble))).toEqual({
      ...{ obstacle: 'closed', since: 1, at: 2, failures: 3 },
      ...{ wakeAt: 4, told: true },
    });
    expect(row.keeper).toBe('u1');
  });

  it('writes ahead to a log', async () => {
    await (await state.open()).close();
    const database = new DatabaseSync(state.file());
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  it('is shared by two stores on one file', async () => {
    const one = await state.open();
    const other = await state.open();
    await fill(one);
    expect(await contentOf(other)).toEqual(FULL);
    await one.close();
    await other.settings.set('p1', { language: 'en' });
    expect(await (await state.open()).settings.get('p1')).toEqual({ language: 'en', length: 'short' });
  });

  it('rejects a call, with what it was and the cause, while another holds the lock for too long', async () => {
    const store = await state.open(state.file(), 30);
    const other = new DatabaseSync(state.file());
    other.exec('BEGIN IMMEDIATE');
    const failed = await store.access.set('p1', 'denied').catch((error) => error);
    expect(failed.message).toBe(`access.set failed on the state file ${state.file()}: database is locked`);
    expect(failed.cause).toMatchObject({ errcode: 5 });
    expect(await store.access.get('p1')).toBeUndefined(); // reading goes on
    other.exec('ROLLBACK');
    other.close();
    await store.access.set('p1', 'denied');
    expect(await store.access.get('p1')).toBe('denied');
  });
});

/** One call on any store, with few different keys so that calls meet. */
type Call = (store: ChatStore) => Promise<unknown>;
const key = fc.constantFrom('a', 'b', '\ud83d');
const at = fc.nat(6);
const call: fc.Arbitrary<Call> = fc.oneof(
  fc.tuple(key, fc.constantFrom('zh', 'en'), fc.boolean()).map(([place, language, short]): Call => {
    const settings = short ? { length: 'short' as const } : { language: language as 'zh' | 'en' };
    return (store) => store.settings.set(place, settings);
  }),
  key.map(
    (place): Call =>
      (store) =>
        store.settings.get(place),
  ),
  key.map(
    (hash): Call =>
      (store) =>
        store.owners.offer(hash),
  ),
  fc.tuple(key, key).map(
    ([hash, person]): Call =>
      (store) =>
        store.owners.redeem(hash, person),
  ),
  fc.tuple(key, key, key, at).map(
    ([message, place, person, at]): Call =>
      (store) =>
        store.conversations.add({ message, place, person, questions: [message], at }),
  ),
  fc.tuple(key, at).map(
    ([message, since]): Call =>
      (store) =>
        store.conversations.ofMessage(message, since),
  ),
  fc.tuple(key, key, at).map(
    ([place, person, since]): Call =>
      (store) =>
        store.conversations.latest(place, person, since),
  ),
  fc.tuple(key, key, fc.boolean(), at).map(
    ([message, person, helpful, at]): Call =>
      (store) =>
        store.feedback.set({ message, person, helpful, at }),
  ),
  fc.constant<Call>((store) => store.feedback.count()),
  fc.tuple(key, key, at).map(
    ([id, word, at]): Call =>
      (store) =>
        store.pagedLists.put(id, { kind: 'passages', ids: [], words: [word] }, at),
  ),
  fc.tuple(key, at).map(
    ([id, at]): Call =>
      (store) =>
        store.pagedLists.get(id, at),
  ),
  fc.tuple(key, key, at, at).map(
    ([person, notice, at, since]): Call =>
      (store) =>
        store.notices.claim(person, notice, at, since),
  ),
  fc.tuple(key, at).map(
    ([pseudonym, at]): Call =>
      (store) =>
        store.questionLog.add({ pseudonym, question: '', answered: true, at }),
  ),
  fc.constant<Call>((store) => store.questionLog.count()),
  fc.tuple(key, key).map(
    ([person, pseudonym]): Call =>
      (store) =>
        store.forget(person, pseudonym),
  ),
  fc.tuple(fc.constantFrom('conversations', 'pagedLists', 'notices', 'questionLog'), at).map(
    ([part, before]): Call =>
      (store) =>
        store[part as 'notices'].expire(before),
  ),
);

describe('the two stores', () => {
  it('answer every sequence of calls alike', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 20, maxLength: 60 }), async (calls) => {
        const inFile = await state.open(state.file(`${run++}.sqlite`));
        const inMemory = memoryStore();
        for (const each of calls) expect(await each(inFile)).toEqual(await each(inMemory));
        await inFile.close();
      }),
      { seed: 71, numRuns: 40 },
    );
  });
});
