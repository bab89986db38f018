import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lines } from '../../src/language/lines.ts';

describe('lines of a long text', () => {
  it('are found by number, by offset and by their words as in the text that is split', () => {
    const lines = fc.array(fc.constantFrom('', '古井', '食堂', 'a', 'ab'), { minLength: 1, maxLength: 400 });
    fc.assert(
      fc.property(lines, (all) => {
        const by = new Lines(all.join('\n'));
        let start = 0;
        for (const [number, line] of all.entries()) {
          expect(by.line(number)).toBe(line);
          expect(by.numberAt(start)).toBe(number);
          expect(by.numberAt(start + line.length)).toBe(number);
          start += line.length + 1;
        }
        for (const word of ['古井', 'a', 'ab', '没有'])
          expect(by.numberOf(word)).toBe((all as string[]).indexOf(word));
      }),
      { seed: 15, numRuns: 60 },
    );
  });
});
