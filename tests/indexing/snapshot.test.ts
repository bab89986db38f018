// The snapshot file: it is read as it was written, or not at all.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHashOf } from '../../src/indexing/build-hash.ts';
import {
  loadSnapshot,
  type SnapshotContent,
  type SnapshotToWrite,
  saveSnapshot,
  snapshotFile,
  tidySnapshots,
} from '../../src/indexing/snapshot.ts';

/** Both as it is written and as it is read: its arrays are not concatenated ones. */
type AnyContent = SnapshotContent & SnapshotToWrite;

/** Any value with maps, typed arrays and odd characters will do. */
const CONTENT = {
  known: Array.from({ length: 50 }, (_, i) => ({
    name: `${i}.txt`,
    size: 10,
    modifiedMs: 1.5,
    hash: 'ab',
    warnings: [{ file: `${i}.txt`, warning: { kind: 'left-out', counts: [{ what: 'marker', count: 2 }] } }],
    ...(i % 7 ? { file: { name: `${i}.txt`, text: '县林业局\ud83d “造林”', reports: [], dropped: [] } } : {}),
  })),
  index: {
    words: ['造林', '#36000'],
    tokens: { offsets: Uint32Array.of(0, 2), counts: Uint8Array.of(1, 255) },
    thesaurus: { english: new Map([['afforest', '8造林']]), chinese: new Map() },
  },
} as unknown as AnyContent;

const BUILD_HASH = 'a'.repeat(64);
const OTHER_BUILD_HASH = `b${BUILD_HASH.slice(1)}`;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'snapshot-'));
  file = path.join(folder, 'index', 'one.snapshot');
});
afterEach(() => fs.rm(folder, { recursive: true }));

async function saved(content = CONTENT): Promise<Buffer> {
  await saveSnapshot(file, BUILD_HASH, content);
  return fs.readFile(file);
}

async function loadBytes(bytes: Uint8Array) {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, bytes);
  return loadSnapshot(file, BUILD_HASH);
}

describe('a snapshot', () => {
  it('gives back what was saved', async () => {
    await saved();
    expect(await loadSnapshot(file, BUILD_HASH)).toEqual({ data: CONTENT });
  });

  it('is replaced as a whole by the next one', async () => {
    await saved();
    const next = { ...CONTENT, known: [] };
    await saved(next);
    expect(await loadSnapshot(file, BUILD_HASH)).toEqual({ data: next });
    expect(await fs.readdir(path.dirname(file))).toEqual(['one.snapshot']);
  });

  it('that was never written gives no note', async () => {
    expect(await loadSnapshot(file, BUILD_HASH)).toEqual({ data: undefined });
  });

  it('of another program or lexicon is not used, with a note', async () => {
    await saved();
    const loaded = await loadSnapshot(file, OTHER_BUILD_HASH);
    expect(loaded).toEqual({ data: undefined, note: expect.stringMatching(/changed.*built anew$/) });
  });

  it('is not used where a folder has its name, with a note', async () => {
    await fs.mkdir(file, { recursive: true });
    const loaded = await loadSnapshot(file, BUILD_HASH);
    expect(loaded).toEqual({ data: undefined, note: expect.stringMatching(/cannot be read.*built anew$/) });
  });

  it.each<[string, (whole: Buffer) => Uint8Array]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut in its first line', (whole) => whole.subarray(0, 8)],
    ['cut in its build hash', (whole) => whole.subarray(0, 40)],
    ['cut in its digest', (whole) => whole.subarray(0, 100)],
    ['cut in half', (whole) => whole.subarray(0, whole.length / 2)],
    ['short of its last byte', (whole) => whole.subarray(0, -1)],
    ['longer by a byte', (whole) => Buffer.concat([whole, Buffer.of(0)])],
    ['of an older format', (whole) => Buffer.concat([Buffer.from('yinju-index-1\n'), whole.subarray(14)])],
    ['of something else', () => Buffer.from('not an index at all\n'.repeat(20))],
  ])('that is %s is not used, with a note', async (_, spoil) => {
    const loaded = await loadBytes(spoil(await saved()));
    expect(loaded.data).toBeUndefined();
    expect('note' in loaded && loaded.note).toMatch(/built anew$/);
  });

  it('is not used when any one byte of it has changed', async () => {
    const whole = await saved();
    const byte = fc.record({ at: fc.nat(whole.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(byte, async ({ at, by }) => {
        const spoiled = Buffer.from(whole);
        spoiled[at] = (spoiled[at] + by) % 256;
        const loaded = await loadBytes(spoiled);
        expect(loaded.data).toBeUndefined();
        expect('note' in loaded && loaded.note).toMatch(/built anew$/);
      }),
      { seed: 71, numRuns: 120 },
    );
  });

  it('is not disturbed by a half-written one beside it', async () => {
    const whole = await saved();
    for (const name of ['one.snapshot.4711.tmp', 'one.snapshot.tmp', `one.snapshot.${process.pid}.tmp`])
      await fs.writeFile(path.join(path.dirname(file), name), whole.subarray(0, whole.length / 3));
    expect(await loadSnapshot(file, BUILD_HASH)).toEqual({ data: CONTENT });
    await saved();
    expect(await loadSnapshot(file, BUILD_HASH)).toEqual({ data: CONTENT });
  });
});

describe('the file of a snapshot', () => {
  it('is one for each reports folder', () => {
    const files = ['/srv/a', '/srv/b', '/srv/a/b'].map((reports) => snapshotFile('/var/index', reports));
    expect(new Set(files).size).toBe(3);
    expect(files.every((each) => path.dirname(each) === '/var/index')).toBe(true);
  });

  it('is the same however the folder is written', () => {
    expect(snapshotFile('/i', '/srv/a/')).toBe(snapshotFile('/i', '/srv/a'));
    expect(snapshotFile('/i', '/srv/b/../a')).toBe(snapshotFile('/i', '/srv/a'));
    expect(snapshotFile('/i', 'reports')).toBe(snapshotFile('/i', path.resolve('reports')));
  });
});

describe('the build hash', () => {
  it('is the same for the same program and lexicon, and another for another lexicon', async () => {
    expect(await buildHashOf()).toMatch(/^[0-9a-f]{64}$/);
    expect(await buildHashOf('')).toBe(await buildHashOf());
    expect(await buildHashOf('香枫 枫香')).not.toBe(await buildHashOf());
  });
});

describe('a snapshot that cannot be written', () => {
  it('leaves no temporary file, and the old one as it was', async () => {
    await saved();
    const unwritable = { ...CONTENT, index: { words: [() => 'a function cannot be stored'] } };
    await expect(saveSnapshot(file, BUILD_HASH, unwritable as unknown as AnyContent)).rejects.toThrow();
    expect(await loadSnapshot(file, BUILD_HASH)).toEqual({ data: CONTENT });
    expect(await fs.readdir(path.dirname(file))).toEqual(['one.snapshot']);
  });
});

describe('the folder of the snapshots', () => {
  it.runIf(process.platform !== 'win32')('is private to this account, with its files', async () => {
    await saved();
    for (const [place, mode] of [
      [path.dirname(file), 0o700],
      [file, 0o600],
    ] as const)
      expect((await fs.stat(place)).mode & 0o777).toBe(mode);
    const earlier = path.join(path.dirname(file), '0123456789ab.snapshot');
    await fs.writeFile(earlier, 'x');
    await fs.chmod(earlier, 0o644);
    await tidySnapshots(path.dirname(file));
    expect((await fs.stat(earlier)).mode & 0o777).toBe(0o600);
  });

  it('loses the temporary files of killed writers, and no other file', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const kept = ['0123456789ab.snapshot', `0123456789ab.snapshot.${process.ppid}.tmp`, `notes.${dead}.tmp`];
    const left = [dead, process.pid].map((pid) => `0123456789ab.snapshot.${pid}.tmp`);
    for (const name of [...kept, ...left]) await fs.writeFile(path.join(folder, name), 'half');
    expect(await tidySnapshots(folder)).toBeUndefined();
    expect((await fs.readdir(folder)).sort()).toEqual(kept.sort());
  });

  it('keeps a snapshot that this process is writing', async () => {
    const writing = saved();
    const tidying = Promise.all(Array.from({ length: 20 }, () => tidySnapshots(path.dirname(file))));
    await Promise.all([writing, tidying]);
    expect(await loadSnapshot(file, BUILD_HASH)).toEqual({ data: CONTENT });
  });

  it('may be missing; where it cannot be listed, a note says so', async () => {
    expect(await tidySnapshots(path.join(folder, 'nowhere'))).toBeUndefined();
    await fs.writeFile(path.join(folder, 'file'), 'x');
    expect(await tidySnapshots(path.join(folder, 'file'))).toMatch(
      /^the index folder .* could not be tidied/,
    );
  });
});
