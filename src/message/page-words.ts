// On which page a quote stands, in words. Only some formats have pages.
import type { ShownQuote } from './block.ts';
import type { Texts } from './text/index.ts';

/** One entry for what stands between a quote's headings and its id, or none. */
export const pageWords = ({ pages }: Pick<ShownQuote, 'pages'>, texts: Texts): string[] =>
  pages ? [texts.pages(pages.first, pages.last)] : [];
