// The index over what a chat may read: nothing of closed collections is in it.
import { describe, expect, it } from 'vitest';
import { maxCachedIndexes } from '../../src/indexing/accessible-index.ts';
import { accessibleIndex, collectionsIn } from '../../src/indexing/index.ts';
import { collectionOf } from '../../src/reports/index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { longBody } from '../fixtures/prose.ts';
import { indexOver } from '../fixtures/read-reports.ts';
import { found, indexOf, readAll } from '../search/corpus.ts';

const report = (agency: string, from: number) => `${agency}2023年工作总结\n\n一、主要工作\n${longBody(from)}`;
const TEXTS = {
  'open.txt': report('甲县测绘局', 0),
  '内部/a.txt': `${report('乙县档案局', 3)}\n珊瑚样本已经登记。`,
  '内部/2023/b.txt': report('丙县民政局', 6),
  '公开/c.txt': report('丁县水利局', 9),
};
const whole = indexOf(TEXTS);
const without = (...names: string[]) => accessibleIndex(whole, new Set(names));

/** The words of an index; token numbers may differ between equal indexes. */
const wordsOf = ({ thesaurus, soundTable, parts: { tables } }: PassageIndex) => ({
  thesaurus,
  soundTable,
  words: [...tables.presentWords()].sort(),
});

describe('a collection', () => {
  it.each([
    ['a.txt', undefined],
    ['x/a.txt', 'x'],
    ['x/y/z/a.txt', 'x'],
    ['内部/a.txt', '内部'],
    ['cafe\u0301/a.txt', 'caf\u00e9'],
  ])('is the folder directly under the reports folder: %s', (file, collection) => {
    expect(collectionOf(file)).toBe(collection);
  });

  it('is named once, in order', () => {
    expect(collectionsIn(whole)).toEqual(['公开', '内部']);
  });
});

describe('the accessible index', () => {
  it('is the whole index where no collection of it is closed', async () => {
    expect(await without()).toBe(whole);
    expect(await without('elsewhere', '')).toBe(whole);
  });

  it('holds only the other files, with their own words, counts and names', async () => {
    const open = await without('内部');
    expect(open.files).toEqual(whole.files.filter(({ name }) => !name.startsWith('内部/')));
    expect(open.reports.map(({ agency }) => agency)).toEqual(['丁县水利局', '甲县测绘局'].reverse());
    expect([found(whole, ['珊瑚']).length, found(open, ['珊瑚'])]).toEqual([1, []]);
    expect(open.passageFrequency('珊瑚')).toBe(0);
    expect(wordsOf(open)).toEqual(
      wordsOf(indexOf({ 'open.txt': TEXTS['open.txt'], '公开/c.txt': TEXTS['公开/c.txt'] })),
    );
  });

  it('is built once for each set of closed collections and each state of the library', async () => {
    expect(await without('内部', 'elsewhere')).toBe(await without('内部'));
    expect(await without('公开')).not.toBe(await without('内部'));
    expect(await accessibleIndex(indexOf(TEXTS), new Set(['内部']))).not.toBe(await without('内部'));
  });

  it('is kept for the sets that were used last: eight of a small library, fewer of a large one', async () => {
    const names = [...'abcdefghi'];
    const texts = names.map((name) => [
      `${name}/x.txt`,
      `${name}县测绘局2023年工作总结\n\n一、主要工作\n完成复测。`,
    ]);
    const library = indexOf(Object.fromEntries(texts));
    const ask = (name: string) => accessibleIndex(library, new Set([name]));
    const first = await Promise.all(names.map(ask));
    for (const [i, name] of names.slice(1).entries()) expect(await ask(name)).toBe(first[i + 1]);
    expect(await ask('a')).not.toBe(first[0]);
    expect([0, 1400, 18_750, 30_000, 70_000, 1_000_000].map(maxCachedIndexes)).toEqual([8, 8, 8, 5, 2, 2]);
  });

  it('may be empty', async () => {
    const nothing = await accessibleIndex(indexOf({ 'x/a.txt': TEXTS['open.txt'] }), new Set(['x']));
    expect([nothing.files, nothing.reports, nothing.passages]).toEqual([[], [], []]);
    expect(found(nothing, ['测绘'])).toEqual([]);
  });

  it('keeps the entries of the user’s own lexicon', async () => {
    const library = indexOver(readAll(TEXTS), 'tideflat = 藕塘');
    const open = await accessibleIndex(library, new Set(['内部']));
    expect(open.parts.ownLexicon).toBe('tideflat = 藕塘');
    expect(wordsOf(open)).toEqual(
      wordsOf(
        indexOver(
          library.files.filter(({ name }) => collectionOf(name) !== '内部'),
          'tideflat = 藕塘',
        ),
      ),
    );
  });
});
