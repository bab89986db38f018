// Processes that are killed at any moment while they send digests: none is lost, and none comes twice where the platform can tell.
// `npm run bench -- crash` does the same with two hundred kills over a whole day.
import { beforeAll, describe, expect, it } from 'vitest';
import { runDay } from './crash/day.ts';
import { summaryOf } from './crash/summary.ts';
import { judge, type Verdict } from './crash/verdict.ts';

const KILLS = 40;
const SEED = 20261123;

let verdict: Verdict;
beforeAll(async () => {
  verdict = judge(await runDay(KILLS, SEED));
  console.info(summaryOf(verdict));
});

describe(`${KILLS} kills while digests are sent on both platforms`, () => {
  it('lose no digest, double only what was sent and not recorded where no idempotency key helps, and leave the file intact', () => {
    expect(verdict.faults).toEqual([]);
  });

  it('double none on Discord, although kills fell between its acceptance and the record of it', () => {
    expect(verdict.figures.doubled.discord).toBe(0);
    expect(verdict.figures.recognised).toBeGreaterThan(0);
  });

  it('fell at all moments of the work', () => {
    const { kills, idle, inCompany, phases } = verdict.figures;
    expect(kills).toBe(KILLS);
    expect(inCompany).toBeGreaterThan(0);
    expect(kills - idle).toBeGreaterThan(KILLS / 4);
    for (const count of Object.values(phases)) expect(count).toBeGreaterThan(0);
  });
});
