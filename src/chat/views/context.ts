// A quote with what stands around it, and a part of a report to read on.
import { type CitedQuote, cite, contextOf, locationOf } from '../../answer/index.ts';
import { partAround, type ReadingPage, readPage, sectionsOfKind } from '../../lookup/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import type { Report, SectionKind } from '../../reports/index.ts';
import type { Action } from '../buttons/action.ts';
import type { CommandContext } from '../command.ts';
import { ButtonMaker, pageButtons } from './buttons.ts';

const MAX_STEPS = 10;

/** A quote, printed strong in its whole passage, between the passages around it; undefined where the id names nothing (any more). */
export function contextView(
  id: string,
  steps: number,
  { index, locale, mark }: CommandContext,
): Message | undefined {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const context = contextOf(id, steps, index);
  const place = locationOf(id, index);
  if (!context || !place) return undefined;
  const { before, quote, after } = context;
  const asked = inItsPassage(place);
  const more = steps < MAX_STEPS && (before.length === steps || after.length === steps);
  return [
    { type: 'heading', text: texts.contextHeading(quote.report) },
    ...underHeadings([...before, asked, ...after]),
    {
      type: 'buttons',
      buttons: [
        ...(more
          ? [maker.turn(texts.moreContext(), { verb: 'context', args: [id, String(steps + STEP)] })]
          : []),
        maker.open(texts.wholeSection(), { verb: 'part', args: [id, '0'] }),
        maker.open(texts.citeThis(), { verb: 'quote', args: [id] }),
      ],
    },
  ];
}

const STEP = 2;

/** The passage that a quote is a part of (or the passages, where it goes over several), with the quote's words to be printed strong. */
function inItsPassage({
  file,
  report,
  span,
  section,
}: NonNullable<ReturnType<typeof locationOf>>): CitedQuote {
  const touched = report.passages.filter(({ start, end }) => start < span.end && end > span.start);
  const start = Math.min(span.start, ...touched.map((passage) => passage.start));
  const end = Math.max(span.end, ...touched.map((passage) => passage.end));
  const emphasis = [{ start: span.start - start, end: span.end - start }];
  return { ...cite(file, report, section, { start, end }), emphasis };
}

/** Quotes in the order of the source, under their headings. */
function underHeadings(quotes: CitedQuote[]): Message {
  const message: Message = [];
  for (const quote of quotes) {
    const last = message.at(-1);
    if (last?.type === 'quote-list' && last.path.join('\n') === quote.path.join('\n'))
      last.quotes.push(quote);
    else message.push(listOf(quote.report, quote.path, [quote]));
  }
  return message;
}

const listOf = (report: string, path: string[], quotes: CitedQuote[]): Message[number] => ({
  type: 'quote-list',
  report,
  path,
  quotes,
  first: 0,
});

/** The part of its report that a quote stands in. */
export function partView(id: string, page: number, context: CommandContext): Message | undefined {
  const place = locationOf(id, context.index);
  if (!place) return undefined;
  const section = partAround(place.report, place.section);
  return readingView(place.report, [section], page, context, (to) => ({
    verb: 'section',
    args: [place.report.id, String(section), String(to)],
  }));
}

/** One section of a report. */
export function sectionView(
  reportId: string,
  section: number,
  page: number,
  context: CommandContext,
): Message | undefined {
  const report = context.index.reports.find(({ id }) => id === reportId);
  if (!report?.sections[section]) return undefined;
  return readingView(report, [section], page, context, (to) => ({
    verb: 'section',
    args: [reportId, String(section), String(to)],
  }));
}

/** All sections of a kind of a report: its plans, its problems. */
export function kindView(
  reportId: string,
  kind: SectionKind,
  page: number,
  context: CommandContext,
): Message | undefined {
  const report = context.index.reports.find(({ id }) => id === reportId);
  if (!report) return undefined;
  const sections = sectionsOfKind(report, kind);
  if (sections.length === 0) {
    const texts = TEXTS[context.locale];
    return [{ type: 'paragraph', text: texts.sectionLacking(report.title, texts.sectionKindName(kind)) }];
  }
  return readingView(report, sections, page, context, (to) => ({
    verb: 'kind',
    args: [reportId, kind, String(to)],
  }));
}

function readingView(
  report: Report,
  sections: number[],
  page: number,
  { index, locale, mark }: CommandContext,
  turnTo: (page: number) => Action,
): Message | undefined {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const read = readPage(report, sections, page, index);
  if (!read) return undefined;
  return [
    { type: 'heading', text: headingOf(read, texts.pageOf(read.page + 1, read.pages)) },
    ...read.groups.map(({ path, quotes }) => listOf(report.title, path, quotes)),
    ...pageButtons(read.page, read.pages, texts, (to, label) => maker.turn(label, turnTo(to))),
  ];
}

const headingOf = ({ report, pages }: ReadingPage, pageLabel: string) =>
  pages > 1 ? `《${report.title}》 · ${pageLabel}` : `《${report.title}》`;
