// A report at a glance: agency, period, kind, and its headings to choose from.
import { outlineOf } from '../../lookup/index.ts';
import { MAX_OPTIONS, type Message, markedTitle, shownName, TEXTS } from '../../message/index.ts';
import { isDated, type Report, type SectionKind } from '../../reports/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { timeOf } from './report-line.ts';

/** Headings down to this level are shown, or of the first level only where they are too many for a choice. */
const MAX_DEPTH = 2;

export function cardView(report: Report, { index, locale, mark }: CommandContext): Message {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  const { agency, period, plannedFor, kind, file, titled } = report;
  const deep = outlineOf(report, index, MAX_DEPTH);
  const outline = deep.length <= MAX_OPTIONS ? deep : outlineOf(report, index, 1).slice(0, MAX_OPTIONS);
  const facts = [
    ...(agency ? [texts.authorIs(agency)] : []),
    ...(period
      ? [isDated(kind) ? texts.timeIs(texts.periodName(period)) : texts.covers(texts.periodName(period))]
      : []),
    ...(plannedFor ? [texts.plansFor(texts.periodName(plannedFor))] : []),
    texts.kindIs(texts.kindName(kind)),
    texts.fileIs(shownName(file)),
    ...(titled ? [] : [texts.untitled()]),
  ];
  return [
    { type: 'heading', text: markedTitle(report.title) },
    { type: 'list', items: facts },
    ...(outline.length > 0
      ? ([
          { type: 'paragraph', text: texts.outlineHeading() },
          { type: 'list', items: outline.map(({ heading, depth }) => `${'　'.repeat(depth - 1)}${heading}`) },
          {
            type: 'choice',
            prompt: texts.readWhichSection(),
            options: outline.map(({ section, heading, kind: part }) => ({
              ...maker.open(heading, { verb: 'section', args: [report.id, String(section), '0'] }),
              description: part === 'none' ? '' : texts.sectionKindName(part),
            })),
          },
        ] satisfies Message)
      : ([
          {
            type: 'buttons',
            buttons: [maker.open(texts.readAll(), { verb: 'section', args: [report.id, '0', '0'] })],
          },
        ] satisfies Message)),
  ];
}

/** A choice of reports; each opens at the section kind that was asked for. */
export function reportChoice(
  reports: Report[],
  part: SectionKind | undefined,
  { locale, mark }: CommandContext,
): Message {
  const texts = TEXTS[locale];
  const maker = new ButtonMaker(mark);
  return [
    {
      type: 'choice',
      prompt: texts.whichReport(),
      options: reports.slice(0, MAX_OPTIONS).map((report) => ({
        ...maker.open(
          report.title,
          part ? { verb: 'kind', args: [report.id, part, '0'] } : { verb: 'card', args: [report.id] },
        ),
        description: timeOf(report, texts),
      })),
    },
  ];
}
