// What a question says beside its subject, as spans: words for a part, for the shape of an answer, fillers. Each stretch is
// used once: of overlapping phrases those are chosen that together explain most (weighted interval scheduling).
import { askingUnits, type Unit } from './asking-form.ts';
import { askingPhrases, BEGINNING, END, TERM } from './asking-phrases.ts';
import { LEVELS, type Level } from './level.ts';
import type { QuestionWords } from './question-words.ts';

/** A stretch of a question with its role; offsets in the normalised question. */
export interface AskingSpan {
  start: number;
  end: number;
  /** A group of asking/*.txt, or name, period, term. */
  group: string;
  /** Of a phrase in two halves: which one. */
  gap?: number;
}

/** Words that only carry the question: they explain a stretch less well than words that ask for something. */
export const FILLERS: ReadonlySet<string> = new Set([
  'courtesy',
  'framing',
  'particle',
  'pronoun',
  'light verb',
  'light noun',
  'function word',
  'connective',
  'report',
  'degree',
]);
const FILLER_VALUE = 0.55;
/** Between the two: other readings of the same words go first. */
const BETWEEN: ReadonlyMap<string, number> = new Map(
  [
    'courtesy',
    'report',
    'greeting',
    'thanks',
    'farewell',
    'acknowledge',
    'laughter',
    'bot',
    'everyday',
    'future',
    'failing',
    'success',
    'requesting',
    'except',
  ].map((group) => [group, 0.9]),
);
/** They are evidence of a continuation beside what the words say otherwise. */
export const EVIDENCE_ONLY: ReadonlySet<string> = new Set([
  'back',
  'pointer',
  'this matter',
  'presupposes',
  'more',
  'expand',
  'switch',
]);
/** A phrase in two halves says more than each. */
const OF_TWO_HALVES = 1.05;
const LEVEL_VALUE = 0.75;
const NAME_VALUE = 2;
const TERM_VALUE = 0.5;
/** A longer phrase explains more than two short ones of the same length together. */
const LENGTH_POWER = 1.3;
const LETTERS_A_CHARACTER = 3;

function lengthOf(question: string, { start, end }: AskingSpan): number {
  let length = 0;
  for (let i = start; i < end; i++)
    length += question[i] >= '\u3400' ? 1 : question[i] === ' ' ? 0 : 1 / LETTERS_A_CHARACTER;
  return Math.max(length, 0.5);
}

function worthOf(question: string, span: AskingSpan): number {
  const { group } = span;
  const share =
    BETWEEN.get(group) ??
    (LEVELS.includes(group as Level) ? LEVEL_VALUE : undefined) ??
    (group === 'name' || group === 'period'
      ? NAME_VALUE
      : group === TERM
        ? TERM_VALUE
        : FILLERS.has(group)
          ? FILLER_VALUE
          : 1);
  return (span.gap === undefined ? 1 : OF_TWO_HALVES) * share * lengthOf(question, span) ** LENGTH_POWER;
}

/** All phrases in a question, overlapping. */
export function phrasesIn(question: string, words: QuestionWords): AskingSpan[] {
  const units: Unit[] = [
    { text: BEGINNING, start: 0, end: 0 },
    ...askingUnits(question, words.isInside),
    { text: END, start: question.length, end: question.length },
  ];
  const last = units.findLastIndex(({ text }) => text !== END && /[\p{L}\p{N}#]/u.test(text));
  const closed = [...units.slice(0, last + 1), units[units.length - 1]];
  const spans: AskingSpan[] = [];
  const halves = new Map<number, { left?: AskingSpan; right?: AskingSpan }>();
  const phrases = askingPhrases(question);
  closed.forEach((_, at) => {
    for (const { length, value } of phrases.from(closed, at)) {
      const span = spanOf(closed.slice(at, at + length), value.group);
      if (!span || cutsWord(span, question, words)) continue;
      if (!value.gap) spans.push(span);
      else noteHalf(halves, value.gap, span);
    }
  });
  for (const [gap, { left, right }] of halves)
    if (left && right) spans.push({ ...left, gap }, { ...right, gap });
  return spans;
}

function noteHalf(
  halves: Map<number, { left?: AskingSpan; right?: AskingSpan }>,
  gap: { id: number; half: 'left' | 'right' },
  span: AskingSpan,
): void {
  const known = halves.get(gap.id) ?? {};
  if (gap.half === 'left') known.left ??= span;
  else if (known.left && known.left.end <= span.start) known.right ??= span;
  halves.set(gap.id, known);
}

function spanOf(units: readonly Unit[], group: string): AskingSpan | undefined {
  const real = units.filter(({ text }) => text !== BEGINNING && text !== END);
  if (real.length === 0 || real[0].isLater || real[real.length - 1].isEarlier) return undefined;
  return { start: real[0].start, end: real[real.length - 1].end, group };
}

/** A short Chinese phrase that begins or ends within a known word is none: 所 in 厕所. */
const SHORT_LENGTH = 2;
const cutsWord = ({ start, end }: AskingSpan, question: string, { isInside }: QuestionWords): boolean =>
  end - start <= SHORT_LENGTH && question[start] >= '\u3400' && (isInside(start) || isInside(end));

/** Of overlapping spans those that are worth most together, in the order of the question; of a phrase in two halves both. */
export function bestCover(question: string, spans: readonly AskingSpan[]): AskingSpan[] {
  const cover = coverOf(question, spans);
  const halves = cover.flatMap(({ gap }) => (gap === undefined ? [] : [gap]));
  const single = new Set(halves.filter((gap) => halves.indexOf(gap) === halves.lastIndexOf(gap)));
  return single.size
    ? bestCover(
        question,
        spans.filter(({ gap }) => gap === undefined || !single.has(gap)),
      )
    : cover;
}

function coverOf(question: string, spans: readonly AskingSpan[]): AskingSpan[] {
  const byEnd = Map.groupBy(
    spans.filter(({ group }) => !EVIDENCE_ONLY.has(group)),
    ({ end }) => end,
  );
  const best = new Float64Array(question.length + 1);
  const chosen: (AskingSpan | undefined)[] = new Array(question.length + 1);
  for (let end = 1; end <= question.length; end++) {
    best[end] = best[end - 1];
    for (const span of byEnd.get(end) ?? []) {
      const value = best[span.start] + worthOf(question, span);
      if (value <= best[end]) continue;
      best[end] = value;
      chosen[end] = span;
    }
  }
  const cover: AskingSpan[] = [];
  for (let end = question.length; end > 0; ) {
    const span = chosen[end];
    if (span) cover.push(span);
    end = span ? span.start : end - 1;
  }
  return cover.reverse();
}
