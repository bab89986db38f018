// Which changes of a folder are reported, and when: the folder is plain data, the clock is set by hand.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FolderChange,
  type FolderListing,
  FolderWatch,
  type ListedFile,
} from '../../src/reports/index.ts';
import { HandClock } from '../fixtures/hand-clock.ts';

const file = (name: string, size = 10, modifiedMs = 1): ListedFile => ({ name, size, modifiedMs });
/** Longer than a change takes to settle, with a round before and after. */
const REST_MS = 2000;

let clock: HandClock;
let folder: Map<string, ListedFile>;
let missing: string | undefined;
let known: Map<string, ListedFile>;
let changes: FolderChange[];
let listings: FolderListing[];
let troubles: unknown[];
let moving: string[];
let unreadable: string[];
let breaks: boolean;
let noticed: number;
let unseen: string[];
let watch: FolderWatch;

beforeEach(() => {
  clock = new HandClock();
  folder = new Map([['a.txt', file('a.txt')]]);
  known = new Map(folder);
  missing = undefined;
  changes = [];
  listings = [];
  troubles = [];
  moving = [];
  unreadable = [];
  breaks = false;
  noticed = 0;
  unseen = [];
  watch = new FolderWatch({
    directory: '/reports',
    now: clock.now,
    wait: clock.wait,
    known: () => known,
    noticed: () => void noticed++,
    async take(change) {
      changes.push(change);
      if (breaks) throw new Error('out of memory');
      const left = new Set([...moving, ...unreadable]);
      for (const each of change.put) if (!left.has(each.name)) known.set(each.name, each);
      for (const name of change.gone) known.delete(name);
      return { moving, unreadable };
    },
    looked: async (listing) => void listings.push(listing),
    trouble: (error) => troubles.push(error),
    list: async (): Promise<FolderListing> =>
      missing
        ? { ok: false, reason: missing }
        : { ok: true, files: [...folder.values()], warnings: [], unseen },
  });
  watch.start();
});
afterEach(() => watch.stop());

const put = (...files: ListedFile[]) => {
  for (const each of files) folder.set(each.name, each);
};

describe('a watched folder', () => {
  it('announces a change as soon as it is seen, once until all files have settled', async () => {
    await clock.pass(REST_MS);
    expect(noticed).toBe(0);
    put(file('b.txt'), file('c.txt'));
    await clock.pass(500);
    expect([noticed, changes]).toEqual([1, []]);
    put(file('b.txt', 20, 2));
    await clock.pass(REST_MS);
    expect([noticed, changes.length > 0]).toEqual([1, true]);
    folder.delete('b.txt');
    await clock.pass(500);
    expect(noticed).toBe(2);
  });

  it('does not report files as removed in a subfolder that cannot be listed', async () => {
    put(file('closed/b.txt'));
    known = new Map(folder);
    folder.delete('closed/b.txt');
    unseen = ['closed'];
    await clock.pass(2 * REST_MS);
    expect(changes).toEqual([]);
    unseen = [];
    await clock.pass(REST_MS);
    expect(changes).toEqual([{ put: [], gone: ['closed/b.txt'] }]);
  });

  it('reports nothing while nothing changes', async () => {
    await clock.pass(60_000);
    expect(changes).toEqual([]);
    expect(listings.length).toBeGreaterThan(50);
  });

  it('reports an added, a changed and a removed file, each within two seconds', async () => {
    put(file('b.txt'));
    await clock.pass(REST_MS);
    put(file('b.txt', 12));
    await clock.pass(REST_MS);
    put(file('b.txt', 12, 2));
    await clock.pass(REST_MS);
    folder.delete('b.txt');
    await clock.pass(REST_MS);
    expect(changes).toEqual([
      { put: [file('b.txt')], gone: [] },
      { put: [file('b.txt', 12)], gone: [] },
      { put: [file('b.txt', 12, 2)], gone: [] },
      { put: [], gone: ['b.txt'] },
    ]);
  });

  it('waits while a file is written to, and one second more', async () => {
    for (let size = 1; size <= 20; size++) {
      put(file('b.txt', size));
      await clock.pass(700);
    }
    expect(changes).toEqual([]);
    await clock.pass(REST_MS - 700);
    expect(changes).toEqual([{ put: [file('b.txt', 20)], gone: [] }]);
  });

  it('reports a renamed file, or a whole folder that was moved in, as one change', async () => {
    folder.delete('a.txt');
    put(file('z.txt'), ...Array.from({ length: 30 }, (_, i) => file(`new/${i}.txt`)));
    await clock.pass(REST_MS);
    expect(changes).toHaveLength(1);
    expect(changes[0].put).toHaveLength(31);
    expect(changes[0].gone).toEqual(['a.txt']);
  });

  it('does not report a file as removed that an editor replaces', async () => {
    folder.delete('a.txt');
    await clock.pass(600);
    put(file('a.txt', 11, 2));
    await clock.pass(REST_MS);
    expect(changes).toEqual([{ put: [file('a.txt', 11, 2)], gone: [] }]);
  });

  it('reports nothing for a file that was added and removed again, or is unchanged', async () => {
    put(file('b.txt'), file('a.txt', 99));
    await clock.pass(700);
    folder.delete('b.txt');
    put(file('a.txt'));
    await clock.pass(5000);
    expect(changes).toEqual([]);
  });

  it('reports a file again that was still being written', async () => {
    moving = ['b.txt'];
    put(file('b.txt'));
    await clock.pass(REST_MS);
    moving = [];
    await clock.pass(REST_MS);
    expect(changes).toEqual(Array(2).fill({ put: [file('b.txt')], gone: [] }));
  });

  it('retries a file that cannot be opened at intervals, not in every round', async () => {
    unreadable = ['b.txt'];
    put(file('b.txt'));
    await clock.pass(60_000);
    expect(changes.length).toBeGreaterThan(3);
    expect(changes.length).toBeLessThan(8);
  });
});

describe('a watched folder that is missing', () => {
  it('is no change, and changes made meanwhile are reported when it is back', async () => {
    missing = 'The reports folder /reports does not exist.';
    await clock.pass(20_000);
    expect(changes).toEqual([]);
    expect(listings.at(-1)).toEqual({ ok: false, reason: missing });
    missing = undefined;
    put(file('b.txt'));
    await clock.pass(REST_MS);
    expect(changes).toEqual([{ put: [file('b.txt')], gone: [] }]);
  });
});

describe('a change whose handling fails', () => {
  it('is passed to the error handler and tried again later', async () => {
    breaks = true;
    put(file('b.txt'));
    await clock.pass(REST_MS);
    expect(troubles).toEqual([expect.objectContaining({ message: 'out of memory' })]);
    breaks = false;
    await clock.pass(5000);
    expect(changes).toHaveLength(1);
    await clock.pass(10_000);
    expect(changes).toHaveLength(2);
    expect(known.has('b.txt')).toBe(true);
  });
});
