// The pages of a quote in words, for files that have pages, and that their text is recognised in pictures.
import type { ShownQuote } from './block.ts';
import type { Texts } from './text/index.ts';

/** At most one entry, for the source line between a quote's headings and its id. */
export function pageWords(
  { pages, recognised }: Pick<ShownQuote, 'pages' | 'recognised'>,
  texts: Texts,
): string[] {
  if (!pages) return [];
  const words = texts.pages(pages.first, pages.last);
  return [recognised ? texts.recognised(words) : words];
}
