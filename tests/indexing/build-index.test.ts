// One state of the index after another: each equals a build from nothing, and none changes afterwards.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadSnapshot, saveSnapshot } from '../../src/indexing/snapshot.ts';
import { restoreIndex, toStore } from '../../src/indexing/stored-index.ts';
import { indexTokens } from '../../src/language/index.ts';
import { sentence } from '../fixtures/prose.ts';
import { found, indexOf } from '../search/corpus.ts';
import { ChangingReports, contentOf, reportNumber } from './changing-reports.ts';

function reportsOf(count: number): ChangingReports {
  const reports = new ChangingReports();
  for (let i = 0; i < count; i++) reports.put(nameOf(i), reportNumber(i));
  return reports;
}

const BUILD_HASH = 'f'.repeat(64);

const nameOf = (number: number) => `${String(number).padStart(3, '0')}.txt`;

type Change =
  | { kind: 'put'; at: number; text: number }
  | { kind: 'remove' | 'rename'; at: number; to: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(15), text: fc.nat(60) }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'rename' as const), at: fc.nat(15), to: fc.nat(30) }),
);

describe('an updated index', () => {
  it('equals one that is built from nothing, after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }),
        async (count, rounds) => {
          const reports = reportsOf(count);
          const texts = new Map(Array.from({ length: count }, (_, i) => [nameOf(i), reportNumber(i)]));
          await reports.updated();
          for (const round of rounds) {
            for (const each of round) apply(each, reports, texts);
            const updated = await reports.updated();
            expect(contentOf(updated)).toEqual(contentOf(await reports.fresh()));
          }
        },
      ),
      { seed: 7, numRuns: 12 },
    );
  });

  it('equals one that is built from nothing when its segments are merged for their number', async () => {
    const reports = reportsOf(90);
    await reports.updated();
    const counts: number[] = [];
    for (let i = 0; i < 20; i++) {
      reports.put(nameOf(200 + i), reportNumber(200 + i));
      if (i % 4 === 0) reports.put(nameOf(i), reportNumber(i + 7));
      const updated = await reports.updated();
      counts.push(updated.parts.segments.count);
      if (i % 5 === 4) expect(contentOf(updated)).toEqual(contentOf(await reports.fresh()));
    }
    expect(Math.max(...counts)).toBe(16);
    expect(counts.at(-1)).toBeLessThan(16);
    expect(counts[0]).toBe(2);
  });

  it('has one segment again when much was added or removed', async () => {
    const reports = reportsOf(20);
    await reports.updated();
    for (let i = 0; i < 10; i++) reports.remove(nameOf(2 * i));
    const updated = await reports.updated();
    expect(updated.parts.segments.count).toBe(1);
    expect(contentOf(updated)).toEqual(contentOf(await reports.fresh()));
  });

  it('is the same object where nothing changed', async () => {
    const reports = reportsOf(3);
    const first = await reports.updated();
    expect(await reports.updated()).toBe(first);
  });

  it('may lose all its files and get others', async () => {
    const reports = reportsOf(2);
    await reports.updated();
    reports.remove(nameOf(0));
    reports.remove(nameOf(1));
    const empty = await reports.updated();
    expect(found(empty, ['老人'])).toEqual([]);
    expect(empty.reports).toEqual([]);
    reports.put('b.txt', reportNumber(5));
    expect(contentOf(await reports.updated())).toEqual(contentOf(await reports.fresh()));
  });

  it('equals one that is built in one go', async () => {
    const texts = { 'a.txt': reportNumber(1), 'b.txt': reportNumber(2) };
    const reports = new ChangingReports();
    for (const [name, text] of Object.entries(texts)) reports.put(name, text);
    const {
      thesaurus: _,
      offered: __,
      ...said
    } = contentOf(await reports.updated()) as Record<string, unknown>;
    expect(contentOf(indexOf(texts))).toMatchObject(said);
  });
});

function apply(each: Change, reports: ChangingReports, texts: Map<string, string>): void {
  const name = nameOf(each.at);
  const text = each.kind === 'put' ? reportNumber(each.text) : texts.get(name);
  if (text === undefined) return;
  if (each.kind === 'put') {
    reports.put(name, text);
    texts.set(name, text);
    return;
  }
  reports.remove(name);
  texts.delete(name);
  if (each.kind === 'remove') return;
  reports.put(nameOf(each.to), text);
  texts.set(nameOf(each.to), text);
}

describe('a state of the index', () => {
  it('stays as it was when later states have been built', async () => {
    const reports = reportsOf(12);
    const first = await reports.updated();
    const before = contentOf(first);
    reports.put(nameOf(3), `雁汀镇2023年工作总结\n\n一、主要工作\n新修磁悬浮车站，${sentence(2)}\n`);
    reports.remove(nameOf(4));
    const second = await reports.updated();
    expect(found(second, ['磁悬浮'])).toHaveLength(1);
    expect(found(first, ['磁悬浮'])).toEqual([]);
    expect(first.hasWordsFor('磁悬浮')).toBe(false);
    expect(first.rarity('磁悬')).toBe(first.rarity('全无此词'));
    expect(contentOf(first)).toEqual(before);
  });

  it('has no words of removed files', async () => {
    const reports = reportsOf(12);
    reports.put('extra.txt', '雁汀镇2023年工作总结\n\n一、主要工作\n新修磁悬浮车站三座，惠及群众。\n');
    const before = await reports.updated();
    expect(before.hasWordsFor('磁悬浮')).toBe(true);
    reports.remove('extra.txt');
    const after = await reports.updated();
    expect(after.hasWordsFor('磁悬浮')).toBe(false);
    for (const token of indexTokens('磁悬浮')) expect(after.passageFrequency(token)).toBe(0);
    expect(after.sounds.spelled('xuanfu')).toEqual([]);
    expect(after.pairsWith('磁')).toEqual([]);
  });

  it('is restored from the snapshot', async () => {
    const reports = reportsOf(8);
    await reports.updated();
    reports.remove(nameOf(2));
    const index = await reports.updated();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'next-index-'));
    const file = path.join(folder, 'one.snapshot');
    await saveSnapshot(file, BUILD_HASH, { known: [], index: toStore(index) });
    const { data } = await loadSnapshot(file, BUILD_HASH);
    await fs.rm(folder, { recursive: true });
    expect(data && contentOf(restoreIndex(index.files, data.index))).toEqual(contentOf(index));
  });
});
