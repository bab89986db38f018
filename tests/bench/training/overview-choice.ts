// Fits the weights that choose among the candidates for an overview, by what each would score under the scorer's rule,
// and prints figures of each question set by weights that did not see it. Writes src/answer/overview-weights.json.
import fs from 'node:fs';
import path from 'node:path';
import { acrossReports } from '../../../src/answer/across-reports.ts';
import { searchFor } from '../../../src/answer/answer.ts';
import type { SearchedQuestion } from '../../../src/answer/decision.ts';
import { factExcerpts } from '../../../src/answer/facts.ts';
import { type ChoiceWeights, linearScore } from '../../../src/answer/linear-choice.ts';
import { shownPoints } from '../../../src/answer/overview.ts';
import { type OverviewCandidate, overviewCandidates } from '../../../src/answer/overview-candidates.ts';
import { factsFeatures, overviewFeatures } from '../../../src/answer/overview-or-facts.ts';
import type { OverviewQuery } from '../../../src/answer/overview-query.ts';
import type { PassageIndex } from '../../../src/search/index.ts';
import { QUESTION_SETS } from '../question-sets.ts';
import { type Choice, fittedChoice, sum } from './choice-fit.ts';
import { trainingIndex } from './training-index.ts';

const FILE = path.join(import.meta.dirname, '../../../src/answer/overview-weights.json');

interface GoldSpan {
  file: string;
  quote: string;
}

interface GoldQuestion {
  id: string;
  type: string;
  question: string;
  history?: string[];
  gold: GoldSpan[];
  alt?: GoldSpan[];
}

/** A question with its candidates for an overview, and the facts that were found. */
interface QuestionChoice extends Choice {
  id: string;
  set: string;
  isOverview: boolean;
  candidates: OverviewCandidate[];
  facts?: { features: Record<string, number>; worth: number };
}

const OVERVIEW_BUDGET = 1800;
const FACT_BUDGET = 600;
const squeeze = (text: string): string => text.replace(/[\s*|]+/g, '');

/** What an answer scores, as shared/eval/score.mjs counts: the first characters of its quotes against the gold. */
function worthOf(
  index: PassageIndex,
  query: OverviewQuery,
  candidate: OverviewCandidate | undefined,
  question: GoldQuestion,
): number {
  const { gold, alt = [] } = question;
  const shown: { name: string; words: string }[] = [];
  const isShared = isOverview(question) || question.type === 'compare';
  let left = isShared ? OVERVIEW_BUDGET : FACT_BUDGET;
  for (const { name, words } of quotesOf(index, query, candidate)) {
    if (left <= 0) break;
    shown.push({ name, words: squeeze(words.slice(0, left)) });
    left -= words.length;
  }
  const holds = (span: GoldSpan) =>
    shown.some(
      ({ name, words }) =>
        (name === span.file || name.endsWith(`/${span.file}`)) && words.includes(squeeze(span.quote)),
    );
  if (!isShared) return gold.every(holds) || alt.some(holds) ? 1 : 0;
  return Math.min(gold.length, gold.filter(holds).length + alt.filter(holds).length) / gold.length;
}

/** @param candidate undefined for the facts that were found */
function quotesOf(
  index: PassageIndex,
  query: OverviewQuery,
  candidate: OverviewCandidate | undefined,
): { name: string; words: string }[] {
  if (!candidate)
    return factExcerpts(query.found).map(({ hit: { file }, excerpt: { start, end } }) => ({
      name: file.name,
      words: file.text.slice(start, end),
    }));
  const { name, text } = index.fileOf(index.reports[candidate.report]);
  return shownPoints(query, candidate, index).map(({ start, end }) => ({
    name,
    words: text.slice(start, end),
  }));
}

const isOverview = ({ type, gold }: GoldQuestion): boolean =>
  type === 'section' || (type === 'followup' && gold.length >= 3);
const isAsked = ({ type }: GoldQuestion): boolean => type !== 'none';

/** Such a question is answered from several reports before an overview is thought of. */
const isReadAsSeveral = ({ question, inScope }: SearchedQuestion, index: PassageIndex): boolean =>
  acrossReports(question, index, inScope) !== undefined;

/** All questions of the sets that have an answer and may come to this choice. */
async function choicesOf(): Promise<QuestionChoice[]> {
  const choices: QuestionChoice[] = [];
  for (const { name: set, file, reports } of QUESTION_SETS) {
    const index = await trainingIndex(reports);
    const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
    for (const question of lines.map((line): GoldQuestion => JSON.parse(line)).filter(isAsked)) {
      const query = searchFor(question.question, question.history ?? [], index);
      if (question.type === 'compare' && isReadAsSeveral(query, index)) continue;
      const candidates = overviewCandidates(query, index);
      choices.push({
        id: question.id,
        set,
        candidates,
        features: candidates.map(({ features }) => features),
        worths: candidates.map((candidate) => worthOf(index, query, candidate, question)),
        isOverview: isOverview(question),
        ...(query.found.length > 0
          ? {
              facts: {
                features: factsFeatures(query, index),
                worth: worthOf(index, query, undefined, question),
              },
            }
          : {}),
      });
    }
  }
  return choices;
}

/** The number of the candidate that weights choose. */
function chosenAt({ features }: Choice, weights: ChoiceWeights): number {
  const scores = features.map((each) => linearScore(each, weights));
  return scores.indexOf(Math.max(...scores));
}

/** The choice between the best overview and the facts; undefined where there is only one of them. */
function lastChoice(question: QuestionChoice, points: ChoiceWeights): Choice | undefined {
  const { candidates, worths, facts } = question;
  const best = chosenAt(question, points);
  if (best < 0 || !facts) return undefined;
  return {
    features: [overviewFeatures(candidates[best]), facts.features],
    worths: [worths[best], facts.worth],
  };
}

interface OverviewWeights {
  points: ChoiceWeights;
  answer: ChoiceWeights;
}

function fittedWeights(questions: readonly QuestionChoice[]): OverviewWeights {
  const points = fittedChoice(questions.filter(({ isOverview: asked }) => asked));
  const answer = fittedChoice(questions.flatMap((question) => lastChoice(question, points) ?? []));
  return { points, answer };
}

/** The mean score of what the weights choose. */
function meanWorth(questions: readonly QuestionChoice[], { points, answer }: OverviewWeights): number {
  const worths = questions.map((question) => {
    const last = lastChoice(question, points);
    if (last) return last.worths[chosenAt(last, answer)];
    return question.worths[chosenAt(question, points)] ?? question.facts?.worth ?? 0;
  });
  return sum(worths) / Math.max(1, worths.length);
}

const bestWorth = (questions: readonly QuestionChoice[]): number =>
  sum(questions.map(({ worths, facts }) => Math.max(0, facts?.worth ?? 0, ...worths))) /
  Math.max(1, questions.length);

/** Prints what each set scores by weights that saw it and by weights that did not. */
function printFigures(questions: readonly QuestionChoice[], say: (text: string) => void): OverviewWeights {
  const weights = fittedWeights(questions);
  for (const { name: set } of QUESTION_SETS) {
    const unseen = fittedWeights(questions.filter((question) => question.set !== set));
    for (const asked of [true, false]) {
      const own = questions.filter((question) => question.set === set && question.isOverview === asked);
      const figures = [meanWorth(own, weights), meanWorth(own, unseen), bestWorth(own)];
      const [seen, out, best] = figures.map((figure) => figure.toFixed(3));
      say(
        `${set.padEnd(10)} ${asked ? 'overviews' : 'facts    '} ${own.length} questions, score ${seen}, left out of the fitting ${out}, best possible ${best}`,
      );
    }
  }
  return weights;
}

/** Fits, prints and writes. */
export async function trainOverviewChoice(say: (text: string) => void): Promise<void> {
  const weights = printFigures(await choicesOf(), say);
  fs.writeFileSync(FILE, `${JSON.stringify(weights, null, 2)}\n`);
}
