// Fits the weights of a choice among candidates. Deterministic.
import type { ChoiceWeights } from '../../../src/answer/linear-choice.ts';

/** Candidates by their features, and what each would score. */
export interface Choice {
  features: Record<string, number>[];
  worths: number[];
}

const STEPS = 150;
const RATE = 0.8;
const MOMENTUM = 0.9;
/** How strongly weights are drawn to 0; figures of sets that were left out are flat from 0.0005 to 0.002 and fall above. */
const PULL = 0.002;
/** How much less a candidate of a lower score is aimed at, in nats for the whole score. */
const SHARPNESS = 6;

interface Row {
  worths: readonly number[];
  best: number;
  /** The features of all candidates, one after the other. */
  matrix: Float64Array;
}

/**
 * Weights under which the good candidates together are likeliest (softmax): which of them is chosen is left open.
 * By gradient ascent from 0, deterministic.
 */
export function fittedChoice(choices: readonly Choice[]): ChoiceWeights {
  const names = [
    ...new Set(choices.flatMap(({ features }) => features.flatMap((each) => Object.keys(each)))),
  ].sort();
  const rows = choices
    .filter(({ worths }) => Math.max(0, ...worths) > 0)
    .map(
      ({ features, worths }): Row => ({
        worths,
        best: Math.max(...worths),
        matrix: Float64Array.from(features.flatMap((each) => names.map((name) => each[name] ?? 0))),
      }),
    );
  const weights = new Float64Array(names.length);
  const speed = new Float64Array(names.length);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(names.length);
    for (const row of rows) addSlope(row, weights, slope);
    for (let i = 0; i < weights.length; i++) {
      speed[i] = MOMENTUM * speed[i] + RATE * (slope[i] / rows.length - PULL * weights[i]);
      weights[i] += speed[i];
    }
  }
  return Object.fromEntries(names.map((name, i) => [name, Number(weights[i].toFixed(2))]));
}

function addSlope({ worths, best, matrix }: Row, weights: Float64Array, slope: Float64Array): void {
  const width = weights.length;
  const scores = worths.map((_, k) => {
    let score = 0;
    for (let i = 0; i < width; i++) score += weights[i] * matrix[k * width + i];
    return score;
  });
  const max = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - max));
  const aims = shares.map((share, k) => share * Math.exp((worths[k] - best) * SHARPNESS));
  const total = sum(shares);
  const aimed = sum(aims);
  for (let k = 0; k < worths.length; k++) {
    const error = best * (aims[k] / aimed - shares[k] / total);
    for (let i = 0; i < width; i++) slope[i] += error * matrix[k * width + i];
  }
}

export const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
