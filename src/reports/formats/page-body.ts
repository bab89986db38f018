// Where a web page says that its text stands: in its one article, or in its one main part.
import { parsePage } from './markup.ts';
import { isSection, isUnseen, pagePartOf } from './page-parts.ts';

/** The element that holds a page's text. Elements are known by their order: 0 for the first tag that opens. */
export interface PageBody {
  element: number;
  /** It has no title of its own: one that stands outside of it is the text's too. */
  untitled: boolean;
}

/** A part with fewer of the page's words is one text among others. */
const MIN_SHARE_OF_WORDS = 0.5;
const NAMES = ['article', 'main'] as const;

/** The one article or else the one main part of a page, where most of the words are in it. */
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
  /** Of its words, in UTF-16 units without white space. */
  length: number;
  /** Headings of the first level in it. */
  titles: number;
}

/** Counts the words of a page and of its parts; those around the text do not count. */
class WordCount {
  readonly found: BodyElement[] = [];
  length = 0;
  private titles = 0;
  private elements = 0;
  /** Open elements below and with the one that is left out; 0 where none is. */
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
    closed.length += this.length; // what was counted since it opened
    closed.titles += this.titles;
  }
}
