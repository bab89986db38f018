// Questions one after the other: what each takes from the one before, and where the answer to that one stands.
import { foundElsewhere, type Question, type ResolvedQuestion, resolve, understand } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { ScoredExcerpt } from './facts.ts';

/** Where an answer stands that is quoted first. */
export interface AnswerPlace {
  /** By number. */
  report: number;
  /** Offset in the report's file, in UTF-16 units. */
  start: number;
}

/** A question of a conversation. */
export interface Turn<Given> {
  /** As it is read alone. */
  own: Question;
  question: ResolvedQuestion;
  /** The turn that it continues. */
  before: Turn<Given> | undefined;
  /** Its topic stands in other reports and not in the one that answered before. */
  leaves: boolean;
  /** Computed once, when it is asked for. */
  given: () => Given;
}

interface Conversation<Given> {
  index: PassageIndex;
  give(turn: Turn<Given>): Given;
}

/** So much of a topic stands elsewhere that the report that answered before is not preferred, in tens of nats. */
const LEAVES = 0.3;
/** How far back a follow-up may reach. */
const MAX_HISTORY = 3;

/**
 * The question of a text after earlier ones; small talk among these is passed over.
 * @param earlier oldest first
 */
export function turnAfter<Given extends { place: AnswerPlace | undefined }>(
  text: string,
  earlier: readonly string[],
  conversation: Conversation<Given>,
): Turn<Given> {
  let before: Turn<Given> | undefined;
  for (const each of earlier.slice(-MAX_HISTORY)) {
    const turn = turnOf(each, before, conversation);
    if (turn.question.reading.shape !== 'chat') before = turn;
  }
  return turnOf(text, before, conversation);
}

function turnOf<Given extends { place: AnswerPlace | undefined }>(
  text: string,
  earlier: Turn<Given> | undefined,
  { index, give }: Conversation<Given>,
): Turn<Given> {
  const own = understand(text, index);
  const elsewhere = once(() => {
    const place = own.topic.length > 0 ? earlier?.given().place : undefined;
    return place ? foundElsewhere(own, place.report, index) : 0;
  });
  const question = resolve(own, earlier?.question, elsewhere);
  const turn: Turn<Given> = {
    own,
    question,
    before: question.continues ? earlier : undefined,
    leaves: question.continues && elsewhere() > LEAVES,
    given: once(() => give(turn)),
  };
  return turn;
}

function once<Result>(compute: () => Result): () => Result {
  let known: { result: Result } | undefined;
  return () => {
    known ??= { result: compute() };
    return known.result;
  };
}

/** A follow-up is mostly answered near the answer before: bonuses of the same section and of the passages beside it, in nats. */
const SAME_SECTION_WEIGHT = 1.5;
const BESIDE_WEIGHT = 1.5;

/** Passages near a place first, where they are about as good. */
export function nearest(found: ScoredExcerpt[], place: AnswerPlace): ScoredExcerpt[] {
  const here = found.find(({ hit }) => hit.reportNumber === place.report)?.hit.report;
  const at = here?.passages.findIndex(({ start, end }) => start <= place.start && place.start < end) ?? -1;
  if (!here || at < 0) return found;
  const { section } = here.passages[at];
  const bonusOf = ({ hit: { reportNumber, passage } }: ScoredExcerpt): number => {
    if (reportNumber !== place.report) return 0;
    const distance = Math.abs(here.passages.indexOf(passage) - at);
    return (passage.section === section ? SAME_SECTION_WEIGHT : 0) + (distance <= 1 ? BESIDE_WEIGHT : 0);
  };
  return found
    .map((each) => ({ ...each, score: each.score + bonusOf(each) }))
    .sort((a, b) => b.score - a.score);
}
