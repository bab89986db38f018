// The paragraphs and table rows of an RTF document, put together from its text.
import { DocumentMarkup, type TableRow } from '../document-markup.ts';

interface ParagraphProperties {
  inTable: boolean;
  level: number | undefined;
  ofContents: boolean;
}

export class TextBlocks {
  readonly markup = new DocumentMarkup();
  private words: string[] = [];
  private cell: string[] = [];
  private cells: string[][] = [];
  private rows: TableRow[] = [];
  private beginsPage = false;

  add(words: string): void {
    this.words.push(words);
  }

  /** Words that belong to no paragraph yet. */
  get hasWords(): boolean {
    return this.words.length > 0;
  }

  endParagraph({ inTable, level, ofContents }: ParagraphProperties): void {
    const words = this.take();
    if (inTable) {
      this.cell.push(words);
      return;
    }
    this.endTable();
    if (this.beginsPage) this.markup.newPage();
    this.beginsPage = false;
    this.markup.addParagraph({ words, level, ofContents });
  }

  endCell(): void {
    this.cell.push(this.take());
    this.cells.push(this.cell);
    this.cell = [];
  }

  endRow(isHead: boolean): void {
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, isHead });
    this.cells = [];
  }

  /** The next paragraph begins a page, unless it follows in the same section. */
  setNewPage(beginsPage: boolean): void {
    this.beginsPage = beginsPage;
  }

  finish(): DocumentMarkup {
    const rest = this.take();
    if (this.cell.length > 0 || this.cells.length > 0) {
      this.cell.push(rest);
      this.cells.push(this.cell);
      this.endRow(false);
    }
    this.endTable();
    if (rest.trim() !== '' && this.cell.length === 0) this.markup.addParagraph({ words: rest });
    return this.markup;
  }

  private take(): string {
    const words = this.words.join('');
    this.words = [];
    return words;
  }

  private endTable(): void {
    if (this.rows.length > 0) this.markup.addTable(this.rows);
    this.rows = [];
  }
}
