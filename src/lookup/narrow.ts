// Narrows a look-up to some reports by what a person wrote for report, agency, period and kind.
import { normalise } from '../language/index.ts';
import { agencyMatch, periodFit, periodIn } from '../question/index.ts';
import type { ReportKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { suggest } from './suggest.ts';
import type { Suggestion } from './suggest-table.ts';

/** Filters as a person types them: a title or part of one, an id, an abbreviation. */
export interface Filters {
  report?: string;
  agency?: string;
  period?: string;
  kind?: ReportKind;
}

/** The reports that match, or the filter that matches none, with values that would match. */
export type Narrowed =
  | { ok: true; reports: number[] }
  | { ok: false; filter: keyof Filters; text: string; nearest: Suggestion[] };

/** A filter may stand for several names. */
const MAX_NAMES = 25;

/** The reports that fit all filters, in the order of the index; all reports without a filter. */
export function narrow(filters: Filters, index: PassageIndex): Narrowed {
  let reports = [...index.reports.keys()];
  for (const filter of ['report', 'agency', 'period'] as const) {
    const text = filters[filter]?.trim();
    if (!text) continue;
    const fitting = FINDERS[filter](text, index);
    const remaining = reports.filter((report) => fitting.has(report));
    if (remaining.length === 0)
      return { ok: false, filter, text, nearest: alternatives(filter, reports, index) };
    reports = remaining;
  }
  const { kind } = filters;
  if (!kind) return { ok: true, reports };
  const ofKind = reports.filter((report) => index.reports[report].kind === kind);
  return ofKind.length > 0
    ? { ok: true, reports: ofKind }
    : { ok: false, filter: 'kind', text: kind, nearest: alternatives('kind', reports, index) };
}

/** The label of a whole year is also what people write for any period in it. */
const YEAR = /^\d{4}年$/;

/** 2023H1, written together, is 2023 H1. */
const JOINED = /(?<=^20\d\d)(?=[hq]\d$)/;

type Finder = (text: string, index: PassageIndex) => ReadonlySet<number>;

const FINDERS: Record<'report' | 'agency' | 'period', Finder> = {
  report: (text, index) => {
    const ids = reportIds(text, index);
    return numbersOf(index, ({ id }) => ids.has(id));
  },
  agency: (text, index) => {
    const names = agencyNames(text, index);
    return numbersOf(index, ({ agency }) => agency !== undefined && names.has(agency));
  },
  period: (text, index) => {
    const labelled = numbersOf(index, ({ period, plannedFor }) =>
      [period?.label, plannedFor?.label].includes(text),
    );
    if (labelled.size > 0 && !YEAR.test(text)) return labelled;
    const asked = periodIn(normalise(text).replace(JOINED, ' '));
    if (asked) return numbersOf(index, (report) => periodFit(asked, report, undefined) > 0);
    const labels = new Set(namesFor('period', text, index));
    return numbersOf(index, ({ period }) => period !== undefined && labels.has(period.label));
  },
};

function numbersOf(
  index: PassageIndex,
  fits: (report: PassageIndex['reports'][number]) => boolean,
): Set<number> {
  return new Set([...index.reports.keys()].filter((number) => fits(index.reports[number])));
}

function reportIds(text: string, index: PassageIndex): Set<string> {
  if (index.reports.some(({ id }) => id === text)) return new Set([text]);
  return new Set(namesFor('report', text, index));
}

/** Names that a text may stand for. The exact name of an office stands for its longer form too: 澜棠县林业局. */
function agencyNames(text: string, index: PassageIndex): Set<string> {
  const suggestions = suggest('agency', text, index, MAX_NAMES).map(({ value }) => value);
  if (!suggestions.includes(text)) return new Set(suggestions);
  return new Set(suggestions.filter((name) => name === text || agencyMatch(text, name) === 1));
}

/** The exact name, else all that a text may stand for. */
function namesFor(kind: 'report' | 'period', text: string, index: PassageIndex): string[] {
  const suggestions = suggest(kind, text, index, MAX_NAMES);
  const exact = suggestions.filter(({ label, value }) => value === text || label === text);
  return (exact.length > 0 ? exact : suggestions).map(({ value }) => value);
}

/** Values of a filter that the reports left by the other filters have. */
function alternatives(filter: keyof Filters, reports: number[], index: PassageIndex): Suggestion[] {
  const names = reports.flatMap((number): Suggestion[] => {
    const { id, title, agency, period, kind } = index.reports[number];
    if (filter === 'report') return [{ label: title, value: id }];
    const name = { agency, period: period?.label, kind }[filter];
    return name ? [{ label: name, value: name }] : [];
  });
  return [...new Map(names.map((name) => [name.value, name])).values()].slice(0, MAX_NAMES);
}
