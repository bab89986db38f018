import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLibrary, scanFolder } from '../../src/reports/index.ts';
import { longBody } from '../fixtures/prose.ts';
import { fixture } from './formats/read.ts';
import { titlesOf } from './reading.ts';
import { fileSentencesOf } from './warning-sentences.ts';

const REPORT = `县林业局2023年工作总结\n\n${longBody()}\n`;
const PNG = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
]);

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'reports-'));
});
afterEach(() => fs.rm(folder, { recursive: true }));

async function put(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await fs.mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await fs.writeFile(path.join(folder, name), content);
  }
}

async function library() {
  const scan = await scanFolder(folder);
  if (!scan.ok) throw new Error(scan.reason);
  const { files, warnings } = await readLibrary(scan.files);
  return { files, warnings: fileSentencesOf([...scan.warnings, ...warnings]) };
}

describe('scanFolder', () => {
  it('lists files of the folder and its subfolders in a stable order, with forward slashes', async () => {
    await put({ 'b.txt': REPORT, 'a.md': REPORT, 'towns/c.TXT': REPORT });
    const scan = await scanFolder(folder);
    expect(scan).toMatchObject({ ok: true, warnings: [] });
    expect(scan.ok && scan.files.map(({ name }) => name)).toEqual(['a.md', 'b.txt', 'towns/c.TXT']);
  });

  it('gives a file the same hash as long as its bytes are the same', async () => {
    await put({ 'a.txt': REPORT, 'b.txt': REPORT, 'c.txt': `${REPORT} ` });
    const scan = await scanFolder(folder);
    const [a, b, c] = scan.ok ? scan.files.map(({ hash }) => hash) : [];
    expect(a).toMatch(/^[0-9a-f]{64}$/);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  it('skips hidden files and folders without a warning', async () => {
    await put({ 'a.txt': REPORT, '.DS_Store': 'x', '.git/b.txt': REPORT });
    const scan = await scanFolder(folder);
    expect(scan).toMatchObject({ ok: true, files: [{ name: 'a.txt' }], warnings: [] });
  });

  it('warns of a file of another kind by its name', async () => {
    await put({ 'a.txt': REPORT, 'photo.jpg': PNG });
    const scan = await scanFolder(folder);
    expect(scan).toMatchObject({ ok: true, files: [{ name: 'a.txt' }] });
    expect(scan.ok && fileSentencesOf(scan.warnings)).toEqual([
      expect.stringMatching(/^photo\.jpg: skipped/),
    ]);
  });

  it('warns of a link that leads nowhere by its name', async () => {
    await put({ 'a.txt': REPORT });
    await fs.symlink(path.join(folder, 'gone.txt'), path.join(folder, 'link.txt'));
    const scan = await scanFolder(folder);
    expect(scan.ok && fileSentencesOf(scan.warnings)).toEqual([expect.stringMatching(/^link\.txt: skipped/)]);
  });

  it('does not open a file over 50 MB, and says so', async () => {
    await put({ 'a.txt': REPORT, 'huge.pdf': '' });
    await fs.truncate(path.join(folder, 'huge.pdf'), 50 * 1024 * 1024 + 1);
    const scan = await scanFolder(folder);
    expect(scan).toMatchObject({ ok: true, files: [{ name: 'a.txt' }] });
    expect(scan.ok && fileSentencesOf(scan.warnings)).toEqual([
      expect.stringMatching(/^huge\.pdf: skipped, it is larger than 50 MB/),
    ]);
  });

  it('says in one sentence that the folder does not exist', async () => {
    const missing = path.join(folder, 'nowhere');
    const scan = await scanFolder(missing);
    expect(scan).toEqual({ ok: false, reason: `The reports folder ${missing} does not exist.` });
  });

  it('says in one sentence that the folder is a file', async () => {
    await put({ 'a.txt': REPORT });
    const file = path.join(folder, 'a.txt');
    const scan = await scanFolder(file);
    expect(scan).toEqual({
      ok: false,
      reason: `The reports folder ${file} is a file; name the folder that holds it.`,
    });
  });

  it('says in one sentence that the folder is empty', async () => {
    const scan = await scanFolder(folder);
    expect(scan).toEqual({
      ok: false,
      reason: `The reports folder ${folder} holds no file that can be read.`,
    });
  });

  it('says what it skipped where the folder holds nothing else', async () => {
    await put({ 'photo.jpg': PNG });
    const scan = await scanFolder(folder);
    expect(scan).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/\(1 skipped\)\.$/),
      first: { file: 'photo.jpg', warning: { kind: 'skipped', why: { kind: 'unknown-ending' } } },
    });
  });
});

describe('readLibrary', () => {
  it.each<[string, Uint8Array | string]>([
    ['a picture under the name of a text', PNG],
    ['a file with NULs', 'abc\0def'],
    ['an empty file', ''],
  ])('skips %s with a warning that names it, and reads the others', async (_, content) => {
    await put({ 'a.txt': REPORT, 'bad.txt': content, 'c.txt': REPORT });
    const { files, warnings } = await library();
    expect(files.map(({ name }) => name)).toEqual(['a.txt', 'c.txt']);
    expect(warnings).toEqual([expect.stringMatching(/^bad\.txt: skipped, /)]);
  });

  it('reads files of all formats side by side; a bad one costs only itself', async () => {
    const names = ['qilu-town-2023.docx', 'forestry-2023-h1.pdf', 'protected.pdf', 'qilu-town-2023.doc'];
    for (const name of names) await put({ [name]: await fixture(name) });
    await put({ 'a.txt': REPORT });
    const { files, warnings } = await library();
    expect(files.map(({ name }) => name)).toEqual([
      'a.txt',
      ...names.filter((name) => name !== 'protected.pdf').sort(),
    ]);
    expect(warnings).toContain('protected.pdf: skipped, it is protected by a password; save it without one');
  });

  it('reads reports in every encoding alike', async () => {
    const marked = (bytes: number[], text: Buffer) => Buffer.concat([Buffer.from(bytes), text]);
    await put({
      'utf8.txt': REPORT,
      'utf8-mark.txt': `\ufeff${REPORT}`,
      'utf16-be.txt': marked([0xfe, 0xff], Buffer.from(REPORT, 'utf16le').swap16()),
      'utf16-le.txt': marked([0xff, 0xfe], Buffer.from(REPORT, 'utf16le')),
    });
    const { files, warnings } = await library();
    expect(warnings).toEqual([]);
    expect(files.map(({ text }) => text)).toEqual([REPORT, REPORT, REPORT, REPORT]);
    expect(files.flatMap(titlesOf)).toEqual(Array(4).fill('县林业局2023年工作总结'));
  });

  it('warns of a report without a title line', async () => {
    await put({ 'a.txt': `${longBody()}\n` });
    const { warnings } = await library();
    expect(warnings).toEqual([expect.stringMatching(/^a\.txt: .*no title line/)]);
  });

  it('warns of a file without a report', async () => {
    await put({ 'a.txt': REPORT, 'blank.txt': '\n\n \n' });
    const { warnings } = await library();
    expect(warnings).toEqual([expect.stringMatching(/^blank\.txt: no report/)]);
  });

  it('says what was left out of a file', async () => {
    await put({ 'a.txt': `##begin##\n${REPORT}\n本文档编辑密码：abc\n##end##\n` });
    const { warnings } = await library();
    expect(warnings).toEqual(['a.txt: left out 2 × marker, 1 × password']);
  });
});
