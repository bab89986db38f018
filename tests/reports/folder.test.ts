// What is listed of a folder, and what is said of the rest.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Listing, listFolder } from '../../src/reports/index.ts';
import { saidOfFiles } from './said.ts';

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'folder-'));
});
afterEach(() => fs.rm(folder, { recursive: true }));

async function put(name: string, text = 'x'): Promise<void> {
  await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await fs.writeFile(path.join(folder, name), text);
}

async function list(): Promise<Extract<Listing, { ok: true }>> {
  const listing = await listFolder(folder);
  if (!listing.ok) throw new Error(listing.reason);
  return listing;
}

const names = (listing: Extract<Listing, { ok: true }>) => listing.files.map(({ name }) => name);

it('lists files of all subfolders by name, with size and time, and passes hidden ones over', async () => {
  for (const name of ['b.txt', 'a/z.txt', 'a/b/c.md', '.git/x.txt', 'a/.hidden.txt', 'a/.b/c.txt'])
    await put(name);
  await put('b.txt', '四个汉字');
  const listing = await list();
  expect(names(listing)).toEqual(['a/b/c.md', 'a/z.txt', 'b.txt']);
  const { mtimeMs } = await fs.stat(path.join(folder, 'b.txt'));
  expect(listing.files[2]).toEqual({ name: 'b.txt', size: 12, modifiedMs: mtimeMs });
  expect(listing.warnings).toEqual([]);
});

it('follows links to files, and says of links to folders and into nothing that they are skipped', async () => {
  await put('real/a.txt');
  await fs.symlink(path.join(folder, 'real/a.txt'), path.join(folder, 'linked.txt'));
  await fs.symlink(path.join(folder, 'real'), path.join(folder, 'linked'));
  await fs.symlink(path.join(folder, 'nowhere.txt'), path.join(folder, 'broken.txt'));
  const listing = await list();
  expect(names(listing)).toEqual(['linked.txt', 'real/a.txt']);
  expect(saidOfFiles(listing.warnings)).toEqual([
    expect.stringMatching(/^broken\.txt: skipped, it cannot be opened \(ENOENT\)$/),
    expect.stringMatching(/^linked: skipped, links to folders are not followed; /),
  ]);
});

it('names other kinds of files', async () => {
  await put('photo.jpg');
  expect(saidOfFiles((await list()).warnings)).toEqual([
    expect.stringMatching(/^photo\.jpg: skipped, this kind of file/),
  ]);
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
    expect(saidOfFiles(listing.warnings)).toEqual([
      expect.stringMatching(/^\ufffd+\/: skipped, its name is not written in UTF-8; rename it$/),
      expect.stringMatching(/^\ufffd.*\.txt: skipped, its name is not written in UTF-8; rename it$/),
    ]);
    expect(listing.unseen).toEqual([expect.stringMatching(/^\ufffd+$/)]);
  },
);

it('passes over what systems and word processors leave beside files', async () => {
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
    expect(saidOfFiles(listing.warnings)).toEqual([
      expect.stringMatching(/^closed\/: skipped, it cannot be opened \(EACCES\)/),
    ]);
    expect(listing.unseen).toEqual(['closed']);
  },
);
