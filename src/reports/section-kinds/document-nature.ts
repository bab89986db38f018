// What a document is, as far as it decides what its parts may be.
import path from 'node:path';
import { normalise, phrasePattern, readWordLists } from '../../language/index.ts';
import type { ReportKind } from '../metadata/kind.ts';
import type { SectionKind } from '../section-kind.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'phrases/parts-of-documents.txt'));

export type DocumentNature =
  | 'minutes'
  | 'rules'
  | 'notice'
  | 'bulletin'
  | 'survey'
  | 'summary'
  | 'plan'
  | 'budget'
  | 'paper'
  | 'unknown';

/** What its kind says of a document. */
export const NATURES: Record<ReportKind, DocumentNature> = {
  'government-work-report': 'summary',
  'agency-summary': 'summary',
  'town-summary': 'summary',
  'thematic-summary': 'summary',
  plan: 'plan',
  'statistical-bulletin': 'bulletin',
  'disclosure-report': 'summary',
  'budget-report': 'budget',
  'annual-report': 'summary',
  regulation: 'rules',
  minutes: 'minutes',
  notice: 'notice',
  speech: 'unknown',
  survey: 'survey',
  research: 'paper',
  document: 'unknown',
};

const PARTS = [
  ['minutes', phrasePattern(LISTS.words('minutes parts'))],
  ['rules', phrasePattern(LISTS.words('rules parts'))],
] as const;
/** So many headings that only one nature has tell it. */
const MIN_PARTS = 2;

/** By headings that only one nature has. */
export function natureOfParts(headings: readonly string[]): DocumentNature {
  const words = headings.map(normalise);
  const found = PARTS.find(
    ([, pattern]) => words.filter((heading) => pattern.test(heading)).length >= MIN_PARTS,
  );
  return found?.[0] ?? 'unknown';
}

/** What is known of a part before it is read, in nats for each kind. */
export const PRIORS: Record<DocumentNature, Partial<Record<SectionKind, number>>> = {
  summary: { achievements: 1.8 },
  plan: { plans: 3, achievements: -1 },
  budget: { achievements: -0.8 },
  minutes: { achievements: -4, problems: -2, plans: -1 },
  rules: { none: 5 },
  notice: { achievements: -4, problems: -2, plans: -1 },
  bulletin: { achievements: -4, plans: -1 },
  survey: { achievements: -3 },
  paper: { achievements: -2 },
  unknown: { achievements: -1, plans: -0.5 },
};
