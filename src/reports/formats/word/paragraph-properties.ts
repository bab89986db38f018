// The used properties of a paragraph or a paragraph style (w:pPr).
import { isOn, setNumber } from './xml.ts';

/** A missing property is inherited from the style. */
export interface ParagraphProperties {
  styleId?: string;
  /** The list that numbers it; `0` removes the style's number. */
  listId?: string;
  /** Level in the list, from 0 on. */
  level?: number;
  /** Begins on a new page. */
  startsPage?: boolean;
  /** A section ends with it; the value is how that section began (`nextPage`, `continuous`). */
  section?: string;
  /** Tracked changes of the paragraph's end: deleted (it continues in the next paragraph) or moved away. */
  mark?: 'deleted' | 'moved';
}

/** How a section begins by default. */
export const DEFAULT_SECTION = 'nextPage';

/** Collects the properties from the elements inside of w:pPr. */
export class PropertiesReader {
  readonly properties: ParagraphProperties = {};
  /** Names of the open elements inside of w:pPr. */
  private readonly path: string[] = [];

  open(name: string, attributes: Record<string, string>): void {
    this.path.push(name);
    if (this.path.length === 1) this.own(name, attributes);
    else if (this.path.length === 2) this.inner(`${this.path[0]}/${name}`, attributes);
  }

  close(): void {
    this.path.pop();
  }

  private own(name: string, attributes: Record<string, string>): void {
    if (name === 'w:pStyle') this.properties.styleId = attributes['w:val'];
    else if (name === 'w:pageBreakBefore') this.properties.startsPage = isOn(attributes);
    else if (name === 'w:sectPr') this.properties.section = DEFAULT_SECTION;
  }

  private inner(path: string, attributes: Record<string, string>): void {
    const value = attributes['w:val'];
    if (path === 'w:numPr/w:numId') this.properties.listId = value;
    else if (path === 'w:numPr/w:ilvl') setNumber(this.properties, 'level', value);
    else if (path === 'w:sectPr/w:type') this.properties.section = value ?? DEFAULT_SECTION;
    else if (path === 'w:rPr/w:del') this.properties.mark = 'deleted';
    else if (path === 'w:rPr/w:moveFrom') this.properties.mark ??= 'moved';
  }
}
