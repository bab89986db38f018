// A logistic regression over named values, fitted by gradient descent; both labels count the same together. Deterministic.

export interface Observation {
  values: Readonly<Record<string, number>>;
  label: boolean;
}

const STEPS = 8000;
const RATE = 0.3;
const SHRINKAGE = 0.001;

/** Weights by name, with that of `always`. */
export function logistic(observations: readonly Observation[]): Record<string, number> {
  const names = ['always', ...new Set(observations.flatMap(({ values }) => Object.keys(values)))];
  const rows = observations.map(({ values }) => names.map((name) => (name === 'always' ? 1 : values[name])));
  const positive = observations.filter(({ label }) => label).length;
  const shares = { true: 1 / positive, false: 1 / (observations.length - positive) };
  let weights = names.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = names.map(() => 0);
    rows.forEach((row, i) => {
      const { label } = observations[i];
      const error = 1 / (1 + Math.exp(-dot(row, weights))) - (label ? 1 : 0);
      row.forEach((value, k) => {
        slope[k] += shares[`${label}`] * error * value;
      });
    });
    weights = weights.map((weight, k) => weight - RATE * (slope[k] + SHRINKAGE * weight));
  }
  return Object.fromEntries(names.map((name, k) => [name, Number(weights[k].toFixed(2))]));
}

const dot = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, k) => sum + value * weights[k], 0);

/** Shares told right of the observations with and without the label. */
export function toldRight(observations: readonly Observation[], weights: Record<string, number>) {
  const rightOf = (label: boolean): number => {
    const own = observations.filter((each) => each.label === label);
    const right = own.filter(
      ({ values }) =>
        Object.entries(values).reduce((sum, [name, value]) => sum + weights[name] * value, weights.always) >
          0 ===
        label,
    );
    return right.length / own.length;
  };
  return { complete: rightOf(false), continues: rightOf(true) };
}
