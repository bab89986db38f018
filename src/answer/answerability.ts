// Whether the reports hold an answer at all: what the best passage has of the question, against what stands nowhere.
import { type Language, namesUnknownOffice, type Resolved } from '../question/index.ts';
import { type Concept, CoverageMeter, type PassageIndex } from '../search/index.ts';
import type { Found } from './facts.ts';

/** What the best passage must hold of the topic: a share of it, or this much of it, in nats. */
const MIN_COVERAGE = 0.3;
/** The same where the report is by the agency that the question names. */
const MIN_COVERAGE_NAMED = 0.2;
const ENOUGH_WORTH = 10;
const LITTLE_WORTH = 3;
/** A name that so few passages hold says that the passage is about the thing asked for. */
const SPECIFIC_PASSAGES = 8;
const SPECIFIC_RELIEF = 0.3;
/**
 * How heavily what stands nowhere in the reports weighs against what the passage holds. An English phrase comes with all
 * its renderings; a Chinese word may only be an everyday one that reports never use.
 */
const UNHEARD_WEIGHT: Record<Language, number> = { en: 1.1, zh: 0.45 };

/** Whether a passage holds enough of the topic to be an answer. */
export function isAnswerable(question: Resolved, best: Found | undefined, index: PassageIndex): boolean {
  if (!best) return false;
  const meter = new CoverageMeter(question.topic, (token) => index.rarity(token));
  const unheard = meter.unknownConcepts((term) => index.hasWordsFor(term)).worth;
  const specific = best.rarestHeld >= Math.log(index.passages.length / SPECIFIC_PASSAGES);
  const penalty = UNHEARD_WEIGHT[question.language] * unheard * (specific ? SPECIFIC_RELIEF : 1);
  if (unheard > 0 && best.heldWorth < LITTLE_WORTH + penalty) return false;
  const known = question.named.some(({ fits }) => fits.has(best.hit.reportNumber));
  const least = question.continues ? MIN_COVERAGE / 2 : known ? MIN_COVERAGE_NAMED : MIN_COVERAGE;
  return best.coverage >= least || best.heldWorth >= ENOUGH_WORTH;
}

/** An agency is asked about that wrote none of the reports, or nothing holds a word of a question that has words of its own. */
export function isUnheard(question: Resolved, found: Found[]): boolean {
  if (found.length === 0 && !asksForPartAlone(question)) return true;
  return namesUnknownOffice(question.named) && withoutNames(question).length === 0;
}

/** Such a question needs no passage that holds its words: the part itself answers it, whatever it is called. */
const asksForPartAlone = (question: Resolved): boolean =>
  question.part !== undefined && withoutNames(question).length === 0;

function withoutNames({ topic, named }: Resolved): Concept[] {
  return topic.filter(({ label }) => !named.some(({ text }) => text.includes(label)));
}
