// Opening a folder: from its snapshot, from its files, or one sentence why it cannot serve.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHashOf } from '../../src/indexing/build-hash.ts';
import { LiveIndex } from '../../src/indexing/live-index.ts';
import { openLive } from '../../src/indexing/open-live.ts';
import { snapshotFile } from '../../src/indexing/snapshot.ts';
import { installCommand } from '../../src/reports/index.ts';
import { sentence } from '../fixtures/prose.ts';
import { type Opened, openIndex } from '../fixtures/read-reports.ts';
import { found } from '../search/corpus.ts';
import { contentOf } from './changing-reports.ts';

const FORESTRY = `县林业局2023年工作总结\n\n一、主要工作\n${sentence(2)}\n${sentence(11)}\n`;
const TOWN = `雁汀镇2023年工作总结\n\n一、主要工作\n${sentence(1)}\n`;
const CHANGED = FORESTRY.replace('三千余株', '四千余株');
/** Not the time at which the files were written. */
const TOUCHED = new Date(1_800_000_000_000);

let folder: string;
let reports: string;
let indexFolder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'open-index-'));
  reports = path.join(folder, 'reports');
  indexFolder = path.join(folder, 'index');
  await fs.mkdir(reports);
});
afterEach(() => fs.rm(folder, { recursive: true }));

const put = (name: string, text: string) => fs.writeFile(path.join(reports, name), text);

async function open(directory = reports): Promise<Extract<Opened, { ok: true }>> {
  const opened = await openIndex(directory, indexFolder);
  if (!opened.ok) throw new Error(opened.reason);
  return opened;
}

async function moved(name: string, into: string): Promise<void> {
  await fs.mkdir(path.join(reports, into));
  await fs.rename(path.join(reports, name), path.join(reports, into, name));
}

const SENTENCE_END = /^[^\n]+\.$/;

describe('an index', () => {
  it('that is opened again comes from its snapshot and equals the first, also when a file was touched or a hidden one added', async () => {
    await put('a.txt', FORESTRY);
    await put('b.txt', `##begin##\n${TOWN}`);
    await put('photo.jpg', 'x');
    const first = await open();
    const second = await open();
    expect([first.fromSnapshot, second.fromSnapshot]).toEqual([false, true]);
    expect([first.notes, second.notes]).toEqual([[], []]);
    expect(second.warnings).toEqual(first.warnings);
    expect(first.warnings).toHaveLength(2);
    expect(second.index.files).toEqual(first.index.files);
    expect(second.index.thesaurus).toEqual(first.index.thesaurus);
    for (const words of [['枫香', '老人'], ['豆子'], ['主要工作'], ['林业局'], ['没有这个词']])
      expect(found(second.index, words)).toEqual(found(first.index, words));
    expect(second.index.sounds.spelled('fengxiang')).toContain('枫香');
    expect(await fs.readdir(indexFolder)).toHaveLength(1);
    await fs.utimes(path.join(reports, 'a.txt'), TOUCHED, TOUCHED);
    await put('.DS_Store', 'x');
    expect((await open()).fromSnapshot).toBe(true);
  });

  it('is built anew when its snapshot is damaged, and its new snapshot is good', async () => {
    await put('a.txt', FORESTRY);
    await open();
    const file = snapshotFile(indexFolder, reports);
    await fs.truncate(file, (await fs.stat(file)).size - 100);
    const opened = await open();
    expect(opened.fromSnapshot).toBe(false);
    expect(opened.notes).toEqual([expect.stringMatching(/damaged.*built anew$/)]);
    expect(found(opened.index, ['枫香'])[0]).toContain('三千余株');
    expect((await open()).fromSnapshot).toBe(true);
  });

  it.each<[what: string, change: () => Promise<void>, files: string[]]>([
    ['changed', () => put('a.txt', CHANGED), ['a.txt', 'b.txt']],
    ['added', () => put('c.txt', TOWN.replace('2023', '2024')), ['a.txt', 'b.txt', 'c.txt']],
    [
      'renamed',
      () => fs.rename(path.join(reports, 'b.txt'), path.join(reports, 'c.txt')),
      ['a.txt', 'c.txt'],
    ],
    ['removed', () => fs.rm(path.join(reports, 'b.txt')), ['a.txt']],
    ['moved into a folder', () => moved('b.txt', 'towns'), ['a.txt', 'towns/b.txt']],
  ])('whose file was %s since takes that up, and its snapshot too', async (what, change, files) => {
    await put('a.txt', FORESTRY);
    await put('b.txt', TOWN);
    await open();
    await change();
    for (let time = 0; time < 2; time++) {
      const opened = await open();
      expect(opened.fromSnapshot).toBe(true);
      expect(opened.index.files.map(({ name }) => name)).toEqual(files);
      expect(found(opened.index, ['枫香'])[0]).toContain(what === 'changed' ? '四千余株' : '三千余株');
      const anew = await openIndex(reports, path.join(folder, `anew-${time}`));
      if (!anew.ok) throw new Error(anew.reason);
      expect(contentOf(opened.index)).toEqual(contentOf(anew.index));
    }
  });

  it('reads only files that changed since, also one that was replaced by another of the same size and time', async () => {
    const then = new Date(1_700_000_000_000);
    const opened = async (checkContents = false) => {
      let read = 0;
      const options = {
        reportsDirectory: reports,
        indexDirectory: indexFolder,
        ownLexicon: '',
        checkContents,
      };
      const result = await LiveIndex.open({ ...options, progress: () => read++ });
      if (!result.ok) throw new Error(result.reason);
      return { read, said: found(result.live.index, ['枫香'])[0] };
    };
    for (const [name, text] of [
      ['a.txt', FORESTRY],
      ['b.txt', TOWN],
    ])
      await put(name, text);
    await fs.utimes(path.join(reports, 'a.txt'), then, then);
    expect((await opened()).read).toBe(2);
    expect((await opened()).read).toBe(0);
    await fs.writeFile(path.join(folder, 'elsewhere.txt'), CHANGED);
    await fs.utimes(path.join(folder, 'elsewhere.txt'), then, then);
    await fs.rename(path.join(folder, 'elsewhere.txt'), path.join(reports, 'a.txt'));
    expect(await opened()).toEqual({ read: 1, said: expect.stringContaining('四千余株') });
    expect((await opened(true)).read).toBe(2);
  });

  it('works where its snapshot cannot be written, with a note that the next start builds it again', async () => {
    await put('a.txt', FORESTRY);
    await fs.writeFile(indexFolder, 'a file stands where the folder should be');
    const opened = await open();
    expect(found(opened.index, ['枫香'])[0]).toContain('枫香');
    expect(opened.notes.at(-1)).toMatch(/could not be written.*next start builds the index again/);
  });

  it.skipIf(process.getuid?.() === 0)('works where the index folder is read-only', async () => {
    await put('a.txt', FORESTRY);
    await fs.mkdir(indexFolder, { mode: 0o500 });
    const opened = await open();
    expect(found(opened.index, ['枫香'])[0]).toContain('枫香');
    expect(opened.notes).toEqual([expect.stringMatching(/could not be written/)]);
  });
});

describe('a folder that cannot serve', () => {
  it.each<[string, () => Promise<string>, RegExp, file?: string]>([
    ['is missing', async () => path.join(folder, 'nowhere'), /nowhere does not exist\.$/],
    ['is empty', async () => reports, /holds no file that can be read\.$/],
    [
      'is a file',
      async () => {
        await put('a.txt', FORESTRY);
        return path.join(reports, 'a.txt');
      },
      /a\.txt is a file; name the folder that holds it\.$/,
    ],
    [
      'holds only files of other kinds',
      async () => {
        await put('photo.jpg', 'x');
        return reports;
      },
      /holds no file that can be read \(1 skipped\)\.$/,
      'photo.jpg',
    ],
    [
      'holds only files without a report',
      async () => {
        await put('blank.txt', ' \n\n');
        return reports;
      },
      /holds no report\.$/,
      'blank.txt',
    ],
  ])(
    'because it %s gives one sentence that names it, and the first warning',
    async (_, prepare, sentenceAbout, file?: string) => {
      const directory = await prepare();
      const opened = await openIndex(directory, indexFolder);
      expect(opened).toEqual({
        ok: false,
        reason: expect.stringMatching(sentenceAbout),
        ...(file ? { first: expect.objectContaining({ file }) } : {}),
      });
      if (opened.ok) return;
      expect(opened.reason).toMatch(SENTENCE_END);
      expect(opened.reason).toContain(directory);
      await expect(fs.access(indexFolder)).rejects.toThrow();
    },
  );
});

describe('a lexicon of the user’s own', () => {
  it('comes before the lexicon of the program, and the index is built anew when it changes', async () => {
    await put('a.txt', FORESTRY);
    const lexicon = path.join(folder, 'lexicon.txt');
    await fs.writeFile(lexicon, '# ours\nsweet gum tree = 枫香\n香枫 枫香\nroad = 乡道\n');
    const open = () => openIndex(reports, indexFolder, lexicon);
    const first = await open();
    if (!first.ok) throw new Error(first.reason);
    const { english, synonyms } = first.index.thesaurus.lexicon;
    expect(english.get('sweet gum tree')).toEqual(['枫香']);
    expect(synonyms.get('香枫')).toEqual(['枫香']);
    expect(english.get('road')?.[0]).toBe('乡道');
    expect(english.size).toBeGreaterThan(1000);
    expect(await open()).toMatchObject({ fromSnapshot: true });
    await fs.writeFile(lexicon, '香枫 枫香树\n');
    expect(await open()).toMatchObject({ fromSnapshot: false });
  });

  it('that cannot be opened is named in one sentence', async () => {
    await put('a.txt', FORESTRY);
    const opened = await openIndex(reports, indexFolder, path.join(folder, 'nowhere.txt'));
    expect(opened).toEqual({
      ok: false,
      reason: expect.stringMatching(/nowhere\.txt cannot be opened.*LEXICON_FILE/),
    });
  });
});

describe('recognition of text in pictures', () => {
  it('that lacks its packages is refused in one sentence, with the command that installs them', async ({
    skip,
  }) => {
    const command = installCommand();
    if (command === undefined) return skip('they are installed');
    await put('a.txt', FORESTRY);
    const opened = await openLive({
      reportsDirectory: reports,
      indexDirectory: indexFolder,
      recognises: true,
    });
    expect(opened).toEqual({ ok: false, reason: expect.stringContaining(`OCR=on`) });
    expect(opened).toMatchObject({ reason: expect.stringContaining(command) });
  });

  it('reads scans that were refused without it, and the other way round', async () => {
    expect(await buildHashOf('', true)).not.toBe(await buildHashOf(''));
  });
});
