// Prepares word/document.xml for mammoth: writes out what Word generates at display time (paragraph numbers,
// page breaks) and replaces elements that mammoth would lose. Everything else stays as it is.
import { Alternatives } from './alternatives.ts';
import { Edits } from './edits.ts';
import { Formatting } from './formatting.ts';
import type { NumberCounter } from './number-counter.ts';
import { DEFAULT_SECTION, type ParagraphProperties, PropertiesReader } from './paragraph-properties.ts';
import type { Styles } from './styles.ts';
import { TextBoxes } from './text-boxes.ts';
import { DELETED, element, NEW_PAGE, plainSymbol, REPLACED, UNWRAPPED } from './word-elements.ts';
import { escaped, isOn, readXml } from './xml.ts';

/** Counts of what the result leaves out. */
export interface LeftOut {
  /** Numbers in an unsupported format. */
  numbers: number;
  formulas: number;
  /** Text that Word does not show. */
  hidden: number;
  /** Embedded documents. */
  documents: number;
}

/** word/document.xml, ready for mammoth. */
interface PreprocessedXml {
  source: string;
  leftOut: LeftOut;
}

export function preprocessXml(source: string, counter: NumberCounter, styles: Styles): PreprocessedXml {
  const preprocessor = new Preprocessor(source, counter, styles);
  readXml(source, preprocessor);
  return preprocessor.finish();
}

const PAGE_SECTIONS = new Set(['nextPage', 'oddPage', 'evenPage']);

interface Paragraph {
  start: number;
  /** Offset at which its first words would begin. */
  contentAt: number;
  properties: ParagraphProperties;
  /** What Word shows before it; undefined for an unsupported format. */
  number: string | undefined;
  counted: boolean;
  hasWords: boolean;
}

class Preprocessor {
  private readonly source: string;
  private readonly counter: NumberCounter;
  private readonly styles: Styles;
  private readonly edits = new Edits();
  private readonly alternatives = new Alternatives(this.edits);
  private readonly textBoxes = new TextBoxes(this.edits);
  private readonly formatting = new Formatting(this.edits);
  private readonly leftOut: LeftOut = { numbers: 0, formulas: 0, hidden: 0, documents: 0 };
  private readonly path: string[] = [];
  /** Open paragraphs: a paragraph in a text box is inside of another one. */
  private readonly paragraphs: Paragraph[] = [];
  private properties: PropertiesReader | undefined;
  /** An element whose content is not read, and its replacement. */
  private skipped: { depth: number; replacement?: { start: number; words: string } } | undefined;
  /** The beginning of paragraphs whose ends were deleted: they continue in the next one. */
  private continued: { contentAt: number; hasWords: boolean } | undefined;
  private runIsHidden = false;
  private textStart = 0;
  private cells = 0;
  /** The end of the last section, until the next one says whether it begins on a new page. */
  private sectionEnd: number | undefined;
  private bodySection = DEFAULT_SECTION;

  constructor(source: string, counter: NumberCounter, styles: Styles) {
    this.source = source;
    this.counter = counter;
    this.styles = styles;
  }

  open(name: string, attributes: Record<string, string>, start: number, end: number): void {
    const parent = this.path.at(-1);
    this.path.push(name);
    if (this.skipped) return;
    this.formatting.open(name, parent, this.path.length, start);
    if (this.properties) this.properties.open(name, attributes);
    else if (name === 'w:p') this.openParagraph(start, end);
    else if (name === 'w:pPr' && parent === 'w:p') this.properties = new PropertiesReader();
    else if (name === 'w:tc') this.cells++;
    else if (name === 'w:del' && parent === 'w:trPr')
      this.skip(2); // the row is deleted
    else if (name.startsWith('mc:')) this.openAlternative(name, start, end);
    else if (this.textBoxes.open(name, this.path, start)) return;
    else if (!this.openInRun(name, parent, attributes, start, end)) this.openAround(name, parent, attributes);
  }

  text(words: string): void {
    if (this.skipped || this.runIsHidden || this.path.at(-1) !== 'w:t') return;
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && words.trim() !== '') paragraph.hasWords = true;
  }

  close(name: string, start: number, end: number): void {
    const depth = this.path.length;
    this.path.pop();
    if (!this.skipped) this.formatting.close(name, depth, end, this.properties?.properties);
    if (this.skipped) this.closeSkipped(depth, end);
    else if (this.properties) this.closeProperties(name, end);
    else if (name === 'w:p') this.closeParagraph(end);
    else if (name === 'w:tc') this.cells--;
    else if (name === 'w:t' && this.runIsHidden) this.hide(end);
    else if (UNWRAPPED.has(name)) this.edits.replace(start, end);
    else if (name === 'w:sectPr') this.beginSection(this.bodySection);
    else if (name.startsWith('mc:')) this.leftOut.numbers += this.alternatives.close(name, start, end);
    else this.textBoxes.close(name, end);
  }

  finish(): PreprocessedXml {
    return { source: this.edits.applyTo(this.source), leftOut: this.leftOut };
  }

  private openParagraph(start: number, end: number): void {
    this.paragraphs.push({
      start,
      contentAt: end,
      properties: {},
      number: '',
      counted: false,
      hasWords: false,
    });
  }

  private openAlternative(name: string, start: number, end: number): void {
    const isEmpty = this.source[end - 2] === '/';
    if (!this.alternatives.open(name, start, end, isEmpty || this.textBoxes.isCutting))
      this.replace(start, '');
  }

  private openInRun(
    name: string,
    parent: string | undefined,
    attributes: Record<string, string>,
    start: number,
    end: number,
  ): boolean {
    const replacement = name === 'w:sym' ? plainSymbol(attributes) : REPLACED.get(name);
    if (replacement !== undefined) this.replace(start, replacement);
    else if (DELETED.has(name)) this.skip();
    else if (UNWRAPPED.has(name)) this.edits.replace(start, end);
    else if (name === 'w:t') this.textStart = start;
    else if (name === 'w:r') this.runIsHidden = false;
    else if (name === 'w:vanish' && parent === 'w:rPr' && this.path.at(-3) === 'w:r')
      this.runIsHidden = isOn(attributes);
    else if (name !== 'w:sym') return false;
    const paragraph = this.paragraphs.at(-1);
    if (name === 'w:sym' && paragraph) paragraph.hasWords = true;
    return true;
  }

  private openAround(name: string, parent: string | undefined, attributes: Record<string, string>): void {
    if (name === 'w:sectPr') this.bodySection = DEFAULT_SECTION;
    else if (name === 'w:type' && parent === 'w:sectPr')
      this.bodySection = attributes['w:val'] ?? DEFAULT_SECTION;
    else if (name === 'w:altChunk') this.leftOut.documents++;
    else if (name === 'm:oMath') {
      this.leftOut.formulas++;
      this.skip();
    }
  }

  /**
   * Keeps an element without reading its content.
   * @param above number of levels above the open element
   */
  private skip(above = 0): void {
    this.skipped = { depth: this.path.length - above };
  }

  /** Replaces the open element; its content is not read. */
  private replace(start: number, words: string): void {
    this.skipped = { depth: this.path.length, replacement: { start, words } };
  }

  private closeSkipped(depth: number, end: number): void {
    if (!this.skipped || depth > this.skipped.depth) return;
    const { replacement } = this.skipped;
    if (replacement) this.edits.replace(replacement.start, end, replacement.words);
    this.skipped = undefined;
  }

  private hide(end: number): void {
    this.edits.replace(this.textStart, end);
    this.leftOut.hidden++;
  }

  private closeProperties(name: string, end: number): void {
    const paragraph = this.paragraphs.at(-1);
    if (name !== 'w:pPr' || this.path.at(-1) !== 'w:p') this.properties?.close();
    else if (paragraph && this.properties) {
      paragraph.properties = this.properties.properties;
      paragraph.contentAt = end;
      this.properties = undefined;
      this.count(paragraph);
    }
  }

  /** Counts at the beginning of a paragraph: paragraphs in its text boxes come after it. */
  private count(paragraph: Paragraph): void {
    paragraph.counted = true;
    const { properties } = paragraph;
    if (properties.mark) return;
    if (!this.alternatives.isChoosing) paragraph.number = this.counter.next(properties);
    else if (this.counter.isNumbered(properties)) this.alternatives.addNumber();
  }

  private closeParagraph(end: number): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    if (!paragraph.counted) this.count(paragraph);
    const { properties, number } = paragraph;
    const contentAt = this.continued?.contentAt ?? paragraph.contentAt;
    const hasWords = paragraph.hasWords || this.continued?.hasWords === true;
    this.continued = properties.mark === 'deleted' ? { contentAt, hasWords } : undefined;
    if (this.continued) return;
    const isShown = hasWords || this.cells > 0; // in a table the number alone may be the cell's content
    if (number === undefined && isShown) this.leftOut.numbers++;
    else if (number && isShown) this.edits.insert(contentAt, element('r', `<w:t>${escaped(number)}</w:t>`));
    const startsPage = properties.startsPage ?? this.styles.of(properties.styleId).startsPage;
    if (startsPage) this.edits.insert(paragraph.start, NEW_PAGE);
    if (properties.section !== undefined) {
      this.beginSection(properties.section);
      this.sectionEnd = end;
    }
  }

  /** A section states at its end how it began. */
  private beginSection(type: string): void {
    if (this.sectionEnd !== undefined && PAGE_SECTIONS.has(type))
      this.edits.insert(this.sectionEnd, NEW_PAGE);
    this.sectionEnd = undefined;
  }
}
