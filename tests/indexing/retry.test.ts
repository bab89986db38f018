// A file that could not be read is tried again where time, memory or a thread was to blame, and not where
// its content was.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHashOf } from '../../src/indexing/build-hash.ts';
import { contentOf, restoreState } from '../../src/indexing/folder-state.ts';
import { LiveIndex } from '../../src/indexing/live-index.ts';
import { loadSnapshot, saveSnapshot, snapshotFile } from '../../src/indexing/snapshot.ts';
import type { ReadFailure } from '../../src/reports/index.ts';
import { HandClock } from '../fixtures/hand-clock.ts';
import { DICTIONARY, reportNumber } from './changing-reports.ts';

const TEMPORARY: ReadFailure[] = [
  { kind: 'too-slow', seconds: 60 },
  { kind: 'too-much-memory', megabytes: 512 },
  { kind: 'reader-ended' },
  { kind: 'reader-unwatched', says: 'EMFILE' },
  { kind: 'unopened', code: 'EIO' },
];
const PERMANENT: ReadFailure[] = [
  { kind: 'damaged' },
  { kind: 'password' },
  { kind: 'not-understood', says: 'x is not iterable' },
  { kind: 'too-long-line', max: 500_000 },
];

let folder: string;
let reports: string;
let indexes: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'another-try-'));
  reports = path.join(folder, 'reports');
  indexes = path.join(folder, 'index');
  await fs.mkdir(reports);
  for (let i = 0; i < 3; i++) await fs.writeFile(path.join(reports, `${i}.txt`), reportNumber(i));
});
afterEach(() => fs.rm(folder, { recursive: true }));

async function open(stays = false): Promise<LiveIndex> {
  const common = {
    reportsDirectory: reports,
    indexDirectory: indexes,
    ownLexicon: '',
    dictionary: DICTIONARY,
  };
  const result = await LiveIndex.open({ ...common, keepsRunning: stays });
  if (!result.ok) throw new Error(result.reason);
  return result.live;
}

const served = ({ index }: LiveIndex) => index.files.map(({ name }) => name);
const ALL = ['0.txt', '1.txt', '2.txt'];

/** Writes a snapshot of a run that could not read 1.txt for a reason. */
async function failedBefore(why: ReadFailure): Promise<void> {
  await (await open()).close();
  const file = snapshotFile(indexes, reports);
  const buildHash = await buildHashOf('');
  const loaded = await loadSnapshot(file, buildHash);
  if (!loaded.data) throw new Error('there is no snapshot');
  const lost = loaded.data.known.find(({ name }) => name === '1.txt');
  if (!lost) throw new Error('the file is not known');
  const { file: _, textHash: __, ...listed } = lost;
  const failed = { ...listed, warnings: [{ file: '1.txt', warning: { kind: 'skipped' as const, why } }] };
  await fs.rename(path.join(reports, '1.txt'), path.join(folder, '1.txt'));
  const without = await open();
  const after = await loadSnapshot(file, buildHash);
  if (!after.data) throw new Error('there is no snapshot any more');
  await without.close();
  await fs.rename(path.join(folder, '1.txt'), path.join(reports, '1.txt'));
  const { size, ctimeMs } = await fs.stat(path.join(reports, '1.txt')); // moving it there and back is a change
  const state = restoreState(after.data);
  const known = new Map([...state.known, ['1.txt', { ...failed, size, modifiedMs: ctimeMs }] as const]);
  await saveSnapshot(file, buildHash, contentOf({ ...state, known }));
}

describe('a file that could not be read in an earlier run', () => {
  it.each(TEMPORARY.map((why) => [why.kind, why] as const))(
    'is read at the next start after %s',
    async (_, why) => {
      await failedBefore(why);
      const live = await open();
      expect(served(live)).toEqual(ALL);
      expect(live.status.warnings).toEqual([]);
    },
  );

  it.each(PERMANENT.map((why) => [why.kind, why] as const))(
    'is not opened again before a byte of it changes after %s',
    async (_, why) => {
      await failedBefore(why);
      const live = await open();
      expect(served(live)).toEqual(['0.txt', '2.txt']);
      await live.refresh('failed');
      expect(served(live)).toEqual(['0.txt', '2.txt']);
      await fs.appendFile(path.join(reports, '1.txt'), '\n补充。');
      await live.refresh();
      expect(served(live)).toEqual(ALL);
    },
  );

  it('does not delay a program that stays: it serves first and reads the file then', async () => {
    await failedBefore({ kind: 'too-slow', seconds: 60 });
    const live = await open(true);
    expect(served(live)).toEqual(['0.txt', '2.txt']);
    const clock = new HandClock();
    const troubles: string[] = [];
    const taken = new Promise<void>((changed) => {
      live.watch({
        now: clock.now,
        wait: clock.wait,
        prepare: async () => {},
        changed: () => changed(),
        trouble: (sentence) => void troubles.push(sentence),
        recovered: () => {},
      });
    });
    await taken;
    expect(served(live)).toEqual(ALL);
    expect(troubles).toEqual([]);
    await live.close();
  });

  it('is read again when that is asked for, and not at every other change', async () => {
    await failedBefore({ kind: 'too-much-memory', megabytes: 512 });
    const live = await open(true);
    await live.refresh();
    expect(served(live)).toEqual(['0.txt', '2.txt']);
    await live.refresh('failed');
    expect(served(live)).toEqual(ALL);
  });
});
