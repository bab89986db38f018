// Formatting of a Word document says nothing about its words, and is most of it: mammoth builds a tree of
// everything, so what it would not use is cut before.
import type { Edits } from './edits.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';

/** Elements of looks or of positions without words. */
const FORMATTING = new Set(
  [
    'w:tblPr w:tblPrEx w:tblGrid w:tcPr',
    'w:proofErr w:bookmarkStart w:bookmarkEnd w:lastRenderedPageBreak',
  ].flatMap((names) => names.split(' ')),
);
/** The properties of a paragraph that decide on its words: heading, list, whether its end is deleted. */
const KEPT = new Set(['w:pStyle', 'w:numPr', 'w:rPr']);

export class Formatting {
  private readonly edits: Edits;
  /** The element that is cut, and its depth. */
  private cut: { depth: number; start: number } | undefined;
  private paragraphStart = 0;
  private markStart = 0;

  constructor(edits: Edits) {
    this.edits = edits;
  }

  open(name: string, parent: string | undefined, depth: number, start: number): void {
    if (this.cut) return;
    if (name === 'w:pPr') this.paragraphStart = start;
    else if (name === 'w:rPr' && parent === 'w:pPr') this.markStart = start;
    else if (isFormatting(name, parent)) this.cut = { depth, start };
  }

  /** @param properties those of the paragraph whose properties are read, as far as they are */
  close(name: string, depth: number, end: number, properties: ParagraphProperties | undefined): void {
    if (this.cut) {
      if (depth !== this.cut.depth) return;
      this.edits.replace(this.cut.start, end);
      this.cut = undefined;
    } else if (properties) this.closeProperties(name, end, properties);
  }

  private closeProperties(name: string, end: number, { mark, ...kept }: ParagraphProperties): void {
    if (mark) return;
    if (name === 'w:rPr') this.edits.replace(this.markStart, end);
    const isPlain = kept.styleId === undefined && kept.listId === undefined && kept.level === undefined;
    if (name === 'w:pPr' && isPlain) this.edits.replace(this.paragraphStart, end);
  }
}

const isFormatting = (name: string, parent: string | undefined): boolean =>
  FORMATTING.has(name) || (parent === 'w:pPr' ? !KEPT.has(name) : name === 'w:rPr' && parent === 'w:r');
