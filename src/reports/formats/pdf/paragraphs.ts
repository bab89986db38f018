// Lines to paragraphs, pages to one text. Promise: a paragraph across pages stays whole; page furniture
// follows below the text, in lines of its own.
import type { PageStart } from '../../pages.ts';
import type { Dropped, DropReason } from '../../span.ts';
import type { DeclaredTable } from '../reader.ts';
import { furnitureOf } from './furniture.ts';
import { Joints } from './joints.ts';
import { LayoutMetrics } from './layout-metrics.ts';
import { type PdfLine, type PdfPage, pageNumberOf, runAlike } from './lines.ts';
import { separateNotes } from './notes.ts';
import { PageEnds } from './page-ends.ts';
import { Tables } from './tables.ts';

/** The text of a document, its furniture and the starts of its pages. */
interface AssembledText {
  text: string;
  furniture: Dropped[];
  pages: PageStart[];
  tables?: DeclaredTable[];
}

export function assemble(allPages: PdfPage[]): AssembledText {
  const furniture = furnitureOf(allPages);
  const { pages, notes } = separateNotes(allPages, furniture);
  for (const note of notes) furniture.set(note, 'footnote');
  const body = pages.flatMap(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const assembly = new Assembly(
    new LayoutMetrics(pages, body),
    new Joints(body.map(({ text }) => text)),
    new PageEnds(pages, body),
  );
  for (const { lines } of pages)
    for (const line of lines) {
      const reason = furniture.get(line);
      if (reason) assembly.setAside(line, reason);
      else assembly.add(line);
    }
  return assembly.finish();
}

/** Blank lines after a manual page break: a new report may begin. */
const WIDE_BREAK = 3;

class Assembly {
  private readonly metrics: LayoutMetrics;
  private readonly joints: Joints;
  private readonly pageEnds: PageEnds;
  /** In parts, because appending to and looking at the end of a long text costs its length. */
  private readonly parts: string[] = [];
  private length = 0;
  private readonly tables = new Tables();
  /** Of the current paragraph. */
  private first: PdfLine | undefined;
  private start = 0;
  private isOneLine = true;
  private last: PdfLine | undefined;
  private aside: { line: PdfLine; reason: DropReason }[] = [];
  private readonly furniture: Dropped[] = [];
  private readonly pages: PageStart[] = [];

  constructor(metrics: LayoutMetrics, joints: Joints, pageEnds: PageEnds) {
    this.metrics = metrics;
    this.joints = joints;
    this.pageEnds = pageEnds;
  }

  /** Keeps a line of furniture for the end of the text: in its place it would split a paragraph. */
  setAside(line: PdfLine, reason: DropReason): void {
    this.aside.push({ line, reason });
  }

  add(line: PdfLine): void {
    const { first, last } = this;
    if (first && last && runAlike(last, line) && this.metrics.continues(first, last, line)) {
      this.joinTo(line.text);
      this.isOneLine = false;
    } else {
      this.endParagraph();
      if (last) this.write('\n'.repeat(1 + this.blankLinesBetween(last, line)));
      this.first = line;
      this.start = this.length;
      this.isOneLine = true;
    }
    const page = pageNumberOf(line.page);
    if (this.pages.at(-1)?.page !== page) this.pages.push({ start: this.length, page });
    this.write(line.text);
    this.last = line;
  }

  finish(): AssembledText {
    this.endParagraph();
    if (this.last) this.write('\n');
    this.writeAside();
    const tables = this.tables.finish();
    return {
      text: this.parts.join('').replace(/\n$/, ''),
      furniture: this.furniture,
      pages: this.pages,
      ...(tables.length > 0 ? { tables } : {}),
    };
  }

  private endParagraph(): void {
    if (this.first) this.tables.add(this.start, this.length, this.first, this.isOneLine);
  }

  private writeAside(): void {
    for (const { line, reason } of this.aside) {
      this.furniture.push({ start: this.length, end: this.length + line.text.length, reason });
      this.write(`${line.text}\n`);
    }
    this.aside = [];
  }

  private blankLinesBetween(last: PdfLine, line: PdfLine): number {
    if (this.pageEnds.endedByHand(last, line)) return WIDE_BREAK;
    if (last.inGrid && line.inGrid && last.page === line.page) return 0;
    return this.metrics.isApart(last, line) || !runAlike(last, line) ? 1 : 0;
  }

  private joinTo(next: string): void {
    const text = this.parts.at(-1) ?? '';
    const { cut, words } = this.joints.between(text, next);
    if (cut > 0) this.parts[this.parts.length - 1] = text.slice(0, -cut);
    this.length -= cut;
    if (words !== '') this.write(words);
  }

  private write(words: string): void {
    this.parts.push(words);
    this.length += words.length;
  }
}
