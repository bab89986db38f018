// .html: what a reader of the page sees, block by block; what stands around the text, scripts and hidden parts are left out.
import type { PagePart } from '../warning.ts';
import { declaredEncoding } from './declared-encoding.ts';
import { decode } from './decode.ts';
import { LineWriter } from './line-writer.ts';
import { parsePage } from './markup.ts';
import { type PageBody, pageBodyOf } from './page-body.ts';
import { isSection, isUnseen, pagePartOf } from './page-parts.ts';
import type { ReadDocument, ReadResult, ReportReader } from './reader.ts';

export const html = {
  read(bytes: Uint8Array): ReadResult {
    const decoded = decode(bytes, declaredEncoding(bytes));
    if (!decoded.ok) return decoded;
    return { ok: true, ...readMarkup(decoded.text, { body: pageBodyOf(decoded.text) }) };
  },
} satisfies ReportReader;

/** How markup is to be read. */
export interface MarkupOptions {
  /** White space stands for itself, as in what a word processor wrote. */
  keepSpaces?: boolean;
  /** Elements whose id this fits are left out. */
  skipIds?: RegExp;
  /** An empty cell shows as a wider gap between its neighbours. */
  showEmptyCells?: boolean;
  /** The class of line breaks that stand for a new page begun by hand. */
  newPageClass?: string;
  /** The class of paragraphs that are of a table of contents. */
  contentsClass?: string;
  /** Only this part is read; without one, the whole. */
  body?: PageBody | undefined;
}

/** Reads the words of a page or of a part of one. */
export function readMarkup(source: string, options: MarkupOptions = {}): ReadDocument {
  const page = new Page(options);
  parsePage(source, page);
  return page.finish();
}

const BLOCKS = new Set(
  [
    'address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure',
    'footer form header html legend li main ol p pre section summary table tbody tfoot thead tr ul',
  ].flatMap((names) => names.split(' ')),
);
const CELLS = new Set(['td', 'th']);
const HEADING = /^h[1-6]$/;
/** Wide enough to be seen between the cells of a row, and no tab, which parts a title from its page in a table of contents. */
const CELL_GAP = '\u3000';

/** More blank lines than this say no more. */
const MAX_BLANK_LINES = 3;

class Page {
  private readonly writer = new LineWriter();
  private readonly options: MarkupOptions;
  private readonly leftOut = new Map<PagePart, number>();
  /** Open elements below and with the one that is left out; 0 where none is. */
  private skipped = 0;
  /** Tags that have opened so far. */
  private elements = 0;
  /** Open elements that have a header and a footer of their own. */
  private sections = 0;
  /** Open elements below and with one of the text, where only that is read; 0 outside of it. */
  private inBody = 0;
  /** Words outside of the text came last. */
  private outside = false;
  private preformatted = 0;
  private cells = 0;
  private rowHasWords = false;
  private paragraphHasWords = false;
  private paragraphKind: string | undefined;
  /** What parts the next words from those before: nothing, a line end, or the gap between two cells. */
  private pending: 'nothing' | 'line' | 'cell' = 'nothing';
  /** Gaps between the last words of the row and the next ones. */
  private gaps = 0;
  /** A cell of the row has several lines: what follows it begins a new one. */
  private rowIsBroken = false;
  private blankLines = 0;
  private afterRule = false;

  constructor(options: MarkupOptions) {
    this.options = options;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const element = this.elements++;
    if (this.skipped > 0 || this.isLeftOut(name, attributes)) {
      this.skipped++;
      return;
    }
    if (isSection(name)) this.sections++;
    if (this.inBody > 0 || this.beginsBody(name, element)) this.inBody++;
    if (HEADING.test(name)) this.writer.startHeading(Number(name[1]));
    else if (
      name === 'br' &&
      attributes.class !== undefined &&
      attributes.class === this.options.newPageClass
    )
      this.newPage();
    else if (name === 'br') this.breakLine();
    else if (name === 'hr') this.rule();
    else if (CELLS.has(name)) this.openCell();
    else if (name === 'tr') this.openRow();
    else if (BLOCKS.has(name)) this.newLine();
    if (name === 'pre') this.preformatted++;
    if (name === 'p') this.openParagraph(attributes.class);
  }

  ontext(words: string): void {
    if (this.skipped > 0) return;
    const spaces = this.preformatted > 0 || this.options.keepSpaces === true;
    const before = this.pending === 'nothing' ? this.writer.tail : '';
    const shown = spaces ? words.replace(/\r\n?/g, '\n') : collapsed(words, before);
    if (shown.trim() === '') {
      if (before !== '') this.writer.add(shown);
      return;
    }
    this.paragraphHasWords = true;
    if (this.isOutside()) return;
    this.part();
    const { contentsClass } = this.options;
    this.writer.setContents(contentsClass !== undefined && this.paragraphKind === contentsClass);
    this.rowHasWords = true;
    this.writer.add(shown);
  }

  onclosetag(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (isSection(name)) this.sections--;
    if (this.inBody > 0) this.inBody--;
    if (HEADING.test(name)) this.writer.endHeading();
    else if (CELLS.has(name)) this.cells--;
    else if (name === 'tr') this.closeRow();
    else if (name === 'p' && !this.paragraphHasWords && this.cells === 0) this.blankLine();
    else if (BLOCKS.has(name)) this.newLine();
    if (name === 'pre') this.preformatted--;
    if (name === 'p') this.paragraphKind = undefined;
  }

  finish(): ReadDocument {
    const counts = [...this.leftOut].map(([what, count]) => ({ what, count }));
    const { contents, ...written } = this.writer.finish();
    return {
      ...written,
      ...(contents.length > 0 ? { contents } : {}),
      markup: [],
      warnings: counts.length > 0 ? [{ kind: 'page-parts', counts }] : [],
    };
  }

  /** Writes what parts the words at hand from those before. */
  private part(): void {
    if (this.blankLines > 0) this.writer.blankLines(Math.min(this.blankLines, MAX_BLANK_LINES));
    else if (this.pending === 'line') this.writer.endLine();
    else if (this.pending === 'cell') this.writer.add(CELL_GAP.repeat(this.gaps));
    if (this.pending === 'line' && this.cells > 0 && this.rowHasWords) this.rowIsBroken = true;
    this.pending = 'nothing';
    this.gaps = 0;
    this.blankLines = 0;
    this.afterRule = false;
  }

  private openParagraph(kind: string | undefined): void {
    this.paragraphHasWords = false;
    this.paragraphKind = kind;
  }

  /** A paragraph that opens a cell stays in the cell's row. */
  private newLine(): void {
    if (this.pending !== 'cell') this.pending = 'line';
  }

  private breakLine(): void {
    if (this.pending === 'line') this.blankLine();
    else this.newLine();
  }

  private blankLine(): void {
    this.newLine();
    if (!this.afterRule) this.blankLines++;
  }

  /** A line across: one blank line, with the empty paragraphs after it. */
  private rule(): void {
    this.newLine();
    this.blankLines = Math.max(1, this.blankLines);
    this.afterRule = true;
  }

  /** As wide a break as there is; a row of a table stays whole. */
  private newPage(): void {
    if (this.cells > 0) return;
    this.rule();
    this.blankLines = MAX_BLANK_LINES;
  }

  private openCell(): void {
    this.cells++;
    this.gaps = this.options.showEmptyCells ? this.gaps + 1 : 1;
    if (this.rowHasWords) this.pending = this.rowIsBroken ? 'line' : 'cell';
  }

  private openRow(): void {
    this.pending = 'line';
    this.rowHasWords = false;
    this.rowIsBroken = false;
    this.gaps = 0;
  }

  /** After a row in a cell, that cell's own row has several lines. */
  private closeRow(): void {
    this.newLine();
    this.rowIsBroken = this.cells > 0;
  }

  private isLeftOut(name: string, attributes: Record<string, string>): boolean {
    if (isUnseen(name) || this.options.skipIds?.test(attributes.id ?? '')) return true;
    const what = pagePartOf(name, attributes, this.sections > 0);
    if (what) this.countLeftOut(what);
    return what !== undefined;
  }

  private countLeftOut(what: PagePart): void {
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + 1);
  }

  private beginsBody(name: string, element: number): boolean {
    const { body } = this.options;
    return element === body?.element || (name === 'h1' && body?.untitled === true);
  }

  /** Whether the words at hand are none of the text; each stretch of such words counts once. */
  private isOutside(): boolean {
    const outside = this.options.body !== undefined && this.inBody === 0;
    if (outside && !this.outside) this.countLeftOut('outside');
    this.outside = outside;
    return outside;
  }
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** Runs of white space as one space; none at the start of a line, nor where only the source's line ends between two Chinese characters. */
function collapsed(words: string, before: string): string {
  return words.replace(/[ \t\r\n\f]+/g, (run, at: number) => {
    const previous = at > 0 ? words[at - 1] : before;
    if (previous === '' || /\s/.test(previous)) return '';
    const next = words[at + run.length] ?? '';
    return run.includes('\n') && WIDE.test(previous) && WIDE.test(next) ? '' : ' ';
  });
}
