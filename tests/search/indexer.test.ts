// Indexing in this thread and in others: the same comes of it, and nothing that goes wrong there stays unsaid.
import { afterAll, describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../src/reports/index.ts';
import { type Indexer, ThreadedIndexer, workersFor } from '../../src/search/indexer.ts';
import { prose } from '../fixtures/prose.ts';

const documentOf = (text: string): ReadDocument => ({
  text,
  markup: [],
  headings: [],
  warnings: [{ kind: 'notes' }],
});
const REPORT = documentOf(`县林业局2023年工作总结\n\n一、主要工作\n${prose(3)}\n`);

const here = new ThreadedIndexer(1, Number.POSITIVE_INFINITY);
const threaded = new ThreadedIndexer(2);
afterAll(() => Promise.all([here.close(), threaded.close()]));

describe.each<[string, Indexer]>([
  ['this thread', here],
  ['threads of their own', threaded],
])('indexing in %s', (_, indexer) => {
  it('gives the file, its tokens and what should be known about it', async () => {
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

  it('fails for a document that cannot be understood, and goes on with the next', async () => {
    const broken = { ...REPORT, text: undefined as unknown as string };
    await expect(indexer.index('a.txt', broken)).rejects.toThrow();
    expect((await indexer.index('a.txt', REPORT)).file.reports).toHaveLength(1);
  });
});

describe('a thread', () => {
  it('that takes too long is given up, and the next document gets another one', async () => {
    const hasty = new ThreadedIndexer(1, 0, 1);
    await expect(hasty.index('a.txt', REPORT)).rejects.toThrow(/more than 0\.001 seconds/);
    await expect(hasty.index('b.txt', REPORT)).rejects.toThrow(/more than/);
    await hasty.close();
  });

  it('that is closed fails what it was to do', async () => {
    const indexer = new ThreadedIndexer(1);
    const results = Promise.allSettled(['a.txt', 'b.txt'].map((name) => indexer.index(name, REPORT)));
    await indexer.close();
    expect((await results).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('is not started for a little, as long as that is little altogether', async () => {
    const indexer = new ThreadedIndexer(1, 2.5 * REPORT.text.length);
    for (const threads of [0, 0, 1, 1]) {
      await indexer.index('a.txt', REPORT);
      expect(indexer.threads).toBe(threads);
    }
    await indexer.close();
    expect(indexer.threads).toBe(0);
  });

  it('is started for a long text also where its file is small', async () => {
    const { reader } = workersFor(10_000, true);
    await reader.index('a.txt', REPORT);
    expect(reader.threads).toBe(0);
    await reader.index('b.txt', documentOf(prose(3).repeat(1000)));
    expect(reader.threads).toBe(1);
    await reader.close();
  });

  it('is started for many files, also while nobody waits', async () => {
    const { reader } = workersFor(10_000_000, false);
    expect(reader.width).toBeLessThanOrEqual(2);
    await reader.index('a.txt', REPORT);
    expect(reader.threads).toBe(1);
    await reader.close();
  });
});
