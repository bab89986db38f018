// Which files of a folder are listed, and the warnings about the others.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderListing, isAmong, listFolder, readBytes } from '../../src/reports/index.ts';
import { firstBytes, openWithin } from '../../src/reports/real-path.ts';
import { fileSentencesOf } from './warning-sentences.ts';

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'folder-'));
});
afterEach(() => fs.rm(folder, { recursive: true }));

async function put(name: string, text = 'x'): Promise<void> {
  await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await fs.writeFile(path.join(folder, name), text);
}

async function list(): Promise<Extract<FolderListing, { ok: true }>> {
  const listing = await listFolder(folder);
  if (!listing.ok) throw new Error(listing.reason);
  return listing;
}

const names = (listing: Extract<FolderListing, { ok: true }>) => listing.files.map(({ name }) => name);

it('lists files of all subfolders by name, with size and time, and skips hidden ones', async () => {
  for (const name of ['b.txt', 'a/z.txt', 'a/b/c.md', '.git/x.txt', 'a/.hidden.txt', 'a/.b/c.txt'])
    await put(name);
  await put('b.txt', '四个汉字');
  const listing = await list();
  expect(names(listing)).toEqual(['a/b/c.md', 'a/z.txt', 'b.txt']);
  const { mtimeMs } = await fs.stat(path.join(folder, 'b.txt'));
  expect(listing.files[2]).toEqual({ name: 'b.txt', size: 12, modifiedMs: mtimeMs });
  expect(listing.warnings).toEqual([]);
});

it('follows links to files of the same collection, and says of links to folders and into nothing that they are skipped', async () => {
  await put('real/a.txt');
  await fs.symlink(path.join(folder, 'real/a.txt'), path.join(folder, 'real/linked.txt'));
  await fs.symlink('linked.txt', path.join(folder, 'real/again.txt'));
  await fs.symlink(path.join(folder, 'real'), path.join(folder, 'linked'));
  await fs.symlink(path.join(folder, 'nowhere.txt'), path.join(folder, 'broken.txt'));
  const listing = await list();
  expect(names(listing)).toEqual(['real/a.txt', 'real/again.txt', 'real/linked.txt']);
  expect(fileSentencesOf(listing.warnings)).toEqual([
    expect.stringMatching(/^broken\.txt: skipped, it cannot be opened \(ENOENT\)$/),
    expect.stringMatching(/^linked: skipped, links to folders are not followed; /),
  ]);
});

describe('a link that leads where nothing is to be read is skipped with a sentence that says what to do, and never opened:', () => {
  /** Links by their names, each with where it leads, beside some files and folders. */
  async function stage(links: Record<string, string>): Promise<void> {
    for (const name of [
      'reports/a.txt',
      'reports/.env',
      'reports/board/b.txt',
      'reports/.git/c.txt',
      'out/d.txt',
      'reports-too/e.txt',
    ])
      await put(name);
    for (const [name, to] of Object.entries(links)) await fs.symlink(to, path.join(folder, 'reports', name));
  }
  const LINKS: Record<string, [links: Record<string, string>, name: string, said: RegExp]> = {
    'out of the folder': [{ 'x.md': '../out/d.txt' }, 'x.md', /outside the reports folder/],
    'out of the folder by its whole path': [
      { 'x.md': '/proc/self/environ' },
      'x.md',
      /outside the reports folder/,
    ],
    'into a folder whose name begins alike': [
      { 'x.txt': '../reports-too/e.txt' },
      'x.txt',
      /outside the reports folder/,
    ],
    'out of the folder by way of another link': [
      { '.y': '../out/d.txt', 'x.txt': '.y' },
      'x.txt',
      /outside the reports folder/,
    ],
    'out of the folder by way of a linked folder': [
      { '.y': '../out', 'x.txt': '.y/d.txt' },
      'x.txt',
      /outside the reports folder/,
    ],
    'from an open place into a collection': [{ 'x.txt': 'board/b.txt' }, 'x.txt', /a file of another folder/],
    'from a collection to a file above it': [
      { 'board/x.txt': '../a.txt' },
      'board/x.txt',
      /a file of another folder/,
    ],
    'to a hidden file': [{ 'x.txt': '.env' }, 'x.txt', /a hidden file/],
    'into a hidden folder': [{ 'x.txt': '.git/c.txt' }, 'x.txt', /a file of another folder|a hidden file/],
    'to itself': [{ 'x.txt': 'x.txt' }, 'x.txt', /cannot be opened \(ELOOP\)/],
  };
  it.each(Object.entries(LINKS))('%s', async (_, [links, name, said]) => {
    await stage(links);
    const reports = path.join(folder, 'reports');
    const listing = await listFolder(reports);
    if (!listing.ok) throw new Error(listing.reason);
    expect(names(listing)).toEqual(['a.txt', 'board/b.txt']);
    expect(fileSentencesOf(listing.warnings)).toEqual([expect.stringMatching(said)]);
    expect(listing.warnings[0].file).toBe(name);
    const { size, mtimeMs, ctimeMs } = await fs.stat(path.join(folder, 'out/d.txt'));
    const read = await readBytes(reports, { name, size, modifiedMs: Math.max(mtimeMs, ctimeMs) });
    expect(['refused', 'unreadable']).toContain(read.state);
  });

  it('is not asked of the folder itself, which may be a link', async () => {
    await put('real/board/a.txt');
    await fs.symlink('a.txt', path.join(folder, 'real/board/b.txt'));
    await fs.symlink('real', path.join(folder, 'linked'));
    const listing = await listFolder(path.join(folder, 'linked'));
    expect(listing.ok && names(listing)).toEqual(['board/a.txt', 'board/b.txt']);
    for (const file of listing.ok ? listing.files : [])
      expect(await readBytes(path.join(folder, 'linked'), file)).toMatchObject({ state: 'read' });
  });
});

describe('what is listed and something else when it is read is not read:', () => {
  const swaps: Record<string, (place: string) => Promise<unknown>> = {
    'a link': (place) => fs.symlink(path.join(folder, 'secret'), place),
    'a pipe that nobody writes to': async (place) => execFileSync('mkfifo', [place]),
    'a folder': (place) => fs.mkdir(place),
    'a device': (place) => fs.symlink('/dev/zero', place),
  };
  it.skipIf(process.platform === 'win32').each(Object.entries(swaps))('%s', async (_, swap) => {
    await put('secret', 'x');
    await put('reports/board/a.txt', 'x');
    const listing = await listFolder(path.join(folder, 'reports'));
    if (!listing.ok) throw new Error(listing.reason);
    await fs.rm(path.join(folder, 'reports/board/a.txt'));
    await swap(path.join(folder, 'reports/board/a.txt'));
    const { state } = await readBytes(path.join(folder, 'reports'), listing.files[0]);
    expect(['refused', 'unreadable']).toContain(state);
  });

  it('a file below a folder that has become a link', async () => {
    await put('out/a.txt', 'secret');
    await put('reports/board/a.txt', 'public');
    const reports = path.join(folder, 'reports');
    const listing = await listFolder(reports);
    if (!listing.ok) throw new Error(listing.reason);
    await fs.rm(path.join(reports, 'board'), { recursive: true });
    await fs.symlink('../out', path.join(reports, 'board'));
    expect(await readBytes(reports, listing.files[0])).toEqual({
      state: 'refused',
      why: { kind: 'linked-file', to: 'outside' },
    });
  });

  it('a link that points to and fro all the time', async () => {
    await put('out/a.txt', 'secret');
    await put('reports/b/real.txt', 'public');
    const reports = path.join(folder, 'reports');
    let swapping = true;
    const swapper = (async () => {
      for (let i = 0; swapping; i++) {
        await fs.symlink(i % 2 ? 'real.txt' : '../../out/a.txt', path.join(reports, 'b/.next'));
        await fs.rename(path.join(reports, 'b/.next'), path.join(reports, 'b/x.txt'));
      }
    })();
    for (let i = 0; i < 300; i++) {
      const opened = await openWithin(reports, 'b/x.txt').catch(() => undefined); // it is not there at the beginning
      if (!opened?.ok) continue;
      expect(Buffer.from(await firstBytes(opened.handle, 9)).toString()).toBe('public');
      await opened.handle.close();
    }
    swapping = false;
    await swapper;
  });
});

it('names other kinds of files', async () => {
  await put('sound.mp3');
  expect(fileSentencesOf((await list()).warnings)).toEqual([
    expect.stringMatching(/^sound\.mp3: skipped, this kind of file/),
  ]);
});

it('names pictures, and lists them where text in pictures is recognised', async () => {
  await put('photo.jpg');
  const listing = await list();
  expect(fileSentencesOf(listing.warnings)).toEqual([
    expect.stringMatching(/^photo\.jpg: skipped, it is a picture, .*OCR=on/),
  ]);
  expect(listing.files).toEqual([]);
  expect(await listFolder(folder, true)).toMatchObject({ files: [{ name: 'photo.jpg' }], warnings: [] });
});

it('says in one sentence why a folder cannot be listed', async () => {
  await put('a.txt');
  for (const name of ['nowhere', 'a.txt']) {
    const listing = await listFolder(path.join(folder, name));
    expect(listing).toEqual({ ok: false, reason: expect.stringMatching(/^The reports folder .*\.$/) });
  }
});

it.skipIf(process.platform !== 'linux')(
  'says of names that are not in UTF-8 that they are to be changed, and lists everything else',
  async () => {
    await put('a.txt');
    const gbk = (parent: string, hex: string, ending = '') =>
      Buffer.concat([Buffer.from(`${folder}/${parent}`), Buffer.from(hex, 'hex'), Buffer.from(ending)]);
    await fs.writeFile(gbk('', 'c1d6d2b5', '.txt'), 'x');
    await fs.mkdir(gbk('', 'b2bfc3c5'));
    await fs.writeFile(gbk('', 'b2bfc3c5', '/b.txt'), 'x');
    const listing = await list();
    expect(names(listing)).toEqual(['a.txt']);
    expect(fileSentencesOf(listing.warnings)).toEqual([
      expect.stringMatching(/^\ufffd+\/: skipped, its name is not written in UTF-8; rename it$/),
      expect.stringMatching(/^\ufffd.*\.txt: skipped, its name is not written in UTF-8; rename it$/),
    ]);
    expect(listing.unseen).toEqual([expect.stringMatching(/^\ufffd+$/)]);
  },
);

it('skips files that systems and word processors leave behind', async () => {
  for (const name of ['Thumbs.db', 'desktop.ini', '~$总结.docx', '.DS_Store', 'a/Thumbs.db']) await put(name);
  await put('a.txt');
  expect(await list()).toMatchObject({ files: [{ name: 'a.txt' }], warnings: [] });
});

it.skipIf(process.getuid?.() === 0)(
  'names a subfolder that may not be looked into, and lists everything else',
  async () => {
    await put('a.txt');
    await put('closed/b.txt');
    await fs.chmod(path.join(folder, 'closed'), 0);
    const listing = await list();
    await fs.chmod(path.join(folder, 'closed'), 0o700);
    expect(names(listing)).toEqual(['a.txt']);
    expect(fileSentencesOf(listing.warnings)).toEqual([
      expect.stringMatching(/^closed\/: skipped, it cannot be opened \(EACCES\)/),
    ]);
    expect(listing.unseen).toEqual(['closed']);
  },
);

it.skipIf(process.getuid?.() === 0)(
  'does not take a file for gone that the system does not describe',
  async () => {
    await put('closed/b.txt');
    await fs.symlink('closed/b.txt', path.join(folder, 'link.txt'));
    await fs.chmod(path.join(folder, 'closed'), 0o400); // its names can be read, and nothing else
    const listing = await list();
    await fs.chmod(path.join(folder, 'closed'), 0o700);
    expect(names(listing)).toEqual([]);
    expect(isAmong('closed/b.txt', listing.unseen)).toBe(true);
    expect(isAmong('other.txt', listing.unseen)).toBe(false);
  },
);
