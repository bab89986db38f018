// Which kind of section a question asks for, by the phrases of both languages.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';
import type { SectionKind } from '../reports/index.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/section-kinds.txt'));

/** The first kind whose phrases are found decides. */
const PATTERNS: [SectionKind, RegExp][] = [
  ['suggestions', phrasePattern(PHRASES.words('suggestions'))],
  ['problems', phrasePattern(PHRASES.words('problems'))],
  ['highlights', phrasePattern(PHRASES.words('highlights'))],
  ['plans', phrasePattern(PHRASES.words('plans'))],
  ['achievements', phrasePattern(PHRASES.words('achievements'))],
];

/** The section kind that a question names, with the words that name it. */
interface NamedSectionKind {
  kind: SectionKind;
  words: string;
}

/** The section kind that a normalised question names. */
export function sectionKindIn(question: string): NamedSectionKind | undefined {
  for (const [kind, pattern] of PATTERNS) {
    const match = pattern.exec(question);
    if (match) return { kind, words: match[0] };
  }
  return undefined;
}
