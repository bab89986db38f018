// What a question is about: its content words as concepts, in either language.
import { normalise } from '../language/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { chineseConcepts } from './chinese-concepts.ts';
import { englishConcepts } from './english-concepts.ts';

/**
 * Concepts of a question, Chinese and English runs of it each in their own way.
 * @param question normalised
 */
export function conceptsOf(question: string, index: PassageIndex): Concept[] {
  const concepts: Concept[] = [];
  for (const [run] of question.matchAll(/[\u3400-\u9fff]+|[a-z0-9][a-z0-9 .,'’%+-]*/g)) {
    concepts.push(
      ...(/[\u3400-\u9fff]/.test(run) ? chineseConcepts(run, index) : englishConcepts(run, index)),
    );
  }
  return mergeSame(concepts);
}

/** A question has a few concepts; a pasted page has many, of which the heaviest are kept. */
const MAX_CONCEPTS = 48;

/** Each concept once, with its highest weight. */
function mergeSame(concepts: Concept[]): Concept[] {
  const byLabel = new Map<string, Concept>();
  for (const concept of concepts) {
    const known = byLabel.get(concept.label);
    if (!known || known.weight < concept.weight) byLabel.set(concept.label, concept);
  }
  const found = [...byLabel.values()].filter(({ variants }) =>
    variants.some(({ tokens }) => tokens.length > 0),
  );
  return found.length <= MAX_CONCEPTS
    ? found
    : found.sort((a, b) => b.weight - a.weight).slice(0, MAX_CONCEPTS);
}

/** A question in its matching form, pictographs as blanks. */
export const normaliseQuestion = (text: string): string =>
  normalise(text).replace(/\p{Extended_Pictographic}/gu, ' ');
