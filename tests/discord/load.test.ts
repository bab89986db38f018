// Fifty people at once for a few seconds: quick answers, none mixed up. The minute is `npm run bench -- load`.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_FOLDER, SHARED_INDEX_FOLDER, sampleIndex } from '../answer/sample.ts';
import type { CrowdOptions } from '../bench/load/crowd.ts';
import { faultOf } from '../bench/load/expected.ts';
import { type LoadRun, runLoad } from '../bench/load/run.ts';
import { readQuestions } from '../bench/questions.ts';

const QUESTIONS = path.join(import.meta.dirname, '..', 'golden', 'sample-questions.jsonl');
const CHANNELS = 10;
/** Two people of each channel write messages, of which Discord takes five in five seconds; the others use commands and buttons. */
const isWriter = (person: number) => Math.floor(person / CHANNELS) < 2;
const CROWD: Omit<CrowdOptions, 'questions'> = {
  people: 50,
  channels: CHANNELS,
  durationMs: 6000,
  paceMs: { min: 2500, max: 3500 },
  habits: (person) =>
    isWriter(person) ? { mention: 6, reply: 4 } : { '/ask': 5, part: 2, further: 2, turn: 1 },
};
/** Discord shows a failure after this. */
const LATE_MS = 3000;

const index = await sampleIndex();
let folder: string;
let run: LoadRun;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'load-'));
  const questions = (await readQuestions(QUESTIONS))
    .filter(({ history = [] }) => history.length === 0)
    .map(({ lang, question }) => ({ language: lang, question }));
  const environment = { REPORTS_DIR: SAMPLE_FOLDER, INDEX_DIR: SHARED_INDEX_FOLDER };
  run = await runLoad({ ...CROWD, questions }, index, environment, folder);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

describe('fifty people at once', () => {
  it('have asked in every way there is', () => {
    expect(run.figures.requests).toBeGreaterThanOrEqual(CROWD.people);
    expect([...new Set(run.requests.map(({ kind }) => kind))]).toEqual(
      expect.arrayContaining(['mention', '/ask', 'reply', 'part', 'further']),
    );
  });

  it('are all answered', () => {
    expect(run.requests.filter(({ shown }) => !shown)).toEqual([]);
  });

  it('get the answers to their own questions', () => {
    expect(run.requests.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  });

  it('see a first sign before Discord gives up', () => {
    expect(run.figures.firstMs.max).toBeLessThan(LATE_MS);
  });

  it('are sent nothing that Discord would refuse, and nothing breaks', () => {
    const { violations, errors, warnings, exitCode } = run;
    expect({ violations, errors, warnings, exitCode }).toEqual({
      violations: [],
      errors: [],
      warnings: [],
      exitCode: 0,
    });
  });
});

describe('the check of answers', () => {
  it('notices an answer to another question, and one to another person', () => {
    const [one, ...others] = run.requests.filter(({ shown }) => shown && shown.texts.length > 2);
    const sameWords = others.find(({ questions }) => questions.join() !== one.questions.join())!;
    const { texts } = sameWords.shown!;
    expect(faultOf({ ...one, shown: { ...one.shown!, texts } }, index, run.secret)).toMatch(
      /was answered with/,
    );
    const stranger = others.find(({ person }) => person.id !== one.person.id)!;
    expect(faultOf({ ...one, person: stranger.person }, index, run.secret)).toMatch(/somebody else's button/);
  });
});
