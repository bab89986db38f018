// The elements of a web page with what is counted in them: words, links, sentences. What is never shown and
// what the elements themselves call navigation has no record.
import { parsePage } from './markup.ts';
import { isSection, isUnseen, pagePartOf } from './page-parts.ts';

/** Numbered by their start tags, from 0, as `readMarkup` counts them. */
export interface PageElement {
  element: number;
  name: string;
  attributes: Record<string, string>;
  parent: PageElement | undefined;
  /** Number of its last descendant; its own without one. */
  last: number;
  /** Length of its words in UTF-16 units, without white space. */
  words: number;
  /** Those that lead to other pages. */
  linkWords: number;
  links: number;
  /** Those of its sentences. */
  prose: number;
  /** Headings of the first level in it. */
  titles: number;
  /** Headings of lower levels in it. */
  headings: number;
  tables: number;
  /** Its words where they are few, white space collapsed; undefined where they are many. */
  text: string | undefined;
}

export interface PageSurvey {
  /** In the order of their start tags. */
  elements: PageElement[];
  words: number;
  /** The words of `<title>`. */
  title: string;
  /** What the page's `meta` elements say, by name in lower case; the first of each name. */
  meta: Map<string, string>;
  /** Headings of the first level in the page's headers, which have no records. */
  headerTitles: { element: number; text: string }[];
  /** The text, in order: words and the element that they are in. */
  pieces: PagePiece[];
}

interface PagePiece {
  /** The innermost element with a record. */
  element: PageElement | undefined;
  /** The number of the start tag before it. */
  after: number;
  words: string;
  /** Length of its sentences, without white space and without links. */
  prose: number;
}

/** Longer texts are no labels. */
const MAX_TEXT_LENGTH = 400;
/** A shorter piece of text is no sentence, whatever its marks. */
const MIN_SENTENCE_LENGTH = 20;
const HEADING = /^h[2-6]$/;
const SENTENCE_MARK = /[。；！？]|[.;!?](?:\s|$)/;
/** A piece of text without a mark that is too long to be a label. */
const SURELY_PROSE = 120;

export function surveyPage(source: string): PageSurvey {
  const surveyor = new Surveyor();
  parsePage(source, surveyor);
  return surveyor.survey;
}

class Surveyor {
  readonly survey: PageSurvey = {
    elements: [],
    words: 0,
    title: '',
    meta: new Map(),
    headerTitles: [],
    pieces: [],
  };
  private open: PageElement | undefined;
  private count = 0;
  /** Depth below the element that is left out, that element included; 0 outside of one. */
  private skipped = 0;
  private sections = 0;
  private inTitle = false;
  private inHeader = false;
  private inHeaderTitle = false;
  /** Depth below a link to another page. */
  private openLinks = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    const element = this.count++;
    this.readHead(name, attributes);
    if (this.skipped > 0 || this.isSkipped(name, attributes)) {
      this.skipped++;
      if (!this.inHeader || name !== 'h1') return;
      this.survey.headerTitles.push({ element, text: '' });
      this.inHeaderTitle = true;
      return;
    }
    if (isSection(name)) this.sections++;
    if (isLink(name, attributes)) this.openLinks++;
    const opened: PageElement = { ...EMPTY, element, name, attributes, parent: this.open, last: element };
    if (name === 'h1') opened.titles = 1;
    else if (HEADING.test(name)) opened.headings = 1;
    if (name === 'table') opened.tables = 1;
    if (isLink(name, attributes)) opened.links = 1;
    this.survey.elements.push(opened);
    this.open = opened;
  }

  ontext(words: string): void {
    if (this.inTitle) this.survey.title += words;
    const headerTitle = this.inHeaderTitle ? this.survey.headerTitles.at(-1) : undefined;
    if (headerTitle && headerTitle.text.length <= MAX_TEXT_LENGTH) headerTitle.text += words;
    if (this.skipped > 0) return;
    const length = words.replace(/\s+/g, '').length;
    const prose = this.openLinks === 0 && isProse(words, length) ? length : 0;
    this.survey.pieces.push({ element: this.open, after: this.count - 1, words, prose });
    this.survey.words += length;
    if (!this.open) return;
    this.open.words += length;
    if (this.openLinks > 0) this.open.linkWords += length;
    this.open.prose += prose;
    append(this.open, words);
  }

  onclosetag(name: string): void {
    if (name === 'title') this.inTitle = false;
    if (name === 'h1') this.inHeaderTitle = false;
    if (this.skipped > 0) {
      if (--this.skipped === 0) this.inHeader = false;
      return;
    }
    if (isSection(name)) this.sections--;
    const closed = this.open;
    if (!closed) return;
    if (isLink(closed.name, closed.attributes)) this.openLinks--;
    closed.last = this.count - 1;
    if (closed.text !== undefined) closed.text = closed.text.trim();
    this.open = closed.parent;
    if (this.open) addTo(this.open, closed);
  }

  private isSkipped(name: string, attributes: Record<string, string>): boolean {
    if (isUnseen(name)) return true;
    const part = pagePartOf(name, attributes, this.sections > 0);
    this.inHeader = part === 'header';
    return part !== undefined;
  }

  private readHead(name: string, attributes: Record<string, string>): void {
    if (name === 'title' && this.survey.title === '') this.inTitle = true;
    if (name !== 'meta') return;
    const key = (attributes.name ?? attributes.property ?? attributes.itemprop ?? '').trim().toLowerCase();
    const content = (attributes.content ?? '').replace(/\s+/g, ' ').trim();
    if (key !== '' && content !== '' && !this.survey.meta.has(key)) this.survey.meta.set(key, content);
  }
}

const EMPTY = { words: 0, linkWords: 0, links: 0, prose: 0, titles: 0, headings: 0, tables: 0, text: '' };

/** A link within the page, such as those of a table of contents, leads nowhere else. */
const isLink = (name: string, { href }: Record<string, string>): boolean =>
  name === 'a' && href !== undefined && !/^\s*#./.test(href);

const isProse = (words: string, length: number): boolean =>
  length >= SURELY_PROSE || (length >= MIN_SENTENCE_LENGTH && SENTENCE_MARK.test(words));

function addTo(parent: PageElement, child: PageElement): void {
  parent.words += child.words;
  parent.linkWords += child.linkWords;
  parent.links += child.links;
  parent.prose += child.prose;
  parent.titles += child.titles;
  parent.headings += child.headings;
  parent.tables += child.tables;
  if (child.text === undefined) parent.text = undefined;
  else if (child.text !== '') append(parent, isInline(child.name) ? child.text : ` ${child.text} `);
}

function append(element: PageElement, words: string): void {
  if (element.text === undefined) return;
  const collapsed = words.replace(/\s+/g, ' ');
  const isRepeated = collapsed.startsWith(' ') && element.text.endsWith(' ');
  const text = element.text + (isRepeated ? collapsed.slice(1) : collapsed);
  element.text = text.length <= MAX_TEXT_LENGTH ? text : undefined;
}

const INLINE = new Set(
  'a abbr b bdi bdo big cite code em font i kbd mark q ruby s small strike strong sub sup tt u'.split(' '),
);
const isInline = (name: string): boolean => INLINE.has(name);

/** Words as they are compared: without white space. */
export const bare = (words: string): string => words.replace(/\s+/g, '');

/** Elements that are left out, with all that is in them. */
export class LeftOut {
  private readonly all = new Set<PageElement>();
  words = 0;

  constructor(outer: Set<number>, { elements }: PageSurvey) {
    for (const each of elements) {
      const isInside = each.parent !== undefined && this.all.has(each.parent);
      if (!isInside && !outer.has(each.element)) continue;
      this.all.add(each);
      if (!isInside) this.words += each.words;
    }
  }

  has(element: PageElement): boolean {
    return this.all.has(element);
  }
}

/** The number of the innermost element with the first sentence of the text; infinite without one. */
export function firstSentence({ pieces }: PageSurvey, leftOut: LeftOut, after = -1): number {
  const first = pieces.find(
    ({ element, prose }) => prose > 0 && element && element.element > after && !leftOut.has(element),
  );
  return first?.element?.element ?? Number.POSITIVE_INFINITY;
}
