// How words sound: names written in Latin letters, and characters typed for others of the same sound.
// The only importer of pinyin-pro.
import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';

/** Sounds of the words of the reports. */
export interface SoundTable {
  /** Character → its readings without tones, joined with spaces, the usual one first. */
  readings: Map<string, string>;
}

/**
 * The readings of all characters of some words.
 * @param known a table of other words: what it has need not be looked up again
 */
export function buildSoundTable(words: Iterable<string>, known?: SoundTable): SoundTable {
  const { pinyin } = createRequire(import.meta.url)('pinyin-pro') as { pinyin: typeof Pinyin }; // large, and only a build needs it
  const readings = new Map<string, string>();
  for (const word of [...words, commonCharacters()]) {
    for (const character of word) {
      if (readings.has(character) || !/[\u3400-\u9fff]/.test(character)) continue;
      const before = known?.readings.get(character);
      if (before !== undefined) {
        readings.set(character, before);
        continue;
      }
      const all = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
      readings.set(character, [...new Set(all)].slice(0, 3).join(' '));
    }
  }
  return { readings };
}

/** The 6,763 characters of GB 2312 (rows 16 to 87): what people type may stand in no report. */
function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

/** Finds words by their sound. Built on first use from a table and the words. */
export class SoundIndex {
  private readonly bySound = new Map<string, string[]>();
  private readonly table: SoundTable;

  constructor(table: SoundTable, words: Iterable<string>) {
    this.table = table;
    for (const word of words) {
      if (!/^[\u3400-\u9fff]{2,4}$/.test(word)) continue;
      for (const sound of this.soundsOf(word)) {
        const known = this.bySound.get(sound);
        if (known) known.push(word);
        else this.bySound.set(sound, [word]);
      }
    }
  }

  /** Words that a Latin spelling such as "Jiande" may stand for. */
  spelled(latin: string): string[] {
    return this.bySound.get(latin.toLowerCase().replace(/ü/g, 'v')) ?? [];
  }

  /** Words that sound like a Chinese word, itself left out. */
  homophones(word: string): string[] {
    const found = this.soundsOf(word).flatMap((sound) => this.bySound.get(sound) ?? []);
    return [...new Set(found)].filter((other) => other !== word && other.length === word.length);
  }

  /** All ways to read a word, without tones and spaces; empty where a character is unknown. */
  private soundsOf(word: string): string[] {
    let sounds = [''];
    for (const character of word) {
      const readings = this.table.readings.get(character);
      if (readings === undefined) return [];
      const only = sounds.length === 1 && !readings.includes(' ');
      sounds = only ? [sounds[0] + readings] : combine(sounds, readings.split(' '));
    }
    return sounds;
  }
}

const MAX_READINGS = 8;

function combine(sounds: string[], readings: string[]): string[] {
  return sounds.flatMap((sound) => readings.map((reading) => sound + reading)).slice(0, MAX_READINGS);
}
