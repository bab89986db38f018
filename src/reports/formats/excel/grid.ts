// A worksheet as rows of cells, without its hidden ones.
import type { TableRow } from '../tables/table-row.ts';
import { MAX_TEXT_LENGTH } from '../text-limit.ts';
import { fillJoined } from './joined-cells.ts';
import type { Sheet } from './sheet.ts';

/** The rows, an empty one where one or more are left blank; undefined where there are too many cells. */
export function gridOf(sheet: Sheet): TableRow[] | undefined {
  const rows = sheet.rows.toSorted((a, b) => a.number - b.number);
  const shapes = fillJoined(rows, sheet);
  if (!shapes) return undefined;
  const shown = rows
    .filter(({ isHidden }) => !isHidden)
    .map(({ number, cells }) => ({ number, cells, columns: shownColumns(cells, sheet.hiddenColumns) }))
    .filter(({ columns }) => columns.length > 0);
  const left = shown.reduce((least, { columns }) => Math.min(least, ...columns), Number.POSITIVE_INFINITY);
  const skipped = new Set(rows.filter(({ isHidden }) => isHidden).map(({ number }) => number));
  const grid: TableRow[] = [];
  let next = shown[0]?.number ?? 0;
  let size = 0;
  for (const { number, cells, columns } of shown) {
    while (skipped.has(next)) next++;
    if (number > next) grid.push({ cells: [] });
    next = number + 1;
    const right = Math.max(...columns);
    size += right - left + 1;
    if (size > MAX_TEXT_LENGTH) return undefined;
    const texts: string[] = [];
    for (let column = left; column <= right; column++)
      if (!sheet.hiddenColumns.has(column)) texts.push(cells.get(column) ?? '');
    grid.push({ cells: texts, ...shapes.get(number) });
  }
  return grid;
}

const shownColumns = (cells: Map<number, string>, hidden: Set<number>): number[] =>
  [...cells.keys()].filter((column) => !hidden.has(column));
