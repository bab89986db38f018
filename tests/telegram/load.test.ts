// Fifty people at once on Telegram, for a few seconds and within its limits: nobody gets what another one asked for, and the bot paces
// itself. The minute is `npm run bench -- telegram-load`.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_FOLDER, SHARED_INDEX_FOLDER, sampleIndex } from '../answer/sample.ts';
import type { TelegramCrowd } from '../bench/load/telegram-crowd.ts';
import { faultOf, runTelegramLoad, type TelegramRun } from '../bench/load/telegram-run.ts';
import { readQuestions } from '../bench/questions.ts';

const QUESTIONS = path.join(import.meta.dirname, '..', 'golden', 'sample-questions.jsonl');
const CROWD: Omit<TelegramCrowd, 'questions'> = {
  people: 50,
  groups: 10,
  durationMs: 6000,
  paceMs: { min: 2500, max: 3500 },
  inGroup: 1 / 3,
};
/** Longer than five people of a group wait for each other, a message a second. */
const LATE_MS = 10_000;

const index = await sampleIndex();
let folder: string;
let run: TelegramRun;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'load-'));
  const questions = (await readQuestions(QUESTIONS))
    .filter(({ history = [] }) => history.length === 0)
    .map(({ lang, question }) => ({ language: lang, question }));
  const environment = { REPORTS_DIR: SAMPLE_FOLDER, INDEX_DIR: SHARED_INDEX_FOLDER };
  run = await runTelegramLoad({ ...CROWD, questions }, index, environment, folder);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

describe('fifty people at once', () => {
  it('have asked in every way there is', () => {
    expect(run.figures.requests).toBeGreaterThanOrEqual(CROWD.people);
    const ways = new Set(run.requests.map(({ kind, where }) => `${kind} ${where}`));
    expect([...ways]).toEqual(
      expect.arrayContaining([
        '/ask group',
        'mention private',
        '/ask private',
        'reply private',
        'part private',
      ]),
    );
  });

  it('are all answered, none long after the others', () => {
    expect(run.requests.filter(({ shown }) => !shown)).toEqual([]);
    expect(run.figures.fullMs.max).toBeLessThan(LATE_MS);
  });

  it('get the answers to their own questions', () => {
    expect(run.requests.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  });

  it('never make Telegram ask the bot to wait, and nothing breaks', () => {
    const { violations, errors, warnings, exitCode, refusals } = run;
    expect({ violations, errors, warnings, exitCode, refusals }).toEqual({
      violations: [],
      errors: [],
      warnings: [],
      exitCode: 0,
      refusals: 0,
    });
  });
});

describe('the check of answers', () => {
  it('notices an answer to another question, and one to another person', () => {
    const [one, ...others] = run.requests.filter(({ shown }) => shown && shown.ids.length > 1);
    const other = others.find(({ shown }) => shown?.ids.join() !== one.shown?.ids.join())!;
    expect(faultOf({ ...one, shown: { ...one.shown!, ids: other.shown!.ids } }, index, run.secret)).toMatch(
      /was answered with/,
    );
    const stranger = others.find(({ person }) => person.id !== one.person.id)!;
    expect(faultOf({ ...one, person: stranger.person }, index, run.secret)).toMatch(/somebody else's button/);
  });
});
