// The dictionary as it was made small, in a file beside the packages. It is believed only if it is whole and was made by this very code
// from this very package; where it cannot be written, the dictionary is made anew each time.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Small to keep and quick to hand to another thread. */
export interface Dictionary {
  /** Chinese words, one a line. */
  words: string;
  /** For each word a line with its glosses in base form, with | between them. */
  glosses: string;
  /** For each gloss that several words share a line with these words, spaces between them. */
  senses: string;
}

const PROJECT = path.join(import.meta.dirname, '..', '..');
const CACHE = path.join(PROJECT, 'node_modules', '.cache', 'dictionary');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const DIGEST_LENGTH = 64;

/** Where the dictionary is kept: another file for another version of the package or of the code of this room. */
export function dictionaryCacheFile(directory = CACHE): string {
  const hash = createHash('sha256').update(fs.readFileSync(path.join(PROJECT, 'package-lock.json')));
  const files = fs.readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' });
  const names = files.filter((name) => /\.(?:ts|txt)$/.test(name));
  for (const name of names.sort()) hash.update(fs.readFileSync(path.join(import.meta.dirname, name)));
  return path.join(directory, `${hash.digest('hex').slice(0, 16)}.txt`);
}

/** The dictionary in a file; undefined where there is none, or it is not whole. */
export function readCachedDictionary(file: string): Dictionary | undefined {
  try {
    const text = fs.readFileSync(file, 'utf8');
    const body = text.slice(DIGEST_LENGTH);
    if (sha256(body) !== text.slice(0, DIGEST_LENGTH)) return undefined;
    const [words, glosses, senses] = body.split('\f');
    return { words, glosses, senses };
  } catch {
    return undefined; // it was not written yet
  }
}

/** Writes the dictionary, whole or not at all, and removes those of other versions and what a killed writer left. Where nothing can be written, nothing is. */
export function cacheDictionary(dictionary: Dictionary, file: string): void {
  try {
    writeFile(dictionary, file);
  } catch {
    // it is made anew next time
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
