// Output that cannot be written: one sentence and an exit code, never a stack. And colours by the environment.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readScreen } from '../../src/config.ts';
import { SHARED_INDEX_FOLDER, sampleIndex } from '../answer/sample.ts';
import { COMPILE_CACHE } from '../fixtures/compile-cache.ts';
import { Programs } from './program.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const FULL = '/dev/full';
const QUESTION = '林业局2023年下半年有什么打算';

let programs: Programs;
beforeAll(async () => {
  programs = await Programs.create();
  await sampleIndex();
});
afterAll(() => programs.remove());

/** Runs a program whose standard output or error is a full disk. */
function onFullDisk(stream: 1 | 2, program: string, flags: string[] = []) {
  const full = fs.openSync(FULL, 'w');
  const child = spawn(process.execPath, [path.join(ROOT, program), ...flags], {
    cwd: programs.folder,
    env: {
      PATH: process.env.PATH,
      ...COMPILE_CACHE,
      LC_ALL: 'zh_CN.UTF-8',
      INDEX_DIR: SHARED_INDEX_FOLDER,
      STATE_PATH: ':memory:',
    },
    stdio: ['ignore', stream === 1 ? full : 'pipe', stream === 2 ? full : 'pipe'],
  });
  fs.closeSync(full);
  let other = '';
  (child.stdout ?? child.stderr)?.setEncoding('utf8').on('data', (text: string) => {
    other += text;
  });
  return new Promise<{ code: number | null; other: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, other })),
  );
}

describe.skipIf(!fs.existsSync(FULL))('a full disk (needs /dev/full)', () => {
  it.concurrent.each<[program: string, flags: string[]]>([
    ['adapters/terminal/ask.ts', [QUESTION]],
    ['adapters/terminal/ask.ts', ['--help']],
    ['adapters/main.ts', []],
  ])('behind standard output is told in one sentence: %s %j', async (program, flags) => {
    const { code, other } = await onFullDisk(1, program, flags);
    expect(code).toBe(1);
    expect(other).toContain('Standard output cannot be written: there is no space left on the device.\n');
    expect(other).not.toMatch(/Error|ENOSPC|\.[tj]s:\d/);
  });

  it.concurrent('behind standard error costs the remarks and not the answer, and sets the exit code', async () => {
    const { code, other } = await onFullDisk(2, 'adapters/terminal/catalogue.ts');
    expect(code).toBe(1);
    expect(other).toMatch(/22 reports\n$/);
  });
});

describe('what a question on a command line can do', () => {
  it('is no more than be shown: nothing in it steers the terminal', async () => {
    const hostile = '\u001b[31mred\u009b2J';
    const { stderr } = await programs.run('terminal/ask.ts', ['--jsonl'], { input: `${hostile}\n` });
    expect(stderr).toContain('Line 1 of the questions is not JSON');
    for (const control of ['\u001b', '\u009b']) expect(stderr).not.toContain(control);
  });

  it('that is no UTF-8 is reported', async () => {
    const { stderr, code } = await programs.run('terminal/ask.ts', ['--jsonl'], {
      input: '{"question": "\ufffd"}\n',
    });
    expect([code, stderr]).toEqual([1, 'Line 1 of the questions is not UTF-8.\n']);
  });
});

describe('colour', () => {
  it.each<[environment: Record<string, string>, colour: boolean | undefined]>([
    [{}, undefined],
    [{ TERM: 'xterm' }, undefined],
    [{ NO_COLOR: '' }, undefined],
    [{ NO_COLOR: '1' }, false],
    [{ NO_COLOR: '0' }, false],
    [{ TERM: 'dumb' }, false],
    [{ FORCE_COLOR: '1' }, true],
    [{ FORCE_COLOR: '0' }, false],
    [{ FORCE_COLOR: 'false' }, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('in %j is %s', (environment, colour) => {
    expect(readScreen(environment).colour).toBe(colour);
  });
});
