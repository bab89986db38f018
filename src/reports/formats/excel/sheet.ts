// The shown cells of a worksheet.
import { isTrue, readLocalXml } from '../office/xml.ts';
import { shownNumber } from './number-format.ts';
import { RichText, type Workbook } from './workbook.ts';

export interface SheetRow {
  /** Counted from 1. */
  number: number;
  isHidden: boolean;
  /** Texts by column; columns are counted from 1. */
  cells: Map<number, string>;
}

/** Cells that are joined to one; the first one holds the text. */
export interface JoinedCells {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  rows: SheetRow[];
  joined: JoinedCells[];
  hiddenColumns: Set<number>;
  /** Formulas without a stored value. */
  formulas: number;
}

/** Excel's limit. */
const MAX_COLUMN = 16_384;
const LETTERS = 26;
const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

export function readSheet(source: string, workbook: Workbook): Sheet {
  const reader = new SheetReader(workbook);
  readLocalXml(source, reader);
  return reader.sheet;
}

class SheetReader {
  readonly sheet: Sheet = { rows: [], joined: [], hiddenColumns: new Set(), formulas: 0 };
  private readonly workbook: Workbook;
  private row: SheetRow = { number: 0, isHidden: false, cells: new Map() };
  private column = 0;
  private lastHiddenColumn = 0;
  private cell: Record<string, string> = {};
  private readonly rich = new RichText();
  private value: string | undefined;
  private inValue = false;
  private hasFormula = false;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'col') this.addColumns(attributes);
    else if (name === 'mergeCell') this.addJoined(attributes.ref ?? '');
    else this.rich.open(name);
  }

  text(words: string): void {
    if (this.inValue) this.value = (this.value ?? '') + words;
    else this.rich.add(words);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'v') this.inValue = false;
    else if (name === 'row') this.closeRow();
    else this.rich.close(name);
  }

  private openRow({ r, hidden }: Record<string, string>): void {
    const number = Number(r) || this.row.number + 1;
    this.row = { number, isHidden: isTrue(hidden), cells: new Map() };
    this.column = 0;
  }

  private closeRow(): void {
    if (this.row.cells.size > 0) this.sheet.rows.push(this.row);
  }

  private openCell(attributes: Record<string, string>): void {
    this.cell = attributes;
    this.column = addressOf(attributes.r ?? '')?.column ?? this.column + 1;
    this.value = undefined;
    this.hasFormula = false;
    this.rich.clear();
  }

  private closeCell(): void {
    const shown = this.shown().trim();
    if (shown !== '' && this.column <= MAX_COLUMN) this.row.cells.set(this.column, shown);
    else if (this.hasFormula && this.value === undefined) this.sheet.formulas++;
  }

  private shown(): string {
    const { t: type = 'n', s: style } = this.cell;
    if (type === 'inlineStr') return this.rich.words;
    if (this.value === undefined) return '';
    if (type === 's') return this.workbook.sharedTexts[Number(this.value)] ?? '';
    if (type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n' || this.value === '') return this.value;
    const code = this.workbook.formats[Number(style ?? 0)] ?? 'General';
    return shownNumber(Number(this.value), code, this.workbook.daysBefore);
  }

  /** Columns follow each other: what goes back is damaged, and would be counted again and again. */
  private addColumns({ min, max, hidden }: Record<string, string>): void {
    if (!isTrue(hidden)) return;
    const last = Math.min(Number(max) || 0, MAX_COLUMN);
    for (let column = Math.max(Number(min) || 1, this.lastHiddenColumn + 1); column <= last; column++)
      this.sheet.hiddenColumns.add(column);
    this.lastHiddenColumn = Math.max(this.lastHiddenColumn, last);
  }

  private addJoined(reference: string): void {
    const [first, last] = reference.split(':').map(addressOf);
    if (!first || !last) return;
    this.sheet.joined.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
  }
}

/** Row and column of an address such as `AB12`. */
function addressOf(address: string): { row: number; column: number } | undefined {
  const match = ADDRESS.exec(address);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]) column = column * LETTERS + letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1;
  return { row: Number(match[2]), column };
}
