// Named subjects side by side: what the reports of each say, the screen shared in turns.
import type { ResolvedQuestion, Subject } from '../question/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { inTurns } from './in-turns.ts';
import { pointsOfKind } from './points.ts';
import { citeStatement, type Statement, StatementFinder } from './statements.ts';

/** The quotes of a comparison, and the subjects that no report mentions. */
export interface Comparison {
  shown: CitedQuote[];
  further: CitedQuote[];
  silent: string[];
}

/** A report whose best sentence covers less of the topic does not mention it. */
const MIN_COVERAGE = 0.1;
/** A further sentence of the same subject must come this close to its best. */
const MIN_SHARE_OF_BEST = 0.6;
const MAX_QUOTES_PER_SUBJECT = 6;

/** The best sentences or points of each subject, in the order in which the question names them. */
export function comparison(
  question: ResolvedQuestion,
  index: PassageIndex,
  subjects: readonly Subject[],
  referents: Float64Array,
): Comparison {
  const finder = new StatementFinder(question, index);
  const silent: string[] = [];
  const lists = subjects.map(({ name, reports }) => {
    const allowed = [...reports].filter((number) => referents[number] !== EXCLUDED);
    const statements = question.topic.length === 0 ? [] : statementsOf(finder, allowed);
    const quotes =
      statements.length === 0 && question.sectionKind
        ? pointsOf(question, index, allowed)
        : statements.map((statement) => citeStatement(statement, question));
    if (quotes.length === 0) silent.push(name);
    return quotes;
  });
  return { ...inTurns(lists, 'by list'), silent };
}

/** The best sentences of some reports on the topic. */
function statementsOf(finder: StatementFinder, reports: number[]): Statement[] {
  const found = reports.flatMap((number) => finder.of(number)).sort((a, b) => b.score - a.score);
  if (!found[0] || found[0].coverage < MIN_COVERAGE) return [];
  return found
    .filter(({ score }) => score >= found[0].score * MIN_SHARE_OF_BEST)
    .slice(0, MAX_QUOTES_PER_SUBJECT);
}

/** The points of the asked part, of the first report that has it. */
function pointsOf(
  { sectionKind, concepts }: ResolvedQuestion,
  index: PassageIndex,
  reports: number[],
): CitedQuote[] {
  if (!sectionKind) return [];
  for (const number of reports) {
    const points = pointsOfKind(index, index.reports[number], sectionKind, concepts);
    if (points.length > 0) return points;
  }
  return [];
}
