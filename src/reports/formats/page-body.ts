// Finds the main text of a web page: its only article or main element, or else the element around what a
// reader mode shows, widened until no sentences are lost.
import { pageChrome } from './page-chrome.ts';
import { indexTablesOf, sourceLinesOf } from './page-source-line.ts';
import { firstSentence, LeftOut, type PageElement, type PageSurvey, surveyPage } from './page-survey.ts';
import { pageTitleOf, siteOf, titleAbove } from './page-title.ts';
import { readableElements } from './readability.ts';
import type { DocumentProperties } from './reader.ts';

/** Elements are numbered by their start tags, from 0. */
export interface PageBody {
  /** Only this element is read; without it, the whole page. */
  element?: number;
  /** Elements outside of it that belong to the text: its title. */
  also: Set<number>;
  /** Elements within it that do not belong to the text. */
  leftOut: Set<number>;
  /** Shows the title without being declared a heading. */
  title?: number;
  properties: DocumentProperties;
}

/** An element with a smaller share of the page's words is one text among others. */
const MIN_SHARE_OF_WORDS = 0.5;
const NAMES = ['article', 'main'] as const;
/** A shorter text is a page of its own kind: a form, a table, a notice. */
const MIN_TEXT = 80;
/** The element around the text holds this share of what a reader mode shows. */
const SHARE_OF_SHOWN = 0.9;
/** A larger share of sentences outside of the text is text. */
const MAX_LOST = 0.1;

export function pageBodyOf(source: string): PageBody {
  const survey = surveyPage(source);
  const outer = pageChrome(survey);
  const leaveOut = (elements: PageElement[]) => {
    for (const { element } of elements) outer.add(element);
    return new LeftOut(outer, survey);
  };
  const named = leaveOut([]);
  const index = indexTablesOf(survey, firstSentence(survey, named), named);
  const chrome = leaveOut(index.chrome);
  const isChrome = (element: PageElement) => chrome.has(element);
  const stated = pageTitleOf(survey, isChrome);
  const textStart = firstSentence(survey, chrome, stated.element?.last);
  const lines = sourceLinesOf(survey, stated.element, textStart, chrome);
  const leftOut = leaveOut(lines.chrome);
  const shownIn = stated.element ?? (lines.chrome[0] && titleAbove(survey, lines.chrome[0], isChrome));
  const title = stated.element ? stated.title : (shownIn?.text ?? stated.title);
  const body = markedBody(survey, leftOut) ?? readableBody(survey, leftOut);
  const also = body ? titlesBeside(survey, body, shownIn, leftOut) : new Set<number>();
  if (stated.inHeader !== undefined && !shownIn) also.add(stated.inHeader);
  const site = siteOf(survey, title);
  const hasHeading = survey.elements.some(({ name }) => name === 'h1');
  return {
    ...(body ? { element: body.element } : {}),
    also,
    leftOut: outer,
    ...(shownIn && !hasHeading ? { title: shownIn.element } : {}),
    properties: {
      ...(title ? { title } : {}),
      ...(site ? { source: site } : {}),
      ...index.properties,
      ...lines.properties,
    },
  };
}

/** What shows the title outside of the text, or else all headings of the first level there. */
function titlesBeside(
  { elements }: PageSurvey,
  body: PageElement,
  shownIn: PageElement | undefined,
  leftOut: LeftOut,
): Set<number> {
  if (body.titles > 0) return new Set();
  const isOutside = ({ element }: PageElement) => element < body.element || element > body.last;
  const headings = elements.filter((each) => each.name === 'h1' && isOutside(each) && !leftOut.has(each));
  const titles = shownIn ? [shownIn].filter(isOutside) : headings;
  return new Set(titles.map(({ element }) => element));
}

/** The only article, or else the only main element, if it holds most of the page's words. */
function markedBody(survey: PageSurvey, leftOut: LeftOut): PageElement | undefined {
  for (const name of NAMES) {
    const found = survey.elements.filter((each) => each.name === name);
    if (found.length === 1 && found[0].words > MIN_SHARE_OF_WORDS * (survey.words - leftOut.words))
      return found[0];
  }
  return undefined;
}

/** The smallest element around the text that a reader mode shows, if there is such a text. */
function readableBody(survey: PageSurvey, leftOut: LeftOut): PageElement | undefined {
  const content = new ContentCount(survey, leftOut);
  if (content.total < MIN_TEXT) return undefined;
  const kept = readableElements(survey, (each) => leftOut.has(each));
  if (kept.size === 0) return undefined;
  const shown = new Map<PageElement, number>();
  let all = 0;
  for (const { element, words } of survey.pieces) {
    if (!element || !kept.has(element.element)) continue;
    shown.set(element, (shown.get(element) ?? 0) + words.trim().length);
    all += words.trim().length;
  }
  addUpwards(survey.elements, shown);
  const around = survey.elements.filter((each) => (shown.get(each) ?? 0) >= SHARE_OF_SHOWN * all);
  let body = all === 0 ? undefined : around.at(-1);
  while (body && content.in(body) < (1 - MAX_LOST) * content.total) body = body.parent;
  return body && body.name !== 'body' && body.name !== 'html' ? body : undefined;
}

/** What a reader would miss: sentences, and the words of tables that are no lists of links. */
class ContentCount {
  total = 0;
  private readonly counts = new Map<PageElement, number>();

  constructor({ elements, pieces }: PageSurvey, leftOut: LeftOut) {
    for (const { element, prose } of pieces) if (element && !leftOut.has(element)) this.add(element, prose);
    for (const each of elements)
      if (each.name === 'table' && each.tables === 1 && isOfData(each) && !leftOut.has(each))
        this.add(each, each.words - each.prose);
    addUpwards(elements, this.counts);
  }

  in(element: PageElement): number {
    return this.counts.get(element) ?? 0;
  }

  private add(element: PageElement, count: number): void {
    this.total += count;
    if (count > 0) this.counts.set(element, (this.counts.get(element) ?? 0) + count);
  }
}

const MAX_SHARE_OF_LINKS = 0.3;
const isOfData = ({ words, linkWords }: PageElement): boolean => linkWords <= MAX_SHARE_OF_LINKS * words;

/** Adds what is counted in each element to those around it. */
function addUpwards(elements: PageElement[], counts: Map<PageElement, number>): void {
  for (const each of elements.toReversed()) {
    const count = counts.get(each);
    if (count !== undefined && each.parent) counts.set(each.parent, (counts.get(each.parent) ?? 0) + count);
  }
}
