// Questions one after the other: what each takes from the one before, and where the answer to that one stands.
import { foundElsewhere, type ResolvedQuestion, resolve, understand } from '../question/index.ts';
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
export interface Turn {
  question: ResolvedQuestion;
  /** The turn that it continues. */
  before: Turn | undefined;
  /** Its topic stands in other reports and not in the one that answered before. */
  leaves: boolean;
  /** Computed once, when it is asked for; undefined where nothing was found. */
  place: () => AnswerPlace | undefined;
}

/** So much of a topic stands elsewhere that the report that answered before is not preferred, in tens of nats. */
const LEAVES = 0.3;
/** How far back a follow-up may reach. */
const MAX_HISTORY = 3;

/**
 * The question of a text after earlier ones; small talk among these is passed over.
 * @param earlier oldest first
 * @param placeOf where the answer to a turn stands
 */
export function turnAfter(
  text: string,
  earlier: readonly string[],
  index: PassageIndex,
  placeOf: (turn: Turn) => AnswerPlace | undefined,
): Turn {
  let before: Turn | undefined;
  for (const each of earlier.slice(-MAX_HISTORY)) {
    const turn = turnOf(each, before, index, placeOf);
    if (turn.question.reading.shape !== 'chat') before = turn;
  }
  return turnOf(text, before, index, placeOf);
}

function turnOf(
  text: string,
  earlier: Turn | undefined,
  index: PassageIndex,
  placeOf: (turn: Turn) => AnswerPlace | undefined,
): Turn {
  let elsewhere: number | undefined;
  const own = understand(text, index);
  const lookElsewhere = () => {
    const place = earlier?.place();
    return (elsewhere ??= place && own.topic.length > 0 ? foundElsewhere(own, place.report, index) : 0);
  };
  const question = resolve(own, earlier?.question, lookElsewhere);
  let place: { found: AnswerPlace | undefined } | undefined;
  const turn: Turn = {
    question,
    before: question.continues ? earlier : undefined,
    leaves: question.continues && lookElsewhere() > LEAVES,
    place: () => (place ??= { found: placeOf(turn) }).found,
  };
  return turn;
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
