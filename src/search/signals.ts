// The named signals that order candidate passages, each with one weight. All but the last two are sums over
// the query's concepts in the unit of an inverse document frequency (nats).

/** What a passage is ranked by. */
export interface Signals {
  /** BM25 of the passage's own words. */
  body: number;
  /** BM25 of the question's words as they were typed, without a reading of it. */
  words: number;
  /** How much of the query the headings above the passage hold. */
  headings: number;
  /** How much of the query the head of the table holds whose row the passage is. */
  tableHead: number;
  /** How much of the query the whole report holds. */
  report: number;
  /** How close together the matched words are. */
  closeness: number;
  /** 1 in a section of the kind that is asked for, else 0. */
  sectionKind: number;
  /** How well the report fits the agency and period that the question names, given by the caller. */
  reportFit: number;
}

type SignalName = keyof Signals;

export type Weights = Record<SignalName, number>;

/** Found on the development questions, see `npm run bench`. */
export const WEIGHTS: Weights = {
  body: 0.6,
  words: 0.4,
  headings: 0.6,
  tableHead: 0.5,
  report: 0.5,
  closeness: 0.25,
  sectionKind: 2,
  reportFit: 1.4,
};

const SIGNALS = Object.keys(WEIGHTS) as SignalName[];

/** The weighted sum of the signals. */
export function total(signals: Signals, weights: Weights): number {
  let sum = 0;
  for (const name of SIGNALS) sum += weights[name] * signals[name];
  return sum;
}
