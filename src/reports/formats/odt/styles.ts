// The styles of an OpenDocument text (ODF 1.3 Part 3, 16): paragraphs that begin a page or are the title, and how
// lists and headings are numbered.
import { readLocalXml } from '../office/xml.ts';

/** How the numbers of one level are written. */
export interface NumberLevel {
  /** Its name in the file: `1`, `a`, `一, 二, 三, ...`; empty for none. */
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels are shown, its own included. */
  shown: number;
}

interface ParagraphStyle {
  parent?: string | undefined;
  startsPage?: boolean;
  /** An empty name takes the numbers away. */
  list?: string | undefined;
}

/** Levels from 1 on; those of bullets are missing. */
export type Numbering = Map<number, NumberLevel>;

/** The numbering of headings. */
export const OUTLINE = '\0outline';
const TITLE = 'Title';
/** A longer chain of styles is an error or an attack. */
const MAX_LINEAGE = 50;
const MAX_LEVELS = 10;

export class Styles {
  private readonly paragraphs = new Map<string, ParagraphStyle>();
  private readonly numberings = new Map<string, Numbering>();

  /** @param sources the parts with styles, those of the document itself last */
  constructor(sources: string[]) {
    for (const source of sources) this.read(source);
  }

  startsPage(name: string | undefined): boolean {
    return this.lineageOf(name).some(({ startsPage }) => startsPage);
  }

  isTitle(name: string | undefined): boolean {
    return name === TITLE || this.lineageOf(name).some(({ parent }) => parent === TITLE);
  }

  /** Whether the paragraph's style takes the number of its heading away. */
  takesNumber(name: string | undefined): boolean {
    return this.lineageOf(name).find(({ list }) => list !== undefined)?.list === '';
  }

  numbering(name: string): Numbering | undefined {
    return this.numberings.get(name);
  }

  private lineageOf(name: string | undefined): ParagraphStyle[] {
    const lineage: ParagraphStyle[] = [];
    let style = name === undefined ? undefined : this.paragraphs.get(name);
    while (style && lineage.length < MAX_LINEAGE) {
      lineage.push(style);
      style = style.parent === undefined ? undefined : this.paragraphs.get(style.parent);
    }
    return lineage;
  }

  private read(source: string): void {
    let style: ParagraphStyle | undefined;
    let numbering: Numbering | undefined;
    readLocalXml(source, {
      open: (element, attributes) => {
        const attribute = local(attributes);
        if (element === 'style' && attribute('family') === 'paragraph') {
          style = { parent: attribute('parent-style-name'), list: attribute('list-style-name') };
          this.paragraphs.set(attribute('name') ?? '', style);
        } else if (element === 'paragraph-properties' && style)
          style.startsPage = attribute('break-before') === 'page';
        else if (element === 'list-style' || element === 'outline-style') {
          numbering = new Map();
          this.numberings.set(element === 'list-style' ? (attribute('name') ?? '') : OUTLINE, numbering);
        } else if (element === 'list-level-style-number' || element === 'outline-level-style')
          numbering?.set(whole(attribute('level'), 1, MAX_LEVELS), levelOf(attribute));
      },
      close(element) {
        if (element === 'style') style = undefined;
      },
    });
  }
}

type Attribute = (name: string) => string | undefined;

/** Attributes by their names without prefixes. */
export function local(attributes: Record<string, string>): Attribute {
  return (name) => {
    for (const key in attributes) if (key === name || key.endsWith(`:${name}`)) return attributes[key];
    return undefined;
  };
}

const levelOf = (attribute: Attribute): NumberLevel => ({
  format: attribute('num-format') ?? '',
  prefix: attribute('num-prefix') ?? '',
  suffix: attribute('num-suffix') ?? '',
  start: whole(attribute('start-value'), 1),
  shown: whole(attribute('display-levels'), 1, MAX_LEVELS),
});

const MAX_WHOLE = 1_000_000;

/** A whole number within limits. */
export function whole(value: string | undefined, otherwise: number, max = MAX_WHOLE): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Math.min(max, Number(value)) : otherwise;
}
