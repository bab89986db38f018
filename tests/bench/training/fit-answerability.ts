// Fits the weights of the evidence for answering: a logistic model whose weights keep the direction that each evidence
// has by its meaning. Deterministic.
import { EVIDENCE, type Evidence, type EvidenceName } from '../../../src/answer/evidence.ts';

/** A question with the evidence for an answer to it. */
export interface WeighedQuestion {
  set: string;
  evidence: Evidence;
  /** Whether the reports hold an answer. */
  answerable: boolean;
}

const NAMES = Object.keys(EVIDENCE) as EvidenceName[];
/** An answer to a question that the reports do not answer costs as much as this many answers withheld. */
const FALSE_ANSWER_COST = 2.4;
const RIDGE = 0.0007;
const STEPS = 700;
const RATE = 0.6;
const MOMENTUM = 0.9;

/** Weights by the names of the evidence. */
export function fittedAnswerability(questions: readonly WeighedQuestion[]): Record<string, number> {
  const rows = questions.map(({ evidence, answerable }) => ({
    values: Float64Array.from(NAMES.map((name) => evidence[name])),
    target: answerable ? 1 : 0,
    cost: answerable ? 1 : FALSE_ANSWER_COST,
  }));
  const total = rows.reduce((sum, { cost }) => sum + cost, 0);
  const weights = new Float64Array(NAMES.length);
  const speed = new Float64Array(NAMES.length);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(NAMES.length);
    for (const { values, target, cost } of rows) {
      let logit = 0;
      for (let i = 0; i < values.length; i++) logit += weights[i] * values[i];
      const error = cost * (1 / (1 + Math.exp(-logit)) - target);
      for (let i = 0; i < values.length; i++) slope[i] += error * values[i];
    }
    NAMES.forEach((name, i) => {
      const ridge = name === 'always' ? 0 : RIDGE * weights[i];
      speed[i] = MOMENTUM * speed[i] - RATE * (slope[i] / total + ridge);
      weights[i] += speed[i];
      if (weights[i] * EVIDENCE[name] < 0) weights[i] = speed[i] = 0;
    });
  }
  return Object.fromEntries(
    NAMES.map((name, i) => [name, Number(weights[i].toFixed(3))]).filter(([, weight]) => weight !== 0),
  );
}

export const logitOf = (weights: Record<string, number>, evidence: Evidence): number =>
  NAMES.reduce((sum, name) => sum + (weights[name] ?? 0) * evidence[name], 0);
