// A kind of author that a question names without a name: 那个镇, the town.
import path from 'node:path';
import { enclosedIn, phrasePattern, readWordLists } from '../language/index.ts';
import type { Report } from '../reports/index.ts';

export type AuthorType = 'town' | 'subdistrict' | 'bureau';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/agencies.txt'));

/** The first type whose phrases are found decides. */
const PATTERNS: [AuthorType, RegExp][] = [
  ['subdistrict', phrasePattern(PHRASES.words('subdistrict'))],
  ['town', phrasePattern(PHRASES.words('town'))],
  ['bureau', phrasePattern(PHRASES.words('bureau'))],
];

/** The type of author that a normalised question names. */
export function authorTypeIn(question: string): AuthorType | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(question))?.[0];
}

/** All types of authors that a normalised question names: 镇和街道. */
export const authorTypesIn = (question: string): AuthorType[] =>
  PATTERNS.filter(([, pattern]) => pattern.test(question)).map(([type]) => type);

/** Whether a report's author is of a type, by its name and by what the title says in brackets. */
export function isOfType({ agency, kind, title }: Report, type: AuthorType): boolean {
  const [aside] = enclosedIn(title, [['（(', '）)']]);
  const name = `${agency ?? ''}${aside ? title.slice(aside.start + 1, aside.end - 1) : ''}`;
  switch (type) {
    case 'subdistrict':
      return name.includes('街道');
    case 'town':
      return /[镇乡]/.test(name) || (kind === 'government-work-report' && !name.includes('街道'));
    case 'bureau':
      return /[局委办站]/.test(name);
    default:
      return type satisfies never;
  }
}
