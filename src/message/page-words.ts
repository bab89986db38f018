// The pages of a quote in words, for files that have pages.
import type { ShownQuote } from './block.ts';
import type { Texts } from './text/index.ts';

/** At most one entry, for the source line between a quote's headings and its id. */
export const pageWords = ({ pages }: Pick<ShownQuote, 'pages'>, texts: Texts): string[] =>
  pages ? [texts.pages(pages.first, pages.last)] : [];
