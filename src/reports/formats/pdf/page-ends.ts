// Manual page breaks: a page ends early and the next one begins at its top. A new report may begin there.
import type { PdfLine, PdfPage } from './lines.ts';

/** The text of a full page reaches this share of the page's height. */
const MIN_TEXT_HEIGHT = 0.8;
/** A page whose text ends within this share of the text's height has a manual break. */
const EARLY_END = 0.66;
/** The next page's text begins within this share of the same height. */
const HIGH_START = 0.15;
/** Share of all lines above a full page's last one. */
const FULL_SHARE = 0.98;

export class PageEnds {
  private readonly top: number;
  private readonly bottom: number;

  /** @param body the lines without furniture */
  constructor(pages: PdfPage[], body: PdfLine[]) {
    const heights = body.map(({ y }) => y).sort((a, b) => a - b);
    const pageHeight = pages.reduce((max, { height }) => Math.max(max, height), 0);
    const lowest = heights[Math.min(heights.length - 1, Math.floor(heights.length * FULL_SHARE))] ?? 0;
    this.top = heights[0] ?? 0;
    this.bottom = Math.max(lowest, pageHeight * MIN_TEXT_HEIGHT);
  }

  /** False in columns, which end early for other reasons. */
  endedByHand(last: PdfLine, next: PdfLine): boolean {
    const height = this.bottom - this.top;
    return (
      next.page === last.page + 1 &&
      last.column === 0 &&
      last.y < this.top + height * EARLY_END &&
      next.y < this.top + height * HIGH_START
    );
  }
}
