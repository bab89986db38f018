// A person at a real terminal: stops and resumes the program, interrupts it, leaves in the middle.
import { execFile, execFileSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEXTS } from '../../src/message/index.ts';
import { SHARED_INDEX_FOLDER, sampleIndex } from '../answer/sample.ts';
import { COMPILE_CACHE } from '../fixtures/compile-cache.ts';

const { zh } = TEXTS;
const SIT = path.join(import.meta.dirname, 'pseudo-terminal.py');
const MAIN = path.join(import.meta.dirname, '..', '..', 'adapters', 'main.ts');
const PROMPT = { wait: zh.prompt() };
const QUESTION = '林业局2023年上半年存在哪些问题';
const ANSWERED = { wait: '一是造林用地越来越难找。' };
const [CTRL_C, CTRL_D, CTRL_Z] = ['\u0003', '\u0004', '\u001a'];
const STOPPED = [{ type: CTRL_Z }, { stopped: true }];
const LEAVE = [PROMPT, { type: '/quit\r' }];

interface Sitting {
  shown: string;
  code: number | null;
  missed: string | null;
}

/** Pseudo-terminals come from Python, where there is one. */
function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']);
    return true;
  } catch {
    return false;
  }
}

/** @param starter a program that starts this one and waits for it */
async function sit(
  steps: object[],
  environment: Record<string, string> = {},
  starter: string[] = [],
): Promise<Sitting> {
  const { stdout } = await promisify(execFile)(
    'python3',
    [SIT, JSON.stringify(steps), ...starter, process.execPath, MAIN],
    {
      env: {
        PATH: process.env.PATH,
        ...COMPILE_CACHE,
        LC_ALL: 'zh_CN.UTF-8',
        TERM: 'xterm-256color',
        INDEX_DIR: SHARED_INDEX_FOLDER,
        ...environment,
      },
    },
  );
  return JSON.parse(stdout) as Sitting;
}

/** It came to its end as it should: with good-bye, and without a word of the machinery. */
function expectPeace({ shown, code, missed }: Sitting): void {
  expect({ missed, code }).toEqual({ missed: null, code: 0 });
  expect(shown.trimEnd().endsWith(zh.goodbye())).toBe(true);
  expect(shown).not.toMatch(/Error|\.ts:\d|node:internal|unsettled|Warning/);
}

beforeAll(async () => {
  await sampleIndex(); // built here once, and not by each program
});

/** How long a program takes to start is no matter here. */
const PATIENCE = { timeout: 240_000 };

describe.skipIf(!hasPython())('a person at a terminal (needs python3 with its pty module)', PATIENCE, () => {
  it.concurrent('stops the program and resumes it: at the prompt, within a line, while an answer is made', async () => {
    const sitting = await sit([
      ...[PROMPT, ...STOPPED, PROMPT, ...STOPPED, PROMPT],
      ...[
        { type: QUESTION.slice(0, 8) },
        ...STOPPED,
        PROMPT,
        { type: `${QUESTION.slice(8)}\r` },
        ANSWERED,
        PROMPT,
      ],
      ...[{ type: `${QUESTION}\r${CTRL_Z}` }, { stopped: true }, ANSWERED, ...LEAVE],
    ]);
    expectPeace(sitting);
    expect(sitting.shown).toContain('\u001b[1;33m');
  });

  it.concurrent('stops what has started the program with it, as npm start does', async () => {
    const asked = [{ type: `${QUESTION}\r` }, ANSWERED];
    const npm = ['sh', '-c', '"$@"; exit $?', 'npm'];
    expectPeace(await sit([PROMPT, ...STOPPED, PROMPT, ...asked, PROMPT, ...STOPPED, ...LEAVE], {}, npm));
  });

  it.concurrent('takes a line back with Ctrl-C, and leaves with it where there is none', async () => {
    const question = { type: `${QUESTION}\r` };
    expectPeace(
      await sit([PROMPT, { type: `nonsense${CTRL_C}` }, question, ANSWERED, PROMPT, { type: CTRL_C }]),
    );
  });

  it.concurrent('pastes ten thousand lines, thinks better of it and presses Ctrl-C again and again', async () => {
    expectPeace(await sit([PROMPT, { type: '林业局\r', times: 10_000 }, { type: CTRL_C.repeat(5) }]));
  });

  it.concurrent('leaves with Ctrl-D while an answer is made', async () => {
    expectPeace(await sit([PROMPT, { type: `${QUESTION}\r${CTRL_D}` }, ANSWERED]));
  });

  it.concurrent.each(['SIGTERM', 'SIGHUP'])('is told to stop: %s', async (signal) => {
    expectPeace(await sit([PROMPT, { signal }]));
  });

  it.concurrent('sees no colour where that is wished, also of what was pasted in one long line', async () => {
    const long = [
      { type: '字', times: 33_000 },
      { type: '\r' },
      { wait: zh.tooLong('问题', 500, 33_000) },
      PROMPT,
    ];
    const sitting = await sit([PROMPT, ...long, { type: `${QUESTION}\r` }, ANSWERED, ...LEAVE], {
      NO_COLOR: '1',
    });
    expectPeace(sitting);
    for (const colour of ['\u001b[1;33m', '\u001b[2m', '\u001b[0m'])
      expect(sitting.shown).not.toContain(colour);
  });

  it.concurrent('sees nothing but characters on a dumb terminal', async () => {
    const sitting = await sit([PROMPT, { type: `${QUESTION}\r` }, ANSWERED, ...LEAVE], { TERM: 'dumb' });
    expectPeace(sitting);
    expect(sitting.shown).not.toContain('\u001b');
  });
});
