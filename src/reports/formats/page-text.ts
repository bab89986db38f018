// The text of a page as its blocks, line breaks and table cells lay it out.
import { LineWriter, type WrittenText } from './line-writer.ts';
import { TableNotes } from './table-lines.ts';

/**
 * Wide enough to show between the cells of a row, and no tab, which sets off page numbers in tables of
 * contents.
 */
export const CELL_GAP = '\u3000';

/** Further blank lines carry no meaning. */
const MAX_BLANK_LINES = 3;

export class PageText {
  readonly tables = new TableNotes();
  private readonly writer = new LineWriter();
  private readonly showEmptyCells: boolean;
  private openCells = 0;
  private rowHasWords = false;
  /** What separates the next words from those before: nothing, a line end, or the gap between two cells. */
  private pending: 'nothing' | 'line' | 'cell' = 'nothing';
  /** Gaps between the last words of the row and the next ones. */
  private cellGaps = 0;
  /** A cell of the row has several lines: what follows it begins a new line. */
  private rowIsBroken = false;
  private blankLines = 0;
  private afterRule = false;

  constructor(showEmptyCells: boolean) {
    this.showEmptyCells = showEmptyCells;
  }

  get isInCell(): boolean {
    return this.openCells > 0;
  }

  /** The last character of the current line; empty where the next words begin a line or a cell. */
  get tail(): string {
    return this.pending === 'nothing' ? this.writer.tail : '';
  }

  add(words: string, inContents: boolean): void {
    this.separate();
    this.writer.setContents(inContents);
    this.rowHasWords = true;
    const first = this.writer.line;
    this.writer.add(words);
    this.tables.wrote(first, this.writer.line);
  }

  /** White space between words of one line. */
  addSpace(space: string): void {
    this.writer.add(space);
  }

  /** The number of the line that the next words begin, where they begin one. */
  mark(): number {
    return this.writer.mark();
  }

  finish(): WrittenText {
    this.writer.endLine();
    return this.writer.finish(this.tables.finish((line) => this.writer.wordsOf(line).split(CELL_GAP)));
  }

  startHeading(level: number): void {
    this.writer.startHeading(level);
  }

  endHeading(): void {
    this.writer.endHeading();
  }

  /** A paragraph that opens a cell stays in the cell's row. */
  newLine(): void {
    if (this.pending !== 'cell') this.pending = 'line';
  }

  breakLine(): void {
    if (this.pending === 'line') this.blankLine();
    else this.newLine();
  }

  blankLine(): void {
    this.newLine();
    if (!this.afterRule) this.blankLines++;
  }

  /** A horizontal rule counts as one blank line, together with the empty paragraphs after it. */
  rule(): void {
    this.newLine();
    this.blankLines = Math.max(1, this.blankLines);
    this.afterRule = true;
  }

  /** A new page is the widest break; a row of a table stays whole. */
  newPage(): void {
    if (this.isInCell) return;
    this.rule();
    this.blankLines = MAX_BLANK_LINES;
  }

  openCell(): void {
    this.openCells++;
    this.cellGaps = this.showEmptyCells ? this.cellGaps + 1 : 1;
    if (this.rowHasWords) this.pending = this.rowIsBroken ? 'line' : 'cell';
  }

  closeCell(): void {
    this.openCells--;
  }

  openRow(): void {
    this.pending = 'line';
    this.rowHasWords = false;
    this.rowIsBroken = false;
    this.cellGaps = 0;
  }

  /** A row within a cell gives the outer row several lines. */
  closeRow(): void {
    this.newLine();
    this.rowIsBroken = this.isInCell;
  }

  /** Writes what separates the next words from those before. */
  private separate(): void {
    if (this.blankLines > 0) this.writer.blankLines(Math.min(this.blankLines, MAX_BLANK_LINES));
    else if (this.pending === 'line') this.writer.endLine();
    else if (this.pending === 'cell') this.writer.add(CELL_GAP.repeat(this.cellGaps));
    if (this.pending === 'line' && this.isInCell && this.rowHasWords) this.rowIsBroken = true;
    this.pending = 'nothing';
    this.cellGaps = 0;
    this.blankLines = 0;
    this.afterRule = false;
  }
}
