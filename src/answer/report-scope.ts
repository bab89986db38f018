// The reports to which a question is confined, and whether they lack what it asks for.
import {
  comparedSubjects,
  isOffice,
  isOutsidePeriod,
  type ResolvedQuestion,
  referentsOf,
} from '../question/index.ts';
import { maxOf, type Report, type SectionKind } from '../reports/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';

/** Reports to which a question is confined from outside, by number, and the words that name them. */
export interface ReportScope {
  name: string;
  reports: ReadonlySet<number>;
}

/** A question that is confined to some reports, as if it named them. */
export function withScope(question: ResolvedQuestion, scope: ReportScope | undefined): ResolvedQuestion {
  if (!scope) return question;
  const fits = new Map([...scope.reports].map((report) => [report, 1]));
  return { ...question, agencies: [...question.agencies, { text: scope.name, start: 0, end: 0, fits }] };
}

/** The referents of a question, with reports outside the scope excluded. */
export function referentsInScope(
  question: ResolvedQuestion,
  index: PassageIndex,
  scope: ReportScope | undefined,
): Float64Array {
  return onlyAmong(referentsOf(question, index), scope?.reports);
}

/** The same referents, with all but some reports excluded; all stay where those are undefined. */
export const onlyAmong = (referents: Float64Array, reports: ReadonlySet<number> | undefined): Float64Array =>
  reports ? referents.map((fit, report) => (reports.has(report) ? fit : EXCLUDED)) : referents;

/** A report is by whoever is named where its fit comes this close to the best one. */
const SAME_NAME = 0.9;

/**
 * The reports by the authors that a question names, of the year that it names where there are any of that: no other report
 * answers it. Undefined where it names none, and where it asks all reports.
 */
export function confinedTo(question: ResolvedQuestion, index: PassageIndex): ReadonlySet<number> | undefined {
  const { agencies, period, sectionKind, shapes, continues } = question;
  if (
    continues ||
    shapes.survey > SURE ||
    !agencies.some(({ fits, isLocality }) => fits.size > 0 && !isLocality)
  )
    return undefined;
  const named = new Set(
    agencies.flatMap(({ fits }) => {
      const best = maxOf(fits.values());
      return [...fits].filter(([, fit]) => fit >= best * SAME_NAME).map(([report]) => report);
    }),
  );
  const ofPeriod = period
    ? [...named].filter((report) => !isOutsidePeriod(period, index.reports[report], sectionKind))
    : [];
  return ofPeriod.length > 0 ? new Set(ofPeriod) : named;
}

const SURE = 0.5;

const NONE: ReadonlySet<number> = new Set();

/** The reports of the one author that a question describes (那个搞龙舟会的镇) or half names; empty where it names one. */
export function describedReports(question: ResolvedQuestion, index: PassageIndex): ReadonlySet<number> {
  if (
    question.shapes.survey > SURE ||
    question.agencies.some(({ fits, isLocality }) => fits.size > 0 && !isLocality)
  )
    return NONE;
  const found = comparedSubjects(question, index).subjects.filter(({ reports }) => reports.size > 0);
  return found.length === 1 ? found[0].reports : NONE;
}

/**
 * The only reports that can answer a question for nothing but a section kind: those of the agencies that it
 * names. Undefined for any other question, and where it names none.
 * @param before the report that answered the question before, where this question continues it
 */
export function onlyReports(
  { agencies, sectionKind, topic }: ResolvedQuestion,
  before: number | undefined,
): ReadonlySet<number> | undefined {
  if (sectionKind === undefined || topic.length > 0) return undefined;
  if (before !== undefined) return new Set([before]);
  const reports = new Set(agencies.flatMap(({ fits }) => [...fits.keys()]));
  return reports.size > 0 ? reports : undefined;
}

/** Whether a question names agencies, none of which wrote this report. */
export function isByNoneNamed(report: number, question: ResolvedQuestion): boolean {
  const authors = question.agencies.filter(({ isLocality }) => !isLocality);
  return authors.length > 0 && !authors.some(({ fits }) => fits.has(report));
}

/** The reports by the offices that a question names; undefined where it also names a town or a locality. */
export function reportsOfOffices({ agencies }: ResolvedQuestion): ReadonlySet<number> | undefined {
  if (!agencies.every(isOffice)) return undefined;
  return new Set(agencies.flatMap(({ fits }) => [...fits.keys()]));
}

/** Whether each of these reports lacks the asked period or section kind: another would be no answer. */
export function lackWhatIsAsked(
  { period, sectionKind }: ResolvedQuestion,
  reports: ReadonlySet<number>,
  index: PassageIndex,
): boolean {
  return [...reports].every((number) => {
    const report = index.reports[number];
    const isOutside = period !== undefined && isOutsidePeriod(period, report, sectionKind);
    return isOutside || !hasSectionKind(report, sectionKind);
  });
}

/** A part likelier than this is meant where the reports that are named do not hold the likeliest one. */
const POSSIBLE_PART = 0.15;

/**
 * The question as asked for another part where the reports that it names do not hold the likeliest one for the named
 * time: what the coming year's 大事 are is asked of the plans.
 */
export function withHeldPart(question: ResolvedQuestion, index: PassageIndex): ResolvedQuestion {
  const only = onlyReports(question, undefined);
  if (!only || !lackWhatIsAsked(question, only, index)) return question;
  const shares = partShares(question.reading.parts);
  const held = [...shares]
    .filter(([, share]) => share >= POSSIBLE_PART)
    .sort(([, a], [, b]) => b - a)
    .find(([kind]) => !lackWhatIsAsked({ ...question, sectionKind: kind }, only, index))?.[0];
  return held ? { ...question, sectionKind: held } : question;
}

function partShares(logits: ResolvedQuestion['reading']['parts']): Map<SectionKind, number> {
  const entries = Object.entries(logits) as [SectionKind, number][];
  const sum = entries.reduce((total, [, logit]) => total + Math.exp(logit), 0);
  return new Map(
    entries.filter(([kind]) => kind !== 'none').map(([kind, logit]) => [kind, Math.exp(logit) / sum]),
  );
}

/** Whether a report has a section of a kind. */
export const hasSectionKind = ({ sections }: Report, asked: SectionKind | undefined): boolean =>
  sections.some(({ kind }) => kind === asked);

/** The report and the section kind that it lacks, where there is exactly one report. */
export function lackingSectionKind(
  { sectionKind }: ResolvedQuestion,
  reports: ReadonlySet<number>,
  index: PassageIndex,
): { report: string; sectionKind: SectionKind } | undefined {
  const [report, ...others] = [...reports].map((number) => index.reports[number]);
  if (!sectionKind || others.length > 0 || hasSectionKind(report, sectionKind)) return undefined;
  return { report: report.title, sectionKind };
}
