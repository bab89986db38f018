// Whatever a person or a file sends, no pattern of the program takes more than a few steps for each character of it.
import { describe, expect, it } from 'vitest';
import { growthOf } from './growth.ts';
import { patternsOfSources, phraseFiles } from './sources.ts';

describe('no pattern of the sources', () => {
  const patterns = patternsOfSources();

  it('is missed', () => {
    expect(patterns.length).toBeGreaterThan(400);
    expect(phraseFiles().length).toBeGreaterThan(7);
    expect(patterns.filter(({ name }) => name?.endsWith('subjects.txt [silent]'))).toHaveLength(1);
  });

  it('takes more and more steps for each character of a longer text', () => {
    const bad = patterns.flatMap(({ place, source, flags }) => {
      const hard = growthOf(source, flags);
      return hard ? [`${place} /${source}/${flags} on ${JSON.stringify(hard)}`] : [];
    });
    expect(bad).toEqual([]);
  });
});
