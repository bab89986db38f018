// What a snapshot depends on besides the reports: code, libraries, runtime and the user's lexicon, as one
// hash.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** Hexadecimal SHA-256. */
export type BuildHash = string;

const SOURCES = path.join(import.meta.dirname, '..');
const LOCK_FILE = path.join(SOURCES, '..', 'package-lock.json');
/** The rooms whose code decides what is in an index. */
const ROOMS_THAT_BUILD = ['language', 'reports', 'search', 'indexing'];

/** The hash of this program with a lexicon, and with or without recognition of text in pictures. */
export async function buildHashOf(ownLexicon = '', recognises = false): Promise<BuildHash> {
  const hash = createHash('sha256')
    .update(await codeHash())
    .update(process.versions.v8)
    .update(`${ownLexicon}\0${recognises}`);
  return hash.digest('hex');
}

/** Hashes the sources and the versions of libraries, so that no version number can be forgotten. */
async function codeHash(): Promise<string> {
  // libraries segment, index and translate
  const hash = createHash('sha256').update(await fs.readFile(LOCK_FILE));
  for (const room of ROOMS_THAT_BUILD) {
    const directory = path.join(SOURCES, room);
    const names = (await fs.readdir(directory, { recursive: true }))
      .filter((name) => /\.(?:ts|txt)$/.test(name))
      .sort();
    for (const name of names) hash.update(name).update(await fs.readFile(path.join(directory, name)));
  }
  return hash.digest('hex');
}
