// Points cut to what one screen of a chat holds: of a long list, the leading words of every point say more than a few
// points in full.
import type { ReportFile, Span } from '../reports/index.ts';
import type { Point } from './points.ts';

/** What one screen of a chat holds, in UTF-16 units of quotes. */
export const SCREEN_CHARACTERS = 1800;

/** A list of more points is not shortened further for the sake of the last ones. */
const MAX_POINTS = 12;
/** Leading words shorter than this say too little. */
const MIN_LEAD = 24;
const SENTENCE_END = /[。！？!?；;](?=["”’」』)）]*)|(?<=[a-z\d%)”"]{2})\.(?=\s)/g;
const CLAUSE_END = /[，,：:—]|[。！？!?；;]|(?<=[a-z\d%)”"]{2})\.(?=\s)/g;

/**
 * The points, each cut to its leading sentences or clauses where together they are longer than the room.
 * @param room in UTF-16 units
 */
export function fitted(
  { text }: ReportFile,
  points: readonly Point[],
  room: number = SCREEN_CHARACTERS,
): Point[] {
  const lengths = points.map(({ start, end }) => end - start);
  if (sum(lengths) <= room) return [...points];
  const budget = evenBudget(lengths.slice(0, MAX_POINTS), room);
  return points.map((point) =>
    point.end - point.start <= budget ? point : { ...point, end: leadEnd(text, point, budget) },
  );
}

/** The length that every point may have so that all fit: shorter ones leave their rest to the others. */
function evenBudget(lengths: readonly number[], room: number): number {
  let left = room;
  let count = lengths.length;
  for (const length of [...lengths].sort((a, b) => a - b)) {
    if (length * count > left) return Math.floor(left / count);
    left -= length;
    count--;
  }
  return room;
}

/** The last end of a sentence within the budget, else of a clause; else the first end after it. */
function leadEnd(text: string, { start, end }: Span, budget: number): number {
  const words = text.slice(start, end);
  const within = (ends: readonly number[]) => ends.filter((at) => at <= budget && at >= MIN_LEAD).at(-1);
  const sentences = endsIn(words, SENTENCE_END);
  const clauses = endsIn(words, CLAUSE_END);
  const cut = within(sentences) ?? within(clauses) ?? clauses.find((at) => at > budget) ?? words.length;
  return start + cut;
}

const endsIn = (words: string, pattern: RegExp): number[] =>
  [...words.matchAll(pattern)].map(({ index, 0: mark }) => index + mark.length);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
