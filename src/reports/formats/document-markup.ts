// The paragraphs, headings and tables of a word processor's document, written as markup that is read like that of
// Word documents.
import { type MarkupOptions, readMarkup } from './markup-reader.ts';
import type { ReadDocument } from './reader.ts';

const NEW_PAGE = 'page';
const CONTENTS = 'contents';

const MARKUP: MarkupOptions = {
  keepSpaces: true,
  newPageClass: NEW_PAGE,
  contentsClass: CONTENTS,
};

export interface Paragraph {
  words: string;
  /** Of a heading, from 1 on; 0 for the title of the document. */
  level?: number | undefined;
  /** A line of a table of contents. */
  ofContents?: boolean;
}

export interface TableRow {
  /** The paragraphs of each cell; covered cells are empty. */
  cells: string[][];
  isHead: boolean;
}

const MAX_LEVEL = 6;
/** The lines of a longer cell stay lines: it holds running text. */
const MAX_CELL_LENGTH = 2_000;

export class DocumentMarkup {
  private readonly blocks: (Paragraph | TableRow[] | 'page')[] = [];
  private hasTitle = false;

  addParagraph(paragraph: Paragraph): void {
    this.blocks.push(paragraph);
    this.hasTitle ||= paragraph.level === 0;
  }

  addTable(rows: TableRow[]): void {
    this.blocks.push(rows);
  }

  newPage(): void {
    this.blocks.push('page');
  }

  read(): ReadDocument {
    return readMarkup(this.blocks.map((block) => this.markupOf(block)).join(''), MARKUP);
  }

  private markupOf(block: Paragraph | TableRow[] | 'page'): string {
    if (block === 'page') return `<br class="${NEW_PAGE}">`;
    if (Array.isArray(block)) return tableMarkup(block);
    const { words, level, ofContents } = block;
    if (level === undefined || words.trim() === '')
      return `<p${ofContents ? ` class="${CONTENTS}"` : ''}>${escaped(words)}</p>`;
    // level 1 is the title where there is one
    const tag = `h${Math.min(MAX_LEVEL, Math.max(1, this.hasTitle ? level + 1 : level))}`;
    return `<${tag}>${escaped(words.replace(/\n/g, ' '))}</${tag}>`;
  }
}

function tableMarkup(rows: TableRow[]): string {
  const heads = rows.findIndex(({ isHead }) => !isHead);
  const headRows = heads < 0 ? 0 : heads;
  const written = rows.map(
    ({ cells }) => `<tr>${cells.map((cell) => cellMarkup(cell, cells)).join('')}</tr>`,
  );
  const head = headRows > 0 ? `<thead>${written.slice(0, headRows).join('')}</thead>` : '';
  return `<table>${head}${written.slice(headRows).join('')}</table>`;
}

/** A row of several cells is one line, unless a cell holds running text. */
function cellMarkup(paragraphs: string[], { length: cells }: string[][]): string {
  const lines = paragraphs.filter((words) => words.trim() !== '');
  const joined = lines.join(' ');
  const isLine = cells > 1 && joined.length <= MAX_CELL_LENGTH;
  const words = isLine ? escaped(joined.replace(/\n/g, ' ')) : lines.map(paragraphMarkup).join('');
  return `<td>${words}</td>`;
}

const paragraphMarkup = (words: string): string => `<p>${escaped(words)}</p>`;

const escaped = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
