// Mozilla's Readability: which elements of a page a reader mode would show. The only importer of
// @mozilla/readability, with the parser that comes with it (no further library, no global names).
import { Readability } from '@mozilla/readability';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { PageElement, PageSurvey } from './page-survey.ts';

/** It takes time that grows faster than the page; a page with more elements than this is no article. */
const MAX_ELEMENTS = 12_000;
/** It reads the words of an element again for those around it: the depths of all elements together. */
const MAX_DEPTHS = 300_000;
/** Its scores do not grow with longer pieces. */
const MAX_PIECE_LENGTH = 600;
const NUMBER = 'data-element';
/** What it looks at beside the names of elements. */
const ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'rel', 'href'];

/**
 * The numbers of the elements that it keeps; empty where it finds no text or fails.
 * @param isLeftOut elements that it does not see
 */
export function readableElements(
  survey: PageSurvey,
  isLeftOut: (element: PageElement) => boolean,
): Set<number> {
  const page = skeletonOf(survey, isLeftOut);
  if (page === undefined) return new Set();
  try {
    const options = { serializer: (node: unknown) => numbersIn(node as ParsedNode), disableJSONLD: true };
    return new Readability(new JSDOMParser().parse(page), options).parse()?.content ?? new Set();
  } catch {
    return new Set(); // the page is read without it
  }
}

interface ParsedNode {
  nodeType: number;
  childNodes: ParsedNode[];
  getAttribute(name: string): string | undefined;
}
const ELEMENT_NODE = 1;

function numbersIn(root: ParsedNode): Set<number> {
  const numbers = new Set<number>();
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeType !== ELEMENT_NODE) continue;
    const number = node.getAttribute(NUMBER);
    if (number !== undefined) numbers.add(Number(number));
    for (const child of node.childNodes) waiting.push(child);
  }
  return numbers;
}

/** The page with numbered elements, well-formed and without what has no words. */
function skeletonOf(
  { elements, pieces }: PageSurvey,
  isLeftOut: (element: PageElement) => boolean,
): string | undefined {
  const shown = elements.filter(
    (each) => (each.words > 0 || each.name === 'br') && !OUTER.has(each.name) && !isLeftOut(each),
  );
  if (shown.length > MAX_ELEMENTS) return undefined;
  let depths = 0;
  const parts: string[] = ['<html><head></head><body>'];
  const open: PageElement[] = [];
  const closeBefore = (number: number) => {
    while (open.length > 0 && (open.at(-1)?.last ?? 0) < number) parts.push(`</${nameOf(open.pop())}>`);
  };
  let next = 0;
  const openUpTo = (number: number) => {
    for (; next < shown.length && shown[next].element <= number; next++) {
      closeBefore(shown[next].element);
      parts.push(tagOf(shown[next]));
      if (shown[next].name !== 'br') open.push(shown[next]);
      depths += open.length;
    }
  };
  for (const { element, words, after } of pieces) {
    if (words.trim() === '' || (element && isLeftOut(element))) continue;
    openUpTo(after);
    closeTo(element, open, parts);
    if (depths > MAX_DEPTHS) return undefined;
    parts.push(escaped(words.slice(0, MAX_PIECE_LENGTH)));
  }
  openUpTo(Number.POSITIVE_INFINITY);
  closeBefore(Number.POSITIVE_INFINITY);
  parts.push('</body></html>');
  return parts.join('');
}

/** Closes the elements that a piece of text is no longer in. */
function closeTo(element: PageElement | undefined, open: PageElement[], parts: string[]): void {
  const isOpen = (each: PageElement) =>
    element !== undefined && element.element >= each.element && element.element <= each.last;
  for (let last = open.at(-1); last && !isOpen(last); last = open.at(-1)) {
    open.pop();
    parts.push(`</${nameOf(last)}>`);
  }
}

const OUTER = new Set(['html', 'body']);

/** Names of other languages or with signs in them mean nothing to it. */
const nameOf = (element: PageElement | undefined): string =>
  element && /^[a-z][a-z\d]*$/.test(element.name) ? element.name : 'span';

function tagOf(element: PageElement): string {
  if (element.name === 'br') return '<br/>';
  const attributes = ATTRIBUTES.flatMap((name) => {
    const value = element.attributes[name];
    return value === undefined ? [] : [` ${name}="${escaped(value.slice(0, MAX_PIECE_LENGTH))}"`];
  });
  return `<${nameOf(element)} ${NUMBER}="${element.element}"${attributes.join('')}>`;
}

const SIGNS = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);
const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => SIGNS.get(sign) ?? sign);
