// Which reports alone can answer a question for a part of one agency's reports, and what they leave out.
import { isOffice, periodFit, type Resolved } from '../question/index.ts';
import type { Report, SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** A report that does not reach the asked time says nothing of it. */
export const CANNOT_FIT = -0.5;

/**
 * The reports that alone can answer: those by the agency of which a part is asked for, with nothing else.
 * Undefined where the question leaves it open.
 * @param before the report that answered the question before, where this one asks on about it
 */
export function onlyReports(
  { named, part, topic }: Resolved,
  before: number | undefined,
): ReadonlySet<number> | undefined {
  if (part === undefined || topic.length > 0) return undefined;
  if (before !== undefined) return new Set([before]);
  const own = new Set(named.flatMap(({ fits }) => [...fits.keys()]));
  return own.size > 0 ? own : undefined;
}

/** The question names agencies, and this report is by none of them. */
export function isByNoneNamed(report: number, { named }: Resolved): boolean {
  const agencies = named.filter(({ isLocality }) => !isLocality);
  return agencies.length > 0 && !agencies.some(({ fits }) => fits.has(report));
}

/** The reports by the offices that a question names; undefined where it names a town or a place too, of which an office may tell. */
export function reportsOfOffices({ named }: Resolved): ReadonlySet<number> | undefined {
  if (!named.every(isOffice)) return undefined;
  return new Set(named.flatMap(({ fits }) => [...fits.keys()]));
}

/** All of these reports leave out the asked time or the asked part: another's would be no answer. */
export function isLeftOut({ time, part }: Resolved, own: ReadonlySet<number>, index: PassageIndex): boolean {
  return [...own].every((number) => {
    const report = index.reports[number];
    return !hasPart(report, part) || (time !== undefined && periodFit(time, report, part) <= CANNOT_FIT);
  });
}

/** Whether a report has a part of a kind. */
export const hasPart = ({ sections }: Report, part: SectionKind | undefined): boolean =>
  sections.some(({ kind }) => kind === part);

/** The report and the part that it lacks, where just one report is meant. */
export function lackingPart(
  { part }: Resolved,
  own: ReadonlySet<number>,
  index: PassageIndex,
): { report: string; part: SectionKind } | undefined {
  const [report, ...others] = [...own].map((number) => index.reports[number]);
  return part && others.length === 0 && !hasPart(report, part) ? { report: report.title, part } : undefined;
}
