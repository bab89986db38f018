// Years as subjects of a comparison: two years of one author, a year's target and its outcome.
import type { Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { yearsNamedIn } from './period.ts';
import type { NamedSubject, Subject } from './subjects.ts';
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
  if (years.length === 0) return undefined;
  if (named.length >= 2) return named.map((subject, i) => within(subject, named[i + 1], question, index));
  const reports = named[0] ? [...named[0].reports] : [...index.reports.keys()];
  const distinct = [...new Set(years.map(({ year }) => year))].sort();
  if (distinct.length === 1 && !holdsTargetAgainstOutcome(question)) return undefined;
  const isAboutBoth = distinct.length === 1;
  const byYear = distinct.map((year) => ({
    year,
    reports: reports.filter((number) =>
      isAbout(index.reports[number], year, isAboutBoth ? undefined : question),
    ),
  }));
  if (named.length === 0)
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
  const years = new Set((beside.length > 0 ? beside : all).map(({ year }) => year));
  const reports = [...subject.reports].filter((number) =>
    [...years].some((year) => isAbout(index.reports[number], year, question)),
  );
  return { name: subject.name, reports: reports.length > 0 ? new Set(reports) : subject.reports };
}

/** Whether a report covers a year or plans for it, whichever is asked about. */
function isAbout(report: Report, year: number, question: Question | undefined): boolean {
  const covers = holds(report.period, year);
  const plans = holds(report.plannedFor, year);
  if (!question) return covers || plans;
  if (question.sectionKind === 'plans' && report.plannedFor) return plans;
  if ((question.cues.figure || question.sectionKind === 'achievements') && report.period) return covers;
  return covers || plans;
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
