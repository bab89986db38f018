// A phrase is written out when a question has a unit with which it may begin: that unit must be told right.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lexicon, parseWordLists } from '../../src/language/index.ts';
import { firstUnits, phraseUnits } from '../../src/question/asking-form.ts';

const DIRECTORY = path.join(import.meta.dirname, '../../src/question/asking');
/** Without signs of the notation. */
const PLAIN = /^[^[\]()|?…^$\\]+$/;

const phrases = [
  ...fs
    .readdirSync(DIRECTORY)
    .filter((name) => name.endsWith('.txt') && !/^(?:names|variants)/.test(name))
    .flatMap((name) =>
      [...parseWordLists(fs.readFileSync(path.join(DIRECTORY, name), 'utf8')).values()].flat(),
    )
    .filter((line) => PLAIN.test(line)),
  ...lexicon().synonyms.keys(),
  ...lexicon().english.keys(),
];

describe('firstUnits', () => {
  it('holds the first unit of every phrase of the lists and every term of the lexicon', () => {
    expect(phrases.length).toBeGreaterThan(10_000);
    expect(
      phrases.filter((phrase) => {
        const [first] = phraseUnits(phrase);
        return first !== undefined && !firstUnits(phrase).has(first);
      }),
    ).toEqual([]);
  });

  it('holds the standard word of a variant', () => {
    expect([...firstUnits('啥时候')]).toEqual(expect.arrayContaining(['啥', '什']));
    expect(firstUnits('shenme shihou').has('什')).toBe(true);
  });
});
