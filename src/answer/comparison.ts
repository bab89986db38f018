// Named subjects side by side: what the reports of each say, the screen shared in turns.
import type { ResolvedQuestion, Subject } from '../question/index.ts';
import type { Report } from '../reports/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
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
    const statements = question.topic.length === 0 ? [] : statementsOf(finder, allowed, index);
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
function statementsOf(finder: StatementFinder, reports: number[], index: PassageIndex): Statement[] {
  const byReport = reports.map((number) => ({ number, statements: finder.of(number) }));
  const most = Math.max(0, ...byReport.map(({ statements }) => statements[0]?.coverage ?? 0));
  if (most < MIN_COVERAGE) return [];
  const speaking = byReport.filter(
    ({ statements }) => (statements[0]?.coverage ?? 0) >= most * MIN_SHARE_OF_BEST,
  );
  const newest = new Set(
    newestOf(
      speaking.map(({ number }) => number),
      index,
    ),
  );
  const found = speaking
    .filter(({ number }) => newest.has(number))
    .flatMap(({ statements }) => statements)
    .sort((a, b) => b.score - a.score);
  return found
    .filter(({ score }) => score >= found[0].score * MIN_SHARE_OF_BEST)
    .slice(0, MAX_QUOTES_PER_SUBJECT);
}

/** Of the reports by one author on the same terms only the newest: it tells how things stand. Newest first. */
function newestOf(reports: number[], { reports: all }: PassageIndex): number[] {
  const authorOf = ({ agency, kind, id }: Report) =>
    agency === undefined ? id : `${coreOf(agency)} ${kind}`;
  const newestFirst = reports.toSorted((a, b) => timeOf(all[b]).localeCompare(timeOf(all[a])));
  const seen = new Set<string>();
  return newestFirst.filter((number) => {
    const author = authorOf(all[number]);
    const isFirst = !seen.has(author);
    seen.add(author);
    return isFirst;
  });
}

/** The name without its place: 澜棠县林业局 and 林业局 of one folder are one author. */
const coreOf = (agency: string): string =>
  agency.replace(/^[\u4e00-\u9fff]{2,4}?[省市县区](?=[\u4e00-\u9fff]{2,}[局委办会])/, '');

const timeOf = ({ period, plannedFor }: Report): string => (period ?? plannedFor)?.end ?? '';

/** The points of the asked part, of the newest report that has it. */
function pointsOf(
  { sectionKind, concepts }: ResolvedQuestion,
  index: PassageIndex,
  reports: number[],
): CitedQuote[] {
  if (!sectionKind) return [];
  const newestFirst = reports.toSorted((a, b) =>
    timeOf(index.reports[b]).localeCompare(timeOf(index.reports[a])),
  );
  for (const number of newestFirst) {
    const report = index.reports[number];
    const file = index.fileOf(report);
    const points = pointsOfKind(file, report, sectionKind);
    if (points.length > 0)
      return points.map(({ section, ...span }) => cite({ file, report, section, span }, concepts));
  }
  return [];
}
