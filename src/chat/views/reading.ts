// Parts of a report to read, page by page.
import { locationOf, sectionsOfKind } from '../../answer/index.ts';
import { firstLevelSection, type ReadingPage, readPage } from '../../lookup/index.ts';
import { type Message, markedTitle, TEXTS } from '../../message/index.ts';
import type { Report, SectionKind } from '../../reports/index.ts';
import type { Action } from '../buttons/action.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { pageButtons } from './buttons.ts';
import { quoteList } from './quote-lists.ts';

/** The part of its report that holds a quote; undefined where the id names nothing (any more). */
export function partOfQuoteView(id: string, page: number, context: CommandContext): Message | undefined {
  const location = locationOf(id, context.index);
  if (!location) return undefined;
  return sectionView(location.report.id, firstLevelSection(location.report, location.section), page, context);
}

/** One section of a report; undefined where there is no such section (any more). */
export function sectionView(
  reportId: string,
  section: number,
  page: number,
  context: CommandContext,
): Message | undefined {
  const report = context.index.report(reportId);
  if (!report?.sections[section]) return undefined;
  const turnTo: TurnTo = (to) => ({ verb: 'section', args: [reportId, String(section), String(to)] });
  return readingView({ report, sections: [section], page, turnTo }, context);
}

/**
 * All sections of a kind of a report, such as its plans; undefined where there is no such report (any more).
 */
export function sectionsOfKindView(
  reportId: string,
  kind: SectionKind,
  page: number,
  context: CommandContext,
): Message | undefined {
  const report = context.index.report(reportId);
  if (!report) return undefined;
  const sections = sectionsOfKind(report, kind);
  if (sections.length === 0) {
    const texts = TEXTS[context.locale];
    return [{ type: 'paragraph', text: texts.sectionLacking(report.title, texts.sectionKindName(kind)) }];
  }
  const turnTo: TurnTo = (to) => ({ verb: 'kind', args: [reportId, kind, String(to)] });
  return readingView({ report, sections, page, turnTo }, context);
}

type TurnTo = (page: number) => Action;

interface Reading {
  report: Report;
  /** Indexes of sections in the report. */
  sections: number[];
  page: number;
  turnTo: TurnTo;
}

function readingView(
  { report, sections, page, turnTo }: Reading,
  { index, locale, mark }: CommandContext,
): Message | undefined {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const read = readPage(report, sections, page, index);
  if (!read) return undefined;
  return [
    { type: 'heading', text: headingOf(read, texts.pageOf(read.page + 1, read.pages)) },
    ...read.groups.map(({ path, quotes }) => quoteList(report.title, path, quotes)),
    ...pageButtons(read.page, read.pages, texts, (to, label) => maker.turn(label, turnTo(to))),
  ];
}

const headingOf = ({ report, pages }: ReadingPage, pageLabel: string) =>
  pages > 1 ? `${markedTitle(report.title)} · ${pageLabel}` : markedTitle(report.title);
