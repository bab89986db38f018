// A choice among candidates by a linear model: names of features with their weights.

export type ChoiceWeights = Readonly<Record<string, number>>;

/** The weighted sum of features; what has no weight counts nothing. */
export function linearScore(features: Readonly<Record<string, number>>, weights: ChoiceWeights): number {
  let score = 0;
  for (const name in features) score += features[name] * (weights[name] ?? 0);
  return score;
}
