// The shapes of a slide with their texts, tables and places (ECMA-376 Part 1, chapters 19 to 21).
import { isTrue, readLocalXml } from '../office/xml.ts';
import { type Corner, GroupPlaces, type Place } from './place.ts';
import { SlideTable, type TableOfSlide } from './slide-table.ts';

export interface Shape {
  /** What a placeholder is for: `title`, `body`, `ftr`; undefined for other shapes. */
  role?: string;
  /** Which placeholder of the layout it fills. */
  index?: string;
  place?: Place;
  /** One line each. */
  lines: string[];
  table?: TableOfSlide;
}

export interface Slide {
  isHidden: boolean;
  /** From back to front, the order in which they are read aloud. */
  shapes: Shape[];
  /** Pictures, charts and the like. */
  pictures: number;
}

export function readSlide(source: string): Slide {
  const reader = new SlideReader();
  readLocalXml(source, reader);
  return reader.slide;
}

class SlideReader {
  readonly slide: Slide = { isHidden: false, shapes: [], pictures: 0 };
  private readonly groups = new GroupPlaces();
  private shape: Shape | undefined;
  private table: SlideTable | undefined;
  private corner: Corner | undefined;
  /** Pieces of the current line. */
  private words: string[] = [];
  private inText = false;
  private inPageNumber = false;

  open(name: string, attributes: Record<string, string>): void {
    if (name === 't') this.inText = true;
    else if (name === 'br') this.endLine();
    else if (name === 'tab') this.words.push(' ');
    else if (name === 'fld') this.inPageNumber = attributes.type === 'slidenum';
    else if (this.table?.open(name, attributes)) return;
    else if (name === 'sp' || name === 'graphicFrame') this.shape = { lines: [] };
    else if (name === 'pic' || name === 'chart' || name === 'relIds' || name === 'oleObj')
      this.slide.pictures++;
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
    else if (words.trim() !== '') this.shape?.lines.push(words);
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
