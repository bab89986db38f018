// Fits a linear softmax by gradient descent. Weights are drawn to a prior, which is what a feature's name says of itself:
// what the questions do not tell stays as it is known from the language. Deterministic.
import type { LinearModel } from '../../../src/question/reading-model.ts';

export interface Example {
  features: readonly string[];
  label: string;
  /** How much it counts. */
  weight: number;
}

export interface FitOptions {
  labels: readonly string[];
  prior: LinearModel;
  /** How strongly weights are drawn to the prior, in examples. */
  pull: number;
}

const STEPS = 300;
const RATE = 0.6;
const MOMENTUM = 0.85;

export function fitted(examples: readonly Example[], { labels, prior, pull }: FitOptions): LinearModel {
  const names = [
    ...new Set([...examples.flatMap(({ features }) => [...features]), ...Object.keys(prior)]),
  ].sort();
  const numbers = new Map(names.map((name, i) => [name, i]));
  const width = labels.length;
  const start = Float64Array.from(names.flatMap((name) => labels.map((label) => prior[name]?.[label] ?? 0)));
  const weights = Float64Array.from(start);
  const speed = new Float64Array(weights.length);
  const rows = examples.map(({ features, label, weight }) => ({
    at: features.map((name) => (numbers.get(name) ?? 0) * width),
    label: labels.indexOf(label),
    weight,
  }));
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = slopeOf(rows, weights, width);
    for (let i = 0; i < weights.length; i++) {
      speed[i] = MOMENTUM * speed[i] - (RATE * (slope[i] + pull * (weights[i] - start[i]))) / total;
      weights[i] += speed[i] * SCALE;
    }
  }
  return asModel(names, labels, weights);
}
const SCALE = 4;

interface Row {
  at: number[];
  label: number;
  weight: number;
}

function slopeOf(rows: readonly Row[], weights: Float64Array, width: number): Float64Array {
  const slope = new Float64Array(weights.length);
  const scores = new Float64Array(width);
  for (const { at, label, weight } of rows) {
    scores.fill(0);
    for (const from of at) for (let k = 0; k < width; k++) scores[k] += weights[from + k];
    const max = Math.max(...scores);
    let sum = 0;
    for (let k = 0; k < width; k++) sum += scores[k] = Math.exp(scores[k] - max);
    for (let k = 0; k < width; k++) {
      const error = weight * (scores[k] / sum - (k === label ? 1 : 0));
      for (const from of at) slope[from + k] += error;
    }
  }
  return slope;
}

const SMALLEST = 0.04;

function asModel(names: readonly string[], labels: readonly string[], weights: Float64Array): LinearModel {
  const model: LinearModel = {};
  names.forEach((name, i) => {
    const entries = labels
      .map((label, k) => [label, Number(weights[i * labels.length + k].toFixed(2))] as const)
      .filter(([, weight]) => Math.abs(weight) >= SMALLEST);
    if (entries.length) model[name] = Object.fromEntries(entries);
  });
  return model;
}
