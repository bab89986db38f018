// A follow-up takes from the question before it what it does not say itself, and only that; a new subject drops the old one.
import path from 'node:path';
import { phrasePattern, readPhrases } from '../language/index.ts';
import type { Concept } from '../search/index.ts';
import { namesUnknownOffice } from './agencies.ts';
import type { NamedPeriod } from './period.ts';
import type { Question } from './understand.ts';

/** 这块, 里头, it, of them: words that stand for what was asked about before. */
const ANAPHOR = phrasePattern(
  readPhrases(path.join(import.meta.dirname, 'phrases/references.txt'))('anaphor'),
);
/** What the earlier question was about counts less than what this one says. */
const EARLIER_WEIGHT = 0.5;
const WEAK_EARLIER_WEIGHT = 0.2;

/** A question with what it takes from the one before. */
export interface Resolved extends Question {
  /** The subject of the question before is asked about again. */
  continues: boolean;
}

/** Fills what a question leaves out from the question before it. Where no word is said, nothing is asked again. */
export function resolve(question: Question, earlier: Question | undefined): Resolved {
  if (!earlier || !/[\p{L}\p{N}]/u.test(question.text)) return { ...question, continues: false };
  if (isElliptical(question)) return { ...asBefore(question, earlier), continues: true };
  if (namesNewSubject(question, earlier)) return { ...question, continues: false };
  const refersBack = ANAPHOR.test(question.text.toLowerCase());
  const ownTopic = question.topic.length > 0;
  const keepsTopic = refersBack || !ownTopic || question.part === undefined;
  const weight =
    !ownTopic || (refersBack && question.topic.length <= 2) ? EARLIER_WEIGHT * 1.6 : EARLIER_WEIGHT;
  const kept = lighter(
    earlier.topic,
    keepsTopic ? (ownTopic ? weight : 1) : WEAK_EARLIER_WEIGHT,
    question.concepts,
  );
  const asksForPart = question.part !== undefined && !ownTopic && !pointsBack(question.text);
  const wholePart = asksForPart && (earlier.part !== undefined || earlier.topic.length === 0);
  const named = question.named.some(({ fits }) => fits.size > 0) ? question.named : earlier.named;
  const time = laterTime(question.time, earlier.time);
  const authorType = question.authorType ?? earlier.authorType;
  return {
    ...question,
    concepts: [
      ...question.concepts,
      ...lighter(earlier.concepts, wholePart ? EARLIER_WEIGHT : weight, question.concepts),
    ],
    topic: wholePart ? question.topic : [...question.topic, ...kept],
    named,
    description: question.description.length ? question.description : earlier.description,
    ...(time ? { time } : {}),
    ...(authorType ? { authorType } : {}),
    cues: wholePart || ownTopic ? question.cues : { ...question.cues, whole: false },
    continues: true,
  };
}

/** 这块, this, and the "it" of "what did it win". */
export function pointsBack(text: string): boolean {
  if (/这块|\bthis\b/.test(text)) return true;
  return text.split(/[\n\r\u2028\u2029]/).some((line) => {
    const it = line.search(/\bit\b/);
    return it >= 0 && /\bwin\b/.test(line.slice(it));
  });
}

/** 那卫健委呢, and in 2024?: only another agency or time is said; all else is asked as before. */
function isElliptical({ text, topic, part, description, named, time }: Question): boolean {
  const says = named.some(({ fits }) => fits.size > 0) || time !== undefined;
  return (
    says &&
    topic.length === 0 &&
    part === undefined &&
    description.length === 0 &&
    /^(?:那|and\b|what about\b|how about\b)|[呢吗啊][？?。.!！\s]*$/i.test(text)
  );
}

/** The question before, of the agency or the time that this one names. */
function asBefore(question: Question, earlier: Question): Question {
  const other = question.named.some(({ fits }) => fits.size > 0);
  const time = laterTime(question.time, earlier.time);
  const replaced = ({ label, hint }: Concept) =>
    other && (hint || earlier.named.some(({ text, fits }) => fits.size === 0 && text.includes(label)));
  return {
    ...earlier,
    text: question.text,
    language: question.language,
    concepts: [...question.concepts, ...earlier.concepts.filter((concept) => !replaced(concept))],
    topic: earlier.topic.filter((concept) => !replaced(concept)),
    named: other ? question.named : earlier.named,
    ...(time ? { time } : {}),
  };
}

/** A half or a quarter that is asked about next is one of the year that was asked about before. */
function laterTime(own: NamedPeriod | undefined, before: NamedPeriod | undefined): NamedPeriod | undefined {
  if (!own || own.year !== undefined || own.nextYear || before?.year === undefined) return own ?? before;
  return { ...own, year: before.year };
}

/**
 * An agency by name that the earlier question was not about is a new subject, be there reports by it or not. Where the earlier
 * one named nobody, an agency with nothing asked of it (那卫健委呢) only says whom that is asked of now.
 */
function namesNewSubject(question: Question, earlier: Question): boolean {
  const own = question.named.filter(({ fits }) => fits.size > 0);
  if (own.length === 0) return namesUnknownOffice(question.named) && !namesSame(question, earlier);
  const before = new Set(earlier.named.flatMap(({ fits }) => [...fits.keys()]));
  if (before.size === 0)
    return (
      own.some(({ isLocality }) => !isLocality) && (question.part !== undefined || question.topic.length > 0)
    );
  return !own.some(({ fits }) => [...fits.keys()].some((report) => before.has(report)));
}

/** The very name of the question before, which no report is by: 那林业局2024年呢 after 林业局2023年存在哪些问题. */
function namesSame({ named }: Question, earlier: Question): boolean {
  return named.some(({ text }) => earlier.named.some((before) => before.text === text));
}

function lighter(concepts: Concept[], weight: number, own: Concept[]): Concept[] {
  const labels = new Set(own.map(({ label }) => label));
  return concepts
    .filter(({ label }) => !labels.has(label))
    .map((concept) => ({ ...concept, weight: concept.weight * weight }));
}
