// What a question asks several reports about: its topic without the names of those that are asked.
import type { Concept, PassageIndex } from '../search/index.ts';
import { conceptsOf } from './concepts.ts';
import type { ResolvedQuestion } from './follow-up.ts';

/**
 * The question with the topic for a search in several reports: without the words that only name subjects, with those
 * that an author's description took and that name none, and with quoted terms whole.
 * @param names stretches of the normalised question that name subjects
 */
export function askedAcross(
  question: ResolvedQuestion,
  names: readonly { start: number; end: number }[],
  index: PassageIndex,
): ResolvedQuestion {
  const { normalised } = question.reading;
  const isInName = ({ label }: Concept) => {
    const at = normalised.indexOf(label);
    return at >= 0 && names.some(({ start, end }) => start <= at && at + label.length <= end);
  };
  const isOnlyInName = (concept: Concept) =>
    isInName(concept) && !normalised.slice(lastEnd(names)).includes(concept.label);
  const described = question.description.filter(
    (concept) => !isInName(concept) && normalised.includes(concept.label),
  );
  const topic = distinct([
    ...question.topic.filter((concept) => !isOnlyInName(concept)),
    ...described,
    ...quoted(question, index),
  ]);
  return { ...question, topic, concepts: distinct([...topic, ...question.concepts]) };
}

/**
 * The question with the words of its part as topic: where no report has such a section, they name a thing (petitions are no
 * suggestions there).
 */
export function withPartAsTopic(question: ResolvedQuestion, index: PassageIndex): ResolvedQuestion {
  const { reading, sectionKind } = question;
  const words = reading.spans
    .filter(({ group }) => group === sectionKind)
    .flatMap(({ start, end }) => conceptsOf(reading.normalised.slice(start, end), index));
  const { sectionKind: _, ...rest } = question;
  const topic = distinct([...question.topic, ...words]);
  return { ...rest, topic, concepts: distinct([...topic, ...question.concepts]) };
}

/** A question that is nothing but its topic, whatever its words would ask for. */
export function asTopic(question: ResolvedQuestion, index: PassageIndex): ResolvedQuestion {
  if (question.topic.length > 0 || question.sectionKind) return question;
  const topic = conceptsOf(question.reading.normalised, index);
  return { ...question, topic, concepts: topic };
}

const QUOTED = /[“"「『‘]([^“”"「」『』‘’]{2,20})[”"」』’]/g;

/** What stands in quotation marks is one term, whatever its words are. */
function quoted({ reading, topic }: ResolvedQuestion, index: PassageIndex): Concept[] {
  return [...reading.normalised.matchAll(QUOTED)]
    .filter(([, words]) => !topic.some(({ label }) => label === words))
    .flatMap(([, words]) => conceptsOf(words, index));
}

const lastEnd = (names: readonly { end: number }[]): number => Math.max(0, ...names.map(({ end }) => end));

const distinct = (concepts: Concept[]): Concept[] =>
  [...new Map(concepts.reverse().map((concept) => [concept.label, concept])).values()].reverse();
