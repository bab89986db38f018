import { describe, expect, it } from 'vitest';
import { type Signals, total, WEIGHTS } from '../../src/search/signals.ts';

describe('the total', () => {
  const none: Signals = {
    body: 0,
    words: 0,
    headings: 0,
    tableHead: 0,
    report: 0,
    closeness: 0,
    sectionKind: 0,
    reportFit: 0,
  };

  it('is the weighted sum of the signals', () => {
    const weights = {
      body: 1,
      headings: 2,
      report: 3,
      closeness: 4,
      sectionKind: 5,
      reportFit: 6,
      tableHead: 7,
      words: 8,
    };
    const all = Object.fromEntries(Object.keys(none).map((name) => [name, 1])) as unknown as Signals;
    expect(total(all, weights)).toBe(36);
    expect(total(none, weights)).toBe(0);
  });

  it('rises with every signal', () => {
    for (const name of Object.keys(none) as (keyof Signals)[])
      expect(total({ ...none, [name]: 1 }, WEIGHTS)).toBeGreaterThan(0);
  });
});
