// A quote's source line, in the form of GB/T 7714-2015 (reports: [R]) and as Markdown.
import { isVerbatim } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { cite } from './cited-quote.ts';
import { placeOf } from './locate.ts';

/** Two ways to cite a quote. */
export interface Citation {
  gbt7714: string;
  markdown: string;
}

/** Cites a quote; undefined where the id names nothing. */
export function citationOf(id: string, index: PassageIndex): Citation | undefined {
  const place = placeOf(id, index);
  if (!place) return undefined;
  const { file, report, span, section } = place;
  const quote = cite(file, report, section, span);
  if (!isVerbatim({ reportId: report.id, text: file.text }, quote)) return undefined;
  const author = report.agency && !/[xX]/.test(report.agency) ? `${report.agency}. ` : '';
  const year = report.period ? report.period.end.slice(0, 4) : '[出版年不详]';
  const where = quote.path.join(' › ');
  return {
    gbt7714: `${author}${report.title}[R]. ${year}${where ? `: ${where}` : ''}.`,
    markdown: `${asBlockQuote(quote.text)}\n>\n> — ${escaped(`《${report.title}》${where ? `，${where}` : ''}`)} \`${quote.id}\``,
  };
}

const asBlockQuote = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${escaped(line)}`)
    .join('\n');
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
