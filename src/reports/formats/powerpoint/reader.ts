// .pptx: each slide is a section under its title, its texts in reading order, tables row by row. Notes, hidden
// slides, slide numbers, pictures and charts are left out. Read with the project's own ZIP and XML readers:
// libraries for slides are large or give no tables and no order.
import type { Warning } from '../../warning.ts';
import { type OfficePackage, openPackage } from '../office/package.ts';
import { readProperties } from '../office/properties.ts';
import { readLocalXml } from '../office/xml.ts';
import type { ReadResult, ReportReader } from '../reader.ts';
import { RowText } from '../tables/row-text.ts';
import { TOO_MUCH_TEXT } from '../text-limit.ts';
import { readDiagram } from './diagram.ts';
import { Layouts } from './layouts.ts';
import { inReadingOrder } from './reading-order.ts';
import { readSlide, type Shape, type Slide } from './slide.ts';

const PART = 'ppt/presentation.xml';
/** The first slide's title names the whole file. */
const TITLE_LEVEL = 1;
const SLIDE_LEVEL = 2;

export const pptx = {
  read(bytes: Uint8Array): ReadResult {
    const opened = openPackage(bytes);
    return opened.ok ? readParts(opened.parts) : opened;
  },
} satisfies ReportReader;

/** Counts of what is not read. */
interface LeftOut {
  hidden: number;
  notes: number;
  pictures: number;
  numbers: number;
}

function readParts(parts: OfficePackage): ReadResult {
  const names = slidesOf(parts);
  if (names.length === 0) return { ok: false, reason: { kind: 'damaged' } };
  const writer = new SlideWriter();
  const layouts = new Layouts(parts);
  const leftOut: LeftOut = { hidden: 0, notes: 0, pictures: 0, numbers: 0 };
  for (const name of names) {
    const relations = parts.relationsOf(name);
    const slide = readSlide(parts.text(name));
    if (slide.isHidden) {
      leftOut.hidden++;
      continue;
    }
    if (relations.some(({ kind }) => kind === 'notesSlide')) leftOut.notes++;
    leftOut.pictures += slide.pictures;
    leftOut.numbers += slide.unknownNumbers;
    for (const shape of slide.shapes) {
      const diagram = relations.find(({ id }) => id === shape.diagram)?.target;
      if (diagram !== undefined) shape.lines.push(...readDiagram(parts.text(diagram)));
    }
    const layout = relations.find(({ kind }) => kind === 'slideLayout')?.target;
    if (layout !== undefined) layouts.place(slide.shapes, layout);
    writer.add(slide);
    if (writer.text.isTooLong) return { ok: false, reason: TOO_MUCH_TEXT };
  }
  const properties = readProperties(parts.properties);
  return { ok: true, ...writer.text.finish(), ...properties, markup: [], warnings: warningsAbout(leftOut) };
}

/** Names of the slides' parts, in the order in which they are shown. */
function slidesOf(parts: OfficePackage): string[] {
  const targets = new Map(parts.relationsOf(PART).map(({ id, target }) => [id, target]));
  const slides = new Set<string>();
  readLocalXml(parts.text(PART), {
    open(name, attributes) {
      if (name !== 'sldId') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const target = targets.get(id ?? '');
      if (target !== undefined) slides.add(target);
    },
  });
  return [...slides];
}

const TITLES = new Set(['title', 'ctrTitle']);
/** They stand on every slide. */
const FURNITURE = new Set(['dt', 'ftr', 'hdr']);

class SlideWriter {
  readonly text = new RowText();
  private isFirst = true;
  private readonly furniture = new Set<string>();

  add({ shapes }: Slide): void {
    const shown = shapes.filter(
      (shape) => shape.role !== 'sldNum' && hasWords(shape) && !this.isRepeated(shape),
    );
    const declared = shown.find(({ role, lines }) => TITLES.has(role ?? '') && lines.length > 0);
    const order = inReadingOrder(shown.filter((shape) => shape !== declared));
    const title = declared ?? titleAmong(order);
    this.text.addBreak();
    if (title) this.text.addHeading(title.lines.join(' '), this.isFirst ? TITLE_LEVEL : SLIDE_LEVEL);
    for (const shape of order) if (shape !== title) this.addShape(shape);
    if (shown.length > 0) this.isFirst = false;
  }

  private addShape({ lines, table }: Shape): void {
    for (const line of lines) this.text.addLine(line);
    if (table) this.text.addTable(table);
  }

  /** A footer or a date is read where it first stands. */
  private isRepeated({ role, lines }: Shape): boolean {
    if (!FURNITURE.has(role ?? '')) return false;
    const words = lines.join('\n');
    if (this.furniture.has(words)) return true;
    this.furniture.add(words);
    return false;
  }
}

const hasWords = ({ lines, table }: Shape): boolean => lines.length > 0 || table !== undefined;

const MAX_TITLE_LENGTH = 40;
const SENTENCE_END = /[。；，！？;,!?]$/;

/** Without a placeholder for it, the title is a text box of one short line above all others. */
function titleAmong(shapes: Shape[]): Shape | undefined {
  const [first, ...others] = shapes;
  if (others.length === 0 || first.role !== undefined || first.place === undefined) return undefined;
  const [words = '', ...more] = first.lines;
  const fits = words.trim().length <= MAX_TITLE_LENGTH && !SENTENCE_END.test(words.trim());
  const { bottom } = first.place;
  const isAbove = others.every(({ place }) => place !== undefined && place.bottom > bottom);
  return words !== '' && more.length === 0 && fits && isAbove ? first : undefined;
}

function warningsAbout({ hidden, notes, pictures, numbers }: LeftOut): Warning[] {
  const warnings: Warning[] = [];
  if (hidden > 0) warnings.push({ kind: 'hidden-parts', counts: [{ what: 'slide', count: hidden }] });
  if (notes > 0) warnings.push({ kind: 'speaker-notes', count: notes });
  if (pictures > 0) warnings.push({ kind: 'pictures', count: pictures });
  if (numbers > 0) warnings.push({ kind: 'made-numbers', count: numbers });
  return warnings;
}
