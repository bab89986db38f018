// How words sound: finds names spelt in Latin letters and words typed with characters of the same sound. The
// only importer of pinyin-pro.
import { createRequire } from 'node:module';
import type { pinyin as Pinyin } from 'pinyin-pro';

/** Readings of the characters that occur in the reports, and of common ones. */
export interface SoundTable {
  /** Character → its readings without tones, separated by spaces, the usual one first. */
  readings: Map<string, string>;
}

/** Kept for the lifetime of the process: the next index has nearly the same characters. */
const lookedUp = new Map<string, string>();

/** Readings of all characters of some words, and of common characters. */
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
  // large, and needed only while an index is built
  const { pinyin } = createRequire(import.meta.url)('pinyin-pro') as { pinyin: typeof Pinyin };
  const all = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
  const readings = [...new Set(all)].slice(0, 3).join(' ');
  lookedUp.set(character, readings);
  return readings;
}

/** The 6,763 characters of GB 2312 (rows 16 to 87): people may type characters that no report holds. */
function commonCharacters(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}

/** Only words of these lengths are found by their sound; names of offices are the longest. */
const NAME_LIKE = /^[\u3400-\u9fff]{2,8}$/;

/**
 * Finds indexed words by their sound. Sounds are computed when words with the same first reading are looked
 * up.
 */
export class SoundIndex {
  private readonly table: SoundTable;
  private readonly byFirst = new Map<string, string[]>();
  /** First character → sound → words, for the characters looked up so far. */
  private readonly bySound = new Map<string, Map<string, string[]>>();
  private byReading: Map<string, string[]> | undefined;

  /** @param words of the index */
  constructor(table: SoundTable, words: Iterable<string>) {
    this.table = table;
    for (const word of words) {
      if (!NAME_LIKE.test(word)) continue;
      const same = this.byFirst.get(word[0]);
      if (same) same.push(word);
      else this.byFirst.set(word[0], [word]);
    }
  }

  /** Words that a Latin spelling such as "Jiande" may stand for, sorted. */
  spelled(latin: string): string[] {
    return [...this.withSound(latin.toLowerCase().replace(/ü/g, 'v'))].sort();
  }

  /** Words that sound like a Chinese word, without the word itself, sorted. */
  homophones(word: string): string[] {
    const found = new Set(soundsOf(word, this.table).flatMap((sound) => [...this.withSound(sound)]));
    return [...found].filter((other) => other !== word && other.length === word.length).sort();
  }

  /** The usual reading of each character of a word, without tones; undefined where one is unknown. */
  syllables(word: string): string[] | undefined {
    const found = [...word].map((character) => this.table.readings.get(character)?.split(' ')[0]);
    return found.every((each): each is string => each !== undefined) ? found : undefined;
  }

  private withSound(sound: string): Set<string> {
    const found = new Set<string>();
    for (let length = 1; length <= Math.min(sound.length, LONGEST_READING); length++)
      for (const first of this.charactersRead(sound.slice(0, length)))
        for (const word of this.wordsBySound(first).get(sound) ?? []) found.add(word);
    return found;
  }

  /** First characters of words that have this reading. */
  private charactersRead(reading: string): string[] {
    if (!this.byReading) {
      this.byReading = new Map();
      for (const first of this.byFirst.keys())
        for (const each of this.table.readings.get(first)?.split(' ') ?? [])
          push(this.byReading, each, first);
    }
    return this.byReading.get(reading) ?? [];
  }

  private wordsBySound(first: string): Map<string, string[]> {
    const known = this.bySound.get(first);
    if (known) return known;
    const bySound = new Map<string, string[]>();
    for (const word of this.byFirst.get(first) ?? [])
      for (const sound of soundsOf(word, this.table)) push(bySound, sound, word);
    this.bySound.set(first, bySound);
    return bySound;
  }
}

/** Letters of the longest reading: zhuang. */
const LONGEST_READING = 6;

function push(lists: Map<string, string[]>, key: string, word: string): void {
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
}

/** All readings of a word, without tones and spaces; empty where a character is unknown. */
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
