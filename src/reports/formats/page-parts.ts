// Which elements of a web page stand around its text or are not shown: told from the elements alone, whatever site the page is of.
import type { PagePart } from '../warning.ts';

const UNSEEN = new Set('head script style template noscript svg math object iframe rp rt'.split(' '));
const PARTS_BY_NAME = new Map<string, PagePart>(
  (['nav', 'aside', 'search', 'button', 'select', 'textarea'] as const).map((name) => [name, name]),
);
/** What WAI-ARIA 1.2 calls landmarks; the other ones may hold the text. */
const PARTS_BY_ROLE = new Map<string, PagePart>([
  ['banner', 'header'],
  ['navigation', 'nav'],
  ['contentinfo', 'footer'],
  ['search', 'search'],
]);
const SECTIONS = new Set(['article', 'main', 'section']);

/** True for what no reader of a page sees, and nobody needs to be told of. */
export const isUnseen = (name: string): boolean => UNSEEN.has(name);

/** True for an element whose `<header>` and `<footer>` are its own and not the page's. */
export const isSection = (name: string): boolean => SECTIONS.has(name);

/**
 * What an element is that stands around the text; undefined where it may hold the text.
 * @param inSection it lies in an element that `isSection`
 */
export function pagePartOf(
  name: string,
  attributes: Record<string, string>,
  inSection: boolean,
): PagePart | undefined {
  const around = PARTS_BY_NAME.get(name) ?? PARTS_BY_ROLE.get((attributes.role ?? '').trim().toLowerCase());
  if (around) return around;
  if ((name === 'header' || name === 'footer') && !inSection) return name;
  return isHidden(attributes) ? 'hidden' : undefined;
}

/** Of `aria-hidden` nothing follows: a page that was saved with a dialog open bears it around its whole text. */
const isHidden = (attributes: Record<string, string>): boolean =>
  'hidden' in attributes || /(?:^|;)\s*display\s*:\s*none/i.test(attributes.style ?? '');
