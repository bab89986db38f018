// Linear models over named features. The weights are fitted by `npm run train` (tests/bench/modes/reading.ts).
import fs from 'node:fs';
import path from 'node:path';

/** Weight of each feature for each label, in nats. */
export type LinearModel = Record<string, Record<string, number>>;

export interface ReadingWeights {
  shape: LinearModel;
  part: LinearModel;
  continues: LinearModel;
}

const FILE = path.join(import.meta.dirname, 'reading-weights.json');
let weights: ReadingWeights | undefined;

/** Read on first use; before the first training there are none. */
export const readingWeights = (): ReadingWeights =>
  (weights ??= fs.existsSync(FILE)
    ? JSON.parse(fs.readFileSync(FILE, 'utf8'))
    : { shape: {}, part: {}, continues: {} });

export function scoresOf<Label extends string>(
  model: LinearModel,
  features: readonly string[],
  labels: readonly Label[],
): Record<Label, number> {
  const scores = Object.fromEntries(labels.map((label) => [label, 0])) as Record<Label, number>;
  for (const feature of features) for (const label of labels) scores[label] += model[feature]?.[label] ?? 0;
  return scores;
}

export const highest = <Label extends string>(scores: Record<Label, number>): Label =>
  (Object.entries(scores) as [Label, number][]).reduce((best, each) => (each[1] > best[1] ? each : best))[0];
