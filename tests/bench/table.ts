// Tables for a terminal, and their numbers.

/**
 * Columns under their headings: the first left-aligned, the others right-aligned.
 * A row of two cells is a name with a remark that spans the other columns.
 */
export function table(headings: string[], rows: string[][]): string {
  const isRemark = (row: string[]) => row.length === 2 && headings.length > 2;
  const widths = headings.map((heading, column) =>
    Math.max(
      heading.length,
      ...rows.map((row) => (column > 0 && isRemark(row) ? 0 : (row[column]?.length ?? 0))),
    ),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || isRemark(cells) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join('  ')
      .trimEnd();
  return [line(headings), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Milliseconds with three, two or no decimals, by size. */
export function milliseconds(ms: number): string {
  return `${ms.toFixed(ms < 1 ? 3 : ms < 100 ? 2 : 0)} ms`;
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`;
export const factor = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)}×`;
export const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(0)} % (${part}/${whole})`;
