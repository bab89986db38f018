// Finds the main content of a web page: its only article or its only main element.
import { parsePage } from './markup.ts';
import { isSection, isUnseen, pagePartOf } from './page-parts.ts';

/** Elements are numbered by their start tags, from 0. */
export interface PageBody {
  element: number;
  /** It has no title of its own: a title outside of it belongs to the text. */
  untitled: boolean;
}

/** An element with a smaller share of the page's words is one text among others. */
const MIN_SHARE_OF_WORDS = 0.5;
const NAMES = ['article', 'main'] as const;

/** The only article, or else the only main element, if it holds most of the page's words. */
export function pageBodyOf(source: string): PageBody | undefined {
  const survey = new WordCount();
  parsePage(source, survey);
  for (const name of NAMES) {
    const found = survey.found.filter((each) => each.name === name);
    if (found.length !== 1) continue;
    const [{ element, length, titles }] = found;
    if (length > MIN_SHARE_OF_WORDS * survey.length) return { element, untitled: titles === 0 };
  }
  return undefined;
}

interface BodyElement {
  name: (typeof NAMES)[number];
  element: number;
  /** Length of its words in UTF-16 units, without white space. */
  length: number;
  /** Headings of the first level in it. */
  titles: number;
}

/** Counts the words of a page and of its candidates for the main content, without navigation and the like. */
class WordCount {
  readonly found: BodyElement[] = [];
  length = 0;
  private titles = 0;
  private elements = 0;
  /** Depth below the element that is left out, that element included; 0 outside of one. */
  private skipped = 0;
  private sections = 0;
  private readonly open: BodyElement[] = [];

  onopentag(name: string, attributes: Record<string, string>): void {
    const element = this.elements++;
    if (this.skipped > 0 || isUnseen(name) || pagePartOf(name, attributes, this.sections > 0)) {
      this.skipped++;
      return;
    }
    if (isSection(name)) this.sections++;
    if (name === 'h1') this.titles++;
    if (name !== 'article' && name !== 'main') return;
    const candidate: BodyElement = { name, element, length: -this.length, titles: -this.titles };
    this.found.push(candidate);
    this.open.push(candidate);
  }

  ontext(words: string): void {
    if (this.skipped > 0) return;
    const length = words.replace(/\s+/g, '').length;
    this.length += length;
  }

  onclosetag(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    if (isSection(name)) this.sections--;
    const closed = name === 'article' || name === 'main' ? this.open.pop() : undefined;
    if (!closed) return;
    closed.length += this.length; // the counters since it opened
    closed.titles += this.titles;
  }
}
