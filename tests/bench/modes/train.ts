// Fits the weights of the reading, of overviews and of answerability, and prints figures of questions that the weights did not
// see: npm run train. Writes src/question/reading-weights.json, src/answer/overview-weights.json and
// src/answer/answerability-weights.json.
import fs from 'node:fs';
import path from 'node:path';
import { ASKED_PARTS, CONTINUATION, SHAPES } from '../../../src/question/reading.ts';
import { highest, type LinearModel, scoresOf } from '../../../src/question/reading-model.ts';
import type { Mode } from '../mode.ts';
import { fittedFigure, leftOutFigures } from '../training/answerability-figures.ts';
import { weighedQuestions } from '../training/answerable-questions.ts';
import { observedPairs } from '../training/continuation-pairs.ts';
import { type Example, fitted } from '../training/fit.ts';
import { fittedAnswerability } from '../training/fit-answerability.ts';
import {
  followUps,
  type LabelledQuestion,
  questionSets,
  understanding,
} from '../training/labelled-questions.ts';
import { logistic, type Observation, toldRight } from '../training/logistic.ts';
import { trainOverviewChoice } from '../training/overview-choice.ts';
import { CONTINUES_PRIOR, PART_PRIOR, SHAPE_PRIOR } from '../training/priors.ts';
import { agreement, type Figures, meanOf, tableOf } from '../training/reading-figures.ts';

const SOURCES = path.join(import.meta.dirname, '../../../src');
const FILE = path.join(SOURCES, 'question/reading-weights.json');
const EVIDENCE_FILE = path.join(SOURCES, 'question/continuation-weights.json');
const ANSWERABILITY_FILE = path.join(SOURCES, 'answer/answerability-weights.json');
const FOLDS = 10;
/** Their types tell little of how a question would be labelled. */
const SET_WEIGHT = 0.1;
/** Cross-validated figures are flat between 0.3 and 5. */
const PULL = 3;
const SHAPE = { labels: SHAPES, prior: SHAPE_PRIOR, pull: PULL };
const PART = { labels: ASKED_PARTS, prior: PART_PRIOR, pull: PULL };
const CONTINUES = { labels: [...CONTINUATION, 'complete'], prior: CONTINUES_PRIOR, pull: PULL };

const shapeExamples = (questions: readonly LabelledQuestion[]): Example[] =>
  questions.flatMap(({ reading, shape, weight }) =>
    shape ? [{ features: reading.features.reading, label: shape, weight }] : [],
  );
const partExamples = (questions: readonly LabelledQuestion[]): Example[] =>
  questions.flatMap(({ reading, shape, part, weight }) =>
    part && shape !== 'chat' ? [{ features: reading.features.reading, label: part, weight }] : [],
  );
/** Both kinds count the same together: after another question either is as likely. */
function continuesExamples(questions: readonly LabelledQuestion[]): Example[] {
  const known = questions.filter(({ continues }) => continues !== undefined);
  const share = known.filter(({ continues }) => continues).length / known.length;
  return known.map(({ reading, continues }) => ({
    features: reading.features.continuation,
    label: continues ? 'continues' : 'complete',
    weight: continues ? 1 : share / (1 - share),
  }));
}

/** Every question judged by weights that did not see it. */
function crossValidated(
  questions: readonly LabelledQuestion[],
  besides: readonly LabelledQuestion[],
): Figures[] {
  const figures: Figures[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = [...questions.filter((_, i) => i % FOLDS !== fold), ...besides];
    const shape = fitted(shapeExamples(seen), SHAPE);
    const part = fitted(partExamples(seen), PART);
    questions.forEach((question, i) => {
      if (i % FOLDS === fold) figures[i] = agreement(question, decided(question, shape, part));
    });
  }
  return figures;
}

function decided({ reading }: LabelledQuestion, shapeModel: LinearModel, partModel: LinearModel) {
  const shape = highest(scoresOf(shapeModel, reading.features.reading, SHAPES));
  const part =
    shape === 'chat' ? 'none' : highest(scoresOf(partModel, reading.features.reading, ASKED_PARTS));
  return { shape, part };
}

/** How often continuation is told right, judged as above. */
function continuationFigure(questions: readonly LabelledQuestion[]) {
  const right = { complete: [] as number[], continues: [] as number[] };
  const misses: string[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitted(continuesExamples(questions.filter((_, i) => i % FOLDS !== fold)), CONTINUES);
    questions.forEach(({ reading, continues }, i) => {
      if (i % FOLDS !== fold || continues === undefined) return;
      const scores = scoresOf(model, reading.features.continuation, [...CONTINUATION, 'complete']);
      const isRight = scores.continues > scores.complete === continues;
      right[continues ? 'continues' : 'complete'].push(isRight ? 1 : 0);
      if (!isRight) misses.push(`${continues ? 'continues' : 'complete'} is not told: ${reading.text}`);
    });
  }
  return { complete: meanOf(right.complete), continues: meanOf(right.continues), misses };
}

/** One logit against 0, as the reading sums it. */
const difference = (model: LinearModel): LinearModel =>
  Object.fromEntries(
    Object.entries(model).map(([name, weights]) => [
      name,
      { continues: Number(((weights.continues ?? 0) - (weights.complete ?? 0)).toFixed(2)) },
    ]),
  );

export const train: Mode = {
  name: 'train',
  summary: 'fits the weights of reading, overviews and answerability, and prints figures of unseen questions',
  async run({ say }) {
    const labelled = understanding();
    const sets = questionSets(SET_WEIGHT);
    const alone = crossValidated(labelled, []);
    const together = crossValidated(labelled, sets);
    say(
      `${FOLDS}-fold cross-validation over understanding.jsonl\n${tableOf('without the question sets', alone)}\n${tableOf('with the question sets', together)}`,
    );
    const pairs = followUps();
    const continuation = continuationFigure([...sets, ...pairs]);
    say(
      `continuation: complete ${continuation.complete.toFixed(3)}, continues ${continuation.continues.toFixed(3)}`,
    );
    for (const line of continuation.misses) say(line);
    say(`misses:\n${missesOf(labelled, together)}`);
    const seen = [...labelled, ...sets];
    const weights = {
      shape: fitted(shapeExamples(seen), SHAPE),
      part: fitted(partExamples(seen), PART),
      continues: difference(fitted(continuesExamples([...sets, ...pairs]), CONTINUES)),
    };
    fs.writeFileSync(FILE, `${JSON.stringify(weights, null, 2)}\n`);
    await fitEvidence(say);
    say('overviews and facts, scored as shared/eval/score.mjs scores:');
    await trainOverviewChoice(say);
    // The others go first: a process of its own weighs its answers by the new weights.
    const weighed = await weighedQuestions();
    const answerability = fittedAnswerability(weighed);
    say(
      [
        `answerability of ${weighed.length} questions`,
        ...leftOutFigures(weighed),
        fittedFigure(weighed, answerability),
      ].join('\n'),
    );
    fs.writeFileSync(ANSWERABILITY_FILE, `${JSON.stringify(answerability, null, 2)}\n`);
    return { alone: alone.length, together: together.length, continuation, weighed: weighed.length };
  },
};

/** What the library says of a continuation, beside its reading; each set also judged by weights that did not see it. */
async function fitEvidence(say: (line: string) => void): Promise<void> {
  const pairs = await observedPairs();
  const figures = (of: readonly Observation[], weights: Record<string, number>) => {
    const { complete, continues } = toldRight(of, weights);
    return `complete ${complete.toFixed(3)}, continues ${continues.toFixed(3)}`;
  };
  for (const set of new Set(pairs.map((pair) => pair.set))) {
    const weights = logistic(pairs.filter((pair) => pair.set !== set));
    const own = pairs.filter((pair) => pair.set === set);
    say(`continuation with the library, ${set} left out: ${figures(own, weights)}`);
  }
  const weights = logistic(pairs);
  say(`continuation with the library: ${figures(pairs, weights)}`);
  fs.writeFileSync(EVIDENCE_FILE, `${JSON.stringify(weights, null, 2)}\n`);
}

const missesOf = (questions: readonly LabelledQuestion[], figures: readonly Figures[]): string =>
  questions
    .flatMap(({ reading, shape, part, labels }, i) =>
      figures[i].exact
        ? []
        : [
            `${shape}/${part} → ${figures[i].decided} | ${reading.text} | ${labels?.agencies.join()} → ${reading.names.map(({ kind, text }) => `${kind[0]}:${text}`).join()} | ${reading.spans.map(({ start, end, group }) => `${reading.normalised.slice(start, end)}:${group}`).join(' ')}`,
          ],
    )
    .join('\n');
