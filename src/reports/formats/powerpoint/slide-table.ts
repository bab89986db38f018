// A table of a slide. A cell that spans rows stands in each of them, one that spans columns in the first.
import { isTrue } from '../office/xml.ts';

export interface TableOfSlide {
  rows: string[][];
  /** The slide shows the first row as a head. */
  hasHead: boolean;
}

export class SlideTable {
  private readonly rows: string[][] = [];
  private hasHead = false;
  private row: string[] = [];
  private lines: string[] = [];
  private continuesAbove = false;

  /** @returns whether the element belongs to the table's structure */
  open(name: string, attributes: Record<string, string>): boolean {
    if (name === 'tblPr') this.hasHead = isTrue(attributes.firstRow);
    else if (name === 'tr') this.row = [];
    else if (name === 'tc') {
      this.lines = [];
      this.continuesAbove = isTrue(attributes.vMerge) && !isTrue(attributes.hMerge);
    } else return false;
    return true;
  }

  addLine(words: string): void {
    this.lines.push(words);
  }

  close(name: string): void {
    if (name === 'tr') this.rows.push(this.row);
    if (name !== 'tc') return;
    const above = this.rows.at(-1)?.[this.row.length] ?? '';
    this.row.push(this.continuesAbove ? above : this.lines.join(' '));
  }

  finish(): TableOfSlide {
    return { rows: this.rows, hasHead: this.hasHead };
  }
}
