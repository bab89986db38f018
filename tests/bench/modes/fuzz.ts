// Ten thousand damaged files through the readers: outcomes, the longest time, and whether good files can
// still be read.
import { isDeepStrictEqual } from 'node:util';
import { ReaderPool } from '../../../src/reports/formats/pool.ts';
import { readFile, readReports } from '../../../src/reports/index.ts';
import { type Damaged, damaged, goodFiles } from '../../fixtures/formats/damage.ts';
import { P99, percentile } from '../measure.ts';
import type { Mode } from '../mode.ts';
import { megabytes, milliseconds, table } from '../table.ts';

const COUNT = 10_000;
const SEED = 7;
/** Damaged files between two checks that all good files can be read. */
const BETWEEN = 500;
/** Far below the bot's own limit, so that a hang shows. */
const TIME_LIMIT_MS = 10_000;
const AT_ONCE = 4;

type Outcome = 'read' | 'refused' | 'too slow' | 'too large' | 'crashed';
const OUTCOMES: Outcome[] = ['read', 'refused', 'too slow', 'too large', 'crashed'];

export const fuzz: Mode = {
  name: 'fuzz',
  summary: '10,000 damaged variants of the sample files through the readers',
  async run({ say, progress }) {
    const pool = new ReaderPool({ timeLimitMs: TIME_LIMIT_MS });
    const files = (await goodFiles()).filter(({ name }) => name !== 'protected.pdf');
    const whole = await Promise.all(files.map(({ name, bytes }) => readFile(name, bytes, { pool })));
    const tally = new Tally();
    let lost = 0;
    let left = COUNT;
    const variants = damaged(files, COUNT, SEED);
    const work = async () => {
      for (const variant of variants) {
        await tally.add(variant, pool);
        if (--left % BETWEEN !== 0) continue;
        progress(`${left} left`);
        for (const [i, { name, bytes }] of files.entries())
          if (!isDeepStrictEqual(await readFile(name, bytes, { pool }), whole[i])) lost++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await pool.close();
    say(tally.table());
    say(`\n${lost} good files lost; the process holds ${megabytes(process.memoryUsage().rss)}`);
    return { count: COUNT, seed: SEED, lost, ...tally.figures() };
  },
};

class Tally {
  private readonly counts = new Map<string, Map<Outcome, number>>();
  private readonly times: number[] = [];
  readonly crashes: string[] = [];

  async add(variant: Damaged, pool: ReaderPool): Promise<void> {
    const format = variant.name.replace(/^.*\./, '.');
    const started = performance.now();
    const outcome = await this.outcomeOf(variant, pool);
    this.times.push(performance.now() - started);
    const own = this.counts.get(format) ?? new Map<Outcome, number>();
    own.set(outcome, (own.get(outcome) ?? 0) + 1);
    this.counts.set(format, own);
  }

  private async outcomeOf({ name, bytes, how }: Damaged, pool: ReaderPool): Promise<Outcome> {
    try {
      const read = await readFile(name, bytes, { pool });
      if (read.ok) readReports(name, read);
      else if (read.reason.kind === 'too-slow') return 'too slow';
      else if (read.reason.kind === 'too-much-memory') return 'too large';
      return read.ok ? 'read' : 'refused';
    } catch (error) {
      this.crashes.push(`${name}, ${how}: ${String(error)}`);
      return 'crashed';
    }
  }

  table(): string {
    const rows = [...this.counts].map(([format, own]) => [
      format,
      ...OUTCOMES.map((outcome) => String(own.get(outcome) ?? 0)),
    ]);
    const sorted = [...this.times].sort((a, b) => a - b);
    const slowest = `99 % of them within ${milliseconds(percentile(sorted, P99))}, the slowest ${milliseconds(sorted.at(-1) ?? 0)}`;
    return [table(['', ...OUTCOMES], rows), slowest, ...this.crashes].join('\n');
  }

  figures(): object {
    const counts = Object.fromEntries(
      [...this.counts].map(([format, own]) => [format, Object.fromEntries(own)]),
    );
    return { counts, slowestMs: Math.max(...this.times), crashes: this.crashes };
  }
}
