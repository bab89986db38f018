// Names typed in pinyin: linyeju, liny, lyj, linyj, 林yj.
import type { Sounds } from './suggest-name.ts';

/** How typed letters spell a name. */
export interface Spelling {
  /** Syllables only, of which the last may be unfinished; else some are initials. */
  syllables: boolean;
  /** From the name's first character on. */
  begins: boolean;
}

/** The best way in which letters (ü as v or u) spell consecutive characters of a name. */
export function spellingOf(sounds: Sounds, typed: string): Spelling | undefined {
  let initials: Spelling | undefined;
  for (let at = 0; at < sounds.length; at++) {
    if (!mayBegin(sounds[at], typed)) continue;
    if (spells(sounds, at, typed, false)) return { syllables: true, begins: at === 0 };
    if (!initials && spells(sounds, at, typed, true)) initials = { syllables: false, begins: at === 0 };
  }
  return initials;
}

/** Compares first letters only: this excludes most characters of a name at once. */
function mayBegin(ways: readonly string[], typed: string): boolean {
  for (const sound of ways) if (isSame(sound[0], typed[0])) return true;
  return false;
}

/** Whether letters spell characters of a name in order, with gaps, in their usual readings: fgw of 发改委. */
export function spellsInOrder(sounds: Sounds, typed: string): boolean {
  const reached = new Set([0]);
  for (const ways of sounds) {
    for (const offset of advance(reached, ways.slice(0, 1), typed, true)) reached.add(offset);
    if (reached.has(typed.length)) return true;
  }
  return false;
}

function spells(sounds: Sounds, start: number, typed: string, initials: boolean): boolean {
  let reached = new Set([0]);
  for (let at = start; at < sounds.length && reached.size > 0; at++) {
    reached = advance(reached, sounds[at], typed, initials);
    if (reached.has(typed.length)) return true;
  }
  return false;
}

/** The offsets in the typed letters behind one more character, from all offsets at once: linear time. */
function advance(
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
