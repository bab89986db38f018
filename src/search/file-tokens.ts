// The tokens of one file's units, by numbers of some vocabulary: what an index over the file is made from.
import type { CountedForwardIndex, ForwardIndex } from './forward-index.ts';

export interface FileTokens {
  /** Of each passage, with counts. */
  passages: CountedForwardIndex;
  /** Of each section: its heading and those above it, without the report's title. */
  sections: ForwardIndex;
  /** Of each table with a head: its captions and the names of its columns. */
  tables: ForwardIndex;
  /** Of each report: its title, agency, person and period. */
  titles: ForwardIndex;
  /** Of each report as a whole: its title, its passages and the headings above them. */
  reports: ForwardIndex;
}
