// What a page says about its text beside it: the line of source and date below the title, the table of index
// number and office above it, and `meta` elements. Evidence for the author and the date.
import path from 'node:path';
import { readWordLists } from '../../language/index.ts';
import type { LeftOut, PageElement, PageSurvey } from './page-survey.ts';
import type { DocumentProperties } from './reader.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'page-source.txt'));
const META_AUTHOR = LISTS.words('meta author');
const META_DATE = LISTS.words('meta date');
const AUTHOR = new RegExp(
  `(?:${LISTS.pattern('author')}) ?[:：]? ?([^\\s:：|｜·;；]+(?: [A-Z][^\\s:：|｜·]*)*)`,
);
const DATED = new RegExp(`(?:${LISTS.pattern('date')})\\s*[:：]?\\s*`);
const LABEL = new RegExp(`(?:${LISTS.pattern('site')})\\s*[:：]`, 'i');
const CUT_AT_LABEL = new RegExp(
  `(?:${LISTS.pattern('author')}|${LISTS.pattern('date')}|${LISTS.pattern('site')})[\\s\\S]*`,
);
const INDEX = new RegExp(LISTS.pattern('index'), 'g');
const BYLINE_NAMES = new Set(LISTS.words('byline names'));

const DATES = [
  /[12]\d{3}\s*[-/.年]\s*\d{1,2}\s*(?:[-/.月]\s*\d{1,2}\s*日?|月)/,
  /\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September|October|November|December),? [12]\d{3}/,
  /(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:st|nd|rd|th)?,? [12]\d{3}/,
];
const MAX_LENGTH = 160;
/** An element with more descendants is no line. */
const MAX_PARTS = 200;
/** So many different labels make an index table. */
const MIN_LABELS = 3;
const SENTENCE_END = /[。！？；]/;
const BLOCK = new Set('div p ul table tr td h4 h5 h6 center section span dl'.split(' '));
const PART = new Set('div p li tr dd'.split(' '));
const HEADING = /^h[1-6]$/;

interface SourceLines {
  /** Elements that hold nothing but such things; they are no text. */
  chrome: PageElement[];
  properties: DocumentProperties;
}

/**
 * Tables of index number, office and date above the text.
 * @param textStart number of the element with the first sentence
 */
export function indexTablesOf(survey: PageSurvey, textStart: number, leftOut: LeftOut): SourceLines {
  const isIndex = (element: PageElement) =>
    textStart < Number.POSITIVE_INFINITY && // else the table is what the page has
    element.last < textStart &&
    element.titles + element.headings === 0 &&
    new Set(element.text?.match(INDEX)).size >= MIN_LABELS;
  return collect(survey, textStart, leftOut, (element) => (isIndex(element) ? 'index' : undefined));
}

/** Lines of source and date above the first sentence, and what `meta` elements say. */
export function sourceLinesOf(
  survey: PageSurvey,
  title: PageElement | undefined,
  textStart: number,
  leftOut: LeftOut,
): SourceLines {
  const { chrome, properties } = collect(survey, textStart, leftOut, (element) =>
    lineKind(element, title, survey),
  );
  return { chrome, properties: { ...properties, ...propertiesOfMeta(survey.meta) } };
}

type SourceKind = 'index' | 'labels' | 'byline';

function collect(
  { elements }: PageSurvey,
  textStart: number,
  leftOut: LeftOut,
  kindOf: (element: PageElement) => SourceKind | undefined,
): SourceLines {
  const chrome: PageElement[] = [];
  const properties: DocumentProperties = {};
  let seenTo = -1;
  for (const each of elements) {
    if (each.element >= textStart) break;
    if (each.element <= seenTo || each.words === 0 || leftOut.has(each)) continue;
    const kind = kindOf(each);
    if (kind === undefined) continue;
    seenTo = each.last;
    if (kind !== 'byline') chrome.push(each);
    const found = propertiesOf(each.text ?? '', kind);
    Object.assign(properties, { ...found, ...properties });
  }
  return { chrome, properties };
}

function lineKind(
  element: PageElement,
  title: PageElement | undefined,
  { elements }: PageSurvey,
): SourceKind | undefined {
  const { text, name } = element;
  if (!text || element.prose > 0 || !BLOCK.has(name)) return undefined;
  if (title && title.element >= element.element && title.element <= element.last) return undefined;
  if (text.length > MAX_LENGTH || SENTENCE_END.test(text) || element.tables > 0) return undefined;
  if (isInDataTable(element)) return undefined;
  const isLabelled = LABEL.test(text);
  const isNamed = namesOf(element.attributes).some((each) => BYLINE_NAMES.has(each));
  if (!(isLabelled || isNamed) || element.last - element.element > MAX_PARTS) return undefined;
  const parts = partsOf(element, elements);
  if (parts.some((part) => HEADING.test(part.name))) return undefined;
  if (isLabelled) {
    const blocks = parts.filter((part) => PART.has(part.name) && part.words > 0);
    return blocks.every((part) => isOfSource(part.text ?? '')) ? 'labels' : undefined;
  }
  return dateIn(text) !== undefined ? 'byline' : undefined;
}

/** A table around sentences lays out the page. */
function isInDataTable(element: PageElement): boolean {
  let around = element.parent;
  while (around && around.name !== 'table') around = around.parent;
  return around !== undefined && around.prose === 0;
}

const isOfSource = (text: string): boolean =>
  LABEL.test(text) ||
  AUTHOR.test(text) ||
  (dateIn(text) !== undefined && text.length <= MAX_PART_LENGTH) ||
  text.length <= MAX_BUTTON_LENGTH;
const MAX_PART_LENGTH = 30;
/** 打印, 分享, A+ */
const MAX_BUTTON_LENGTH = 4;

/** Its descendants. */
function partsOf({ element, last }: PageElement, elements: PageElement[]): PageElement[] {
  const parts: PageElement[] = [];
  const first = indexAfter(element, elements);
  for (let i = first; i < elements.length && elements[i].element <= last; i++) parts.push(elements[i]);
  return parts;
}

/** The index of the first element with a larger number. */
function indexAfter(number: number, elements: PageElement[]): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (elements[middle].element <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function propertiesOfMeta(meta: Map<string, string>): DocumentProperties {
  const first = (names: readonly string[]) => names.map((name) => meta.get(name)).find((said) => said);
  const author = first(META_AUTHOR);
  const date = first(META_DATE);
  // some pages give an address
  const isName = author !== undefined && !/^https?:/.test(author);
  return { ...(isName ? { author } : {}), ...(date ? { date } : {}) };
}

function propertiesOf(text: string, kind: SourceKind): DocumentProperties {
  const afterLabel = DATED.exec(text);
  const date = (afterLabel && dateIn(text.slice(afterLabel.index))) ?? dateIn(text);
  const author = AUTHOR.exec(text)?.[1] ?? (kind === 'index' ? undefined : unlabelledAuthor(text));
  return { ...(author ? { author } : {}), ...(date ? { date } : {}) };
}

const dateIn = (text: string): string | undefined =>
  DATES.map((pattern) => pattern.exec(text)?.[0])
    .find((found) => found !== undefined)
    ?.trim();

/** The words before the first label, or a part without figures. */
function unlabelledAuthor(text: string): string | undefined {
  const parts = text
    .replace(CUT_AT_LABEL, '')
    .split(/\s*[·|｜•]\s*|\s{3,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/\d/.test(part));
  return parts.find((part) => part.length > 1);
}

const namesOf = ({ class: classes = '', id = '' }: Record<string, string>): string[] =>
  `${classes} ${id}`
    .slice(0, MAX_LENGTH)
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/);
