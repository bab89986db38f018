// An author that is described instead of named: 搞畲族三月三的那个乡, the town with the bayberry festival.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';

/** A description by its offsets in the normalised question. */
interface AuthorDescription {
  start: number;
  end: number;
}

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/author-descriptions.txt'));
const POINTING = phrasePattern(PHRASES.words('pointing'));
const AUTHOR = phrasePattern(PHRASES.words('author'));
const ENGLISH_AUTHOR = phrasePattern(PHRASES.words('english author'));
const LINK = phrasePattern(PHRASES.words('link'));
const VERB = phrasePattern(PHRASES.words('verb'));
const NO_DESCRIPTION = phrasePattern(PHRASES.words('no description'));

/** A character within a clause. */
const WITHIN = '[^，,。；;？?！!、\\s]';
const CHINESE = new RegExp(
  `(${WITHIN}{2,30}?)的?(?:${POINTING.source})(?:${AUTHOR.source})` +
    `|(${WITHIN}{3,30}?)的(?:镇|乡|街道)(?![\\u4e00-\\u9fff]{0,1}府)`,
  'g',
);
const ENGLISH_AFTER = new RegExp(
  `(?:${ENGLISH_AUTHOR.source})\\s+(?:${LINK.source})\\s+(?:the\\s+)?(.+?)` +
    `(?=(?<!\\s)\\s+(?:${VERB.source})|[,?.!]|$)`,
  'gm',
);
const ENGLISH_BEFORE = new RegExp(
  `\\bthe\\s+((?!${NO_DESCRIPTION.source})[a-z]+(?:[ -][a-z]+)?)[ -](?:town|township|subdistrict)\\b`,
  'g',
);

/** The stretches of a normalised question that describe a report's author instead of naming it. */
export function authorDescriptionsIn(question: string): AuthorDescription[] {
  const found: AuthorDescription[] = [];
  for (const pattern of [CHINESE, ENGLISH_AFTER, ENGLISH_BEFORE]) {
    for (const match of question.matchAll(pattern)) {
      const words = match[1] ?? match[2];
      const start = match.index + match[0].indexOf(words);
      found.push({ start, end: start + words.length });
    }
  }
  return found;
}
