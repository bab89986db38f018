// A table of a slide. A cell that spans rows stands in each of them, one that spans columns in the first.
import { isTrue } from '../office/xml.ts';
import type { TableRow } from '../tables/table-row.ts';

export class SlideTable {
  private readonly rows: TableRow[] = [];
  private hasHead = false;
  private row: TableRow = { cells: [] };
  private lines: string[] = [];
  private continuesAbove = false;

  /** @returns whether the element belongs to the table's structure */
  open(name: string, attributes: Record<string, string>): boolean {
    if (name === 'tblPr') this.hasHead = isTrue(attributes.firstRow);
    else if (name === 'tr') this.row = { cells: [], height: 1 };
    else if (name === 'tc') this.openCell(attributes);
    else return false;
    return true;
  }

  addLine(words: string): void {
    this.lines.push(words);
  }

  close(name: string): void {
    if (name === 'tr') this.rows.push(this.row);
    if (name !== 'tc') return;
    const { cells } = this.row;
    const above = this.rows.at(-1)?.cells[cells.length] ?? '';
    cells.push(this.continuesAbove ? above : this.lines.join(' '));
  }

  /** The rows; the first one is a head where the slide shows it as one. */
  finish(): TableRow[] {
    const [first, ...others] = this.rows;
    return this.hasHead && others.length > 0 ? [{ ...first, isHead: true }, ...others] : this.rows;
  }

  private openCell({ gridSpan, rowSpan, vMerge, hMerge }: Record<string, string>): void {
    this.lines = [];
    this.continuesAbove = isTrue(vMerge) && !isTrue(hMerge);
    if (Number(gridSpan) > 1) this.row.isGrouped = true;
    this.row.height = Math.max(this.row.height ?? 1, Math.trunc(Number(rowSpan)) || 1);
  }
}
