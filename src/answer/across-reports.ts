// Several reports side by side: the best sentences of each that has something to say.
import { isOfType, type Question } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { type Found, find } from './facts.ts';

const MAX_REPORTS = 8;
const MAX_CHARACTERS = 1800;
/** A report is shown when its best passage reaches this share of the best of all. */
const MIN_SHARE = 0.42;
const MAX_HITS_PER_REPORT = 2;

/** The best passage of each report for a question over all of them. */
export function survey(question: Question, index: PassageIndex, referents: Float64Array): CitedQuote[] {
  const best = new Map<number, Found>();
  const open = new Set([...index.reports.keys()].filter((report) => isAskedFor(question, index, report)));
  for (let round = 0; round < MAX_REPORTS && open.size > 0; round++) {
    for (const found of find(question, index, referents, open)) {
      const known = best.get(found.hit.reportNumber);
      if (!known || worthOf(found) > worthOf(known)) best.set(found.hit.reportNumber, found);
    }
    for (const number of best.keys()) open.delete(number);
    if (best.size >= MAX_REPORTS) break;
  }
  const ranked = [...best.values()].sort((a, b) => worthOf(b) - worthOf(a));
  const shown = ranked
    .filter((each) => worthOf(each) >= worthOf(ranked[0]) * MIN_SHARE)
    .slice(0, MAX_REPORTS);
  return fitted(shown, question);
}

/** Across reports the sentence itself tells more than the report around it. */
const worthOf = ({ score, excerpt }: Found): number => score + excerpt.worth;

/** 哪些局 asks bureaus only; 除了统计局 leaves that one out. */
function isAskedFor(question: Question, index: PassageIndex, report: number): boolean {
  if (question.authorType && !isOfType(index.reports[report], question.authorType)) return false;
  return !question.cues.exception || !question.named.some(({ fits }) => fits.has(report));
}

/** The best passages of each named subject, in the order in which the question names them. */
export function comparison(
  question: Question,
  index: PassageIndex,
  subjects: Set<number>[],
  referents: Float64Array,
): CitedQuote[] {
  const shown = subjects.flatMap((reports) => {
    const found = find(question, index, referents, reports);
    return found.slice(0, MAX_HITS_PER_REPORT).filter(({ score }) => score >= (found[0]?.score ?? 0) * 0.8);
  });
  return fitted(shown, question);
}

function fitted(shown: Found[], question: Question): CitedQuote[] {
  let characters = 0;
  return shown.flatMap(({ hit, excerpt }) => {
    characters += excerpt.end - excerpt.start;
    if (characters > MAX_CHARACTERS) return [];
    return [cite(hit.file, hit.report, hit.passage.section, excerpt, question.concepts)];
  });
}
