// Candidates for one thing that is to be known of a report (its author, its kind, a year), each with the evidence for it.
// Kinds of evidence have weights; what several of them say together decides.

/** What speaks for a candidate: the kinds of evidence by name, as they are printed. */
interface Weighed<Value> {
  value: Value;
  weight: number;
  evidence: string[];
}

export class Candidates<Value> {
  readonly #byKey = new Map<string, Weighed<Value>>();

  /** A candidate that evidence names, if it names one. The same candidate is known by its text. */
  add(value: Value | undefined, evidence: string, weight: number): void {
    if (value === undefined || value === '') return;
    const key = String(value);
    const known = this.#byKey.get(key) ?? { value, weight: 0, evidence: [] };
    known.weight += weight;
    known.evidence.push(evidence);
    this.#byKey.set(key, known);
  }

  /** All of them, the heaviest first; equal ones in the order in which they were named. */
  ranked(): Weighed<Value>[] {
    return [...this.#byKey.values()].sort((a, b) => b.weight - a.weight);
  }

  /** The heaviest one that is heavy enough. */
  best(minWeight = 0): Value | undefined {
    const [first] = this.ranked();
    return first && first.weight >= minWeight ? first.value : undefined;
  }
}
