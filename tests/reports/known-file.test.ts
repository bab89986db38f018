// Which files are served: the same text once, in each collection of its own.
import { expect, it } from 'vitest';
import { type KnownFile, served } from '../../src/reports/index.ts';

function known(name: string, textHash: string | undefined): KnownFile {
  const file = textHash ? { file: { name, text: '', reports: [], dropped: [] }, textHash } : {};
  return { name, size: 1, modifiedMs: 1, hash: name, warnings: [], ...file };
}

const namesOf = (...files: KnownFile[]) => {
  const { files: some, copies } = served(files);
  return { names: some.map(({ name }) => name), copies };
};

it('serves all different texts by name, and not what could not be read', () => {
  expect(namesOf(known('b.txt', '2'), known('c.txt', undefined), known('a.txt', '1'))).toEqual({
    names: ['a.txt', 'b.txt'],
    copies: [],
  });
});

it('serves the same text once, under the first name, and lists the copies', () => {
  expect(namesOf(known('c.txt', '1'), known('a.txt', '1'), known('b.txt', '1'))).toEqual({
    names: ['a.txt'],
    copies: [
      { name: 'b.txt', of: 'a.txt' },
      { name: 'c.txt', of: 'a.txt' },
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
