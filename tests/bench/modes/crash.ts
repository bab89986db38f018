// A simulated day of digests on which the sending process is killed two hundred times: counts lost and
// doubled digests.
import { runDay } from '../../digests/crash/day.ts';
import { summaryOf } from '../../digests/crash/summary.ts';
import { judge } from '../../digests/crash/verdict.ts';
import type { Mode } from '../mode.ts';

const KILLS = 200;
const SEED = 1;

export const crash: Mode = {
  name: 'crash',
  summary: 'a day of digests on both platforms with two hundred kills: what is lost, what comes twice',
  async run({ say, progress }) {
    progress(`${KILLS} kills …`);
    const verdict = judge(await runDay(KILLS, SEED));
    say(summaryOf(verdict));
    return verdict;
  },
};
