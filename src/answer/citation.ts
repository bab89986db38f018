// A quote's source line, in the form of GB/T 7714-2015 (reports: [R], pages after the year) and as Markdown.
import { markedTitle } from '../message/index.ts';
import { isVerbatim, type PageRange } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { cite } from './cited-quote.ts';
import { locationOf } from './source-location.ts';

/** Two ways to cite a quote. */
export interface Citation {
  gbt7714: string;
  markdown: string;
}

/** Cites a quote; undefined for an id that names none, or whose text is not the source's. */
export function citationOf(id: string, index: PassageIndex): Citation | undefined {
  const location = locationOf(id, index);
  if (!location) return undefined;
  const { file, report } = location;
  const quote = cite(location);
  if (!isVerbatim({ reportId: report.id, text: file.text }, quote)) return undefined;
  const author = report.agency && !/[xX]/.test(report.agency) ? `${report.agency}. ` : '';
  const time = report.period ?? report.plannedFor;
  const year = time ? time.end.slice(0, 4) : '[出版年不详]';
  const pages = quote.pages ? pageRange(quote.pages) : '';
  const path = quote.path.join(' › ');
  const within = [pages, path].filter(Boolean).join(', ');
  const recognised = quote.recognised ? '（识别文字，请与原件核对）' : '';
  const source = `${markedTitle(report.title)}${path ? `，${path}` : ''}${pages ? `，第${pages}页${recognised}` : ''}`;
  return {
    gbt7714: `${author}${report.title}[R]. ${year}${within ? `: ${within}` : ''}.${recognised}`,
    markdown: `${asBlockQuote(quote.text)}\n>\n> — ${escaped(source)} \`${quote.id}\``,
  };
}

const pageRange = ({ first, last }: PageRange): string => (first === last ? `${first}` : `${first}-${last}`);

const asBlockQuote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
