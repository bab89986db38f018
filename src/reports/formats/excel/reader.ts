// .xlsx: each sheet is a section under its name, each row a line; numbers as they are shown, formulas by their
// stored values. Hidden sheets, rows and columns, comments, charts and pictures are left out. Read with the
// project's own ZIP and XML readers: libraries for workbooks keep no number formats and no joined or hidden
// cells, or are large and no longer kept.
import type { Counted, HiddenPart, Warning } from '../../warning.ts';
import { type OfficePackage, openPackage } from '../office/package.ts';
import { readProperties } from '../office/properties.ts';
import type { ReadResult, ReportReader } from '../reader.ts';
import { separateTitle, writeGrid } from '../tables/grid-blocks.ts';
import { RowText } from '../tables/row-text.ts';
import { TOO_MUCH_TEXT } from '../text-limit.ts';
import { gridOf } from './grid.ts';
import { readSheet, type Sheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** The first sheet's title names the whole file. */
const TITLE_LEVEL = 1;
const SHEET_LEVEL = 2;

export const xlsx = {
  read(bytes: Uint8Array): ReadResult {
    const opened = openPackage(bytes);
    return opened.ok ? readParts(opened.parts) : opened;
  },
} satisfies ReportReader;

function readParts(parts: OfficePackage): ReadResult {
  const workbook = readWorkbook(parts);
  if (workbook.sheets.length === 0) return { ok: false, reason: { kind: 'damaged' } };
  const text = new RowText();
  const leftOut = new LeftOut();
  leftOut.count('sheet', workbook.sheets.filter(({ isHidden }) => isHidden).length);
  let isFirst = true;
  for (const { name, part } of workbook.sheets.filter(({ isHidden }) => !isHidden)) {
    const sheet = readSheet(parts.text(part), workbook);
    leftOut.countIn(sheet);
    const grid = gridOf(sheet);
    if (!grid || text.isTooLong) return { ok: false, reason: TOO_MUCH_TEXT };
    if (grid.length === 0) continue;
    const { title, rows } = isFirst ? separateTitle(grid) : { rows: grid };
    if (title !== undefined) text.addHeading(title, TITLE_LEVEL);
    text.addBreak();
    text.addHeading(name, SHEET_LEVEL);
    writeGrid(rows, text);
    isFirst = false;
  }
  if (text.isTooLong) return { ok: false, reason: TOO_MUCH_TEXT };
  const properties = readProperties(parts.properties);
  return { ok: true, ...text.finish(), ...properties, markup: [], warnings: leftOut.warnings };
}

/** What is not shown, or has nothing to show. */
class LeftOut {
  private readonly parts = new Map<HiddenPart, number>();
  private formulas = 0;

  count(what: HiddenPart, count: number): void {
    if (count > 0) this.parts.set(what, (this.parts.get(what) ?? 0) + count);
  }

  countIn({ rows, hiddenColumns, formulas }: Sheet): void {
    this.count('row', rows.filter(({ isHidden }) => isHidden).length);
    const used = new Set<number>();
    if (hiddenColumns.size > 0)
      for (const { cells } of rows)
        for (const column of cells.keys()) if (hiddenColumns.has(column)) used.add(column);
    this.count('column', used.size);
    this.formulas += formulas;
  }

  get warnings(): Warning[] {
    const counts: Counted<HiddenPart>[] = [...this.parts].map(([what, count]) => ({ what, count }));
    return [
      ...(counts.length > 0 ? [{ kind: 'hidden-parts', counts } as const] : []),
      ...(this.formulas > 0 ? [{ kind: 'uncounted-formulas', count: this.formulas } as const] : []),
    ];
  }
}
