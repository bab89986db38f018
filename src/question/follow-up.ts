// What a question that continues another takes from it: all that it does not say itself.
import type { Concept } from '../search/index.ts';
import { asksNothing, continuesQuestion } from './continuation.ts';
import { inheritedPeriod, yearsAway } from './inherited-period.ts';
import type { Question } from './understand.ts';

/** The topic of the earlier question counts less than what this one names itself. */
const EARLIER_WEIGHT = 0.5;
/** Shapes this likely together ask for one thing of a matter. */
const LIKELY = 0.5;

/** A question with what it takes from the one before. */
export interface ResolvedQuestion extends Question {
  /** The subject of the question before is asked about again. */
  continues: boolean;
  /** Its topic stands in other reports and not in the one that answered before. */
  leaves: boolean;
}

/** So much of a topic stands elsewhere that the report that answered before is not preferred, in tens of nats. */
const LEAVES = 0.3;

/**
 * Fills what a question leaves out from the one before it; a complete question takes nothing.
 * @param elsewhere how much of its topic stands only in other reports than the one that answered before, in tens of nats
 */
export function resolve(
  question: Question,
  earlier: Question | undefined,
  elsewhere: (question: Question) => number = () => 0,
): ResolvedQuestion {
  if (!earlier || !continuesQuestion(question, earlier, elsewhere))
    return { ...question, continues: false, leaves: false };
  const leaves = question.topic.length > 0 && elsewhere(question) > LEAVES;
  return { ...takenOver(question, earlier, leaves), continues: true, leaves };
}

/** @param leaves what the earlier question named as an author is not asked again where only another subject is named */
function takenOver(question: Question, earlier: Question, leaves: boolean): Question {
  const otherAuthor =
    namesKnownAgency(question) || question.description.length > 0 || (leaves && asksNothing(question));
  const otherTown = otherAuthor || question.reading.names.some(({ kind }) => kind === 'place');
  const stays = (concept: Concept) =>
    !(otherAuthor && namesAuthor(concept, earlier)) &&
    !isReplacedName(concept, question, earlier) &&
    !isOtherYear(concept, question);
  const own = withoutDistance(question, earlier);
  const share = shareOfEarlier(own.topic, question);
  const takeOver = (concepts: Concept[]) => withWeight(concepts.filter(stays), share, question.concepts);
  const period = inheritedPeriod(question, earlier);
  const authorType = question.authorType ?? earlier.authorType;
  return {
    ...question,
    ...(asksNothing(question) ? wayOfAsking(earlier, question) : {}),
    concepts: [...own.concepts, ...takeOver(earlier.concepts)],
    // what a follow-up says in so many words is often only how it goes on
    words: withWeight(question.words, EARLIER_WEIGHT, []),
    topic: asksForWholePart(question, earlier) ? own.topic : [...own.topic, ...takeOver(earlier.topic)],
    agencies: otherAuthor ? question.agencies : earlier.agencies,
    description: otherTown ? question.description : earlier.description,
    ...(period ? { period } : {}),
    ...(authorType ? { authorType } : {}),
  };
}

/** What a question says itself goes first, as far as it says something; what it points at counts whole. */
function shareOfEarlier(own: readonly Concept[], { reading }: Question): number {
  if (reading.features.continuation.includes('this matter')) return 1;
  const weight = own.reduce((sum, concept) => sum + concept.weight, 0);
  return Math.max(EARLIER_WEIGHT, 1 - weight * EARLIER_WEIGHT);
}

/** Whether one of its agencies or localities has a report. */
const namesKnownAgency = ({ agencies }: Question): boolean => agencies.some(({ fits }) => fits.size > 0);

/** After one part of a report another one: of the author, whatever the matter was; 这块有啥打算 is of the matter. */
function asksForWholePart({ sectionKind, topic, shapes, reading }: Question, earlier: Question): boolean {
  const wantsOne = shapes.fact + shapes.figure + shapes.existence;
  return (
    sectionKind !== undefined &&
    earlier.sectionKind !== undefined &&
    topic.length === 0 &&
    wantsOne < LIKELY &&
    !reading.features.continuation.includes('this matter')
  );
}

/** Without the words that only tell how far its year is from the earlier one: ten years before. */
function withoutDistance(
  { topic, concepts, reading, period }: Question,
  earlier: Question,
): Pick<Question, 'topic' | 'concepts'> {
  const isAway = earlier.period?.year !== undefined && period?.year === undefined;
  const words = isAway ? yearsAway(reading.normalised)?.words : undefined;
  const says = ({ label }: Concept) => !words?.includes(label);
  return { topic: topic.filter(says), concepts: concepts.filter(says) };
}

/** 那亚特兰大呢 replaces 波士顿, a name of the same kind. */
const isReplacedName = ({ label }: Concept, question: Question, { reading }: Question): boolean =>
  reading.names.some(
    ({ kind, start, end }) =>
      question.reading.names.some((own) => own.kind === kind) &&
      reading.normalised.slice(start, end).includes(label),
  );

/** How the earlier question asks: for a figure, for a part, for all authors. */
function wayOfAsking(
  { shapes, sectionKind, cues, asked, reading }: Question,
  question: Question,
): Partial<Question> {
  const { shape, part, expected } = reading;
  return {
    shapes: question.topic.length > 0 ? between(shapes, question.shapes) : shapes,
    cues,
    ...(sectionKind ? { sectionKind } : {}),
    ...(asked ? { asked } : {}),
    reading: { ...question.reading, shape, part, expected },
  };
}

/** The mean of both: a new matter may be asked for in another way. */
const between = (a: Question['shapes'], b: Question['shapes']): Question['shapes'] =>
  Object.fromEntries(
    Object.entries(a).map(([shape, share]) => [shape, (share + b[shape as keyof typeof b]) / 2]),
  ) as Question['shapes'];

/** A word of the name of an author, which another one replaces. */
const namesAuthor = ({ label, hint }: Concept, { agencies }: Question): boolean =>
  hint === true || agencies.some(({ text, fits }) => fits.size === 0 && text.includes(label));

const YEAR = /^\d{4}年$/;
const isOtherYear = ({ label, hint }: Concept, { period }: Question): boolean =>
  hint === true && period?.year !== undefined && YEAR.test(label);

/** Concepts with a share of their weight, without those that this question has itself. */
function withWeight(concepts: Concept[], share: number, own: Concept[]): Concept[] {
  const labels = new Set(own.map(({ label }) => label));
  return concepts
    .filter(({ label }) => !labels.has(label))
    .map((concept) => (share === 1 ? concept : { ...concept, weight: concept.weight * share }));
}
