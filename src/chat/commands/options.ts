// Options that several commands share, and how they narrow the reports.
import { type Filters, type Narrowed, narrow, type Suggestion } from '../../lookup/index.ts';
import { LANGUAGES, type Message, TEXTS } from '../../message/index.ts';
import { REPORT_KINDS, type ReportKind } from '../../reports/index.ts';
import type { CommandContext, CommandResult } from '../command.ts';

export const REPORT_OPTION = { suggests: 'report' } as const;
export const AGENCY_OPTION = { suggests: 'agency' } as const;
export const PERIOD_OPTION = { suggests: 'period' } as const;

/** A section kind. */
export const PART_OPTION = {
  choices: ['achievements', 'problems', 'plans', 'highlights', 'suggestions'],
} as const;

export const KIND_OPTION = { choices: REPORT_KINDS } as const;

/**
 * The numbers of the reports that match the filters, or the result for the asker where a filter matches none.
 */
export function narrowed(
  filters: Filters,
  context: CommandContext,
): { ok: true; reports: number[] } | { ok: false; result: CommandResult } {
  const found = narrow(filters, context.index);
  return found.ok
    ? found
    : { ok: false, result: { message: refusalOf(found, context), locale: context.locale } };
}

/** Names to suggest where one was not found. */
const MAX_OFFERED = 10;

function refusalOf(
  { filter, text, nearest }: Extract<Narrowed, { ok: false }>,
  { locale }: CommandContext,
): Message {
  const texts = TEXTS[locale];
  const kinds = LANGUAGES[locale].commands.commands.reports.options.kind.choices;
  const kindName = (kind: string) => kinds[kind as ReportKind];
  const shown = filter === 'kind' ? kindName(text) : text;
  const shownName = ({ label }: Suggestion) => (filter === 'kind' ? kindName(label) : label);
  return [
    { type: 'paragraph', text: texts.noSuchReports(texts.filterName(filter), shown) },
    ...(nearest.length > 0
      ? ([
          { type: 'paragraph', text: texts.thereAre() },
          { type: 'list', items: nearest.slice(0, MAX_OFFERED).map(shownName) },
        ] satisfies Message)
      : []),
  ];
}

/** Filters as words before the question, so that a follow-up keeps them. */
export function filterWords(
  { report, agency, period }: Filters,
  reports: number[],
  { index }: CommandContext,
): string {
  if (report && reports.length === 1) {
    const { title } = index.reports[reports[0]];
    return title;
  }
  return [report, agency, period].filter(Boolean).join(' ');
}
