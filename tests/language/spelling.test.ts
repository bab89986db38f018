import { describe, expect, it } from 'vitest';
import { englishSynonyms, nearestWords, spellingTable } from '../../src/language/index.ts';

const table = spellingTable(['governor', 'government', 'forest', 'library', 'reservoir', 'house', 'horse']);

describe('the nearest words', () => {
  it.each([
    ['govenor', ['governor']],
    ['forrest', ['forest']],
    ['libary', ['library']],
    ['resevior', ['reservoir']],
    ['houes', ['house']],
    ['hause', ['house']],
  ])('of %s are those with the fewest slips', (word, expected) => {
    expect(nearestWords(word, table)).toEqual(expected);
  });

  it('are several where they are equally near', () => {
    expect(nearestWords('houses', spellingTable(['house', 'horses'])).toSorted()).toEqual([
      'horses',
      'house',
    ]);
  });

  it.each(['hous', 'mountain', 'fortress'])('of %s are none: too short, or too far from all', (word) => {
    expect(nearestWords(word, table)).toEqual([]);
  });
});

describe('the general synonyms of an English word', () => {
  it.each([
    ['abroad', 'overseas'],
    ['telly', 'television'],
    ['cabbies', 'cabman'],
  ])('lead from %s to %s', (word, other) => {
    expect(englishSynonyms(word)).toContain(other);
  });

  it('do not lead from a word by a sense that is none of its usual ones', () => {
    expect(englishSynonyms('out')).not.toContain('stunned');
  });

  it('are none for a word that WordNet does not have', () => {
    expect(englishSynonyms('qwertyuiop')).toEqual([]);
  });
});
