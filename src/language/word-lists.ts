// Word lists in text files: one word or phrase a line under its `[group]`; a line that begins with # is a
// comment. The only reader of that format. Phrases with the signs of phrases.md: phrases.ts. Files of
// translations: lexicon.ts.
import fs from 'node:fs';

/** The lists of one file by their groups. An unknown group throws: it is a mistake in the program. */
interface WordLists {
  /** In the order of the file. */
  words(group: string): readonly string[];
  /** The same, without any where the file has no such group. */
  optional(group: string): readonly string[];
  /** The words as alternatives for a regular expression, in the order of the file. */
  pattern(group: string): string;
}

export function readWordLists(file: string): WordLists {
  const groups = parseWordLists(fs.readFileSync(file, 'utf8'));
  const words = (group: string): readonly string[] => {
    const list = groups.get(group);
    if (!list) throw new Error(`${file} has no group [${group}]`);
    return list;
  };
  return {
    words,
    optional: (group) => groups.get(group) ?? [],
    pattern: (group) => words(group).map(escapedPattern).join('|'),
  };
}

/** The groups of a file by name; lines before the first group belong to none. */
export function parseWordLists(text: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let list: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, group] = /^\[([a-z][a-z\d -]+)\]$/.exec(line) ?? [];
    if (group) {
      list = groups.get(group) ?? [];
      groups.set(group, list);
    } else if (line !== '' && !line.startsWith('#')) list.push(line);
  }
  return groups;
}

/** A word as a regular expression that finds it. */
export const escapedPattern = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
