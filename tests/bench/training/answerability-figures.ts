// How well answerable questions are told from others, every set judged by weights that did not see it.
import { fittedAnswerability, logitOf, type WeighedQuestion } from './fit-answerability.ts';
import { meanOf } from './reading-figures.ts';

interface Judgement {
  set: string;
  answerable: boolean;
  logit: number;
}

/** One line for each set, and one for all. */
export function leftOutFigures(questions: readonly WeighedQuestion[]): string[] {
  const sets = [...new Set(questions.map(({ set }) => set))];
  const judgements = sets.flatMap((left) => {
    const weights = fittedAnswerability(questions.filter(({ set }) => set !== left));
    return questions.filter(({ set }) => set === left).map((each) => judgement(each, weights));
  });
  return [...sets, 'all'].map((set) =>
    lineOf(
      `${set} left out`,
      judgements.filter((each) => set === 'all' || each.set === set),
    ),
  );
}

/** One line for weights that saw every question. */
export const fittedFigure = (
  questions: readonly WeighedQuestion[],
  weights: Record<string, number>,
): string =>
  lineOf(
    'all seen',
    questions.map((each) => judgement(each, weights)),
  );

const judgement = (question: WeighedQuestion, weights: Record<string, number>): Judgement => ({
  set: question.set,
  answerable: question.answerable,
  logit: logitOf(weights, question.evidence),
});

function lineOf(title: string, judgements: readonly Judgement[]): string {
  const some = judgements.filter(({ answerable }) => answerable).map(({ logit }) => logit);
  const none = judgements.filter(({ answerable }) => !answerable).map(({ logit }) => logit);
  const right = meanOf(none.map((logit) => (logit <= 0 ? 1 : 0)));
  const wrong = meanOf(some.map((logit) => (logit <= 0 ? 1 : 0)));
  const area = meanOf(some.flatMap((a) => none.map((b) => (a > b ? 1 : a === b ? 0.5 : 0))));
  const shown = [right, wrong, area].map((value) => value.toFixed(3));
  return `${title.padEnd(22)} declined rightly ${shown[0]}  wrongly ${shown[1]}  area under the curve ${shown[2]}`;
}
