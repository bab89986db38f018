// Layout metrics of a document's paragraphs, learnt from its full lines: where the next line begins, its
// distance, and whether first lines are indented.
import { isWide } from './characters.ts';
import { ColumnEdges } from './edges.ts';
import { CELL_SPACE, type PdfLine, type PdfPage } from './lines.ts';
import { median } from './median.ts';

/** Sizes that differ by less than this share are equal. */
const SAME_SIZE = 0.08;
/** A title's letters are larger than the text's by this factor. */
const TITLE_SIZE = 1.15;
/** In letter sizes: a justified line that ends this close to the edge is full. */
const FULL_WITHIN = 0.6;
/** Ragged lines: the width of a word is known this well. */
const FULL_WITHIN_RAGGED = 0.4;
/**
 * Where first lines are indented, a line at the margin continues a paragraph, and its predecessor may end
 * this early: Chinese marks may not begin a line.
 */
const FULL_WITHIN_INDENTED = 1.6;
/**
 * A line indented by this many letters opens a paragraph; indents that differ by less than SAME_INDENT are
 * equal.
 */
const INDENT = 0.8;
const SAME_INDENT = 0.6;
/** Paragraphs are indented where this share of the certain first lines is. */
const INDENTED_SHARE = 0.6;
/**
 * Maximum distance of lines in a paragraph, as a factor of the usual one; the second applies where distance
 * separates paragraphs.
 */
const MAX_GAP = 1.35;
const MAX_EVEN_GAP = 1.15;
/** Distances are even where nine of ten are within this factor of the median. */
const EVEN_WITHIN = 1.06;
const EVEN_SHARE = 0.9;
const BLANK_GAP = 1.6;
/** Maximum distance of a title's lines, in its letters. */
const MAX_TITLE_GAP = 2.2;
/** The indent of a next line is usual if it was seen this often. */
const MIN_SEEN = 2;
const SEEN_SHARE = 2 / 3;

/** Leader dots or a wide gap before a number at the line's end. */
const CONTENTS_ENTRY = /(?<![.…·．] ?)(?:[.…·．] ?){4,}\s*\d{1,4}$|\S {2}\d{1,4}$/;

const sameSize = (a: PdfLine, b: PdfLine): boolean =>
  Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);

/** Whether a line is a table row. */
const hasCells = ({ text, cells }: PdfLine) => cells !== undefined || text.includes(CELL_SPACE);

const inSameColumn = (a: PdfLine, b: PdfLine) => a.page === b.page && a.column === b.column;

/** The usual layout of a document, and what follows from it for two lines. */
export class LayoutMetrics {
  private readonly edges: ColumnEdges;
  private readonly size: number;
  /** Distance of two base lines in a paragraph, in letter sizes. */
  private readonly leading: number;
  private readonly even: boolean;
  private readonly indents: boolean;
  /**
   * By the indents of a paragraph's first and last lines: how often the next line has which indent, in half
   * letters.
   */
  private readonly nextIndents = new Map<string, Map<number, number>>();

  constructor(pages: PdfPage[], lines: PdfLine[]) {
    this.edges = new ColumnEdges(pages, lines);
    this.size = median(lines.map(({ size }) => size));
    const pairs = lines.slice(1).map((line, i): [PdfLine, PdfLine] => [lines[i], line]);
    const alike = pairs.filter(([last, line]) => sameSize(last, line));
    const below = alike.filter(([last, line]) => inSameColumn(last, line) && line.y > last.y);
    const inside = below.filter(([last, line]) => this.isFull(last, line));
    const gaps = (inside.length > 0 ? inside : below).map(([last, line]) => (line.y - last.y) / line.size);
    this.leading = median(gaps);
    this.even = gaps.filter((gap) => gap <= this.leading * EVEN_WITHIN).length >= gaps.length * EVEN_SHARE;
    const openings = alike.filter(([last, line]) => !this.isFull(last, line)).map(([, line]) => line);
    const indented = openings.filter((line) => this.indent(line) > INDENT).length;
    this.indents = indented > 0 && indented >= openings.length * INDENTED_SHARE;
    this.learnIndents(alike);
  }

  /**
   * Whether a line belongs to the same paragraph as the one before.
   * @param first the paragraph's first line
   */
  continues(first: PdfLine, last: PdfLine, line: PdfLine): boolean {
    if (!sameSize(last, line) || CONTENTS_ENTRY.test(last.text) || (hasCells(last) && hasCells(line)))
      return false;
    if (this.isTitle(last) && this.isTitle(line))
      return last.page === line.page && line.y - last.y <= MAX_TITLE_GAP * line.size;
    if (inSameColumn(last, line) && !this.isNear(last, line)) return false;
    const usual = this.usualNextIndent(first, last);
    const stands = usual === undefined ? this.indent(line) <= INDENT : this.isIndentedBy(line, usual);
    if (!stands) return false;
    return (
      this.isFull(last, line) ||
      (this.indents && this.indent(line) <= INDENT && this.isNearlyFull(last, line))
    );
  }

  /** Whether two lines are farther apart than lines of a paragraph. */
  isApart(last: PdfLine, line: PdfLine): boolean {
    if (!sameSize(last, line)) return true;
    return (
      inSameColumn(last, line) && this.leading > 0 && (line.y - last.y) / line.size > BLANK_GAP * this.leading
    );
  }

  private isNear(last: PdfLine, line: PdfLine): boolean {
    if (this.leading === 0) return true;
    const maxGap = this.even && !this.indents ? MAX_EVEN_GAP : MAX_GAP;
    return (line.y - last.y) / line.size <= maxGap * this.leading;
  }

  /** Whether a line ends at the edge, or where the next one's first word does not fit. */
  private isFull(line: PdfLine, next: PdfLine): boolean {
    return (
      this.roomAfter(line, next) <=
      (this.edges.of(line).justified ? FULL_WITHIN : FULL_WITHIN_RAGGED) * line.size
    );
  }

  private isNearlyFull(line: PdfLine, next: PdfLine): boolean {
    return this.roomAfter(line, next) <= FULL_WITHIN_INDENTED * line.size;
  }

  /** The space that a line leaves; in ragged text without the width of the next line's first word. */
  private roomAfter(line: PdfLine, next: PdfLine): number {
    const { right, justified } = this.edges.of(line);
    return right - line.right - (justified ? 0 : firstWordWidth(next));
  }

  private isTitle(line: PdfLine): boolean {
    if (line.size <= this.size * TITLE_SIZE) return false;
    const { left, right } = this.edges.of(line);
    return Math.abs((line.left + line.right) / 2 - (left + right) / 2) < line.size;
  }

  /** The distance between a line's start and its column's left edge, in letters. */
  private indent(line: PdfLine): number {
    return (line.left - this.edges.of(line).left) / (this.size || 1);
  }

  private indentInHalves(line: PdfLine): number {
    return Math.round(this.indent(line) * 2);
  }

  private isIndentedBy(line: PdfLine, indentInHalves: number): boolean {
    return Math.abs(this.indent(line) - indentInHalves / 2) <= SAME_INDENT;
  }

  /** Counts the indents of the lines after full ones: those nearly always belong to the same paragraph. */
  private learnIndents(pairs: [PdfLine, PdfLine][]): void {
    let first: PdfLine | undefined;
    let before: PdfLine | undefined;
    for (const [last, line] of pairs) {
      if (first === undefined || before !== last) first = last;
      before = line;
      if (!this.isFull(last, line) || (inSameColumn(last, line) && !this.isNear(last, line))) {
        first = line;
        continue;
      }
      const key = this.indentKey(first, last);
      const seen = this.nextIndents.get(key) ?? new Map<number, number>();
      this.nextIndents.set(
        key,
        seen.set(this.indentInHalves(line), (seen.get(this.indentInHalves(line)) ?? 0) + 1),
      );
    }
  }

  private indentKey(first: PdfLine, last: PdfLine): string {
    return `${this.indentInHalves(first)} ${first === last} ${this.indentInHalves(last)}`;
  }

  /** The usual indent of the line after `last`, in half letters; undefined where too few were seen. */
  private usualNextIndent(first: PdfLine, last: PdfLine): number | undefined {
    const seen = [...(this.nextIndents.get(this.indentKey(first, last)) ?? [])];
    const commonest = seen.reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0]);
    const all = seen.reduce((sum, [, count]) => sum + count, 0);
    return commonest[1] >= MIN_SEEN && commonest[1] > all * SEEN_SHARE ? commonest[0] : undefined;
  }
}

/** The first unbreakable unit of a line, with Chinese marks that may not begin or end a line. */
const FIRST_WORD =
  /^[（《〈「『【〔“‘([]*(?:[^\s\p{Script=Han}，。、；：！？）》〉」』】〕”’]+|.)[，。、；：！？）》〉」』】〕”’%…)\]]*/u;
/** Usual width of Latin letters and figures, as a share of their size. */
const NARROW = 0.5;
const MAX_NARROW = 0.7;
const SPACE = 0.3;
/** A word may hold wider letters than the line's average. */
const LETTERS_DIFFER = 1.12;

/** The width in points of a line's first word, with a space where it is Latin. */
function firstWordWidth({ text, left, right, size }: PdfLine): number {
  const characters = [...text];
  const wide = characters.filter(isWide).length;
  const narrow = characters.length - wide;
  const measured = narrow > 0 ? (right - left - wide * size) / narrow / size : NARROW;
  const each = Math.min(MAX_NARROW, wide > narrow ? NARROW : Math.max(NARROW / 2, measured));
  const word = [...(FIRST_WORD.exec(text)?.[0] ?? '')];
  const space = isWide(text[0]) ? 0 : SPACE;
  return size * word.reduce((sum, character) => sum + (isWide(character) ? 1 : each * LETTERS_DIFFER), space);
}
