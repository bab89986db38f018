// Word lists in text files: one phrase a line under [headings], # begins a comment line. The only reader of
// that format.
import fs from 'node:fs';

/** The lists of one file by their headings. An unknown heading throws: it is a mistake in the program. */
interface WordLists {
  words(heading: string): string[];
  /** The phrases as alternatives for a regular expression, in the order of the file. */
  pattern(heading: string): string;
}

export const readWordLists = (file: string): WordLists => parseWordLists(fs.readFileSync(file, 'utf8'));

export function parseWordLists(text: string): WordLists {
  const lists = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\[([\w-]+)\]$/.exec(line)?.[1];
    if (heading !== undefined) {
      current = [];
      lists.set(heading, current);
    } else if (line !== '' && !line.startsWith('#')) current.push(line);
  }
  const words = (heading: string): string[] => {
    const list = lists.get(heading);
    if (!list) throw new Error(`no word list [${heading}]`);
    return list;
  };
  return { words, pattern: (heading) => words(heading).map(escaped).join('|') };
}

const escaped = (phrase: string): string => phrase.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
