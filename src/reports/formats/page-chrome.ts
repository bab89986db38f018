// What a site sets around a text, by the names that its pages give to elements, by links, and by how short
// blocks begin. An element that holds the title, a table or most of the page is never left out.
import path from 'node:path';
import { readWordLists } from '../../language/index.ts';
import { bare, firstSentence, LeftOut, type PageElement, type PageSurvey } from './page-survey.ts';

const LISTS = readWordLists(path.join(import.meta.dirname, 'page-chrome.txt'));
const BESIDE = new Set(LISTS.words('beside'));
const AROUND = new Set(LISTS.words('around'));
const NOT = new Set(LISTS.words('not'));
const LEAD = new RegExp(`^(?:${LISTS.pattern('lead')})`);
const LINKS = new RegExp(`^(?:${LISTS.pattern('links')})\\s*[:：]?$`, 'i');
const LINKS_LEAD = new RegExp(`^(?:${LISTS.pattern('links')})(?=[\\s:：])`, 'i');
const COUNTED = `(?:${LISTS.pattern('counted')})`;
const COMMENTS = new RegExp(
  `^(?:(?:${LISTS.pattern('readers')})\\s*[:：]?|\\d{1,5}\\s*${COUNTED}|${COUNTED}\\s*[（(:：]\\s*\\d{1,5}\\s*[)）条]?)$`,
  'i',
);
const PATH_OF_LINKS = new RegExp(`^(?:${LISTS.pattern('home')})\\s*[>＞»›/→]`, 'i');

/** An element with a larger share of the page's words is the page. */
const MAX_SHARE = 0.5;
/** With this many words in sentences an element may be the text. */
const MIN_PROSE = 100;
/** The rest are bars, arrows and dates. */
const MOSTLY = 0.65;
const MIN_LINKS = 3;
/** A label with its value. */
const MAX_LABEL_LENGTH = 80;
const MIN_TITLE_LENGTH = 6;
const HEADING = /^h[1-6]$/;
const SENTENCE_END = /[。！？；]/;
/** 澜棠市林业局 2025年1月21日 */
const SIGNED = /^[^:：|©]{2,50}[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/;
const BLOCK = new Set('div p ul ol dl li section table tr td h1 h2 h3 h4 h5 h6 center'.split(' '));

/** Numbers of the outermost elements that are left out. */
export function pageChrome(survey: PageSurvey): Set<number> {
  const named = new Set<number>();
  eachOutermost(survey, (element) => isSmall(element, survey) && isNamedChrome(element, survey), named);
  const textStart = firstSentence(survey, new LeftOut(named, survey));
  const headsOfLinks = linksWithHeads(survey);
  const comments = commentsOfReaders(survey);
  const isOther = (element: PageElement): boolean =>
    named.has(element.element) ||
    (isSmall(element, survey) &&
      (headsOfLinks.has(element) || comments.has(element) || isLinksOrLabel(element, textStart)));
  const chrome = new Set<number>();
  eachOutermost(survey, isOther, chrome);
  return chrome;
}

/** Headings of related links, and the links right after them. */
function linksWithHeads({ elements }: PageSurvey): Set<PageElement> {
  const found = new Set<PageElement>();
  let head: PageElement | undefined;
  for (const each of elements) {
    if (each.words === 0 || (head && each.element <= head.last)) continue;
    if (head && isOfLinks(each, MAX_SHARE)) found.add(head).add(each);
    head = isBlock(each) && LINKS.test(each.text ?? '') ? each : undefined;
  }
  return found;
}

/** A heading over comments, and what follows beside it up to the next heading like it. */
function commentsOfReaders({ elements }: PageSurvey): Set<PageElement> {
  const found = new Set<PageElement>();
  let head: PageElement | undefined;
  for (const each of elements) {
    if (head && each.parent !== head.parent) {
      if (head.parent && each.element > head.parent.last) head = undefined;
      else continue;
    }
    if (SUBHEADING.test(each.name)) head = COMMENTS.test(each.text ?? '') ? each : undefined;
    if (head) found.add(each);
  }
  return found;
}
const SUBHEADING = /^h[2-6]$/;

function eachOutermost(
  { elements }: PageSurvey,
  isChrome: (element: PageElement) => boolean,
  found: Set<number>,
): void {
  let leftOutTo = -1;
  for (const each of elements) {
    if (each.element <= leftOutTo || each.words === 0 || !isChrome(each)) continue;
    found.add(each.element);
    leftOutTo = each.last;
  }
}

function isSmall({ name, words, titles }: PageElement, survey: PageSurvey): boolean {
  return titles === 0 && name !== 'article' && name !== 'main' && words <= MAX_SHARE * survey.words;
}

function isNamedChrome(element: PageElement, { title }: PageSurvey): boolean {
  const { text, prose, headings, tables, attributes } = element;
  const kind = HEADING.test(element.name) || tables > 0 ? undefined : nameKind(attributes);
  if (kind !== 'around') return kind === 'beside';
  if (isOfLinks(element, MAX_SHARE)) return true;
  if (prose >= MIN_PROSE || headings > 0 || text === undefined || SIGNED.test(text)) return false;
  return bare(text).length < MIN_TITLE_LENGTH || !bare(title).startsWith(bare(text));
}

function isLinksOrLabel(element: PageElement, textStart: number): boolean {
  if (element.last < textStart && element.links >= MIN_LINKS && isOfLinks(element)) return true;
  const { text } = element;
  if (text === undefined || !isBlock(element) || SENTENCE_END.test(text)) return false;
  if (LINKS_LEAD.test(text) && isOfLinks(element, MAX_SHARE)) return true;
  return text.length <= MAX_LABEL_LENGTH && (LEAD.test(text) || PATH_OF_LINKS.test(text));
}

const isBlock = ({ name }: PageElement): boolean => BLOCK.has(name);

const isOfLinks = ({ words, linkWords, prose, links }: PageElement, share = MOSTLY): boolean =>
  links > 0 && prose === 0 && linkWords >= share * words;

/** What an element's class and id say. */
function nameKind({ class: classes = '', id = '' }: Record<string, string>): 'beside' | 'around' | undefined {
  const names = `${classes} ${id}`
    .slice(0, MAX_NAMES_LENGTH)
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (names.some((name) => NOT.has(name))) return undefined;
  if (names.some((name) => BESIDE.has(name))) return 'beside';
  return names.some((name) => AROUND.has(name)) ? 'around' : undefined;
}
const MAX_NAMES_LENGTH = 300;
