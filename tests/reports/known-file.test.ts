// Which files are served: each text once in a collection.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type KnownFile, readBytes, served } from '../../src/reports/index.ts';

function known(name: string, textHash: string | undefined): KnownFile {
  const file = textHash ? { file: { name, text: '', reports: [], dropped: [] }, textHash } : {};
  return { name, size: 1, modifiedMs: 1, hash: name, warnings: [], ...file };
}

const namesOf = (...files: KnownFile[]) => {
  const { files: some, copies } = served(files);
  return { names: some.map(({ name }) => name), copies };
};

it('serves all different texts by name, without files that could not be read', () => {
  expect(namesOf(known('b.txt', '2'), known('c.txt', undefined), known('a.txt', '1'))).toEqual({
    names: ['a.txt', 'b.txt'],
    copies: [],
  });
});

it('serves the same text once, under the name that was known first, and lists the copies', () => {
  expect(namesOf(known('c.txt', '1'), known('b.txt', '1'), known('a.txt', '1'))).toEqual({
    names: ['c.txt'],
    copies: [
      { name: 'a.txt', of: 'c.txt' },
      { name: 'b.txt', of: 'c.txt' },
    ],
  });
});

it('serves the same text in each collection: who may read one need not be allowed another', () => {
  const files = ['a.txt', 'board/a.txt', 'board/old/a.txt', 'town/a.txt'].map((name) => known(name, '1'));
  expect(namesOf(...files)).toEqual({
    names: ['a.txt', 'board/a.txt', 'town/a.txt'],
    copies: [{ name: 'board/old/a.txt', of: 'board/a.txt' }],
  });
});

it('serves the same text once although its collection is written in composed and in decomposed characters', () => {
  const files = ['r\u00e9gion/a.txt', 're\u0301gion/b.txt', '\u1112\u1161\u11ab/c.txt', '\ud55c/c.txt'];
  expect(namesOf(...files.map((name) => known(name, '1')))).toEqual({
    names: [files[0], files[2]],
    copies: [
      { name: files[1], of: files[0] },
      { name: files[3], of: files[2] },
    ],
  });
});

it('reports a file that differs from its listing as moving, and says why one cannot be opened', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'known-file-'));
  try {
    await fs.writeFile(path.join(folder, 'a.txt'), '四个汉字');
    await fs.mkdir(path.join(folder, 'b.txt'));
    const { size, mtimeMs } = await fs.stat(path.join(folder, 'a.txt'));
    const listed = { name: 'a.txt', size, modifiedMs: mtimeMs };
    expect(await readBytes(folder, listed)).toMatchObject({
      state: 'read',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    for (const other of [{ size: 3 }, { modifiedMs: mtimeMs - 1 }, { name: 'gone.txt' }])
      expect(await readBytes(folder, { ...listed, ...other })).toEqual({ state: 'moving' });
    expect(await readBytes(folder, { ...listed, name: 'b.txt' })).toEqual({
      state: 'unreadable',
      reason: 'EISDIR',
    });
  } finally {
    await fs.rm(folder, { recursive: true });
  }
});
