// Cells that are joined in a worksheet. What is joined over several rows stands in each of them: each row can
// be read for itself. What is joined over several columns stands in the first of them.
import { MAX_TEXT_LENGTH } from '../text-limit.ts';
import type { JoinedCells, Sheet, SheetRow } from './sheet.ts';

/** What joined cells say about the rows in which they begin. */
export interface RowShape {
  /** The most rows that a cell of this row spans. */
  height: number;
  /** A cell of this row spans several columns. */
  isGrouped: boolean;
}

/**
 * Fills the rows below a joined cell.
 * @param rows in order
 * @returns for each row number the shape of its joined cells; undefined where there are too many of them
 */
export function fillJoined(rows: SheetRow[], sheet: Sheet): Map<number, RowShape> | undefined {
  const shapes = new Map<number, RowShape>();
  const numbers = rows.map(({ number }) => number);
  const ownWords = new Set(rows.filter(({ cells }) => cells.size > 0));
  let filled = 0;
  for (const { top, left, bottom, right } of withoutOverlaps(sheet.joined)) {
    const first = indexFrom(numbers, top);
    if (numbers[first] !== top) continue;
    const { height = 1, isGrouped = false } = shapes.get(top) ?? {};
    shapes.set(top, { height: Math.max(height, bottom - top + 1), isGrouped: isGrouped || right > left });
    const words = rows[first].cells.get(left);
    if (words === undefined) continue;
    let column = left;
    while (column < right && sheet.hiddenColumns.has(column)) column++;
    for (let i = first; i < rows.length && numbers[i] <= bottom; i++) {
      if (filled++ > MAX_TEXT_LENGTH) return undefined;
      if (ownWords.has(rows[i])) rows[i].cells.set(column, words);
    }
  }
  return shapes;
}

/** Joined cells never overlap; in a damaged file the earlier one of a column holds. */
function withoutOverlaps(joined: JoinedCells[]): JoinedCells[] {
  const kept: JoinedCells[] = [];
  for (const cells of joined.toSorted((a, b) => a.left - b.left || a.top - b.top)) {
    const before = kept.at(-1);
    if (before?.left !== cells.left || before.bottom < cells.top) kept.push(cells);
  }
  return kept;
}

/** The index of the first number that is not below a limit. */
function indexFrom(numbers: number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
