// Reading the files of a folder: every file is read or has a warning that says why not.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { longBody } from '../fixtures/prose.ts';
import { readFolder } from '../fixtures/read-reports.ts';
import { fixture } from '../reports/formats/read.ts';
import { titlesOf } from '../reports/reading.ts';
import { fileSentencesOf } from '../reports/warning-sentences.ts';

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

async function read() {
  const { files, warnings } = await readFolder(folder);
  return { files, warnings: fileSentencesOf(warnings) };
}

describe('reading the files of a folder', () => {
  it('does not open a file over 50 MB, and says so', async () => {
    await put({ 'a.txt': REPORT, 'huge.pdf': '' });
    await fs.truncate(path.join(folder, 'huge.pdf'), 50 * 1024 * 1024 + 1);
    const { files, warnings } = await read();
    expect(files.map(({ name }) => name)).toEqual(['a.txt']);
    expect(warnings).toEqual([expect.stringMatching(/^huge\.pdf: skipped, it is larger than 50 MB/)]);
  });

  it.each<[string, Uint8Array | string]>([
    ['a picture under the name of a text', PNG],
    ['a file with NULs', 'abc\0def'],
    ['an empty file', ''],
  ])('skips %s with a warning that names it, and reads the others', async (_, content) => {
    await put({ 'a.txt': REPORT, 'bad.txt': content, 'c.txt': REPORT });
    const { files, warnings } = await read();
    expect(files.map(({ name }) => name)).toEqual(['a.txt', 'c.txt']);
    expect(warnings).toEqual([expect.stringMatching(/^bad\.txt: skipped, /)]);
  });

  it('reads files of all formats, and a bad one among them affects no other', async () => {
    const names = ['qilu-town-2023.docx', 'forestry-2023-h1.pdf', 'protected.pdf', 'qilu-town-2023.doc'];
    for (const name of names) await put({ [name]: await fixture(name) });
    await put({ 'a.txt': REPORT });
    const { files, warnings } = await read();
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
    const { files, warnings } = await read();
    expect(warnings).toEqual([]);
    expect(files.map(({ text }) => text)).toEqual([REPORT, REPORT, REPORT, REPORT]);
    expect(files.flatMap(titlesOf)).toEqual(Array(4).fill('县林业局2023年工作总结'));
  });

  it('warns of a report without a title line', async () => {
    await put({ 'a.txt': `${longBody()}\n` });
    const { warnings } = await read();
    expect(warnings).toEqual([expect.stringMatching(/^a\.txt: .*no title line/)]);
  });

  it('warns of a file without a report', async () => {
    await put({ 'a.txt': REPORT, 'blank.txt': '\n\n \n' });
    const { warnings } = await read();
    expect(warnings).toEqual([expect.stringMatching(/^blank\.txt: no report/)]);
  });

  it('says what was left out of a file', async () => {
    await put({ 'a.txt': `##begin##\n${REPORT}\n本文档编辑密码：abc\n##end##\n` });
    const { warnings } = await read();
    expect(warnings).toEqual(['a.txt: left out 2 × marker, 1 × password']);
  });
});
