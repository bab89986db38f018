// Completes a follow-up from the question before it; a question on a new subject takes nothing over.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';
import type { Concept } from '../search/index.ts';
import { namesUnknownOffice } from './agencies.ts';
import type { NamedPeriod } from './period.ts';
import type { Question } from './understand.ts';

const ANAPHOR = phrasePattern(
  readWordLists(path.join(import.meta.dirname, 'phrases/references.txt')).words('anaphor'),
);
/** The topic of the earlier question counts less than that of this one. */
const EARLIER_WEIGHT = 0.5;
/** The same where this question adds little or nothing. */
const STRONG_EARLIER_WEIGHT = EARLIER_WEIGHT * 1.6;
const WEAK_EARLIER_WEIGHT = 0.2;

/** A question with what it takes from the one before. */
export interface ResolvedQuestion extends Question {
  /** The subject of the question before is asked about again. */
  continues: boolean;
}

/**
 * Fills what a question leaves out from the one before it; a text without letters or digits takes nothing.
 */
export function resolve(question: Question, earlier: Question | undefined): ResolvedQuestion {
  if (!earlier || !/[\p{L}\p{N}]/u.test(question.text)) return { ...question, continues: false };
  if (isElliptical(question)) return { ...askedAgain(question, earlier), continues: true };
  if (namesNewSubject(question, earlier)) return { ...question, continues: false };
  const refersBack = ANAPHOR.test(question.text.toLowerCase());
  const hasTopic = question.topic.length > 0;
  const keepsTopic = refersBack || !hasTopic || question.sectionKind === undefined;
  const weight =
    !hasTopic || (refersBack && question.topic.length <= 2) ? STRONG_EARLIER_WEIGHT : EARLIER_WEIGHT;
  const topicWeight = keepsTopic ? (hasTopic ? weight : 1) : WEAK_EARLIER_WEIGHT;
  const inheritedTopic = withLowerWeight(earlier.topic, topicWeight, question.concepts);
  const asksForSection = question.sectionKind !== undefined && !hasTopic && !hasAnaphor(question.text);
  const wholeSection = asksForSection && (earlier.sectionKind !== undefined || earlier.topic.length === 0);
  const period = inheritedPeriod(question.period, earlier.period);
  const authorType = question.authorType ?? earlier.authorType;
  return {
    ...question,
    concepts: [
      ...question.concepts,
      ...withLowerWeight(earlier.concepts, wholeSection ? EARLIER_WEIGHT : weight, question.concepts),
    ],
    // what a follow-up says in so many words is often only how it goes on
    words: withLowerWeight(question.words, EARLIER_WEIGHT, []),
    topic: wholeSection ? question.topic : [...question.topic, ...inheritedTopic],
    agencies: namesKnownAgency(question) ? question.agencies : earlier.agencies,
    description: question.description.length ? question.description : earlier.description,
    ...(period ? { period } : {}),
    ...(authorType ? { authorType } : {}),
    continues: true,
  };
}

/** Whether one of its agencies or localities has a report. */
const namesKnownAgency = ({ agencies }: Question): boolean => agencies.some(({ fits }) => fits.size > 0);

/** 这块, this, and the "it" of "what did it win". */
export function hasAnaphor(text: string): boolean {
  if (/这块|\bthis\b/.test(text)) return true;
  return text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const it = line.search(/\bit\b/);
    return it >= 0 && /\bwin\b/.test(line.slice(it));
  });
}

/** 那卫健委呢, and in 2024?: names only another agency or period; all else is asked as before. */
function isElliptical(question: Question): boolean {
  const { text, topic, sectionKind, description, period } = question;
  return (
    (namesKnownAgency(question) || period !== undefined) &&
    topic.length === 0 &&
    sectionKind === undefined &&
    description.length === 0 &&
    /^(?:那|and\b|what about\b|how about\b)|[呢吗啊][？?。.!！\s]*$/i.test(text)
  );
}

/** The question before, asked of the agency or the period that this one names. */
function askedAgain(question: Question, earlier: Question): Question {
  const otherAgency = namesKnownAgency(question);
  const period = inheritedPeriod(question.period, earlier.period);
  const isReplaced = ({ label, hint }: Concept) =>
    otherAgency &&
    (hint || earlier.agencies.some(({ text, fits }) => fits.size === 0 && text.includes(label)));
  return {
    ...earlier,
    text: question.text,
    language: question.language,
    concepts: [...question.concepts, ...earlier.concepts.filter((concept) => !isReplaced(concept))],
    words: [...question.words, ...withLowerWeight(earlier.words, 1, question.words)],
    topic: earlier.topic.filter((concept) => !isReplaced(concept)),
    agencies: otherAgency ? question.agencies : earlier.agencies,
    ...(period ? { period } : {}),
  };
}

/** A half or a quarter without a year is one of the year that was asked about before. */
function inheritedPeriod(
  own: NamedPeriod | undefined,
  before: NamedPeriod | undefined,
): NamedPeriod | undefined {
  if (!own || own.year !== undefined || own.nextYear || before?.year === undefined) return own ?? before;
  return { ...own, year: before.year };
}

/**
 * A named agency that the earlier question was not about is a new subject, with or without reports by it.
 * Where the earlier question named none, an agency alone (那卫健委呢) only redirects that question to it.
 */
function namesNewSubject(question: Question, earlier: Question): boolean {
  const known = question.agencies.filter(({ fits }) => fits.size > 0);
  if (known.length === 0) return namesUnknownOffice(question.agencies) && !namesSameAgency(question, earlier);
  const before = new Set(earlier.agencies.flatMap(({ fits }) => [...fits.keys()]));
  if (before.size > 0)
    return !known.some(({ fits }) => [...fits.keys()].some((report) => before.has(report)));
  const asksSomething = question.sectionKind !== undefined || question.topic.length > 0;
  return asksSomething && known.some(({ isLocality }) => !isLocality);
}

/** The same name as in the question before, which no report is by: 那林业局2024年呢 after 林业局2023年存在哪些问题. */
function namesSameAgency({ agencies }: Question, earlier: Question): boolean {
  return agencies.some(({ text }) => earlier.agencies.some((before) => before.text === text));
}

/** Concepts of the earlier question with less weight, without those that this question has itself. */
function withLowerWeight(concepts: Concept[], weight: number, own: Concept[]): Concept[] {
  const labels = new Set(own.map(({ label }) => label));
  return concepts
    .filter(({ label }) => !labels.has(label))
    .map((concept) => ({ ...concept, weight: concept.weight * weight }));
}
