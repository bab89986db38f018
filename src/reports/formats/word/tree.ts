// Changes to mammoth's document tree before it is rendered.

/** The used part of mammoth's tree, which is undocumented; the version is pinned for it. */
export interface Element {
  type: string;
  children?: Element[];
  styleId?: string | null;
  styleName?: string | null;
  numbering?: unknown;
  breakType?: string;
  value?: string;
  /** A row that is repeated on every page. */
  isHeader?: boolean;
}

function paragraphsOf(element: Element): Element[] {
  return element.type === 'paragraph' ? [element] : (element.children ?? []).flatMap(paragraphsOf);
}

/** In a document with a paragraph in the Title style, level-1 headings are parts, not titles. */
export function lowerHeadingsBelowTitle(document: Element): void {
  const paragraphs = paragraphsOf(document);
  if (!paragraphs.some(({ styleName }) => styleName === 'Title')) return;
  for (const paragraph of paragraphs) {
    const level = /^heading ([1-5])$/i.exec(paragraph.styleName ?? '')?.[1];
    if (level === undefined) continue;
    paragraph.styleName = `Heading ${Number(level) + 1}`;
    paragraph.styleId = null;
  }
}

/** A longer cell holds running text that was put into a table for layout. */
const MAX_CELL_LENGTH = 200;
/** The same in a table that shows that it is one: its cells may be long. */
const MAX_GRID_CELL_LENGTH = 2000;
const MIN_GRID = 3;
const SPACE: Element = { type: 'text', value: ' ' };

/** A row of a table becomes one line: in rows of several cells, the lines of a short cell are joined. */
export function joinCells(element: Element, maxLength = MAX_CELL_LENGTH): void {
  const children = element.children ?? [];
  if (element.type === 'tableRow' && cellsOf(element).length > 1)
    for (const cell of children) joinLines(cell, maxLength);
  const max = element.type === 'table' && isGrid(element) ? MAX_GRID_CELL_LENGTH : MAX_CELL_LENGTH;
  for (const child of children) joinCells(child, max);
}

const cellsOf = ({ children = [] }: Element) => children.filter(({ type }) => type === 'tableCell');

/** A table with declared head rows, or with three rows and more of as many cells, three at least. */
function isGrid({ children = [] }: Element): boolean {
  const rows = children.filter(({ type }) => type === 'tableRow');
  if (rows.length > 1 && rows.some(({ isHeader }) => isHeader)) return true;
  const widths = Map.groupBy(rows, (row) => cellsOf(row).length);
  const [width, alike] = [...widths].reduce(
    (best, each) => (each[1].length > best[1].length ? each : best),
    [0, [] as Element[]],
  );
  return width >= MIN_GRID && alike.length >= MIN_GRID;
}

function joinLines(cell: Element, maxLength: number): void {
  const children = cell.children ?? [];
  if (children.some(({ type }) => type !== 'paragraph') || lengthOf(cell) > maxLength) return;
  const lines = children.filter((paragraph) => lengthOf(paragraph) > 0);
  if (lines.length === 0) return;
  const words = lines.flatMap((line, i) => [...(i > 0 ? [SPACE] : []), ...(line.children ?? [])]);
  const joined: Element = { ...lines[0], children: words.map(onOneLine) };
  if (lines.length > 1) Object.assign(joined, { numbering: null, styleId: null, styleName: null });
  cell.children = [joined];
}

function onOneLine(element: Element): Element {
  if (element.type === 'break' && element.breakType === 'line') return SPACE;
  return element.children ? { ...element, children: element.children.map(onOneLine) } : element;
}

const lengthOf = ({ value, children }: Element): number =>
  children ? children.reduce((sum, child) => sum + lengthOf(child), 0) : (value?.trim().length ?? 0);
