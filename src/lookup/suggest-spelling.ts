// Names typed by their sound: linyeju, liny, lyj, linyj, 林yj.
import type { Sounds } from './suggest-name.ts';

/** How typed letters read a name. */
export interface Spelling {
  /** Syllables only, of which the last may be unfinished; else some are initials. */
  syllables: boolean;
  /** From the name's first character on. */
  begins: boolean;
}

/** How letters (ü as v, or as u) read consecutive characters of a name, the best way first; undefined where they do not. */
export function spellingOf(sounds: Sounds, typed: string): Spelling | undefined {
  let initials: Spelling | undefined;
  for (let at = 0; at < sounds.length; at++) {
    if (!mayBegin(sounds[at], typed)) continue;
    if (reads(sounds, at, typed, false)) return { syllables: true, begins: at === 0 };
    if (!initials && reads(sounds, at, typed, true)) initials = { syllables: false, begins: at === 0 };
  }
  return initials;
}

/** Told by the first letter, so that hardly any place of a name needs more. */
function mayBegin(ways: readonly string[], typed: string): boolean {
  for (const sound of ways) if (isSame(sound[0], typed[0])) return true;
  return false;
}

/** Whether letters read some characters of a name in order, with gaps, each as it is usually read: fgw or fagaiwei over 发改委. */
export function readsInOrder(sounds: Sounds, typed: string): boolean {
  const reached = new Set([0]);
  for (const ways of sounds) {
    for (const place of readOn(reached, ways.slice(0, 1), typed, true)) reached.add(place);
    if (reached.has(typed.length)) return true;
  }
  return false;
}

function reads(sounds: Sounds, start: number, typed: string, initials: boolean): boolean {
  let reached = new Set([0]);
  for (let at = start; at < sounds.length && reached.size > 0; at++) {
    reached = readOn(reached, sounds[at], typed, initials);
    if (reached.has(typed.length)) return true;
  }
  return false;
}

/** From places in the typed letters to the places that one more character leads to. All at once, so that no input takes long. */
function readOn(
  reached: Set<number>,
  ways: readonly string[],
  typed: string,
  initials: boolean,
): Set<number> {
  const next = new Set<number>();
  for (const from of reached) {
    for (const sound of ways) {
      const same = sameLetters(sound, typed, from);
      if (same === sound.length || (same > 0 && from + same === typed.length)) next.add(from + same);
      if (initials && same > 0) next.add(from + 1);
      if (initials && same > 1 && sound[1] === 'h') next.add(from + 2); // zh, ch, sh
    }
  }
  return next;
}

function sameLetters(sound: string, typed: string, from: number): number {
  let same = 0;
  while (same < sound.length && from + same < typed.length && isSame(sound[same], typed[from + same])) same++;
  return same;
}

const isSame = (letter: string, typed: string) => letter === typed || (letter === 'v' && typed === 'u');
