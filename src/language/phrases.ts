// Phrase files: what people say, as data. One phrase a line under its `[group]`; a line that begins with #
// is a comment. A phrase is in the matching form of `normalise`. Notation: src/language/phrases.md. Files of
// translations: lexicon.ts.
import fs from 'node:fs';

/** The phrases of a group, in the order of the file. Throws for a group that the file does not have. */
type PhraseGroups = (group: string) => readonly string[];

/** Reads a phrase file. */
export function readPhrases(file: string): PhraseGroups {
  const groups = parsePhrases(fs.readFileSync(file, 'utf8'));
  return (group) => {
    const phrases = groups.get(group);
    if (!phrases) throw new Error(`${file} has no group [${group}]`);
    return phrases;
  };
}

/** The groups of a phrase file by name; lines before the first group belong to none. */
export function parsePhrases(text: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let phrases: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, heading] = /^\[([a-z][a-z \d]+)\]$/.exec(line) ?? [];
    if (heading) {
      phrases = groups.get(heading) ?? [];
      groups.set(heading, phrases);
    } else if (line !== '' && !line.startsWith('#')) phrases.push(line);
  }
  return groups;
}

/** A pattern that finds any of these phrases; where several begin at one place, the first of the list. */
export function phrasePattern(phrases: readonly string[], flags = ''): RegExp {
  return new RegExp(phrases.map(sourceOf).join('|'), flags);
}

/**
 * Signs of the notation: a set of characters, an opening bracket that excludes, a digit, a gap, single
 * signs.
 */
const SIGN = /\[[^[\]]*\]|\(not |\\d| … |[()|?*^~]|./gu;
const SOURCES: Record<string, string> = {
  '(': '(?:',
  '*': '\\w+',
  '~': '',
  ' … ': ' .{0,80}\\b',
};

function sourceOf(phrase: string): string {
  const signs = phrase.match(SIGN) ?? [];
  const source = signs.map((sign, i) => {
    if (sign === '(not ') return i === 0 ? '(?<!' : '(?!';
    return SOURCES[sign] ?? (/^[.+$/{}\\]$/.test(sign) ? `\\${sign}` : sign);
  });
  const words = signs.filter((sign) => !/^(?:\(not |\\d)$/.test(sign)).join('');
  const latin = /[a-z]/.test(words) && !/[\u3400-\u9fff]/.test(words);
  const edge = (sign: string | undefined) => (latin && sign !== '~' ? '\\b' : '');
  return edge(signs[0]) + source.join('') + edge(signs.at(-1));
}
