// A row of a table, whatever format it comes from.
import type { Span } from '../../span.ts';

export interface TableRow {
  /** The words of each cell, on one line. Empty cells keep their place where the format has them. */
  cells: string[];
  /** The format declares that it names columns. */
  isHead?: boolean;
  /** The rows that a cell of this row spans at most, itself included. */
  height?: number;
  /** A cell of this row spans several columns. */
  isGrouped?: boolean;
}

/** A row with its place in the text. */
export interface PlacedRow extends TableRow, Span {}

/**
 * Wide enough to show between the cells of a row, and no tab, which sets off page numbers in tables of
 * contents.
 */
export const CELL_GAP = '\u3000';

/** White space within a cell is one space, so that it is no gap between cells. */
export const onOneLine = (words: string): string => words.replace(/[\s\u200b\ufeff]+/gu, ' ').trim();

export const isFilled = (cell: string): boolean => cell.trim() !== '';

export const filledIn = ({ cells }: TableRow): number => cells.filter(isFilled).length;

/** A longer cell is a note. In characters. */
const MAX_TITLE_LENGTH = 60;

/** A cell over several columns and nothing beside it: the title of the rows below. */
export const isGroupTitle = ({ cells, isGrouped }: TableRow): boolean =>
  isGrouped === true &&
  cells.filter(isFilled).length === 1 &&
  cells.every(({ length }) => length <= MAX_TITLE_LENGTH);
