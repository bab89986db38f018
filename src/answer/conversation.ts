// Questions one after the other: what each takes from the one before, and which report answered that one.
import {
  foundElsewhere,
  type Question,
  type ResolvedQuestion,
  resolve,
  understand,
} from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** A question of a conversation. */
export interface Turn<Given> {
  /** As it is read alone. */
  own: Question;
  question: ResolvedQuestion;
  /** The turn that it continues. */
  before: Turn<Given> | undefined;
  /** Computed once, when it is asked for. */
  given: () => Given;
}

interface Conversation<Given> {
  index: PassageIndex;
  give(turn: Turn<Given>): Given;
}

/** How far back a follow-up may reach. */
const MAX_HISTORY = 3;

/**
 * The question of a text after earlier ones; small talk among these is passed over.
 * @param earlier oldest first
 */
export function turnAfter<Given extends { report: number | undefined }>(
  text: string,
  earlier: readonly string[],
  conversation: Conversation<Given>,
): Turn<Given> {
  let before: Turn<Given> | undefined;
  for (const each of earlier.slice(-MAX_HISTORY)) {
    const turn = turnOf(each, before, conversation);
    if (!isSmallTalk(turn.question)) before = turn;
  }
  return turnOf(text, before, conversation);
}

/** Nothing is asked: 你是谁, 谢谢, ???, 👍. Bare words and what continues a question (ok and rail there?) may ask. */
export function isSmallTalk({ text, reading, continues }: ResolvedQuestion): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  const saysSo = reading.topic.length === 0 || reading.features.reading.includes('small talk');
  return reading.shape === 'chat' && saysSo && !continues;
}

function turnOf<Given extends { report: number | undefined }>(
  text: string,
  earlier: Turn<Given> | undefined,
  { index, give }: Conversation<Given>,
): Turn<Given> {
  const own = understand(text, index);
  const elsewhere = once(() => {
    const report = own.topic.length > 0 ? earlier?.given().report : undefined;
    return report === undefined ? 0 : foundElsewhere(own, report, index);
  });
  const question = resolve(own, earlier?.question, elsewhere);
  const turn: Turn<Given> = {
    own,
    question,
    before: question.continues ? earlier : undefined,
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
