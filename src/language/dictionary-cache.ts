// The condensed dictionary in a cache file under node_modules. A file is used only if its digest is right and
// it was written by the same source and package versions; where it cannot be written, the dictionary is
// condensed again at each start.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The condensed dictionary: three strings, so that it is small and passes quickly between threads. */
export interface Dictionary {
  /** Chinese words, one a line. */
  words: string;
  /** One line for each word: its glosses in base form, separated by |. */
  glosses: string;
  /** One line for each gloss that several words share: these words, separated by spaces. */
  senses: string;
}

const PROJECT = path.join(import.meta.dirname, '..', '..');
const CACHE = path.join(PROJECT, 'node_modules', '.cache', 'dictionary');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const DIGEST_LENGTH = 64;

/** The cache file; its name depends on the package versions and on this folder's code and word lists. */
export function dictionaryCacheFile(directory = CACHE): string {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(PROJECT, 'package-lock.json')));
  const files = fs.readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const names = files.filter((name) => /\.(?:ts|txt)$/.test(name));
  for (const name of names.sort()) hash.update(fs.readFileSync(path.join(import.meta.dirname, name)));
  return path.join(directory, `${hash.digest('hex').slice(0, 16)}.txt`);
}

/** The cached dictionary; undefined where there is no file or it is damaged. */
export function readCachedDictionary(file: string): Dictionary | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    const body = text.slice(DIGEST_LENGTH);
    if (sha256(body) !== text.slice(0, DIGEST_LENGTH)) return undefined;
    const [words, glosses, senses] = body.split('\f');
    return { words, glosses, senses };
  } catch {
    return undefined; // not written yet
  }
}

/**
 * Writes the dictionary through a temporary file and removes files of other versions and of killed writers.
 * Errors are ignored.
 */
export function cacheDictionary(dictionary: Dictionary, file: string): void {
  try {
    writeFile(dictionary, file);
  } catch {
    // it is condensed again at the next start
  }
}

function writeFile({ words, glosses, senses }: Dictionary, file: string): void {
  const directory = path.dirname(file);
  const temporary = `${file}.${process.pid}.tmp`;
  const body = [words, glosses, senses].join('\f');
  fs.mkdirSync(directory, { recursive: true });
  try {
    fs.writeFileSync(temporary, sha256(body) + body);
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
  for (const name of fs.readdirSync(directory))
    if (/\.(?:txt|tmp)$/.test(name) && name !== path.basename(file)) fs.rmSync(path.join(directory, name));
}
