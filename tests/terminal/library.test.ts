// The library in the terminal, in the whole program: answers follow changes of the files.
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { SAMPLE_FOLDER } from '../answer/sample.ts';
import { type Ended, Programs } from './program.ts';

const { zh } = TEXTS;
const FORESTRY = 'forestry-2023-h1.txt';
const HEALTH = 'health-2023-h1.txt';
const QUESTION = '林业局2023年上半年存在哪些问题';
const ANSWER = '一是造林用地越来越难找。';

let programs: Programs;
let folder: string;
let chat: Ended;
/** What was said after each line of input. */
let said: string[];
beforeAll(async () => {
  programs = await Programs.create();
  folder = path.join(programs.folder, 'reports');
  await fs.mkdir(folder);
  for (const name of [FORESTRY, HEALTH])
    await fs.copyFile(path.join(SAMPLE_FOLDER, name), path.join(folder, name));
  const input = [
    ...['/library add', '/library status', `/library remove ${FORESTRY}`, '/1', QUESTION],
    ...['/library restore', '/1', QUESTION, '/文库 重载'],
  ];
  const environment = { INDEX_DIR: path.join(programs.folder, 'index'), REPORTS_DIR: folder };
  chat = await programs.run('main.ts', [], { input: `${input.join('\n')}\n`, environment });
  said = chat.stdout.split('\n\n');
});
afterAll(() => programs.remove());

const position = (text: string, from = 0) => chat.stdout.indexOf(text, from);

describe('the library in the terminal', () => {
  it('ends well and has nothing to complain of', () => {
    expect({ code: chat.code, stderr: chat.stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('says into which folder files are put', () => {
    expect(chat.stdout).toContain(zh.filesGoInto(folder));
  });

  it('says what it holds', () => {
    expect(said.some((text) => /2 个文件、2 份报告、\d+ 个段落/.test(text))).toBe(true);
  });

  it('removes a file, after which answers do not know it, and brings it back, after which they do', () => {
    const removed = position(zh.fileRemoved(FORESTRY, 30));
    const restored = position(zh.fileRestored(FORESTRY, undefined));
    const answered = position(ANSWER);
    expect(removed).toBeGreaterThan(position(zh.removalHeading(FORESTRY)));
    expect(restored).toBeGreaterThan(removed);
    expect(answered).toBeGreaterThan(restored);
  });

  it('leaves the folder as it was', async () => {
    expect((await fs.readdir(folder)).sort()).toEqual([FORESTRY, HEALTH]);
    expect(chat.stdout).toContain(zh.nothingChanged());
  });
});
