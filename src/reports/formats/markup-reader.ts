// Reads the words of a web page, or of the markup that mammoth makes of a Word document.
import type { PagePart } from '../warning.ts';
import { parsePage } from './markup.ts';
import type { PageBody } from './page-body.ts';
import { isSection, isUnseen, pagePartOf } from './page-parts.ts';
import { PageText } from './page-text.ts';
import type { ReadDocument } from './reader.ts';
import type { CellShape } from './tables/table-notes.ts';

export interface MarkupOptions {
  /** White space is kept, as a word processor wrote it. */
  keepSpaces?: boolean;
  /** Elements whose id matches are left out. */
  skipIds?: RegExp;
  /** Class of line breaks that begin a new page. */
  newPageClass?: string;
  /** Class of paragraphs that belong to a table of contents. */
  contentsClass?: string;
  /** What of a web page is its text; without it, the whole page. */
  body?: PageBody;
}

export function readMarkup(source: string, options: MarkupOptions = {}): ReadDocument {
  const reader = new MarkupReader(options);
  parsePage(source, reader);
  return reader.finish();
}

const BLOCKS = new Set(
  [
    'address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure',
    'footer form header html legend li main ol p pre section summary table tbody tfoot thead tr ul',
  ].flatMap((names) => names.split(' ')),
);
const CELLS = new Set(['td', 'th']);
const HEADING = /^h[1-6]$/;

/** Receives the parser's events: decides what is left out, and passes the rest on to the text. */
class MarkupReader {
  private readonly options: MarkupOptions;
  private readonly text = new PageText();
  private readonly leftOut = new Map<PagePart, number>();
  /** Depth below the element that is left out, that element included; 0 outside of one. */
  private skippedDepth = 0;
  /** Depth below the title in an element that is left out, that title included; 0 outside of it. */
  private shownDepth = 0;
  /** Start tags so far. */
  private elements = 0;
  /** Open elements whose header and footer are their own, not the page's. */
  private openSections = 0;
  /** Depth below the element that is read where only that is read; 0 outside of it. */
  private bodyDepth = 0;
  /** The last words were outside of the body. */
  private wasOutside = false;
  private preformatted = 0;
  /** Depth below the element that shows the title and is no heading; 0 outside of it. */
  private titleDepth = 0;
  private paragraphHasWords = false;
  private paragraphClass: string | undefined;

  constructor(options: MarkupOptions) {
    this.options = options;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const element = this.elements++;
    if (this.isShownTitle(element)) this.shownDepth++;
    else if (this.skippedDepth > 0 || this.isLeftOut(name, attributes, element)) {
      this.skippedDepth++;
      return;
    }
    if (isSection(name)) this.openSections++;
    if (this.bodyDepth > 0 || this.beginsBody(element)) this.bodyDepth++;
    if (this.titleDepth > 0 || element === this.options.body?.title) this.openTitle();
    if (HEADING.test(name) && this.titleDepth === 0) this.text.startHeading(Number(name[1]));
    else if (name === 'br') this.openBreak(attributes.class);
    else if (name === 'hr') this.text.rule();
    else if (CELLS.has(name)) this.text.openCell(shapeOf(name, attributes));
    else if (name === 'tr') this.text.openRow();
    else if (name === 'table') this.text.openTable();
    else if (BLOCKS.has(name)) this.text.newLine();
    if (name === 'thead') this.text.setHead(true);
    if (name === 'pre') this.preformatted++;
    if (name !== 'p') return;
    this.paragraphHasWords = false;
    this.paragraphClass = attributes.class;
  }

  ontext(words: string): void {
    if (this.skippedDepth > 0 && this.shownDepth === 0) return;
    const keepSpaces = this.preformatted > 0 || this.options.keepSpaces === true;
    const before = this.text.tail;
    const shown = keepSpaces ? words.replace(/\r\n?/g, '\n') : collapsed(words, before);
    if (shown.trim() === '') {
      if (before !== '') this.text.addSpace(shown);
      return;
    }
    this.paragraphHasWords = true;
    if (this.isOutside()) return;
    const { contentsClass } = this.options;
    this.text.add(shown, contentsClass !== undefined && this.paragraphClass === contentsClass);
  }

  onclosetag(name: string): void {
    if (this.shownDepth > 0) this.shownDepth--;
    else if (this.skippedDepth > 0) {
      this.skippedDepth--;
      return;
    }
    if (isSection(name)) this.openSections--;
    if (this.bodyDepth > 0) this.bodyDepth--;
    if (this.titleDepth > 0) this.closeTitle();
    else if (HEADING.test(name)) this.text.endHeading();
    if (CELLS.has(name)) this.text.closeCell();
    else if (name === 'tr') this.text.closeRow();
    else if (name === 'table') this.text.closeTable();
    else if (name === 'p' && !this.paragraphHasWords && !this.text.isInCell) this.text.blankLine();
    else if (BLOCKS.has(name)) this.text.newLine();
    if (name === 'thead') this.text.setHead(false);
    if (name === 'pre') this.preformatted--;
    if (name === 'p') this.paragraphClass = undefined;
  }

  finish(): ReadDocument {
    const counts = [...this.leftOut].map(([what, count]) => ({ what, count }));
    const { contents, ...written } = this.text.finish();
    return {
      ...written,
      ...(contents.length > 0 ? { contents } : {}),
      markup: [],
      warnings: counts.length > 0 ? [{ kind: 'page-parts', counts }] : [],
    };
  }

  private openBreak(className: string | undefined): void {
    if (className !== undefined && className === this.options.newPageClass) this.text.newPage();
    else this.text.breakLine();
  }

  private isLeftOut(name: string, attributes: Record<string, string>, element: number): boolean {
    if (isUnseen(name) || this.options.skipIds?.test(attributes.id ?? '')) return true;
    const isBeside = this.options.body?.leftOut.has(element);
    const what = pagePartOf(name, attributes, this.openSections > 0) ?? (isBeside ? 'outside' : undefined);
    if (what) this.countLeftOut(what);
    return what !== undefined;
  }

  private isShownTitle(element: number): boolean {
    return this.skippedDepth > 0 && (this.shownDepth > 0 || this.options.body?.also.has(element) === true);
  }

  private openTitle(): void {
    if (this.titleDepth++ === 0) this.text.startHeading(1);
  }

  private closeTitle(): void {
    if (--this.titleDepth === 0) this.text.endHeading();
  }

  private countLeftOut(what: PagePart): void {
    this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + 1);
  }

  private beginsBody(element: number): boolean {
    const { body } = this.options;
    return element === body?.element || body?.also.has(element) === true;
  }

  /** Whether the current words are outside of the body; each run of such words counts once. */
  private isOutside(): boolean {
    const isOutside = this.options.body?.element !== undefined && this.bodyDepth === 0;
    if (isOutside && !this.wasOutside) this.countLeftOut('outside');
    this.wasOutside = isOutside;
    return isOutside;
  }
}

const shapeOf = (name: string, { colspan, rowspan }: Record<string, string>): CellShape => ({
  isHead: name === 'th',
  columns: Number(colspan),
  rows: Number(rowspan),
});

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * White space collapsed to one space; none at the start of a line, nor where a line of the source ends
 * between two Chinese characters.
 */
function collapsed(words: string, before: string): string {
  return words.replace(/[ \t\r\n\f]+/g, (run, at: number) => {
    const previous = at > 0 ? words[at - 1] : before;
    if (previous === '' || /\s/.test(previous)) return '';
    const next = words[at + run.length] ?? '';
    return run.includes('\n') && WIDE.test(previous) && WIDE.test(next) ? '' : ' ';
  });
}
