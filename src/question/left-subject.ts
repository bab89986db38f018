// Clauses by which somebody leaves the subject of the question before (不聊这个了。 OK, something else:) belong to that question.
import type { AskingSpan } from './asking-spans.ts';

const CLAUSE = /[^,，。.;；:：?？!！\n]+(?:[,，。.;；:：?？!！\n]+|$)/g;
/** A longer clause is about something of its own. In UTF-16 units. */
const MAX_LENGTH = { zh: 16, en: 48 };

/**
 * Where the new subject begins, as an offset in the question; 0 where none is left.
 * @param phrases all that were found in the question
 */
export function newSubjectAt(question: string, phrases: readonly AskingSpan[]): number {
  const leaving = phrases.filter(({ group }) => group === 'switch');
  if (leaving.length === 0) return 0;
  const clauses = [...question.matchAll(CLAUSE)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  const last = clauses.slice(0, -1).findLast((clause) => leavesIn(question, clause, leaving));
  return last?.end ?? 0;
}

interface Clause {
  start: number;
  end: number;
}

function leavesIn(question: string, { start, end }: Clause, leaving: readonly AskingSpan[]): boolean {
  const isChinese = /[\u3400-\u9fff]/.test(question.slice(start, end));
  if (end - start > (isChinese ? MAX_LENGTH.zh : MAX_LENGTH.en)) return false;
  const inside = leaving.filter((span) => span.start >= start && span.end <= end);
  return inside.some(
    ({ gap, start: at }) =>
      gap === undefined || inside.some((other) => other.gap === gap && other.start !== at),
  );
}

/** A question without what leaves another subject; offsets stay. */
export const fromNewSubject = (question: string, at: number): string => ' '.repeat(at) + question.slice(at);
