// Footnotes and the raised marks that cite them: a mark left in its sentence would change the figure before
// it (2100 to 21002). Promise: only a mark found on both sides, raised in the text and before a small line at
// the page's foot, is removed.
import type { DropReason } from '../../span.ts';
import type { PdfLine, PdfPage } from './lines.ts';
import { median } from './median.ts';
import { citedIn, withoutCitations } from './rows.ts';

/** Notes are smaller than the text by at least this factor. */
const NOTE_SIZE = 0.9;

/** The footnotes of a document, and its pages without their citation marks. */
interface SeparatedNotes {
  pages: PdfPage[];
  notes: PdfLine[];
}

/** @param furniture page numbers stand below the notes */
export function separateNotes(pages: PdfPage[], furniture: ReadonlyMap<PdfLine, DropReason>): SeparatedNotes {
  const textSize = median(pages.flatMap(({ lines }) => lines.map(({ size }) => size)));
  const notes: PdfLine[] = [];
  const plain = pages.map((page) => {
    const cited = new Set(page.lines.flatMap(({ text }) => citedIn(text)));
    if (cited.size === 0) return page;
    const body = page.lines.filter((line) => furniture.get(line) !== 'page-number');
    const own = [...Map.groupBy(body, ({ column }) => column).values()].flatMap((column) =>
      notesBelow(column, textSize * NOTE_SIZE, cited),
    );
    for (const note of own) notes.push(note);
    const found = new Set(own.flatMap(({ text }) => markOf(text, cited) ?? []));
    const lines = page.lines.map((line) => {
      const text = withoutCitations(line.text, found);
      return text === line.text ? line : Object.assign(line, { text });
    });
    return { ...page, lines };
  });
  return { pages: plain, notes };
}

/** The small lines at a column's foot, from the first one that begins with a cited mark. */
function notesBelow(column: PdfLine[], largest: number, cited: ReadonlySet<string>): PdfLine[] {
  const lines = column.toSorted((a, b) => a.y - b.y);
  const last = lines.findLastIndex(({ size }) => size > largest);
  const small = lines.slice(last + 1);
  const first = small.findIndex(({ text }) => markOf(text, cited) !== undefined);
  return first < 0 ? [] : small.slice(first);
}

/** The cited mark that a line begins with. */
function markOf(text: string, cited: ReadonlySet<string>): string | undefined {
  const words = withoutCitations(text, new Set());
  return [...cited].find((mark) => words.startsWith(mark) && !/^\d/.test(words.slice(mark.length)));
}
