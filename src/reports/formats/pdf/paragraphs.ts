// Lines to paragraphs, pages to one text. Promise: a paragraph that goes over the end of a page stays whole; what stands in the
// pages' margins is set below it, in lines of its own.
import type { PageStart } from '../../pages.ts';
import type { Dropped, DropReason } from '../../span.ts';
import { isWide } from './characters.ts';
import { furnitureOf, type Page } from './furniture.ts';
import type { Line } from './lines.ts';

/** The text of a document, with what is not of the report and where the pages begin. */
export interface Assembled {
  text: string;
  furniture: Dropped[];
  pages: PageStart[];
}

/** Puts the pages of a document together. */
export function assemble(pages: Page[]): Assembled {
  const furniture = furnitureOf(pages);
  const body = pages.flatMap(({ lines }) => lines.filter((line) => !furniture.has(line)));
  const largest = {
    width: pages.reduce((most, { width }) => Math.max(most, width), 0),
    height: pages.reduce((most, { height }) => Math.max(most, height), 0),
  };
  const assembly = new Assembly(new Measures(body, largest));
  for (const { lines } of pages)
    for (const line of lines) {
      const reason = furniture.get(line);
      if (reason) assembly.setAside(line, reason);
      else assembly.add(line);
    }
  return assembly.finish();
}

/** Letters of one size differ by less than this share. */
const SAME_SIZE = 0.08;
/** A title is set larger than the text by this factor. */
const TITLE_SIZE = 1.15;
/** A line that ends less than so many characters before the margin is full: Chinese marks may not begin a line. */
const FULL_WITHIN = 1.6;
/** A line that begins so many characters behind the margin opens a paragraph. */
const INDENT = 0.8;
const MAX_LINE_GAP = 1.35;
const BLANK_GAP = 1.6;
/** The text of a page goes at least so far to its right. */
const MIN_TEXT_SHARE = 0.65;
/** And so far down, where a page is full. */
const MIN_TEXT_HEIGHT = 0.8;
/** A page whose text ends in this share of its height was ended by hand. */
const EARLY_END = 0.66;
/** Where the next page's text must begin, as a share of the same height. */
const HIGH_START = 0.15;
/** Blank lines between pages of which the first was ended by hand: a new report may begin. */
const WIDE_BREAK = 3;

/** What is usual in a document. */
class Measures {
  private readonly lefts = new Map<number, number>();
  private readonly rights = new Map<number, number>();
  readonly spacing: number;
  readonly size: number;
  private readonly top: number;
  private readonly bottom: number;

  constructor(lines: Line[], page: { width: number; height: number }) {
    for (const column of [0, 1, 2]) {
      const own = lines.filter((line) => line.column === column);
      this.lefts.set(column, quantile(own.map(({ left }) => left).sort(ascending), LOW));
      this.rights.set(column, quantile(own.map(({ right }) => right).sort(ascending), HIGH));
    }
    const shortest = page.width * MIN_TEXT_SHARE; // a page of short lines has no full one
    this.rights.set(0, Math.max(this.rights.get(0) ?? 0, shortest));
    const heights = lines.map(({ y }) => y).sort(ascending);
    this.top = quantile(heights, 0);
    this.bottom = Math.max(quantile(heights, HIGH), page.height * MIN_TEXT_HEIGHT);
    this.size = quantile(lines.map(({ size }) => size).sort(ascending), MIDDLE);
    const gaps = lines.flatMap((line, i) => {
      const before = lines[i - 1];
      return before?.page === line.page && line.y > before.y ? [line.y - before.y] : [];
    });
    this.spacing = quantile(gaps.sort(ascending), MIDDLE);
  }

  isFull({ column, right, size }: Line): boolean {
    return right >= (this.rights.get(column) ?? 0) - FULL_WITHIN * size;
  }

  /** Whether the first word of the next line had no room on this one, as in ragged Latin text. */
  hasNoRoomFor(line: Line, next: Line): boolean {
    const word = /^\S+/.exec(next.text)?.[0] ?? '';
    const width = ((next.right - next.left) / next.text.length) * (word.length + 1);
    return !isWide(next.text[0]) && line.right + width > (this.rights.get(line.column) ?? 0);
  }

  /** Whether a page ends far above its foot with one line, and the other one stands at the head of the next page. */
  isPageEndedByHand(last: Line, next: Line): boolean {
    const height = this.bottom - this.top;
    return (
      next.page === last.page + 1 &&
      last.column === 0 &&
      last.y < this.top + height * EARLY_END &&
      next.y < this.top + height * HIGH_START
    );
  }

  isIndented({ column, left, size }: Line): boolean {
    return left > (this.lefts.get(column) ?? 0) + INDENT * size;
  }

  isCentred({ column, left, right, size }: Line): boolean {
    const middle = ((this.lefts.get(column) ?? 0) + (this.rights.get(column) ?? 0)) / 2;
    return Math.abs((left + right) / 2 - middle) < size;
  }
}

const ascending = (a: number, b: number) => a - b;
const [LOW, MIDDLE, HIGH] = [0.05, 0.5, 0.98];
const quantile = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

class Assembly {
  private readonly measures: Measures;
  /** In pieces, because looking at the end of a long text costs its length. */
  private readonly pieces: string[] = [];
  private length = 0;
  private last: Line | undefined;
  private aside: { line: Line; reason: DropReason }[] = [];
  private readonly furniture: Dropped[] = [];
  private readonly pages: PageStart[] = [];

  constructor(measures: Measures) {
    this.measures = measures;
  }

  /** Keeps a line of furniture until the paragraph at hand ends. */
  setAside(line: Line, reason: DropReason): void {
    this.aside.push({ line, reason });
  }

  add(line: Line): void {
    const { last } = this;
    if (last && this.goesOn(last, line)) this.joinTo(line.text);
    else {
      this.endParagraph();
      if (last) this.write('\n'.repeat(this.blankLinesBetween(last, line)));
    }
    if (this.pages.at(-1)?.page !== line.page) this.pages.push({ start: this.length, page: line.page });
    this.write(line.text);
    this.last = line;
  }

  finish(): Assembled {
    this.endParagraph();
    return { text: this.pieces.join('').replace(/\n$/, ''), furniture: this.furniture, pages: this.pages };
  }

  /** Writes the paragraph at hand, and below it what was set aside. */
  private endParagraph(): void {
    if (this.last) this.write('\n');
    for (const { line, reason } of this.aside) {
      this.furniture.push({ start: this.length, end: this.length + line.text.length, reason });
      this.write(`${line.text}\n`);
    }
    this.aside = [];
  }

  /** Makes the line at hand ready for the next one of its paragraph: a hyphen goes, Latin words get their space. */
  private joinTo(next: string): void {
    const text = this.pieces.at(-1) ?? '';
    if (/\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) {
      this.pieces[this.pieces.length - 1] = text.slice(0, -1);
      this.length--;
    } else if (!isWide(text.at(-1)) && !isWide(next[0]) && !isBrokenNumber(text, next)) this.write(' ');
  }

  private write(words: string): void {
    this.pieces.push(words);
    this.length += words.length;
  }

  /** Whether a line is of the same paragraph as the one before. */
  private goesOn(last: Line, line: Line): boolean {
    const { measures } = this;
    if (!sameSize(last, line)) return false;
    const near =
      last.page !== line.page || last.column !== line.column || this.gap(last, line) <= MAX_LINE_GAP;
    if (!near) return false;
    const large = line.size > measures.size * TITLE_SIZE;
    if (large && measures.isCentred(last) && measures.isCentred(line)) return last.page === line.page;
    if (measures.isIndented(line)) return false;
    return measures.isFull(last) || measures.hasNoRoomFor(last, line);
  }

  private blankLinesBetween(last: Line, line: Line): number {
    if (this.measures.isPageEndedByHand(last, line)) return WIDE_BREAK;
    if (!sameSize(last, line)) return 1;
    const isApart =
      last.page === line.page && last.column === line.column && this.gap(last, line) > BLANK_GAP;
    return isApart ? 1 : 0;
  }

  /** The distance of two base lines, in usual ones. */
  private gap(last: Line, line: Line): number {
    return this.measures.spacing > 0 ? (line.y - last.y) / this.measures.spacing : 0;
  }
}

const sameSize = (a: Line, b: Line) => Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);

const CHINESE_NEARBY = 20;

/** Chinese lines are broken wherever they are full, within a number too. */
const isBrokenNumber = (text: string, next: string): boolean =>
  /\d$/.test(text) && /^\d/.test(next) && [...text.slice(-CHINESE_NEARBY)].some(isWide);
