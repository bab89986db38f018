// What a workbook says about all of its sheets: their names, shared texts and number formats.
import type { OfficePackage } from '../office/package.ts';
import { isTrue, readLocalXml } from '../office/xml.ts';
import { knownFormat } from './number-format.ts';

interface SheetEntry {
  name: string;
  isHidden: boolean;
  /** Name of its part. */
  part: string;
}

export interface Workbook {
  /** Worksheets in the order of their tabs. */
  sheets: SheetEntry[];
  sharedTexts: string[];
  /** For each cell style its number format. */
  formats: string[];
  /** Days between the first days of the two calendars, where the file counts by the later one. */
  daysBefore: number;
}

const PART = 'xl/workbook.xml';
/** From 1 January 1904 back to 31 December 1899. */
const DAYS_BEFORE_1904 = 1462;

export function readWorkbook(parts: OfficePackage): Workbook {
  const relations = parts.relationsOf(PART);
  const worksheets = new Map(
    relations.filter(({ kind }) => kind === 'worksheet').map(({ id, target }) => [id, target]),
  );
  const partOf = (kind: string) => parts.text(relations.find((each) => each.kind === kind)?.target ?? '');
  const sheets: SheetEntry[] = [];
  let daysBefore = 0;
  readLocalXml(parts.text(PART), {
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attributes.date1904)) daysBefore = DAYS_BEFORE_1904;
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = worksheets.get(id ?? '');
      if (part === undefined) return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', isHidden, part });
    },
  });
  return {
    sheets,
    sharedTexts: readSharedTexts(partOf('sharedStrings')),
    formats: readFormats(partOf('styles')),
    daysBefore,
  };
}

function readSharedTexts(source: string): string[] {
  const texts: string[] = [];
  const rich = new RichText();
  readLocalXml(source, {
    open(name) {
      if (name === 'si') rich.clear();
      else rich.open(name);
    },
    text: (words) => rich.add(words),
    close(name) {
      if (name === 'si') texts.push(rich.words);
      else rich.close(name);
    },
  });
  return texts;
}

/** The words of a text in pieces, without the readings above its characters. */
export class RichText {
  private pieces: string[] = [];
  private inText = false;
  private inReading = false;

  get words(): string {
    return this.pieces.join('').replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => characterOf(code));
  }

  clear(): void {
    this.pieces = [];
  }

  open(name: string): void {
    if (name === 't') this.inText = true;
    else if (name === 'rPh') this.inReading = true;
  }

  add(words: string): void {
    if (this.inText && !this.inReading) this.pieces.push(words);
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.inReading = false;
  }
}

/** A control character is white space, as where a carriage return stands. */
function characterOf(code: string): string {
  const character = String.fromCharCode(Number.parseInt(code, 16));
  return /[\p{Cc}\p{Cs}]/u.test(character) ? ' ' : character;
}

function readFormats(source: string): string[] {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCellStyles = false;
  readLocalXml(source, {
    open(name, { numFmtId, formatCode }) {
      const id = Number(numFmtId ?? 0);
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt' && formatCode !== undefined) own.set(id, formatCode);
      else if (name === 'xf' && inCellStyles) formats.push(own.get(id) ?? knownFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}
