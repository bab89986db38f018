// The core follows its folder while the real time passes: everything that it gives is of the new state.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { machineClock } from '../src/clock.ts';
import { parseConfig } from '../src/config.ts';
import { type Core, createCore } from '../src/core.ts';
import { sentence } from './fixtures/prose.ts';

const TOWN = `雁汀镇2023年工作总结\n\n一、主要工作\n${sentence(1)}\n`;
const FORESTRY = `县林业局2023年工作总结\n\n一、主要工作\n${sentence(2)}\n`;

let folder: string;
let core: Core;
let logged: string[];
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'core-watch-'));
  await fs.mkdir(path.join(folder, 'reports'));
  await fs.writeFile(path.join(folder, 'reports', 'a.txt'), TOWN);
  const read = parseConfig([], {
    REPORTS_DIR: path.join(folder, 'reports'),
    INDEX_DIR: path.join(folder, 'index'),
  });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  logged = [];
  const note = (_: object, message: string) => void logged.push(message);
  const result = await createCore(
    read.config,
    { debug: note, info: note, warn: note, error: note },
    machineClock,
  );
  if (!result.ok) throw new Error(result.reason);
  core = result.core;
});
afterEach(async () => {
  await core.close();
  await fs.rm(folder, { recursive: true });
});

it('answers from a file that came while it was watching, and logs what there is to say about it', async () => {
  core.watch();
  expect(core.ask('枫香').answer.answered).toBe(false);
  await fs.writeFile(path.join(folder, 'reports', 'b.txt'), `##begin##\n${FORESTRY}`);
  await expect.poll(() => core.fileCount).toBe(2);
  expect(core.reports().map(({ title }) => title)).toEqual([
    '雁汀镇2023年工作总结',
    '县林业局2023年工作总结',
  ]);
  expect(core.ask('枫香').answer.answered).toBe(true);
  expect(core.verify(sentence(2)).kind).toBe('verbatim');
  expect(core.warnings).toContain('b.txt: left out 1 × marker');
  expect(logged).toContain('b.txt: left out 1 × marker');
  expect(core.library()).toMatchObject({ files: 2, reports: 2, copies: [] });
});

it('logs once that the folder went away, and once that it is there again', async () => {
  const reports = path.join(folder, 'reports');
  core.watch();
  await fs.rename(reports, `${reports}.away`);
  const told = (words: RegExp) => logged.filter((line) => words.test(line)).length;
  await expect.poll(() => told(/does not exist\. What was read before/)).toBe(1);
  await fs.rename(`${reports}.away`, reports);
  await expect.poll(() => told(/is there again/)).toBe(1);
});

it('looks at once when it is asked to', async () => {
  await fs.writeFile(path.join(folder, 'reports', 'b.txt'), FORESTRY);
  expect(await core.reload()).toBeUndefined();
  expect(core.fileCount).toBe(2);
  expect(await core.indexBytes()).toBeGreaterThan(0);
});
