// Threads for readers: whatever a reader does, it costs its own file only.
import { afterAll, describe, expect, it } from 'vitest';
import { ReaderPool } from '../../../src/reports/formats/pool.ts';

const program = new URL('../../fixtures/formats/hostile-reader.ts', import.meta.url);
/** Long enough for a thread to start on a busy machine. */
const LIMITS = { timeLimitMs: 3_000, memoryLimitMb: 96 };
const pool = new ReaderPool({ ...LIMITS, size: 2, program });
afterAll(() => pool.close());

const read = (words: string, by = pool) => by.read('text', Buffer.from(words));
const told = (words: string) => ({ ok: true, text: words, markup: [], headings: [], warnings: [] });

describe('a reader', () => {
  it.each([
    ['hang', { kind: 'too-slow', seconds: 3 }],
    ['fill the heap', { kind: 'too-much-memory', megabytes: 96 }],
    ['fill buffers', { kind: 'too-much-memory', megabytes: 96 }],
    ['leave', { kind: 'reader-ended' }],
    ['throw', { kind: 'damaged', says: 'unheard of' }],
    ['reject later', { kind: 'damaged', says: 'too late' }],
  ])(
    'may %s: its file is given up with a reason, those beside and after it are read',
    async (deed, reason) => {
      const [beside, bad, after] = await Promise.all([read('beside'), read(deed), read('after')]);
      expect(bad).toEqual({ ok: false, reason });
      expect([beside, after, await read('later')]).toEqual(['beside', 'after', 'later'].map(told));
    },
  );

  it('may hang in all threads at once: all other files are read', async () => {
    const jobs = ['hang', 'hang', 'good', 'well'];
    const results = await Promise.all(jobs.map((job) => read(job)));
    expect(results.map(({ ok }) => ok)).toEqual(jobs.map((job) => job !== 'hang'));
  });
});

describe('the limit on time', () => {
  it('counts processor time, so that no file is too slow on a busy machine', async () => {
    const short = new ReaderPool({ ...LIMITS, timeLimitMs: 500, size: 1, program });
    expect(await read('before', short)).toMatchObject({ ok: true });
    expect(await read('sleep', short)).toEqual(told('sleep'));
    expect(await read('hang', short)).toEqual({ ok: false, reason: { kind: 'too-slow', seconds: 0.5 } });
    await short.close();
  });

  it('counts wall time too, so that a reader that waits forever does not keep its thread', async () => {
    const short = new ReaderPool({ ...LIMITS, timeLimitMs: 60_000, wallLimitMs: 6_000, size: 1, program });
    const [bad, after] = await Promise.all([read('sleep for ever', short), read('after', short)]);
    expect(bad).toEqual({ ok: false, reason: { kind: 'too-slow', seconds: 6 } });
    expect(after).toEqual(told('after'));
    await short.close();
  });
});

describe('the pool', () => {
  it('reads a file again in a new thread after its thread crashed with memory of an earlier file', async () => {
    const single = new ReaderPool({ ...LIMITS, size: 1, program });
    expect(await read('answer, then throw at the next', single)).toMatchObject({ ok: true });
    expect(await read('innocent', single)).toEqual(told('innocent'));
    await single.close();
  });

  it('answers each file with its own text', async () => {
    const names = Array.from({ length: 50 }, (_, i) => `file ${i}`);
    const results = await Promise.all(names.map((name) => read(name)));
    expect(results).toEqual(names.map(told));
  });

  it('ends idle threads and starts new ones', async () => {
    const hasty = new ReaderPool({ ...LIMITS, idleMs: 0, program });
    for (let i = 0; i < 5; i++) {
      expect(await read(`file ${i}`, hasty)).toEqual(told(`file ${i}`));
      await new Promise((resolve) => setTimeout(resolve, i));
    }
  });

  it("leaves the caller's bytes usable", async () => {
    const bytes = Buffer.from('mine');
    await pool.read('text', bytes);
    expect(bytes.toString()).toBe('mine');
  });

  it('reads again after it was closed', async () => {
    await read('before');
    await pool.close();
    expect(await read('again')).toEqual(told('again'));
  });
});
