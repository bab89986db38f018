// One of the things that a comparison holds against each other.

/** What is compared: a name and the numbers of the reports by it or about it. */
export interface Subject {
  name: string;
  reports: Set<number>;
}

/** With the offset in the normalised question at which it is named. */
export interface NamedSubject extends Subject {
  start: number;
  /** By name, not by a description. */
  isNamed: boolean;
  /** A word joins it to the subject before. */
  joined: boolean;
  /** The stretches that name and describe it. */
  names: { start: number; end: number }[];
}
