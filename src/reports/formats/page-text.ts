// The text of a page as its blocks, line breaks and table cells lay it out.
import { LineWriter, type WrittenText } from './line-writer.ts';
import { type CellShape, TableNotes } from './tables/table-notes.ts';
import { CELL_GAP } from './tables/table-row.ts';

/** Further blank lines carry no meaning. */
const MAX_BLANK_LINES = 3;

export class PageText {
  private readonly tables = new TableNotes();
  private readonly writer = new LineWriter();
  private inHeading = false;
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
    this.tables.wrote(words, first, this.writer.line, inContents || this.inHeading);
  }

  /** White space between words of one line. */
  addSpace(space: string): void {
    this.writer.add(space);
    this.tables.wroteSpace();
  }

  finish(): WrittenText {
    return this.writer.finish(this.tables.finish(), this.tables.joints);
  }

  startHeading(level: number): void {
    this.inHeading = true;
    this.writer.startHeading(level);
  }

  endHeading(): void {
    this.inHeading = false;
    this.writer.endHeading();
  }

  openTable(): void {
    this.newLine();
    this.tables.openTable();
  }

  closeTable(): void {
    this.newLine();
    this.tables.closeTable();
  }

  /** Whether the rows that follow are the table's head. */
  setHead(inHead: boolean): void {
    this.tables.setHead(inHead);
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

  openCell(shape: CellShape): void {
    this.addSpanning();
    this.beginCell(shape);
  }

  closeCell(): void {
    this.openCells--;
    this.tables.closeCell();
  }

  openRow(): void {
    this.pending = 'line';
    this.rowHasWords = false;
    this.rowIsBroken = false;
    this.cellGaps = 0;
    this.tables.openRow();
  }

  /** A row within a cell gives the outer row several lines. */
  closeRow(): void {
    this.addSpanning();
    this.newLine();
    this.rowIsBroken = this.isInCell;
    this.tables.closeRow();
  }

  private beginCell(shape: CellShape): void {
    this.openCells++;
    this.cellGaps++;
    if (this.rowHasWords) this.pending = this.rowIsBroken ? 'line' : 'cell';
    this.tables.openCell(shape);
  }

  /** Cells that span rows stand in each of them: a row can be read for itself. */
  private addSpanning(): void {
    for (let next = this.tables.nextSpanning(); next; next = this.tables.nextSpanning()) {
      this.beginCell(next.shape);
      if (next.words !== '') this.add(next.words, false);
      this.openCells--;
    }
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
