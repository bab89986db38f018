// Which elements of a web page are not its text: navigation, headers and the like, and what is not shown.
// Decided by the elements alone, for any site.
import type { PagePart } from '../warning.ts';

const UNSEEN = new Set('head script style template noscript svg math object iframe rp rt'.split(' '));
const PARTS_BY_NAME = new Map<string, PagePart>(
  (['nav', 'aside', 'search', 'button', 'select', 'textarea'] as const).map((name) => [name, name]),
);
/** Landmarks of WAI-ARIA 1.2; the others may hold the text. */
const PARTS_BY_ROLE = new Map<string, PagePart>([
  ['banner', 'header'],
  ['navigation', 'nav'],
  ['contentinfo', 'footer'],
  ['search', 'search'],
]);
const SECTIONS = new Set(['article', 'main', 'section']);

/** Elements that are never shown; no warning mentions them. */
export const isUnseen = (name: string): boolean => UNSEEN.has(name);

/** True for an element whose `<header>` and `<footer>` are its own, not the page's. */
export const isSection = (name: string): boolean => SECTIONS.has(name);

/**
 * The part of a page that an element is; undefined where it may hold the text.
 * @param inSection whether it is in an element for which `isSection` is true
 */
export function pagePartOf(
  name: string,
  attributes: Record<string, string>,
  inSection: boolean,
): PagePart | undefined {
  const part = PARTS_BY_NAME.get(name) ?? PARTS_BY_ROLE.get((attributes.role ?? '').trim().toLowerCase());
  if (part) return part;
  if ((name === 'header' || name === 'footer') && !inSection) return name;
  return isHidden(attributes) ? 'hidden' : undefined;
}

/** `aria-hidden` is ignored: a page saved with an open dialog has it around its whole text. */
const isHidden = (attributes: Record<string, string>): boolean =>
  'hidden' in attributes || /(?:^|;)\s*display\s*:\s*none/i.test(attributes.style ?? '');
