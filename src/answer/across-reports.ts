// Several reports side by side: the best sentences of each that mentions the topic.
import { isOfType, type Question, type ResolvedQuestion } from '../question/index.ts';
import { maxOf } from '../reports/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { citeExcerpt, findExcerpts, type ScoredExcerpt } from './facts.ts';

const MAX_REPORTS = 8;
const MAX_CHARACTERS = 1800;
/** A report is shown where its best passage reaches this share of the best score of all. */
const MIN_SHARE = 0.42;
const MAX_HITS_PER_REPORT = 2;

/** The best passage of each report for a question over all of them. */
export function survey(question: Question, index: PassageIndex, referents: Float64Array): CitedQuote[] {
  const best = new Map<number, ScoredExcerpt>();
  const open = new Set(
    [...index.reports.keys()].filter(
      (report) => referents[report] !== EXCLUDED && isAskedFor(question, index, report),
    ),
  );
  for (let round = 0; round < MAX_REPORTS && open.size > 0; round++) {
    for (const found of findExcerpts(question, index, referents, open)) {
      const known = best.get(found.hit.reportNumber);
      if (!known || worthAcrossReports(found) > worthAcrossReports(known))
        best.set(found.hit.reportNumber, found);
    }
    for (const number of best.keys()) open.delete(number);
    if (best.size >= MAX_REPORTS) break;
  }
  const ranked = [...best.values()].sort((a, b) => worthAcrossReports(b) - worthAcrossReports(a));
  const shown = ranked
    .filter((each) => worthAcrossReports(each) >= worthAcrossReports(ranked[0]) * MIN_SHARE)
    .slice(0, MAX_REPORTS);
  return quotesThatFit(shown, question);
}

/** Across reports the sentence matters more than the report around it: its worth counts once more. */
const worthAcrossReports = ({ score, excerpt }: ScoredExcerpt): number => score + excerpt.worth;

/** 哪些局 asks for bureaus only; 除了统计局 leaves that one out. */
function isAskedFor(question: Question, index: PassageIndex, report: number): boolean {
  if (question.authorType && !isOfType(index.reports[report], question.authorType)) return false;
  return !question.cues.exception || !question.agencies.some(({ fits }) => fits.has(report));
}

/** The quotes of a comparison, and the subjects that no report mentions. */
interface Comparison {
  quotes: CitedQuote[];
  silent: string[];
}

/** A report that covers less of the topic does not mention it. */
const MIN_COVERAGE = 0.1;
/** A further passage of the same subject must come this close to its best. */
const MIN_SHARE_OF_BEST = 0.8;

/** The best passages of each named subject, in the order in which the question names them. */
export function comparison(
  question: ResolvedQuestion,
  index: PassageIndex,
  subjects: Subject[],
  referents: Float64Array,
): Comparison {
  const silent: string[] = [];
  const shown = subjects.flatMap(({ name, reports }) => {
    const found = findExcerpts(question, index, referents, reports);
    const isOfKind =
      question.sectionKind !== undefined && found[0]?.hit.section.kind === question.sectionKind;
    if (!found[0] || (!isOfKind && question.topic.length > 0 && found[0].coverage < MIN_COVERAGE)) {
      silent.push(name);
      return [];
    }
    return found
      .slice(0, MAX_HITS_PER_REPORT)
      .filter(({ score }) => score >= found[0].score * MIN_SHARE_OF_BEST);
  });
  return { quotes: quotesThatFit(shown, question), silent };
}

function quotesThatFit(shown: ScoredExcerpt[], question: Question): CitedQuote[] {
  let characters = 0;
  return shown.flatMap((each) => {
    characters += each.excerpt.end - each.excerpt.start;
    if (characters > MAX_CHARACTERS) return [];
    return [citeExcerpt(each, question)];
  });
}

/** What is compared: a name and the numbers of the reports by it or about it. */
export interface Subject {
  name: string;
  reports: Set<number>;
}

/** A report belongs to a name where its fit reaches this share of the best fit. */
const SAME_FIT = 0.95;

/** The agencies and localities of a question with their reports; names that share a report are one. */
export function namedSubjects(question: ResolvedQuestion): Subject[] {
  const subjects: Subject[] = [];
  for (const { text, fits } of question.agencies) {
    if (fits.size === 0) continue;
    const best = maxOf(fits.values());
    const reports = new Set([...fits].filter(([, fit]) => fit >= best * SAME_FIT).map(([report]) => report));
    const known = subjects.some((other) => [...reports].some((report) => other.reports.has(report)));
    if (!known) subjects.push({ name: text, reports });
  }
  return subjects;
}
