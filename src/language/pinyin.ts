// How words sound: names written in Latin letters, and characters typed for others of the same sound.
// The only importer of pinyin-pro.
import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';

/** Sounds of the words of the reports. */
export interface SoundTable {
  /** Character → its readings without tones, joined with spaces, the usual one first. */
  readings: Map<string, string>;
}

/** Readings that were looked up, kept: the next state of a library has nearly the same characters. */
const lookedUp = new Map<string, string>();

/** The readings of all characters of some words, and of common ones. */
export function buildSoundTable(words: Iterable<string>): SoundTable {
  const readings = new Map<string, string>();
  for (const word of [...words, commonCharacters()]) {
    for (const character of word) {
      if (readings.has(character) || !/[\u3400-\u9fff]/.test(character)) continue;
      readings.set(character, readingsOf(character));
    }
  }
  return { readings };
}

function readingsOf(character: string): string {
  const known = lookedUp.get(character);
  if (known !== undefined) return known;
  const { pinyin } = createRequire(import.meta.url)('pinyin-pro') as { pinyin: typeof Pinyin }; // large, and only a build needs it
  const all = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
  const readings = [...new Set(all)].slice(0, 3).join(' ');
  lookedUp.set(character, readings);
  return readings;
}

/** The 6,763 characters of GB 2312 (rows 16 to 87): what people type may stand in no report. */
function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

/** Words by their sound. It only grows, so that the states of a library share one. */
export class SoundedWords {
  private readonly bySound = new Map<string, string[]>();
  private readonly known = new Set<string>();

  /** Takes words of two to four characters up; others are not looked up by their sound. */
  add(words: Iterable<string>, table: SoundTable): void {
    for (const word of words) {
      if (this.known.has(word) || !/^[\u3400-\u9fff]{2,4}$/.test(word)) continue;
      this.known.add(word);
      for (const sound of soundsOf(word, table)) {
        const same = this.bySound.get(sound);
        if (same) same.push(word);
        else this.bySound.set(sound, [word]);
      }
    }
  }

  withSound(sound: string): string[] {
    return this.bySound.get(sound) ?? [];
  }
}

/** Finds the words of a library by their sound. */
export class SoundIndex {
  private readonly table: SoundTable;
  private readonly sounded: SoundedWords;
  private readonly holds: (word: string) => boolean;

  /**
   * @param words of the library
   * @param sounded words by their sound, of other states of the library too
   * @param holds tells the words of this state
   */
  constructor(
    table: SoundTable,
    words: Iterable<string>,
    sounded: SoundedWords = new SoundedWords(),
    holds: (word: string) => boolean = () => true,
  ) {
    this.table = table;
    this.sounded = sounded;
    this.holds = holds;
    sounded.add(words, table);
  }

  /** Words that a Latin spelling such as "Jiande" may stand for, in an order that depends on nothing else. */
  spelled(latin: string): string[] {
    const sound = latin.toLowerCase().replace(/ü/g, 'v');
    return this.sounded.withSound(sound).filter(this.holds).sort();
  }

  /** Words that sound like a Chinese word, itself left out, in an order that depends on nothing else. */
  homophones(word: string): string[] {
    const found = soundsOf(word, this.table).flatMap((sound) => this.sounded.withSound(sound));
    const others = [...new Set(found)].filter((other) => other !== word && other.length === word.length);
    return others.filter(this.holds).sort();
  }
}

/** All ways to read a word, without tones and spaces; empty where a character is unknown. */
function soundsOf(word: string, { readings: known }: SoundTable): string[] {
  let sounds = [''];
  for (const character of word) {
    const readings = known.get(character);
    if (readings === undefined) return [];
    const only = sounds.length === 1 && !readings.includes(' ');
    sounds = only ? [sounds[0] + readings] : combine(sounds, readings.split(' '));
  }
  return sounds;
}

const MAX_READINGS = 8;

function combine(sounds: string[], readings: string[]): string[] {
  return sounds.flatMap((sound) => readings.map((reading) => sound + reading)).slice(0, MAX_READINGS);
}
