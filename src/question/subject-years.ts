// Years as subjects of a comparison: two years of one author, a year's target and its outcome.
import type { Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { yearsNamedIn } from './asked-period.ts';
import { type NamedPeriod, periodFit } from './period.ts';
import type { NamedSubject, Subject } from './subject.ts';
import type { Question } from './understand.ts';

/**
 * The subjects where a question names several years, or holds the target of a year against what came of it; undefined
 * where it does neither.
 * @param named subjects of other kinds: each of several is confined to its own years
 */
export function overYears(
  question: Question,
  index: PassageIndex,
  named: NamedSubject[],
): Subject[] | undefined {
  const { normalised } = question.reading;
  const years = yearsNamedIn(normalised);
  if (years.length === 0 && !question.period) return undefined;
  if (named.length >= 2) return named.map((subject, i) => within(subject, named[i + 1], question, index));
  const author = named[0]?.isNamed ? named[0] : undefined; // a place in the topic confines no years
  const reports = author ? [...author.reports] : [...index.reports.keys()];
  const distinct = [...new Set(years.map(({ year }) => year))].sort();
  if (distinct.length === 1 && !holdsTargetAgainstOutcome(question)) return undefined;
  if (distinct.length === 0) return undefined;
  const byYear = distinct.map((year) => ({
    year,
    reports: about(reports, year, question, index, distinct.length === 1),
  }));
  if (!author)
    return byYear.map(({ year, reports: found }) => ({ name: String(year), reports: new Set(found) }));
  const all = [...new Set(byYear.flatMap(({ reports: found }) => found))].sort(
    (a, b) => timeOf(index.reports[a]) - timeOf(index.reports[b]),
  );
  return all.map((number) => ({ name: index.reports[number].title, reports: new Set([number]) }));
}

/** A subject with the reports of the years that are named beside it. */
function within(
  subject: NamedSubject,
  next: NamedSubject | undefined,
  question: Question,
  index: PassageIndex,
): Subject {
  const all = yearsNamedIn(question.reading.normalised);
  const beside = all.filter(({ start }) => start >= subject.start && (!next || start < next.start));
  const years = [...new Set((beside.length > 0 ? beside : all).map(({ year }) => year))];
  const own = [...subject.reports];
  const reports =
    years.length > 0
      ? years.flatMap((year) => about(own, year, question, index))
      : ofPeriod(own, question, index);
  return { name: subject.name, reports: reports.length > 0 ? new Set(reports) : subject.reports };
}

/** The reports that fit the named period best: those of a half without a year. */
function ofPeriod(
  reports: readonly number[],
  { period, sectionKind }: Question,
  index: PassageIndex,
): number[] {
  if (!period) return [...reports];
  const fits = reports.map((number) => periodFit(period, index.reports[number], sectionKind));
  const best = Math.max(0, ...fits);
  return best > 0 ? reports.filter((_, i) => fits[i] === best) : [...reports];
}

/** The reports that are about a year, or about the named half or quarter of it where some are: covering it or planning for it, as is asked. */
function about(
  reports: readonly number[],
  year: number,
  question: Question,
  index: PassageIndex,
  both = false,
): number[] {
  const found = reports.filter((number) => isAbout(index.reports[number], year, both ? undefined : question));
  if (!question.period) return found;
  const asked: NamedPeriod = { ...question.period, year, nextYear: false };
  if (!asked.half && !asked.quarter) return found;
  return ofPeriod(found, { ...question, period: asked }, index);
}

/** Whether a report covers a year or plans for it, whichever is asked about; either where no question is given. */
function isAbout(report: Report, year: number, question: Question | undefined): boolean {
  const covers = holds(report.period, year);
  const plans = holds(report.plannedFor, year);
  if (!question) return covers || plans;
  const { sectionKind, cues } = question;
  if (sectionKind === 'plans' && report.plannedFor) return plans;
  const isPast = cues.figure || sectionKind === 'achievements' || sectionKind === 'problems';
  return isPast && report.period ? covers : covers || plans;
}

const holds = (period: Report['period'], year: number): boolean =>
  period !== undefined && Number(period.start.slice(0, 4)) <= year && Number(period.end.slice(0, 4)) >= year;

const timeOf = ({ period, plannedFor }: Report): number =>
  Number((period ?? plannedFor)?.start.slice(0, 4) ?? 0);

/** Words for a target and words for what came of it, or for holding one against the other. */
function holdsTargetAgainstOutcome({ reading: { spans } }: Question): boolean {
  const groups = new Set(spans.map(({ group }) => group));
  return groups.has('plans') && (groups.has('achievements') || groups.has('compare'));
}
