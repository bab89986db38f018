// One state of the index after another: each is what a build from nothing would have made, and none changes any more.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexTokens } from '../../src/language/index.ts';
import { PassageIndex } from '../../src/search/index.ts';
import { loadSnapshot, saveSnapshot } from '../../src/search/snapshot.ts';
import { sentence } from '../fixtures/prose.ts';
import { ChangingLibrary, reportNumber, saidBy } from './changing.ts';
import { found, indexOf } from './corpus.ts';

function libraryOf(count: number): ChangingLibrary {
  const library = new ChangingLibrary();
  for (let i = 0; i < count; i++) library.put(nameOf(i), reportNumber(i));
  return library;
}

const FINGERPRINT = 'f'.repeat(64);

const nameOf = (number: number) => `${String(number).padStart(3, '0')}.txt`;

type Change =
  | { kind: 'put'; at: number; text: number }
  | { kind: 'remove' | 'rename'; at: number; to: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), at: fc.nat(15), text: fc.nat(60) }),
  fc.record({ kind: fc.constantFrom('remove' as const, 'rename' as const), at: fc.nat(15), to: fc.nat(30) }),
);

describe('an updated index', () => {
  it('says the same as one that is built from nothing, after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 6 }),
        async (count, rounds) => {
          const library = libraryOf(count);
          const texts = new Map(Array.from({ length: count }, (_, i) => [nameOf(i), reportNumber(i)]));
          await library.updated();
          for (const round of rounds) {
            for (const each of round) apply(each, library, texts);
            const updated = await library.updated();
            expect(saidBy(updated)).toEqual(saidBy(await library.fresh()));
          }
        },
      ),
      { seed: 7, numRuns: 12 },
    );
  });

  it('says the same when its parts in the engine have become so many that they are merged', async () => {
    const library = libraryOf(90);
    await library.updated();
    const counts: number[] = [];
    for (let i = 0; i < 20; i++) {
      library.put(nameOf(200 + i), reportNumber(200 + i));
      if (i % 4 === 0) library.put(nameOf(i), reportNumber(i + 7));
      const updated = await library.updated();
      counts.push(updated.parts.segments.count);
      if (i % 5 === 4) expect(saidBy(updated)).toEqual(saidBy(await library.fresh()));
    }
    expect(Math.max(...counts)).toBe(16);
    expect(counts.at(-1)).toBeLessThan(16);
    expect(counts[0]).toBe(2);
  });

  it('is made whole again when much of it came later or is gone', async () => {
    const library = libraryOf(20);
    await library.updated();
    for (let i = 0; i < 10; i++) library.remove(nameOf(2 * i));
    const updated = await library.updated();
    expect(updated.parts.segments.count).toBe(1);
    expect(saidBy(updated)).toEqual(saidBy(await library.fresh()));
  });

  it('is the same as before where nothing changed', async () => {
    const library = libraryOf(3);
    const first = await library.updated();
    expect(await library.updated()).toBe(first);
  });

  it('may lose all its files and get others', async () => {
    const library = libraryOf(2);
    await library.updated();
    library.remove(nameOf(0));
    library.remove(nameOf(1));
    const empty = await library.updated();
    expect(found(empty, ['老人'])).toEqual([]);
    expect(empty.reports).toEqual([]);
    library.put('b.txt', reportNumber(5));
    expect(saidBy(await library.updated())).toEqual(saidBy(await library.fresh()));
  });

  it('is the one that is built in one go', async () => {
    const texts = { 'a.txt': reportNumber(1), 'b.txt': reportNumber(2) };
    const library = new ChangingLibrary();
    for (const [name, text] of Object.entries(texts)) library.put(name, text);
    const { thesaurus: _, offered: __, ...said } = saidBy(await library.updated()) as Record<string, unknown>;
    expect(saidBy(indexOf(texts))).toMatchObject(said);
  });
});

function apply(each: Change, library: ChangingLibrary, texts: Map<string, string>): void {
  const name = nameOf(each.at);
  const text = each.kind === 'put' ? reportNumber(each.text) : texts.get(name);
  if (text === undefined) return;
  if (each.kind === 'put') {
    library.put(name, text);
    texts.set(name, text);
    return;
  }
  library.remove(name);
  texts.delete(name);
  if (each.kind === 'remove') return;
  library.put(nameOf(each.to), text);
  texts.set(nameOf(each.to), text);
}

describe('a state of the index', () => {
  it('goes on saying what it said when later states have come', async () => {
    const library = libraryOf(12);
    const first = await library.updated();
    const before = saidBy(first);
    library.put(nameOf(3), `雁汀镇2023年工作总结\n\n一、主要工作\n新修磁悬浮车站，${sentence(2)}\n`);
    library.remove(nameOf(4));
    const second = await library.updated();
    expect(found(second, ['磁悬浮'])).toHaveLength(1);
    expect(found(first, ['磁悬浮'])).toEqual([]);
    expect(first.isSayable('磁悬浮')).toBe(false);
    expect(first.rarity('磁悬')).toBe(first.rarity('全无此词'));
    expect(saidBy(first)).toEqual(before);
  });

  it('knows no word of files that are gone', async () => {
    const library = libraryOf(12);
    library.put('extra.txt', '雁汀镇2023年工作总结\n\n一、主要工作\n新修磁悬浮车站三座，惠及群众。\n');
    const before = await library.updated();
    expect(before.isSayable('磁悬浮')).toBe(true);
    library.remove('extra.txt');
    const after = await library.updated();
    expect(after.isSayable('磁悬浮')).toBe(false);
    for (const token of indexTokens('磁悬浮')) expect(after.passageFrequency(token)).toBe(0);
    expect(after.sounds.spelled('xuanfu')).toEqual([]);
    expect(after.wordsWith('磁')).toEqual([]);
  });

  it('comes back from its data', async () => {
    const library = libraryOf(8);
    await library.updated();
    library.remove(nameOf(2));
    const index = await library.updated();
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'next-index-'));
    const file = path.join(folder, 'one.snapshot');
    await saveSnapshot(file, FINGERPRINT, { known: [], index: index.data() });
    const { data } = await loadSnapshot(file, FINGERPRINT);
    await fs.rm(folder, { recursive: true });
    expect(data && saidBy(PassageIndex.restore(index.files, data.index))).toEqual(saidBy(index));
  });
});
