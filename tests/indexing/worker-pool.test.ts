// Indexing in this thread and in worker threads: the results are the same, and every failure rejects.
import { afterAll, describe, expect, it } from 'vitest';
import { workersFor } from '../../src/indexing/indexing-workers.ts';
import { WorkerPool } from '../../src/indexing/worker-pool.ts';
import type { ReadDocument } from '../../src/reports/index.ts';
import { prose } from '../fixtures/prose.ts';

const documentOf = (text: string): ReadDocument => ({
  text,
  markup: [],
  headings: [],
  warnings: [{ kind: 'notes' }],
});
const REPORT = documentOf(`县林业局2023年工作总结\n\n一、主要工作\n${prose(3)}\n`);

const here = new WorkerPool(1, Number.POSITIVE_INFINITY);
const threaded = new WorkerPool(2);
afterAll(() => Promise.all([here.close(), threaded.close()]));

describe.each<[string, WorkerPool]>([
  ['this thread', here],
  ['worker threads', threaded],
])('indexing in %s', (_, indexer) => {
  it('gives the file, its tokens and its warnings', async () => {
    const [first, second] = await Promise.all([
      indexer.index('a.txt', REPORT),
      indexer.index('b.txt', documentOf('')),
    ]);
    expect(first).toEqual(await here.index('a.txt', REPORT));
    expect(first.file.reports.map(({ title }) => title)).toEqual(['县林业局2023年工作总结']);
    expect(first.warnings).toContainEqual({ file: 'a.txt', warning: { kind: 'notes' } });
    expect(second.warnings).toContainEqual({ file: 'b.txt', warning: { kind: 'no-report' } });
  });

  it('gives the dictionary, a line of glosses for each word', async () => {
    const { words, glosses } = await indexer.dictionary();
    const list = words.split('\n');
    expect(list.length).toBeGreaterThan(100_000);
    expect(glosses.split('\n')).toHaveLength(list.length);
    expect(glosses.split('\n')[list.indexOf('公路')]).toMatch(/highway/);
  });

  it('rejects for a document that cannot be understood, and goes on with the next', async () => {
    const broken = { ...REPORT, text: undefined as unknown as string };
    await expect(indexer.index('a.txt', broken)).rejects.toThrow();
    expect((await indexer.index('a.txt', REPORT)).file.reports).toHaveLength(1);
  });
});

describe('a thread', () => {
  it('that exceeds its time is ended, and the next document gets another one', async () => {
    const hasty = new WorkerPool(1, 0, 1);
    await expect(hasty.index('a.txt', REPORT)).rejects.toThrow(/more than 0\.001 seconds/);
    await expect(hasty.index('b.txt', REPORT)).rejects.toThrow(/more than/);
    await hasty.close();
  });

  it('that is closed rejects its jobs', async () => {
    const indexer = new WorkerPool(1);
    const results = Promise.allSettled(['a.txt', 'b.txt'].map((name) => indexer.index(name, REPORT)));
    await indexer.close();
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('is not started before the short documents together exceed the limit', async () => {
    const indexer = new WorkerPool(1, 2.5 * REPORT.text.length);
    for (const threads of [0, 0, 1, 1]) {
      await indexer.index('a.txt', REPORT);
      expect(indexer.threads).toBe(threads);
    }
    await indexer.close();
    expect(indexer.threads).toBe(0);
  });

  it('is started for a long text of a small file', async () => {
    const { indexer } = workersFor(10_000, true);
    await indexer.index('a.txt', REPORT);
    expect(indexer.threads).toBe(0);
    await indexer.index('b.txt', documentOf(prose(3).repeat(1000)));
    expect(indexer.threads).toBe(1);
    await indexer.close();
  });

  it('is started for a large change, also before anything is served', async () => {
    const { indexer } = workersFor(10_000_000, false);
    expect(indexer.concurrency).toBeLessThanOrEqual(2);
    await indexer.index('a.txt', REPORT);
    expect(indexer.threads).toBe(1);
    await indexer.close();
  });
});
