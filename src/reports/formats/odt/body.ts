// The text of an OpenDocument file (content.xml) to paragraphs, headings and tables.
import { DocumentMarkup, type TableRow } from '../document-markup.ts';
import { isTrue, readLocalXml } from '../office/xml.ts';
import { ListNumbers } from './numbers.ts';
import { local, OUTLINE, type Styles, whole } from './styles.ts';

/** Counts of what is not read. */
interface LeftOut {
  notes: number;
  pictures: number;
  hidden: number;
  numbers: number;
}

interface OdtBody {
  markup: DocumentMarkup;
  leftOut: LeftOut;
}

/** With all that is in them: what the page does not show, or shows elsewhere. */
const SKIPPED = new Set([
  'annotation',
  'desc',
  'event-listeners',
  'forms',
  'hidden-paragraph',
  'hidden-text',
  'note',
  'ruby-text',
  'title',
  'tracked-changes',
]);
const MAX_SPACES = 100;
/** Cells beyond it hold nothing in any table that is read by people. */
const MAX_COLUMNS = 100;

/** After such a sign no space follows. */
const WIDE_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;

export function readBody(source: string, styles: Styles): OdtBody {
  const reader = new BodyReader(styles);
  readLocalXml(source, reader);
  return reader;
}

interface OpenParagraph {
  words: string[];
  level: number | undefined;
}

/** A table within a cell gives its rows to that cell as lines. */
interface OpenTable {
  rows: TableRow[];
  inHead: boolean;
  cell: string[] | undefined;
}

interface OpenList {
  style: string;
  numbers: ListNumbers | undefined;
  /** The number for the next paragraph. */
  pending: string | undefined;
}

class BodyReader implements OdtBody {
  readonly markup = new DocumentMarkup();
  readonly leftOut: LeftOut = { notes: 0, pictures: 0, hidden: 0, numbers: 0 };
  private readonly styles: Styles;
  private skippedDepth = 0;
  private contentsDepth = 0;
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly lists: OpenList[] = [];
  private readonly outline: ListNumbers | undefined;
  /** Numbers of lists that may go on later, by style. */
  private readonly earlier = new Map<string, ListNumbers>();

  constructor(styles: Styles) {
    this.styles = styles;
    const outline = styles.numbering(OUTLINE);
    this.outline = outline && new ListNumbers(outline);
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.skippedDepth > 0 || SKIPPED.has(name)) {
      if (this.skippedDepth++ === 0) this.countSkipped(name);
      return;
    }
    const attribute = local(attributes);
    if (name === 'p' || name === 'h') this.openParagraph(name, attribute);
    else if (name === 's') this.add(' '.repeat(whole(attribute('c'), 1, MAX_SPACES)));
    else if (name === 'tab') this.add('\t');
    else if (name === 'line-break') this.add('\n');
    else if (name === 'image') this.leftOut.pictures++;
    else if (name === 'table-of-content') this.contentsDepth++;
    else if (name === 'list') this.openList(attribute);
    else if (name === 'list-item') this.openItem(attribute);
    else if (name.startsWith('table') || name === 'covered-table-cell') this.openTablePart(name, attribute);
  }

  text(words: string): void {
    if (this.skippedDepth === 0) this.add(words.replace(/[ \t\r\n]+/g, ' '));
  }

  close(name: string): void {
    if (this.skippedDepth > 0) {
      this.skippedDepth--;
      return;
    }
    if (name === 'p' || name === 'h') this.closeParagraph();
    else if (name === 'table-of-content') this.contentsDepth--;
    else if (name === 'list') this.lists.pop();
    else if (name === 'table') this.closeTable();
    else if (name === 'table-header-rows') this.setHead(false);
  }

  private add(words: string): void {
    this.paragraphs.at(-1)?.words.push(words);
  }

  private countSkipped(name: string): void {
    if (name === 'note') this.leftOut.notes++;
    if (name.startsWith('hidden-')) this.leftOut.hidden++;
  }

  private openParagraph(name: string, attribute: ReturnType<typeof local>): void {
    const style = attribute('style-name');
    if (this.tables.length === 0 && this.paragraphs.length === 0 && this.styles.startsPage(style))
      this.markup.newPage();
    const outlineLevel = name === 'h' ? whole(attribute('outline-level'), 1) : undefined;
    const number = this.numberFor(outlineLevel, style, isTrue(attribute('is-list-header')));
    const level = outlineLevel ?? (this.styles.isTitle(style) ? 0 : undefined);
    this.paragraphs.push({ words: number === '' ? [] : [number], level });
  }

  private numberFor(level: number | undefined, style: string | undefined, isUnnumbered: boolean): string {
    const list = this.lists.at(-1);
    const isPlain =
      level === undefined || list !== undefined || isUnnumbered || this.styles.takesNumber(style);
    const number = isPlain ? list?.pending : this.outline?.next(level);
    if (list) list.pending = undefined;
    if (!isPlain && this.outline && number === undefined) this.leftOut.numbers++;
    return !number || WIDE_END.test(number) ? (number ?? '') : `${number} `;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const words = paragraph.words.join('');
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.push(words);
    else if (this.tables.length === 0)
      this.markup.addParagraph({ words, level: paragraph.level, ofContents: this.contentsDepth > 0 });
  }

  private openList(attribute: ReturnType<typeof local>): void {
    const style = attribute('style-name') ?? this.lists.at(-1)?.style ?? '';
    const above = this.lists.at(-1);
    const goesOn = isTrue(attribute('continue-numbering')) || attribute('continue-list') !== undefined;
    const kept = above?.style === style ? above.numbers : goesOn ? this.earlier.get(style) : undefined;
    const numbering = this.styles.numbering(style);
    const numbers = kept ?? (numbering && new ListNumbers(numbering));
    if (numbers) this.earlier.set(style, numbers);
    this.lists.push({ style, numbers, pending: undefined });
  }

  private openItem(attribute: ReturnType<typeof local>): void {
    const list = this.lists.at(-1);
    if (!list?.numbers) return;
    const start = attribute('start-value');
    list.pending = list.numbers.next(this.lists.length, start === undefined ? undefined : whole(start, 1));
    if (list.pending === undefined) this.leftOut.numbers++;
  }

  private openTablePart(name: string, attribute: ReturnType<typeof local>): void {
    if (name === 'table') this.tables.push({ rows: [], inHead: false, cell: undefined });
    else if (name === 'table-header-rows') this.setHead(true);
    else if (name === 'table-row') {
      const table = this.tables.at(-1);
      table?.rows.push({ cells: [], isHead: table.inHead });
    } else if (name === 'table-cell' || name === 'covered-table-cell')
      this.openCells(whole(attribute('number-columns-repeated'), 1, MAX_COLUMNS));
  }

  private openCells(count: number): void {
    const table = this.tables.at(-1);
    const cells = table?.rows.at(-1)?.cells;
    if (!table || !cells) return;
    for (let i = 0; i < count && cells.length < MAX_COLUMNS; i++) {
      table.cell = [];
      cells.push(table.cell);
    }
  }

  private setHead(inHead: boolean): void {
    const table = this.tables.at(-1);
    if (table) table.inHead = inHead;
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const around = this.tables.at(-1);
    if (!around) this.markup.addTable(table.rows);
    else for (const { cells } of table.rows) around.cell?.push(cells.map((cell) => cell.join(' ')).join(' '));
  }
}
