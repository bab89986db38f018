// The live index over real files in a folder, with a clock that the test moves.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, compose } from '../../src/answer/index.ts';
import { type IndexStatus, LiveIndex, type WatchOptions } from '../../src/indexing/live-index.ts';
import type { PassageIndex } from '../../src/search/index.ts';
import { HandClock } from '../fixtures/hand-clock.ts';
import { fileSentencesOf } from '../reports/warning-sentences.ts';
import { found } from '../search/corpus.ts';
import { contentOf, DICTIONARY, reportNumber } from './changing-reports.ts';

/** Not the time at which the files were written. */
const TOUCHED = new Date(1_800_000_000_000);
/** Within this, answers follow a change of a file. */
const PROMISED_MS = 3000;

let folder: string;
let reports: string;
let clock: HandClock;
let live: LiveIndex;
let troubles: string[];
let recoveries: string[];
let prepared: PassageIndex[];

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'live-index-'));
  reports = path.join(folder, 'reports');
  clock = new HandClock();
  troubles = [];
  recoveries = [];
  prepared = [];
  for (let i = 0; i < 6; i++) await put(`${i}.txt`, reportNumber(i));
});
afterEach(async () => {
  await live?.close();
  await fs.rm(folder, { recursive: true });
});

async function put(name: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(path.join(reports, name)), { recursive: true });
  await fs.writeFile(path.join(reports, name), text);
}

async function opened(indexDirectory = path.join(folder, 'index'), dictionary?: 'real') {
  const result = await LiveIndex.open({
    reportsDirectory: reports,
    indexDirectory,
    ownLexicon: '',
    ...(dictionary === 'real' ? {} : { dictionary: DICTIONARY }),
  });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

async function watched(dictionary?: 'real', differently: Partial<WatchOptions> = {}): Promise<LiveIndex> {
  live = (await opened(undefined, dictionary)).live;
  live.watch({
    now: clock.now,
    wait: clock.wait,
    prepare: async (index) => void prepared.push(index),
    changed: () => {},
    trouble: (sentence) => troubles.push(sentence),
    recovered: (sentence) => recoveries.push(sentence),
    ...differently,
  });
  return live;
}

const namesIn = ({ index }: LiveIndex) => index.files.map(({ name }) => name);

/** The index equals one of the folder as it is now. */
async function expectSameAsReopened(): Promise<void> {
  const anew = (await opened(path.join(folder, `anew-${clock.now()}`))).live;
  expect(contentOf(live.index)).toEqual(contentOf(anew.index));
  const warningsOf = ({ status }: LiveIndex) => fileSentencesOf(status.warnings).sort();
  expect(warningsOf(live)).toEqual(warningsOf(anew));
}

const WELL = '雁汀镇2025年工作总结\n\n一、主要工作\n新修磁悬浮车站三座，惠及群众。\n';

describe('a watched index', () => {
  it('takes up files that are added, changed, moved and removed within three seconds', async () => {
    await watched();
    const steps: (() => Promise<void>)[] = [
      () => put('new.txt', WELL),
      () => put('3.txt', reportNumber(40)),
      () => fs.rename(path.join(reports, 'new.txt'), path.join(reports, 'old.txt')),
      () => put('towns/a/b.txt', reportNumber(41)),
      () => fs.rename(path.join(reports, 'towns'), path.join(reports, 'villages')),
      () => fs.rm(path.join(reports, 'villages'), { recursive: true }),
      () => fs.rm(path.join(reports, 'old.txt')),
    ];
    const seen: string[][] = [];
    for (const step of steps) {
      await step();
      await clock.pass(PROMISED_MS);
      seen.push(namesIn(live).filter((name) => !/^[0-5]\.txt$/.test(name)));
    }
    expect(seen).toEqual([
      ['new.txt'],
      ['new.txt'],
      ['old.txt'],
      ['old.txt', 'towns/a/b.txt'],
      ['old.txt', 'villages/a/b.txt'],
      ['old.txt'],
      [],
    ]);
    expect(live.index.files[3].text).toBe(reportNumber(40));
    expect(troubles).toEqual([]);
    await expectSameAsReopened();
  });

  it('takes up a file that another one of the same size and time has replaced', async () => {
    const then = new Date(1_700_000_000_000);
    await put('new.txt', WELL);
    await fs.utimes(path.join(reports, 'new.txt'), then, then);
    await watched();
    const other = WELL.replace('三座', '四座');
    await fs.writeFile(path.join(folder, 'other.txt'), other);
    await fs.utimes(path.join(folder, 'other.txt'), then, then);
    await fs.rename(path.join(folder, 'other.txt'), path.join(reports, 'new.txt'));
    await clock.pass(PROMISED_MS);
    expect(live.index.files.find(({ name }) => name === 'new.txt')?.text).toBe(other);
  });

  it('leaves a file that is being written until it has come to rest', async () => {
    await watched();
    const half = WELL.slice(0, 30);
    await put('new.txt', half);
    await clock.pass(900);
    await fs.appendFile(path.join(reports, 'new.txt'), WELL.slice(30));
    await clock.pass(900);
    expect(namesIn(live)).not.toContain('new.txt');
    await clock.pass(PROMISED_MS - 900);
    expect(live.index.files.find(({ name }) => name === 'new.txt')?.text).toBe(WELL);
  });

  it('prepares each new state, and only where something changed', async () => {
    await watched();
    const first = live.index;
    await fs.utimes(path.join(reports, '1.txt'), TOUCHED, TOUCHED);
    await put('notes.jpg', 'x');
    await clock.pass(PROMISED_MS);
    expect(live.index).toBe(first);
    expect(fileSentencesOf(live.status.warnings)).toContainEqual(
      expect.stringMatching(/^notes\.jpg: skipped/),
    );
    await put('new.txt', WELL);
    await clock.pass(PROMISED_MS);
    expect(live.index).not.toBe(first);
    expect(prepared).toEqual([live.index]);
  });

  it('reports a new state as soon as it answers from it, however long preparing takes', async () => {
    const reported: number[] = [];
    const ready = Promise.withResolvers<void>();
    const changed = ({ files }: IndexStatus) => void reported.push(files);
    await watched(undefined, { changed, prepare: () => ready.promise });
    const { index, status } = live;
    await put('new.txt', WELL);
    const passing = clock.pass(PROMISED_MS);
    while (live.index === index) await otherWork();
    const reportedBefore = [...reported];
    ready.resolve();
    await passing;
    expect([reportedBefore, reported]).toEqual([[status.files + 1], [status.files + 1]]);
  });

  it('answers a thousand questions while two files change, each from the old or the new state, never from a mixture', async () => {
    await watched();
    const questions = ['林业局做了什么', '老人', '枫香', '雁汀镇有什么打算', 'children', '磁悬浮'];
    const answersOf = (index: PassageIndex) =>
      questions.map((question) => JSON.stringify(compose(answer(question, [], index), 'zh')));
    const old = answersOf(live.index);
    await put('0.txt', WELL);
    await put('1.txt', reportNumber(50));
    const fresh = answersOf((await opened(path.join(folder, 'anew'))).live.index);
    expect(fresh.filter((each, i) => each !== old[i]).length).toBeGreaterThan(3);

    const passing = clock.pass(PROMISED_MS);
    const asked = { old: 0, new: 0 };
    let passed = false;
    void passing.then(() => {
      passed = true;
    });
    for (let i = 0; i < 1000 || !passed; i++) {
      const index = live.index; // as a request takes it
      const first = i % questions.length;
      const second = (i + 1) % questions.length;
      const said = [first, second].map((at) =>
        JSON.stringify(compose(answer(questions[at], [], index), 'zh')),
      );
      const isOld = said[0] === old[first] && said[1] === old[second];
      const isNew = said[0] === fresh[first] && said[1] === fresh[second];
      expect(isOld || isNew).toBe(true);
      asked[isNew ? 'new' : 'old']++;
      await otherWork();
    }
    await passing;
    expect(answersOf(live.index)).toEqual(fresh);
    expect(asked.old).toBeGreaterThan(0);
  });
});

describe('a live index with the full dictionary', () => {
  it('takes up small and large files, and equals its first state when they are removed', async () => {
    await watched('real');
    const before = contentOf(live.index);
    await put('much.txt', Array.from({ length: 700 }, (_, i) => reportNumber(i)).join('\n\n\n\n'));
    await put('new.txt', WELL);
    await clock.pass(PROMISED_MS);
    expect(contentOf(live.index)).not.toEqual(before);
    expect(found(live.index, ['磁悬浮'])).toHaveLength(1);
    await fs.rm(path.join(reports, 'much.txt'));
    await fs.rm(path.join(reports, 'new.txt'));
    await clock.pass(PROMISED_MS);
    expect(contentOf(live.index)).toEqual(before);
    expect(troubles).toEqual([]);
  });
});

describe('the same text twice', () => {
  it('is served under its first name, also after a start', async () => {
    await watched();
    const served = live.index.files.find(({ name }) => name === '3.txt');
    await put('0 - 3.txt', reportNumber(3));
    await clock.pass(PROMISED_MS);
    expect(live.index.files.find(({ name }) => name === '3.txt')).toBe(served);
    expect(live.status.copies).toEqual([{ name: '0 - 3.txt', of: '3.txt' }]);
    await live.close();
    expect((await opened()).live.status.copies).toEqual([{ name: '0 - 3.txt', of: '3.txt' }]);
  });

  it('is served once, its copies are listed, and a copy takes over when the first one goes', async () => {
    await put('copy.txt', reportNumber(2));
    await put('board/copy.txt', reportNumber(2));
    await watched();
    expect(namesIn(live)).not.toContain('copy.txt');
    expect(namesIn(live)).toContain('board/copy.txt');
    expect(live.status.copies).toEqual([{ name: 'copy.txt', of: '2.txt' }]);
    expect(fileSentencesOf(live.status.warnings)).toContain('copy.txt: the same text as 2.txt, served once');
    await fs.rm(path.join(reports, '2.txt'));
    await clock.pass(PROMISED_MS);
    expect(namesIn(live)).toContain('copy.txt');
    expect(live.status.copies).toEqual([]);
    await expectSameAsReopened();
  });
});

describe('a live index whose folder', () => {
  it('goes away answers from its last state, with one sentence in the log, until the folder is back', async () => {
    await watched();
    const before = live.index;
    await fs.rename(reports, `${reports}.away`);
    await clock.pass(20_000);
    expect(live.index).toBe(before);
    expect(troubles).toEqual([
      expect.stringMatching(/does not exist\. What was read before is still answered from\.$/),
    ]);
    expect(recoveries).toEqual([]);
    await fs.rename(`${reports}.away`, reports);
    await put('new.txt', WELL);
    await clock.pass(PROMISED_MS);
    expect(found(live.index, ['磁悬浮'])).toHaveLength(1);
  });

  it('comes back says so once, each time', async () => {
    await watched();
    await clock.pass(PROMISED_MS);
    for (const times of [1, 2]) {
      await fs.rename(reports, `${reports}.away`);
      await clock.pass(PROMISED_MS);
      await fs.rename(`${reports}.away`, reports);
      await clock.pass(20_000);
      expect(troubles).toHaveLength(times);
      expect(recoveries).toEqual(
        Array(times).fill(`The reports folder ${reports} is there again and is followed.`),
      );
    }
  });

  it('is empty is opened by a program that stays, and takes up what is added', async () => {
    await fs.rm(reports, { recursive: true });
    await fs.mkdir(reports);
    const options = {
      reportsDirectory: reports,
      indexDirectory: folder,
      ownLexicon: '',
      dictionary: DICTIONARY,
    };
    expect(await LiveIndex.open(options)).toMatchObject({ ok: false });
    await put('broken.pdf', 'no PDF');
    expect(await LiveIndex.open(options)).toMatchObject({ ok: false });
    const result = await LiveIndex.open({ ...options, keepsRunning: true });
    if (!result.ok) throw new Error(result.reason);
    live = result.live;
    expect(live.status).toMatchObject({ files: 0, reports: 0, warnings: [{ file: 'broken.pdf' }] });
    await put('new.txt', WELL);
    expect(await live.refresh()).toBeUndefined();
    expect(found(live.index, ['磁悬浮'])).toHaveLength(1);
  });

  it('is emptied finds nothing any more', async () => {
    await watched();
    for (let i = 0; i < 6; i++) await fs.rm(path.join(reports, `${i}.txt`));
    await clock.pass(PROMISED_MS);
    expect(live.index.reports).toEqual([]);
    expect(found(live.index, ['老人'])).toEqual([]);
  });

  it('holds a file that has become unreadable drops its text, with a warning', async () => {
    await watched();
    await fs.writeFile(path.join(reports, '2.txt'), Uint8Array.of(0, 1, 2, 3, 255));
    await clock.pass(PROMISED_MS);
    expect(namesIn(live)).not.toContain('2.txt');
    expect(fileSentencesOf(live.status.warnings)).toContainEqual(expect.stringMatching(/^2\.txt: skipped/));
    await put('2.txt', reportNumber(2));
    await clock.pass(PROMISED_MS);
    expect(namesIn(live)).toContain('2.txt');
  });
});

describe('the snapshot of a watched index', () => {
  it('has all changes when the index is closed', async () => {
    await watched();
    await put('new.txt', WELL);
    await clock.pass(PROMISED_MS);
    await live.close();
    await fs.rm(path.join(reports, '4.txt'));
    const next = await opened();
    expect(next.fromSnapshot).toBe(true);
    expect(namesIn(next.live)).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '5.txt', 'new.txt']);
    expect(found(next.live.index, ['磁悬浮'])).toHaveLength(1);
  });

  it('is written some seconds after the last change', async () => {
    await watched();
    const before = await live.snapshotBytes();
    await put('new.txt', WELL);
    await clock.pass(PROMISED_MS);
    expect(await live.snapshotBytes()).toBe(before);
    await clock.pass(6000);
    await expect.poll(() => live.snapshotBytes()).toBeGreaterThan(before ?? 0);
  });

  it('that cannot be written is reported, and the index answers on', async () => {
    await watched();
    await fs.rm(path.join(folder, 'index'), { recursive: true });
    await fs.writeFile(path.join(folder, 'index'), 'a file stands where the folder should be');
    await put('new.txt', WELL);
    await clock.pass(PROMISED_MS + 6000);
    await expect.poll(() => troubles).toEqual([expect.stringMatching(/could not be written/)]);
    expect(found(live.index, ['磁悬浮'])).toHaveLength(1);
  });
});

describe('a refresh', () => {
  it('takes up changes at once, watched or not', async () => {
    live = (await opened()).live;
    await put('new.txt', WELL);
    expect(await live.refresh()).toBeUndefined();
    expect(found(live.index, ['磁悬浮'])).toHaveLength(1);
    expect(namesIn((await opened()).live)).toContain('new.txt');
    await fs.rename(reports, `${reports}.away`);
    expect(await live.refresh()).toMatch(/does not exist\.$/);
    await fs.rename(`${reports}.away`, reports);
  });
});
