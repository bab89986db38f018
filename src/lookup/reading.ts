// Reading on: the outline of a report, and the text of its sections page by page.
import { type CitedQuote, cite } from '../answer/index.ts';
import { type Report, rowsTogether, type Section, type SectionKind, type Span } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** A heading of a report, as a reader chooses it. */
interface OutlineHeading {
  /** Index of the section in the report. */
  section: number;
  /** The heading's words as the source has them, white space folded. */
  heading: string;
  depth: number;
  kind: SectionKind;
}

/** The headings of a report down to a depth; below the first level without those that are whole sentences. */
export function outlineOf(report: Report, index: PassageIndex, depth: number): OutlineHeading[] {
  const { text } = index.fileOf(report);
  return report.sections.flatMap((section, i) => {
    if (i === 0 || section.depth > depth || (section.depth > 1 && !isTitle(section))) return [];
    const { heading, label, kind } = section;
    const words = heading ? text.slice(heading.start, heading.end) : label;
    return [{ section: i, heading: words.replace(/\s+/g, ' ').trim(), depth: section.depth, kind }];
  });
}

const MAX_TITLE_LENGTH = 40;
const isTitle = ({ heading, label }: Section) => heading !== undefined && label.length <= MAX_TITLE_LENGTH;

/** One page of a report's text: whole passages, and headings without a text of their own, in order. */
export interface ReadingPage {
  report: Report;
  /** The passages under one heading each, in order. */
  groups: { path: string[]; quotes: CitedQuote[] }[];
  /** From 0. */
  page: number;
  pages: number;
}

/** UTF-16 units of a page: about three screens of a phone. A longer passage is a page of its own. */
const PAGE_CHARACTERS = 1500;

/**
 * A page of the text under some sections of a report; undefined where they have none.
 * @param sections indexes in the report; 0 for all of it
 * @param page from 0; one that does not exist gives the nearest that does
 */
export function readPage(
  report: Report,
  sections: number[],
  page: number,
  index: PassageIndex,
): ReadingPage | undefined {
  const file = index.fileOf(report);
  const pages = paged(stretchesOf(report).filter(({ section }) => isUnder(report, section, sections)));
  if (pages.length === 0) return undefined;
  const at = Math.min(Math.max(0, Math.floor(page)), pages.length - 1);
  const groups: ReadingPage['groups'] = [];
  for (const passage of pages[at]) {
    const quote = cite({ file, report, section: passage.section, span: passage });
    const last = groups.at(-1);
    if (last && last.path.join('\n') === quote.path.join('\n')) last.quotes.push(quote);
    else groups.push({ path: quote.path, quotes: [quote] });
  }
  return { report, groups, page: at, pages: pages.length };
}

/** A passage or a heading, with its section. */
type Stretch = Span & { section: number };

/**
 * The passages, and the headings without text or headings below: they are the only text of their sections.
 */
function stretchesOf({ sections, passages }: Report): Stretch[] {
  const filled = new Set([
    ...passages.map(({ section }) => section),
    ...sections.map(({ parent }) => parent),
  ]);
  const bare = sections.flatMap(({ heading }, section) =>
    heading && section > 0 && !filled.has(section) ? [{ ...heading, section }] : [],
  );
  return [...rowsTogether(passages), ...bare].sort((a, b) => a.start - b.start);
}

function isUnder(report: Report, section: number, roots: number[]): boolean {
  for (let at = section; at >= 0; at = report.sections[at].parent) if (roots.includes(at)) return true;
  return false;
}

function paged<Item extends { start: number; end: number }>(passages: Item[]): Item[][] {
  const pages: Item[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const passage of passages) {
    characters += passage.end - passage.start;
    if (characters > PAGE_CHARACTERS) {
      pages.push([]);
      characters = passage.end - passage.start;
    }
    pages.at(-1)?.push(passage);
  }
  return pages;
}

/** The section of the first level that a section belongs to; itself if it is one. */
export function firstLevelSection(report: Report, section: number): number {
  let at = section;
  while (at > 0 && report.sections[at].parent > 0) at = report.sections[at].parent;
  return at;
}
