// What is searched for, and what a search gives.
import type { SectionKind } from '../reports/index.ts';
import type { Concept } from './concept.ts';
import type { Tags } from './flexsearch.ts';
import type { IndexedPassage } from './indexed-passage.ts';
import type { Signals } from './signals.ts';

export interface SearchQuery {
  concepts: Concept[];
  /** The words of the question as it was typed, for the signal of that name. */
  words?: Concept[];
  /** The kind of section that the question asks for; its passages rank higher. */
  sectionKind?: SectionKind;
  /** By report number, how well each fits the named agency and period; `EXCLUDED` leaves it out. */
  reportFits?: Float64Array;
  /** Only passages with all of these. */
  tags?: Partial<Tags>;
  /** Only these reports, by number. */
  reports?: ReadonlySet<number>;
  limit: number;
}

/** The fit of a report whose passages are left out. */
export const EXCLUDED: number = Number.NEGATIVE_INFINITY;

/** A passage that was found, with the signals that its score is made of. */
export interface Hit extends IndexedPassage {
  score: number;
  signals: Signals;
}
