// A node of a report's outline.
import type { HeadingStyle, PartNumber } from './headings.ts';
import type { SectionKind } from './section-kind.ts';
import type { Span } from './span.ts';

/** Section 0 is the report itself. `end` includes all sections below it. */
export interface Section extends Span {
  /** The heading in the source; undefined for a part that opens in the middle of a paragraph. */
  heading?: Span;
  /** The heading without numbering and end marks. */
  label: string;
  style: HeadingStyle | 'title';
  number?: PartNumber;
  kind: SectionKind;
  /** Index of the section above, -1 for the report. */
  parent: number;
  /** 0 for the report, 1 for its parts, and so on. */
  depth: number;
}
