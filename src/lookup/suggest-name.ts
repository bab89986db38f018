// Names and what is typed for them in one form: simplified, lower case, without tone marks and punctuation.
// The form is for matching only and is never shown.
import { normalise, type SoundTable } from '../language/index.ts';

/** A name in its matching form. */
export interface MatchedName {
  /** Its words joined. */
  text: string;
  /** For every character, the ways to type it: its readings without tones (ü as v), and itself. */
  sounds: Sounds;
}

export type Sounds = readonly (readonly string[])[];

const SEPARATORS = /[\p{P}\p{Z}\p{C}]+/u;
const APOSTROPHES = /['’‘`´]/g;

/** The words of a text, split at white space and punctuation. Tone marks are taken off, ü is v. */
export function wordsOf(text: string): string[] {
  return normalise(text)
    .normalize('NFD')
    .replace(/u\u0308/g, 'v')
    .replace(/\p{M}/gu, '')
    .replace(APOSTROPHES, '')
    .split(SEPARATORS)
    .filter(Boolean);
}

/** A third reading of a character is rarely intended, and finds unrelated names. */
const MAX_READINGS = 2;

/** Makes names that share the readings of their characters. */
export function nameMaker({ readings }: SoundTable): (text: string) => MatchedName {
  const known = new Map<string, readonly string[]>();
  const soundsOf = (character: string) => {
    let sounds = known.get(character);
    if (!sounds) {
      sounds = [...(readings.get(character)?.split(' ').slice(0, MAX_READINGS) ?? []), character];
      known.set(character, sounds);
    }
    return sounds;
  };
  return (source) => {
    const text = wordsOf(source).join('');
    return { text, sounds: [...text].map(soundsOf) };
  };
}
