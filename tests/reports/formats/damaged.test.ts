// Hundreds of damaged files: each is read or refused, none costs more than itself.
import { afterAll, describe, expect, it } from 'vitest';
import { ReaderPool } from '../../../src/reports/formats/pool.ts';
import { readFile, readReports } from '../../../src/reports/index.ts';
import { damaged, goodFiles } from '../../fixtures/formats/damage.ts';
import { coverageFaults } from '../reading.ts';
import { reasonSentence } from '../warning-sentences.ts';

const SEED = 20_240_701;
const COUNT = 300;
/** A good file is read among so many damaged ones. */
const BETWEEN = 25;
const pool = new ReaderPool({ timeLimitMs: 5_000 });
afterAll(() => pool.close());

describe('damaged files', () => {
  it('are read or refused, and good files among them lose nothing', async () => {
    const files = (await goodFiles()).filter(({ name }) => name !== 'protected.pdf');
    const whole = await Promise.all(files.map(({ name, bytes }) => readFile(name, bytes, { pool })));
    const variants = [...damaged(files, COUNT, SEED)];
    const faults: string[] = [];
    await Promise.all(
      variants.map(async ({ name, bytes, how }, i) => {
        const read = await readFile(name, bytes, { pool });
        if (read.ok)
          faults.push(...coverageFaults(readReports(name, read)).map((fault) => `${name}, ${how}: ${fault}`));
        else if (!/^[a-z].{8,200}$/.test(reasonSentence(read.reason)))
          faults.push(`${name}, ${how}: says «${reasonSentence(read.reason)}»`);
        if (i % BETWEEN !== 0) return;
        const which = (i / BETWEEN) % files.length;
        const again = await readFile(files[which].name, files[which].bytes, { pool });
        expect(again).toEqual(whole[which]);
      }),
    );
    expect(faults).toEqual([]);
  });
});
