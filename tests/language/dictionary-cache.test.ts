// The dictionary cache: a file is read as it was written, or not used.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dictionaryOf } from '../../src/language/dictionary.ts';
import {
  cacheDictionary,
  dictionaryCacheFile,
  readCachedDictionary,
} from '../../src/language/dictionary-cache.ts';

const DICTIONARY = dictionaryOf(['公路', '茶厂', '道路'], ['highway|road', 'tea factory', 'road']);

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'dictionary-'));
  file = path.join(folder, 'new', 'a.txt');
});
afterEach(() => fs.rm(folder, { recursive: true }));

describe('a cached dictionary', () => {
  it('is read as it was written', () => {
    expect(DICTIONARY.senses).toBe('公路 道路');
    expect(readCachedDictionary(file)).toBeUndefined();
    cacheDictionary(DICTIONARY, file);
    expect(readCachedDictionary(file)).toEqual(DICTIONARY);
  });

  it('is not used when any letter of it has changed, or its end is missing', async () => {
    cacheDictionary(DICTIONARY, file);
    const whole = await fs.readFile(file, 'utf8');
    for (let at = 0; at < whole.length; at++) {
      await fs.writeFile(file, `${whole.slice(0, at)}_${whole.slice(at + 1)}`);
      expect(readCachedDictionary(file)).toBeUndefined();
      await fs.writeFile(file, whole.slice(0, at));
      expect(readCachedDictionary(file)).toBeUndefined();
    }
  });

  it('replaces files of other versions and leaves nothing else', async () => {
    const older = path.join(folder, 'new', 'older.txt');
    cacheDictionary(DICTIONARY, older);
    await fs.writeFile(`${file}.1.tmp`, 'half'); // a writer was killed
    cacheDictionary(DICTIONARY, file);
    expect(await fs.readdir(path.dirname(file))).toEqual(['a.txt']);
  });

  it('is no error where nothing can be written', async () => {
    await fs.writeFile(path.join(folder, 'new'), 'a file stands where the folder should be');
    cacheDictionary(DICTIONARY, file);
    expect(readCachedDictionary(file)).toBeUndefined();
  });

  it('has the same name for the same program, in the given folder', () => {
    expect(dictionaryCacheFile('/somewhere')).toMatch(/^\/somewhere\/[0-9a-f]{16}\.txt$/);
    expect(dictionaryCacheFile('/somewhere')).toBe(dictionaryCacheFile('/somewhere'));
  });
});
