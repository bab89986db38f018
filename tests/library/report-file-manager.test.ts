// The files behind the reports: what is sent is shown before it is added, what is removed can be brought back, and nothing is ever lost.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Disk } from '../../src/library/disk.ts';
import type { Upload } from '../../src/library/index.ts';
import type { ReadFailure } from '../../src/reports/index.ts';
import { Archive, DAY_MS, sample } from './archive.ts';

const HEALTH = sample('health-2023-h1.txt');
const FARMING = sample('agriculture-2023-h1.txt');
const FIRST = 'forestry-2023-h1.txt';

let archive: Archive;
beforeEach(async () => {
  archive = await Archive.open();
});
afterEach(() => archive.close());

async function sent(name: string, bytes: Uint8Array = HEALTH, folder?: string): Promise<Upload> {
  const preview = await archive.manager.preview(name, bytes, folder);
  if (preview.outcome !== 'understood') throw new Error(JSON.stringify(preview));
  return preview.upload;
}
const served = () => archive.files.map(({ name }) => name);
/** The warning about a file that is not read. */
const skippedFor = (kind: ReadFailure['kind']) => ({
  kind: 'skipped',
  why: expect.objectContaining({ kind }),
});
const keyOf = async (name: string) =>
  (await archive.manager.files()).find((file) => file.name === name)?.key ?? 'none';

describe('an upload', () => {
  it('is read and previewed, and nothing is added before it is accepted', async () => {
    const upload = await sent('卫生.txt');
    expect(upload).toMatchObject({ name: '卫生.txt', copies: [] });
    expect(upload.reports).toMatchObject([
      { title: expect.stringContaining('卫生健康'), period: '2023年上半年' },
    ]);
    expect(upload.reports[0].passages).toBeGreaterThan(5);
    expect(await archive.names()).toEqual([FIRST]);
    expect(archive.rereads).toBe(1);
  });

  it('is added unchanged, and answers come from it then', async () => {
    const { id } = await sent('卫生.txt');
    expect(await archive.manager.accept(id, 'add')).toEqual({
      outcome: 'added',
      name: '卫生.txt',
      replaced: false,
      reread: true,
    });
    expect(await archive.bytesOf('卫生.txt')).toEqual(Buffer.from(HEALTH));
    expect(served()).toContain('卫生.txt');
    expect(await archive.names()).toEqual([FIRST, '卫生.txt']);
  });

  it('is added once: the second of two owners gets that it is gone', async () => {
    const { id } = await sent('a.txt');
    const both = await Promise.all([archive.manager.accept(id, 'add'), archive.manager.accept(id, 'both')]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['added', 'gone']);
    expect(await archive.names()).toEqual(['a.txt', FIRST]);
  });

  it('is retained for a day, over a restart', async () => {
    const { id } = await sent('a.txt');
    archive.restart();
    archive.now += DAY_MS - 1;
    await archive.manager.expire();
    expect(await archive.manager.upload(id)).toMatchObject({ id, name: 'a.txt' });
    archive.now += 1;
    expect(await archive.manager.upload(id)).toBeUndefined();
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'gone' });
    await archive.manager.expire();
    expect(await archive.everything()).toEqual([`reports/${FIRST}`]);
  });

  it('is deleted where it is dismissed', async () => {
    const { id } = await sent('a.txt');
    expect(await archive.manager.dismiss(id)).toBe(true);
    expect(await archive.manager.dismiss(id)).toBe(false);
    expect(await archive.everything()).toEqual([`reports/${FIRST}`]);
  });

  it.each(['', 'x', '../uploads', 'f'.repeat(15), 'F'.repeat(16), '0000000000000000\0'])(
    'is found by its id only: %j',
    async (id) => {
      await sent('a.txt');
      expect(await archive.manager.upload(id)).toBeUndefined();
      expect(await archive.manager.dismiss(id)).toBe(false);
      expect((await archive.manager.accept(id, 'replace')).outcome).toBe('gone');
    },
  );

  it.each([
    ['binary.txt', Buffer.from([0, 1, 2, 0xff]), skippedFor('no-text-encoding')],
    ['empty.txt', Buffer.alloc(0), skippedFor('empty')],
    ['picture.jpg', HEALTH, skippedFor('unknown-ending')],
    ['nothing', HEALTH, skippedFor('unknown-ending')],
    ['blank.txt', Buffer.from('  \n\n '), { kind: 'no-report' }],
  ])('in which no report can be read is not kept, and it is said why: %s', async (name, bytes, warning) => {
    const preview = await archive.manager.preview(name, bytes);
    expect(preview).toEqual({ outcome: 'unreadable', name, warnings: [warning] });
    expect(await archive.everything()).toEqual([`reports/${FIRST}`]);
  });

  it('that is in the library under this name already is not retained', async () => {
    expect(await archive.manager.preview(FIRST, sample(FIRST))).toEqual({ outcome: 'there', name: FIRST });
    expect(await archive.everything()).toEqual([`reports/${FIRST}`]);
  });

  it('whose text is in the library under another name says so', async () => {
    expect((await sent('copy.txt', sample(FIRST))).copies).toEqual([FIRST]);
  });

  it('goes into a collection, which is created or found in any case', async () => {
    const first = await sent('a.txt', HEALTH, 'Health');
    expect(first).toMatchObject({ name: 'Health/a.txt', newFolder: 'Health' });
    await archive.manager.accept(first.id, 'add');
    const second = await sent('b.txt', FARMING, 'HEALTH');
    expect(second.name).toBe('Health/b.txt');
    expect(second.newFolder).toBeUndefined();
    await archive.manager.accept(second.id, 'add');
    expect(await archive.names()).toEqual(['Health/a.txt', 'Health/b.txt', FIRST]);
    expect(await archive.manager.collections()).toEqual(['Health']);
  });

  it.each(['..', '/', '.', '\0', FIRST])(
    'goes into no collection with an impossible name: %j',
    async (folder) => {
      expect(await archive.manager.preview('a.txt', HEALTH, folder)).toEqual({
        outcome: 'no-folder',
        folder,
      });
    },
  );
});

describe('a name that is taken', () => {
  it('is reported, in any case and Unicode form', async () => {
    await fs.writeFile(path.join(archive.reports, 'Résumé.txt'), FARMING);
    for (const name of ['Résumé.txt', 'RÉSUMÉ.TXT', 're\u0301sume\u0301.txt'])
      expect((await sent(name)).taken).toEqual({ name: 'Résumé.txt', replaceable: true });
    const { id } = await sent('résumé.txt');
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'taken', upload: { id } });
    expect(await archive.bytesOf('Résumé.txt')).toEqual(Buffer.from(FARMING));
  });

  it('is replaced, and the earlier file can be restored', async () => {
    const { id } = await sent(FIRST.toUpperCase());
    expect(await archive.manager.accept(id, 'replace')).toMatchObject({ name: FIRST, replaced: true });
    expect(await archive.bytesOf(FIRST)).toEqual(Buffer.from(HEALTH));
    const [earlier] = await archive.manager.removedFiles();
    expect(earlier.name).toBe(FIRST);
    await archive.manager.restore(earlier.id);
    expect(await archive.bytesOf('forestry-2023-h1 (2).txt')).toEqual(Buffer.from(sample(FIRST)));
  });

  it('leads to numbered names where both are kept', async () => {
    for (const number of [2, 3]) {
      const { id } = await sent(FIRST);
      expect(await archive.manager.accept(id, 'both')).toMatchObject({
        name: `forestry-2023-h1 (${number}).txt`,
      });
    }
    expect(await archive.bytesOf(FIRST)).toEqual(Buffer.from(sample(FIRST)));
  });

  it('between preview and decision is reported once more', async () => {
    const [one, other] = [await sent('a.txt'), await sent('a.txt', FARMING)];
    expect(other.taken).toBeUndefined();
    await archive.manager.accept(one.id, 'add');
    expect(await archive.manager.accept(other.id, 'add')).toMatchObject({
      outcome: 'taken',
      upload: { taken: { name: 'a.txt', replaceable: true } },
    });
    expect(await archive.bytesOf('a.txt')).toEqual(Buffer.from(HEALTH));
  });

  it('at the very last moment by another program is reported, too', async () => {
    const { id } = await sent('a.txt');
    archive.failing = { call: 'link', code: 'EEXIST' };
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'taken' });
    expect(await archive.names()).toEqual([FIRST]);
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'added' });
  });

  it('by a folder or a link is never replaced', async () => {
    await fs.mkdir(path.join(archive.reports, 'a.txt'));
    const outside = path.join(path.dirname(archive.reports), 'outside.txt');
    await fs.writeFile(outside, 'not ours');
    await fs.symlink(outside, path.join(archive.reports, 'b.txt'));
    for (const name of ['a.txt', 'b.txt']) {
      const { id, taken } = await sent(name);
      expect(taken).toEqual({ name, replaceable: false });
      expect((await archive.manager.accept(id, 'replace')).outcome).toBe('taken');
      expect((await archive.manager.accept(id, 'both')).outcome).toBe('added');
    }
    expect(await fs.readFile(outside, 'utf8')).toBe('not ours');
    expect(await archive.bytesOf('b (2).txt')).toEqual(Buffer.from(HEALTH));
  });
});

describe('the folder', () => {
  it('is never left, by any name or link', async () => {
    const outside = path.join(path.dirname(archive.reports), 'outside');
    await fs.mkdir(outside);
    await fs.symlink(outside, path.join(archive.reports, 'link'));
    const piece = fc.constantFrom(
      '..',
      '/',
      '\\',
      '\0',
      'link',
      'a',
      '.txt',
      '\u202e',
      'x'.repeat(260),
      'nul',
      ' ',
    );
    const given = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(''));
    const small = Buffer.from('甲镇2023年工作总结\n\n一、主要工作\n修了三条路，种了两片林。\n');
    let added = 0;
    await fc.assert(
      fc.asyncProperty(given, fc.option(given, { nil: undefined }), async (name, folder) => {
        const preview = await archive.manager.preview(`${name}.txt`, small, folder);
        if (preview.outcome === 'understood') {
          await archive.manager.accept(preview.upload.id, 'both');
          added++;
        } else expect(preview.outcome).toMatch(/^(?:no-folder|there|unreadable)$/);
        const [last] = await archive.manager.removedFiles();
        if (last) await archive.manager.restore(last.id);
      }),
      { numRuns: 60 },
    );
    expect(added).toBeGreaterThan(10);
    expect(await fs.readdir(outside)).toEqual([]);
    const strange = (await archive.everything()).filter((file) => !/^(?:reports|index)\//.test(file));
    expect(strange).toEqual([]);
    expect(await archive.manager.preview('a.txt', HEALTH, 'link')).toMatchObject({ outcome: 'no-folder' });
  });

  it('is not left where a folder has become a link since a file was removed from it', async () => {
    await archive.manager.accept((await sent('a.txt', HEALTH, '卫生')).id, 'add');
    const removed = await archive.manager.remove(await keyOf('卫生/a.txt'));
    if (removed.outcome !== 'removed') throw new Error(removed.outcome);
    const outside = path.join(path.dirname(archive.reports), 'outside');
    await fs.mkdir(outside);
    await fs.rmdir(path.join(archive.reports, '卫生'));
    await fs.symlink(outside, path.join(archive.reports, '卫生'));
    await expect(archive.manager.restore(removed.file.id)).rejects.toThrow('is no folder');
    expect(await fs.readdir(outside)).toEqual([]);
    expect(await archive.manager.removedFiles()).toHaveLength(1);
  });

  it('shows its files, but neither hidden ones nor links', async () => {
    await fs.mkdir(path.join(archive.reports, '林业'));
    for (const name of ['林业/b.txt', 'a.jpg', '.hidden'])
      await fs.writeFile(path.join(archive.reports, name), 'x');
    await fs.symlink('/etc/hosts', path.join(archive.reports, 'hosts.txt'));
    expect((await archive.manager.files()).map(({ name }) => name)).toEqual(['a.jpg', FIRST, '林业/b.txt']);
  });
});

describe('a file that is removed', () => {
  it('is out of the answers, and can be restored for 30 days, over a restart', async () => {
    await archive.manager.accept((await sent('a.txt', HEALTH, '卫生')).id, 'add');
    const removed = await archive.manager.remove(await keyOf('卫生/a.txt'));
    expect(removed).toMatchObject({ outcome: 'removed', file: { name: '卫生/a.txt' }, reread: true });
    expect(served()).toEqual([FIRST]);
    await fs.rmdir(path.join(archive.reports, '卫生'));
    archive.restart();
    archive.now += 30 * DAY_MS - 1;
    await archive.manager.expire();
    const [file] = await archive.manager.removedFiles();
    expect(await archive.manager.restore(file.id)).toEqual({
      outcome: 'restored',
      name: '卫生/a.txt',
      renamed: false,
      reread: true,
    });
    expect(await archive.bytesOf('卫生/a.txt')).toEqual(Buffer.from(HEALTH));
    expect(served()).toContain('卫生/a.txt');
    expect(await archive.manager.restore(file.id)).toMatchObject({ outcome: 'gone' });
  });

  it('is deleted for good after that', async () => {
    await archive.manager.remove(await keyOf(FIRST));
    archive.now += 30 * DAY_MS;
    expect(await archive.manager.removedFiles()).toEqual([]);
    await archive.manager.expire();
    expect(await archive.everything()).toEqual([]);
  });

  it('under a clock that was years wrong has its 30 days once the clock is right', async () => {
    for (const years of [10, -10]) {
      archive.now += years * 365 * DAY_MS;
      await archive.manager.remove(await keyOf(FIRST));
      archive.now -= years * 365 * DAY_MS;
      await archive.manager.expire();
      await archive.manager.expire(true);
      const [file] = await archive.manager.removedFiles();
      archive.now += 29 * DAY_MS;
      await archive.manager.expire(true);
      expect(await archive.manager.restore(file.id)).toMatchObject({ outcome: 'restored' });
      await archive.manager.remove(await keyOf(FIRST));
      archive.now += 30 * DAY_MS;
      await archive.manager.expire(true);
      expect(await archive.everything()).toEqual([]);
      await fs.writeFile(path.join(archive.reports, FIRST), sample(FIRST));
    }
  });

  it('stays where it has changed since it was listed', async () => {
    const key = await keyOf(FIRST);
    await fs.appendFile(path.join(archive.reports, FIRST), '\n补充。');
    expect(await archive.manager.remove(key)).toMatchObject({ outcome: 'gone' });
    expect(await archive.names()).toEqual([FIRST]);
  });

  it('is removed once: the second of two owners gets that it is gone', async () => {
    const key = await keyOf(FIRST);
    const both = await Promise.all([archive.manager.remove(key), archive.manager.remove(key)]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['removed', 'gone']);
    expect(await archive.manager.removedFiles()).toHaveLength(1);
  });

  it('is restored beside a new file of its name', async () => {
    const removed = await archive.manager.remove(await keyOf(FIRST));
    await fs.writeFile(path.join(archive.reports, FIRST), HEALTH);
    if (removed.outcome !== 'removed') throw new Error(removed.outcome);
    expect(await archive.manager.restore(removed.file.id)).toMatchObject({
      name: 'forestry-2023-h1 (2).txt',
      renamed: true,
    });
    expect(await archive.bytesOf(FIRST)).toEqual(Buffer.from(HEALTH));
  });
});

describe('a disk that cannot be written', () => {
  it.each([
    ['ENOSPC', 'full'],
    ['EACCES', 'forbidden'],
    ['EROFS', 'forbidden'],
  ])('is reported, and no file is lost or half written: %s', async (code, failure) => {
    for (const call of ['writeFile', 'rename', 'mkdir'] as const) {
      archive.failing = { call, code };
      expect(await archive.manager.preview('a.txt', HEALTH)).toEqual({ outcome: 'not-written', failure });
    }
    expect(await archive.everything()).toEqual([`reports/${FIRST}`]);
    const { id } = await sent(FIRST);
    for (const call of ['writeFile', 'copyFile'] as const) {
      archive.failing = { call, code };
      expect(await archive.manager.accept(id, 'replace')).toMatchObject({ outcome: 'not-written', failure });
    }
    expect(await archive.names()).toEqual([FIRST]);
    expect(await archive.manager.removedFiles()).toEqual([]);
    expect(await archive.bytesOf(FIRST)).toEqual(Buffer.from(sample(FIRST)));
    expect(await archive.manager.accept(id, 'replace')).toMatchObject({ outcome: 'added' });
  });

  it('keeps a file from being removed or restored, and both can be tried again', async () => {
    for (const call of ['copyFile', 'unlink'] as const) {
      archive.failing = { call, code: 'EACCES' };
      expect(await archive.manager.remove(await keyOf(FIRST))).toMatchObject({ outcome: 'not-written' });
      expect(await archive.names()).toEqual([FIRST]);
      expect(await archive.manager.removedFiles()).toEqual([]);
    }
    const removed = await archive.manager.remove(await keyOf(FIRST));
    if (removed.outcome !== 'removed') throw new Error(removed.outcome);
    archive.failing = { call: 'writeFile', code: 'ENOSPC' };
    expect(await archive.manager.restore(removed.file.id)).toMatchObject({
      outcome: 'not-written',
      failure: 'full',
    });
    expect(await archive.manager.restore(removed.file.id)).toMatchObject({ outcome: 'restored' });
  });

  it('with an unexpected error throws it, and the next task runs', async () => {
    const { id } = await sent('a.txt');
    archive.failing = { call: 'writeFile', code: 'EIO' };
    await expect(archive.manager.accept(id, 'add')).rejects.toThrow('EIO');
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'added' });
  });

  it('without hard links is written all the same', async () => {
    const { id } = await sent('a.txt');
    archive.failing = { call: 'link', code: 'ENOTSUP' };
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'added', name: 'a.txt' });
    expect(await archive.names()).toEqual(['a.txt', FIRST]);
  });

  it('with a half-written record does not count its file, and both are deleted', async () => {
    const { id } = await sent('a.txt');
    const record = (await archive.everything()).find((file) => file.endsWith(`${id}.json`)) ?? '';
    await fs.writeFile(path.join(archive.reports, '..', record), '{"at":');
    expect(await archive.manager.upload(id)).toBeUndefined();
    await archive.manager.expire();
    expect(await archive.everything()).toEqual([`reports/${FIRST}`]);
  });
});

describe('the library as a whole', () => {
  it('gives its status', async () => {
    const before = new Date(archive.now - DAY_MS);
    await fs.utimes(path.join(archive.reports, FIRST), before, before);
    await sent('a.txt');
    await archive.manager.accept((await sent('b.txt')).id, 'add');
    await archive.manager.remove(await keyOf('b.txt'));
    await fs.writeFile(path.join(archive.indexes, 'x.snapshot'), 'x'.repeat(1000));
    const status = await archive.manager.status();
    expect(status).toMatchObject({ files: 1, reports: 1, indexBytes: 1000, removed: 1, pendingUploads: 1 });
    expect(status.passages).toBe(archive.files[0].reports[0].passages.length);
    expect(status.changedAt).toBe(archive.now); // the removal came last
    const after = new Date(archive.now + DAY_MS);
    await fs.utimes(path.join(archive.reports, FIRST), after, after);
    expect((await archive.manager.status()).changedAt).toBe(after.getTime());
  });

  it('is read again, and returns the changes', async () => {
    expect(await archive.manager.reload()).toEqual({ added: [], changed: [], removed: [] });
    await fs.writeFile(path.join(archive.reports, 'b.txt'), HEALTH);
    await fs.appendFile(path.join(archive.reports, FIRST), '\n补充一段话，说明情况。');
    expect(await archive.manager.reload()).toEqual({ added: ['b.txt'], changed: [FIRST], removed: [] });
    await fs.unlink(path.join(archive.reports, FIRST));
    expect(await archive.manager.reload()).toEqual({ added: [], changed: [], removed: [FIRST] });
  });

  it('is read again with the files that failed before at a reload, and without them after a change', async () => {
    const asked: boolean[] = [];
    archive.restart({ reload: async (again) => void asked.push(again) });
    await archive.manager.accept((await sent('a.txt')).id, 'add');
    await archive.manager.reload();
    expect(asked).toEqual([false, true]);
  });

  it('that cannot be read again keeps its answers and the change of the files', async () => {
    archive.broken = 'no memory left';
    const { id } = await sent('a.txt');
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'added', reread: false });
    expect(served()).toEqual([FIRST]);
    expect(await archive.manager.reload()).toBeUndefined();
    expect(archive.logged).toHaveLength(2);
    archive.broken = undefined;
    expect(await archive.manager.reload()).toMatchObject({ added: ['a.txt'] });
  });

  it('keeps its uploads and removed files apart from those of another reports folder with the same index folder', async () => {
    await sent('a.txt');
    const other = path.join(path.dirname(archive.reports), 'other');
    await fs.mkdir(other);
    archive.restart({ reportsDirectory: other });
    expect((await archive.manager.status()).pendingUploads).toBe(0);
  });
});

describe.runIf(process.platform !== 'win32')('what the librarian writes', () => {
  const modes = async (): Promise<Record<string, number>> => {
    const top = path.dirname(archive.reports);
    const entries = await fs.readdir(top, { recursive: true, withFileTypes: true });
    const places = entries.map((entry) => path.join(entry.parentPath, entry.name));
    const own = places.filter((place) => place !== archive.reports && path.basename(place) !== FIRST);
    const stats = await Promise.all(own.map(async (place) => [place, await fs.stat(place)] as const));
    return Object.fromEntries(stats.map(([place, { mode }]) => [path.relative(top, place), mode & 0o777]));
  };
  const expectPrivate = async (files: number) => {
    const all = Object.entries(await modes());
    const wide = all.filter(([, mode]) => mode !== 0o600 && mode !== 0o700);
    expect(wide).toEqual([]);
    expect(all.filter(([, mode]) => mode === 0o600)).toHaveLength(files);
  };

  it('is private to its account: uploads, added, removed and restored files', async () => {
    const { id } = await sent('a.txt', HEALTH, '卫生');
    await expectPrivate(2); // the file and its record
    await archive.manager.accept(id, 'add');
    await expectPrivate(1);
    await fs.chmod(path.join(archive.reports, FIRST), 0o644);
    const removed = await archive.manager.remove(await keyOf(FIRST));
    if (removed.outcome !== 'removed') throw new Error(removed.outcome);
    await expectPrivate(3);
    await archive.manager.restore(removed.file.id);
    await expectPrivate(1);
    expect((await fs.stat(path.join(archive.reports, FIRST))).mode & 0o777).toBe(0o600);
  });

  it('is made private where an earlier version left it readable to others', async () => {
    await sent('a.txt');
    await fs.chmod(archive.indexes, 0o755);
    for (const place of Object.keys(await modes())) {
      if (place === 'index') continue;
      await fs.chmod(path.join(archive.reports, '..', place), /\.(?:file|json)$/.test(place) ? 0o644 : 0o755);
    }
    await archive.manager.tidy();
    const { index: _, ...rest } = await modes();
    expect(Object.values(rest).sort()).toEqual([0o600, 0o600, 0o700]);
  });
});

describe('a half-written file of a killed process', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const mark = '00000000000000aa';

  it('is removed at the next start, in any folder; one that another process may be writing is not', async () => {
    await fs.mkdir(path.join(archive.reports, '卫生'));
    await sent('a.txt');
    const before = await archive.everything();
    const uploads = path.dirname(before.find((name) => name.endsWith('.json')) ?? '');
    const top = path.dirname(archive.reports);
    const alive = [`reports/.${mark}.${process.ppid}.tmp`, `${uploads}/${mark}.${process.ppid}.tmp`];
    const foreign = ['reports/.notes.tmp', 'reports/卫生/a.tmp'];
    const left = [
      ...[`reports/.${mark}.${dead}.tmp`, `reports/卫生/.${mark}.${dead}.tmp`, `reports/.${mark}.tmp`],
      ...[`${uploads}/${mark}.${dead}.tmp`, `${uploads}/${mark}.tmp`],
    ];
    for (const name of [...alive, ...foreign, ...left]) await fs.writeFile(path.join(top, name), 'half');
    await archive.manager.tidy();
    expect(await archive.everything()).toEqual([...before, ...alive, ...foreign].sort());
    expect(archive.logged).toEqual([]);
  });

  it('does not keep a file of the same id from being added', async () => {
    const { id } = await sent('a.txt');
    await fs.symlink('/nowhere/at-all', path.join(archive.reports, `.${id}.${process.pid}.tmp`));
    expect(await archive.manager.accept(id, 'add')).toMatchObject({ outcome: 'added', name: 'a.txt' });
    expect(await archive.names()).toEqual(['a.txt', FIRST]);
  });
});

describe('a file that is to be removed', () => {
  it('is not copied where another one replaces it meanwhile, nor through a link', async () => {
    const outside = path.join(path.dirname(archive.reports), 'secret.txt');
    await fs.writeFile(outside, 'secret');
    const place = path.join(archive.reports, FIRST);
    const disk: Disk = {
      ...fs,
      copyFile: async (from, to) => {
        await fs.rename(place, `${place}.bak`);
        await fs.symlink(outside, place);
        await fs.copyFile(from, to);
        await fs.unlink(place);
        await fs.rename(`${place}.bak`, place);
      },
    };
    archive.restart({ disk });
    await expect(archive.manager.remove(await keyOf(FIRST))).rejects.toThrow('changed while it was copied');
    expect(await archive.manager.removedFiles()).toEqual([]);
    expect(await archive.bytesOf(FIRST)).toEqual(Buffer.from(sample(FIRST)));
  });
});
