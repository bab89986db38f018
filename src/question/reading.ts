// What a question asks for: the shape of the answer, the part of a report, names, level, period, expected value, whether it
// continues, and the topic, which is what nothing else explains. Knows nothing of the library. Shape, part and continuation
// are scores; each weight has a name (reading-weights.json, `npm run train`).
import type { SectionKind } from '../reports/index.ts';
import { type AskedPeriod, periodRead } from './asked-period.ts';
import { TERM } from './asking-phrases.ts';
import { type AskingSpan, bestCover, EVIDENCE_ONLY, FILLERS, phrasesIn } from './asking-spans.ts';
import { normaliseQuestion } from './concepts.ts';
import { continuationFeatures } from './continuation-features.ts';
import { type ExpectedAnswer, expectedAnswer } from './expected-answer.ts';
import { fromNewSubject, newSubjectAt } from './left-subject.ts';
import { LEVELS, type Level } from './level.ts';
import type { MentionedName } from './mentioned-name.ts';
import { namesIn } from './names.ts';
import { type QuestionWords, questionWords } from './question-words.ts';
import type { ReadParts } from './read-parts.ts';
import { readingFeatures } from './reading-features.ts';
import { highest, readingWeights, scoresOf } from './reading-model.ts';
import { type Stretch, topicOf } from './reading-topic.ts';
import { severalQuestions } from './several-questions.ts';
import { SHAPES, type Shape } from './shape.ts';

export { SHAPES, type Shape };
export const ASKED_PARTS = [
  'plans',
  'problems',
  'achievements',
  'highlights',
  'suggestions',
  'none',
] as const;
export const CONTINUATION = ['continues'] as const;

export interface Reading {
  /** The whole message. */
  text: string;
  /** The question that is read, in its matching form: offsets are those of `text`. */
  normalised: string;
  spans: AskingSpan[];
  /** Logits by shape and by part; the highest is `shape`, `part`. */
  shapes: Record<Shape, number>;
  parts: Record<(typeof ASKED_PARTS)[number], number>;
  shape: Shape;
  part: SectionKind | undefined;
  names: (MentionedName & { text: string })[];
  level: Level | null;
  period: AskedPeriod | null;
  topic: Stretch[];
  expected: ExpectedAnswer | null;
  /** Logit that it cannot be read without the question before; above 0 it continues. */
  continuation: number;
  continues: boolean;
  /** What else the message asks, as written. */
  others: string[];
  features: { reading: string[]; continuation: string[] };
}

const MAX_LENGTH = 500;

export function read(text: string): Reading {
  const { first, others } = severalQuestions(text.slice(0, MAX_LENGTH), isTalk);
  const parts = partsOf(first, normaliseQuestion(first));
  const { normalised } = parts;
  const features = { reading: readingFeatures(parts), continuation: continuationFeatures(parts) };
  const weights = readingWeights();
  const scores = scoresOf(weights.shape, features.reading, SHAPES);
  const isBare = isBareTopic(parts);
  const shapes = isBare ? { ...scores, fact: Math.max(...Object.values(scores)) + 1 } : scores;
  const asked = scoresOf(weights.part, features.reading, ASKED_PARTS);
  const { continues: continuation } = scoresOf(weights.continues, features.continuation, CONTINUATION);
  const shape = shapeOf(shapes, parts);
  const common = { text, normalised, spans: [...parts.spans], shapes, parts: asked, shape, others, features };
  if (shape === 'chat' && parts.topic.length === 0) return { ...common, ...NOTHING_ASKED };
  const part = highest(asked);
  return {
    ...common,
    part: part === 'none' ? undefined : part,
    names: parts.names.map((name) => ({ ...name, text: text.slice(name.start, name.end) })),
    level: levelOf(parts),
    period: parts.period,
    topic: isBare ? [{ text: first, start: 0, end: normalised.length }] : [...parts.topic],
    expected: expectedAnswer(shape, normalised, parts.spans),
    continuation,
    continues: continuation > 0,
  };
}

/** Characters of a Chinese word or two; longer ones say something. */
const MAX_BARE_LENGTH = 8;

const QUOTATION_MARKS = /[“”‘’"'「」『』《》]/g;

/** A thing and nothing else (路灯): words that are looked up, as people type them into a search. */
function isBareTopic({ normalised, spans, topic }: ReadParts): boolean {
  const words = normalised.replace(QUOTATION_MARKS, '').trim();
  return (
    topic.length > 0 &&
    words.length <= MAX_BARE_LENGTH &&
    /^[\u3400-\u9fff]+(?<![呢吗吧啊])$/.test(words) &&
    spans.every(({ group }) => group === TERM || FILLERS.has(group))
  );
}

/** Nothing but small talk and words that carry it: no name, no part, no topic. */
function isTalk(piece: string): boolean {
  const parts = partsOf(piece, normaliseQuestion(piece));
  const { names, topic, period } = parts;
  const isBare = names.length === 0 && topic.length === 0 && period === null;
  return isBare && readingFeatures(parts).includes('only small talk');
}

/** Wishes for more of an answer (还有吗, 第2条展开) are short, and no small talk. */
function shapeOf(shapes: Record<Shape, number>, { evidence }: ReadParts): Shape {
  const points = evidence.has('more') || (evidence.has('expand') && evidence.has('pointer'));
  return highest(points ? { ...shapes, chat: Number.NEGATIVE_INFINITY } : shapes);
}

/** Small talk asks for nothing, even where an office or a date stands in it. Bare words may be a topic, which the library knows. */
const NOTHING_ASKED = {
  part: undefined,
  names: [],
  level: null,
  period: null,
  topic: [],
  expected: null,
  continuation: Number.NEGATIVE_INFINITY,
  continues: false,
};

/** What a question consists of, before anything is decided. */
function partsOf(text: string, whole: string): ReadParts {
  const allWords = questionWords(whole);
  const allPhrases = phrasesIn(whole, allWords);
  const at = newSubjectAt(whole, allPhrases);
  if (at > 0) return { ...partsOf(text, fromNewSubject(whole, at)), changesSubject: true };
  return partsOfOneSubject(text, whole, allWords, allPhrases);
}

function partsOfOneSubject(
  text: string,
  normalised: string,
  words: QuestionWords,
  phrases: readonly AskingSpan[],
): ReadParts {
  const found = namesIn({ text, normalised, words, phrases });
  const { period, spans: periods } = periodRead(normalised);
  const names = found.filter(
    ({ start, end }) => !periods.some((span) => span.start < end && span.end > start),
  );
  const spans = bestCover(normalised, [
    ...names.map(({ start, end }) => ({ start, end, group: 'name' })),
    ...periods,
    ...phrases,
  ]);
  const used = names.filter(({ start, end }) =>
    spans.some((span) => span.group === 'name' && span.start === start && span.end === end),
  );
  const evidence = new Set(phrases.filter((phrase) => isEvidence(phrase, spans)).map(({ group }) => group));
  return {
    normalised,
    words,
    spans,
    evidence,
    names: used,
    period,
    topic: topicOf(text, normalised, spans),
    changesSubject: false,
  };
}

/** 那 of 那琴半岛 points at nothing; 规划 of a term is no plan. */
function isEvidence(phrase: AskingSpan, spans: readonly AskingSpan[]): boolean {
  if (phrase.group === 'future') return !isNamed(spans, phrase);
  const cutsName = ({ group, start, end }: AskingSpan) =>
    group === 'name' && start < phrase.end && end > phrase.start;
  return EVIDENCE_ONLY.has(phrase.group) && !spans.some(cutsName);
}

/** Inside a name, a period or a term. */
const isNamed = (spans: readonly AskingSpan[], { start, end }: AskingSpan): boolean =>
  spans.some((span) => /^(?:name|period|term)$/.test(span.group) && span.start <= start && span.end >= end);

const AREA_LEVELS: [RegExp, Level][] = [
  [/省|自治区|provinc|region/, 'province'],
  [/地市|市(?!县)|cit(?:y|ies)/, 'city'],
  [/县|区(?!域)|旗|count(?:y|ies)|district/, 'county'],
  [/街道|subdistrict/, 'subdistrict'],
  [/镇|乡|town/, 'township'],
];

/** The level that an office's name, a level word or the kind of a survey gives. */
function levelOf({ spans, names, normalised }: ReadParts): Level | null {
  const named = names.find(({ level }) => level)?.level;
  if (named) return named;
  const word = spans.find(({ group }) => LEVELS.includes(group as Level));
  if (word) return word.group as Level;
  const areas = spans.find(
    ({ group }) => group === 'areas' || (group === 'one author' && names.length === 0),
  );
  if (!areas) return null;
  const text = normalised.slice(areas.start, areas.end);
  return AREA_LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
