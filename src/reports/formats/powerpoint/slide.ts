// The shapes of a slide with their texts, tables and places (ECMA-376 Part 1, chapters 19 to 21).
import { isTrue, readLocalXml } from '../office/xml.ts';
import type { TableRow } from '../tables/table-row.ts';
import { type AutoNumber, AutoNumbers } from './auto-numbers.ts';
import { type Corner, GroupPlaces, type Place } from './place.ts';
import { SlideTable } from './slide-table.ts';

export interface Shape {
  /** What a placeholder is for: `title`, `body`, `ftr`; undefined for other shapes. */
  role?: string;
  /** Which placeholder of the layout it fills. */
  index?: string;
  place?: Place;
  /** One line each. */
  lines: string[];
  /** Its rows. */
  table?: TableRow[];
  /** Id of the relation to the data of its diagram. */
  diagram?: string;
}

export interface Slide {
  isHidden: boolean;
  /** From back to front, the order in which they are read aloud. */
  shapes: Shape[];
  /** Pictures, charts and the like. */
  pictures: number;
  /** Generated numbers of an unknown type. */
  unknownNumbers: number;
}

export function readSlide(source: string): Slide {
  const reader = new SlideReader();
  readLocalXml(source, reader);
  return reader.slide;
}

class SlideReader {
  readonly slide: Slide = { isHidden: false, shapes: [], pictures: 0, unknownNumbers: 0 };
  private readonly groups = new GroupPlaces();
  private shape: Shape | undefined;
  private table: SlideTable | undefined;
  private corner: Corner | undefined;
  /** Pieces of the current line. */
  private words: string[] = [];
  private inText = false;
  private inPageNumber = false;
  private numbers = new AutoNumbers();
  /** Of the current paragraph. */
  private level = 0;
  private number: AutoNumber | undefined;
  private isNumbered = false;

  open(name: string, attributes: Record<string, string>): void {
    if (name === 't') this.inText = true;
    else if (name === 'br') this.endLine();
    else if (name === 'tab') this.words.push(' ');
    else if (name === 'fld') this.inPageNumber = attributes.type === 'slidenum';
    else if (this.table?.open(name, attributes)) return;
    else if (name === 'p') this.openParagraph();
    else if (name === 'pPr') this.level = levelOf(attributes.lvl);
    else if (name === 'buAutoNum') this.number = numberOf(attributes);
    else if (name === 'sp' || name === 'graphicFrame') this.openShape();
    else if (name === 'chart' || name === 'oleObj' || (name === 'pic' && !this.shape)) this.slide.pictures++;
    else if (name === 'relIds') this.openDiagram(attributes);
    else if (name === 'tbl') this.table = new SlideTable();
    else this.openPlace(name, attributes);
  }

  text(words: string): void {
    if (this.inText && !this.inPageNumber) this.words.push(words);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'p') this.endLine();
    else if (name === 'fld') this.inPageNumber = false;
    else if (name === 'tbl') this.closeTable();
    else if (this.table) this.table.close(name);
    else if (name === 'sp' || name === 'graphicFrame') this.closeShape();
    else if (name === 'grpSp') this.groups.close();
  }

  private openShape(): void {
    this.shape = { lines: [] };
    this.numbers = new AutoNumbers();
  }

  private openDiagram(attributes: Record<string, string>): void {
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':dm'))?.[1];
    if (this.shape && id !== undefined) this.shape.diagram = id;
  }

  private openParagraph(): void {
    this.level = 0;
    this.number = undefined;
    this.isNumbered = false;
  }

  private openPlace(name: string, attributes: Record<string, string>): void {
    if (name === 'grpSp') this.groups.open();
    else if (name === 'sld') this.slide.isHidden = attributes.show !== undefined && !isTrue(attributes.show);
    else if (name === 'ph' && this.shape) {
      this.shape.role = attributes.type ?? 'body';
      if (attributes.idx !== undefined) this.shape.index = attributes.idx;
    } else if (name === 'off' || name === 'chOff') {
      this.corner = { left: Number(attributes.x), top: Number(attributes.y) };
    } else if ((name === 'ext' || name === 'chExt') && attributes.cx !== undefined && this.corner) {
      this.setPlace(name, this.corner, { width: Number(attributes.cx), height: Number(attributes.cy) });
    }
  }

  private setPlace(name: string, { left, top }: Corner, size: { width: number; height: number }): void {
    const place = { left, top, right: left + size.width, bottom: top + size.height };
    this.corner = undefined;
    if (this.shape) this.shape.place ??= this.groups.onSlide(place);
    else if (name === 'ext') this.groups.setOuter(place);
    else this.groups.setInner(place);
  }

  private endLine(): void {
    const words = this.words.join('');
    this.words = [];
    if (this.table) this.table.addLine(words);
    else if (words.trim() !== '') this.shape?.lines.push(this.withNumber(words));
  }

  /** The first line of a paragraph with its number. */
  private withNumber(words: string): string {
    if (this.isNumbered) return words;
    this.isNumbered = true;
    const number = this.numbers.next(this.level, this.number);
    if (this.number && number === undefined) this.slide.unknownNumbers++;
    return number === undefined ? words : `${number} ${words}`;
  }

  private closeTable(): void {
    if (this.shape && this.table) this.shape.table = this.table.finish();
    this.table = undefined;
  }

  private closeShape(): void {
    if (this.shape) this.slide.shapes.push(this.shape);
    this.shape = undefined;
  }
}

/** Paragraphs have nine levels. */
const MAX_LEVEL = 8;

const levelOf = (value: string | undefined): number =>
  Math.min(MAX_LEVEL, Math.max(0, Math.trunc(Number(value) || 0)));

const numberOf = ({ type = '', startAt }: Record<string, string>): AutoNumber => ({
  type,
  startAt: Math.trunc(Number(startAt)) || 1,
});
