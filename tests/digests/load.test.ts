// Many digests that are due in the same minute, by the real program, while people ask. Ten thousand: `npm run bench -- digests`.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineClock } from '../../src/clock.ts';
import { SAMPLE_FOLDER, SHARED_INDEX_FOLDER, sampleIndex } from '../answer/sample.ts';
import { type DigestRun, runDigests } from '../bench/load/digest-run.ts';
import { tallyOf } from '../bench/load/digest-tally.ts';
import { topicsOver } from '../bench/load/digest-topics.ts';

const PLACES = { discord: 50, telegram: 32 };
/** Messages that the bot has under way at a time. */
const UNDER_WAY = { discord: 20, telegram: 30 };
const TOPICS = 10;
const ASKING_MS = 1000;
/** Discord shows a failure after this. */
const LATE_MS = 3000;
/** Between the clock of who sends and that of who receives. */
const TOLERANCE_MS = 300;
const MINUTE_MS = 60_000;
const TIME_LIMIT_MS = 60_000;
const PLATFORMS = ['discord', 'telegram'] as const;

const index = await sampleIndex();
let folder: string;
let run: DigestRun;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'digest-load-'));
  const questions = [{ language: 'zh', question: '林业局2024年上半年存在哪些问题？' }];
  const paceMs = { min: 500, max: 800 };
  const people = { people: 4, durationMs: ASKING_MS, paceMs, questions };
  run = await runDigests(
    {
      places: PLACES,
      topics: topicsOver(index, [], TOPICS),
      dueAt: Math.floor(machineClock.now() / MINUTE_MS) * MINUTE_MS,
      quietMs: 0,
      limitMs: TIME_LIMIT_MS / 2,
      people: {
        discord: { ...people, channels: 4, habits: () => ({ '/ask': 1 }) },
        telegram: { ...people, groups: 2, inGroup: 0 },
      },
    },
    index,
    { REPORTS_DIR: SAMPLE_FOLDER, INDEX_DIR: SHARED_INDEX_FOLDER },
    folder,
  );
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

describe('many digests due in the same minute', () => {
  it('arrive once each, and the outbox says so', () => {
    for (const platform of PLATFORMS) {
      const { delivered, lost, doubled } = run[platform];
      expect({ delivered, lost, doubled }).toEqual({ delivered: PLACES[platform], lost: 0, doubled: 0 });
    }
    expect(run.unsent).toEqual([]);
  });

  it('go out in the order of enqueuing: no chat is overtaken by more than are under way', () => {
    for (const platform of PLATFORMS) expect(run[platform].overtaken).toBeLessThan(UNDER_WAY[platform]);
  });

  it('have each topic searched for once, however many chats follow it', () => {
    expect(run.counts.topicsAsked).toBeGreaterThan(5 * TOPICS);
    expect(run.counts.topicsSearched).toBeLessThanOrEqual(TOPICS);
  });

  it('go out at the pace of Telegram: it need not ask to wait more than now and then', () => {
    const { refusals, durationMs } = run.telegram;
    expect(refusals).toBeLessThan(PLACES.telegram / 10);
    expect(durationMs).toBeGreaterThan(1000 * Math.floor((PLACES.telegram - 1) / 30) - TOLERANCE_MS);
  });

  it('do not delay answers meanwhile', () => {
    for (const platform of PLATFORMS) {
      const { asked, answered, firstMs } = run[platform].answers.meanwhile;
      expect(asked).toBeGreaterThan(0);
      expect(answered).toBe(asked);
      expect(firstMs?.max).toBeLessThan(LATE_MS);
    }
  });

  it('break nothing', () => {
    const { violations, errors, exitCode } = run;
    expect({ violations, errors, exitCode }).toEqual({ violations: [], errors: [], exitCode: 0 });
  });
});

describe('the tally', () => {
  const at = (...places: string[]) => places.map((place, i) => ({ place, at: 1000 * i }));
  const enqueued = ['a', 'b', 'c', 'd'];

  it('finds nothing wrong with digests that arrive once each, in order', () => {
    expect(tallyOf(at(...enqueued), enqueued, new Set())).toEqual({
      delivered: 4,
      lost: 0,
      doubled: 0,
      displacement: { largest: 0, mean: 0 },
      overtaken: 0,
      durationMs: 3000,
      perSecond: 4 / 3,
    });
  });

  it('counts places with none and places with two', () => {
    expect(tallyOf(at('a', 'b', 'a', 'd'), enqueued, new Set())).toMatchObject({
      delivered: 3,
      lost: 1,
      doubled: 1,
    });
  });

  it('counts by how many a place was overtaken, unless it was tried again', () => {
    const arrivals = at('b', 'c', 'd', 'a');
    const displacement = { largest: 3, mean: 1.5 };
    expect(tallyOf(arrivals, enqueued, new Set())).toMatchObject({ displacement, overtaken: 3 });
    expect(tallyOf(arrivals, enqueued, new Set(['a']))).toMatchObject({ displacement, overtaken: 0 });
  });
});
