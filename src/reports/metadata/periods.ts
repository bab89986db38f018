// The time that a report covers, or by which it is dated, and the time that it plans for, as its kind allows.
import { monthCount } from '../../language/index.ts';
import type { FrontEvidence } from '../front-lines.ts';
import { OPENING_LENGTH, type ReportEvidence, type ReportLanguage } from './evidence.ts';
import { isDated, mayPlan, type ReportKind } from './kind.ts';
import { isWithin, isYear, monthsPeriod, nextPeriod, type Period, yearsPeriod } from './period.ts';
import { Candidates } from './weighing.ts';
import { firstDateIn, firstPeriodIn, periodsIn } from './written-period.ts';

/** What tells of a report's time. */
export interface TimeEvidence
  extends Pick<ReportEvidence, 'names' | 'stated' | 'collectionTitle' | 'lines' | 'listedAs' | 'signature'> {
  kind: ReportKind;
  titles: readonly string[];
  /** Lines around the title and short first lines. */
  letterhead: readonly string[];
  front: FrontEvidence;
  language: ReportLanguage;
}

const WEIGHTS = {
  title: 10,
  statedTitle: 5,
  letterhead: 4.5,
  span: 4,
  file: 3.5,
  opening: 3,
  folder: 2.5,
  collection: 2,
  date: 7,
  published: 1,
};
/** The number of lines in which a report states its period. */
const OPENING_LINES = 6;

/** The period that a report covers; one that only plans covers none. */
export function coveredPeriod(evidence: TimeEvidence): Period | undefined {
  return evidence.kind === 'plan' ? undefined : namedPeriod(evidence);
}

/** The period that a report names as its own, whether it looks back on it or plans for it. */
export function namedPeriod(evidence: TimeEvidence): Period | undefined {
  const found = new Map<string, Period>();
  const candidates = new Candidates<string>();
  const add = (period: Period | undefined, kind: string, weight: number) => {
    if (!period) return;
    found.set(period.label, period);
    candidates.add(period.label, kind, weight);
  };
  const { titles, language, names, lines, letterhead, kind } = evidence;
  const opening = lines.slice(0, OPENING_LINES).join('\n');
  const inTitles = titles.map((title) => spanIn(title, 'title', language));
  add(inTitles[0] ?? spanIn(evidence.listedAs, 'title', language), 'title', WEIGHTS.title);
  add(inTitles[1], 'stated title', WEIGHTS.statedTitle);
  add(spanIn(letterhead.join('\n'), 'text', language), 'letterhead', WEIGHTS.letterhead);
  add(statedSpanIn(lines, language), 'stated span', WEIGHTS.span);
  add(spanIn(names.at(-1) ?? '', 'title', language), 'file name', WEIGHTS.file);
  add(spanIn(names.slice(0, -1).join(' '), 'title', language), 'folder', WEIGHTS.folder);
  add(spanIn(evidence.collectionTitle, 'title', language), 'collection', WEIGHTS.collection);
  if (!isDated(kind)) add(yearIn(opening, language), 'opening', WEIGHTS.opening);
  if (isDated(kind)) {
    add(dateOf(evidence), 'date', WEIGHTS.date);
    add(publishedOn(evidence), 'date of publishing', WEIGHTS.published);
    if (kind === 'document' && language === 'zh')
      add(yearIn(opening, language), 'opening', WEIGHTS.published / 2);
  }
  const best = found.get(candidates.best() ?? '');
  const exact = statedSpanIn(lines, language);
  return best && exact && isSameYear(exact, best) ? exact : best;
}

/** The first period of a text that is no date. */
const spanIn = (text: string, where: 'title' | 'text', language: ReportLanguage): Period | undefined =>
  periodsIn(text, where, language).find(({ isDate }) => !isDate)?.period;

/** The first period of running text; of a date its year. */
function yearIn(text: string, language: ReportLanguage): Period | undefined {
  const [first] = periodsIn(text, 'text', language);
  if (!first) return undefined;
  const year = Number(first.period.start.slice(0, 4));
  return first.isDate ? yearsPeriod(year, year, language) : first.period;
}

/** 数据统计期限为2024年1月1日至12月31日. */
const DAYS =
  /((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日\s*[—–\-至到]{1,2}\s*(?:((?:19|20)\d\d)年)?(\d{1,2})月\d{1,2}日/;
/** A span shorter than this is some event. */
const MIN_SPAN_MONTHS = 3;

/** A span of days that the opening states as the one which is reported on. */
function statedSpanIn(lines: readonly string[], language: ReportLanguage): Period | undefined {
  const opening = lines.join('\n').slice(0, OPENING_LENGTH);
  const [, year, month, lastYear = year, lastMonth] = DAYS.exec(opening) ?? [];
  if (year !== undefined) {
    const months = (Number(lastYear) - Number(year)) * 12 + Number(lastMonth) - Number(month) + 1;
    if (months >= MIN_SPAN_MONTHS)
      return monthsPeriod(Number(year), Number(month), Number(month) + months - 1, language);
  }
  if (language === 'zh') return undefined;
  return periodsIn(opening, 'text', language).find(({ period, isDate }) => !isDate && isYear(period))?.period;
}

/** A year by its days is the year that a title names: 2024–25 from April to March, 2022 where it ends in 2022. */
const isSameYear = (exact: Period, named: Period): boolean =>
  isYear(exact) &&
  isYear(named) &&
  !isWithin(exact, named) &&
  exact.end.slice(0, 4) === named.end.slice(0, 4);

/** When it was given, decided or issued. */
function dateOf({
  titles,
  front,
  letterhead,
  signature,
  lines,
  language,
  kind,
}: TimeEvidence): Period | undefined {
  const { given } = front;
  if (given?.month !== undefined) return monthsPeriod(given.year, given.month, given.month, language);
  const inHead = firstDateIn([...titles, ...letterhead].join('\n'), language);
  if (inHead) return inHead;
  const signed = firstDateIn(signature.join('\n'), language);
  if (signed) return signed;
  if (kind !== 'minutes' && kind !== 'notice') return undefined;
  return (
    firstDateIn(lines.slice(0, OPENING_LINES).join('\n'), language) ??
    firstDateIn(lines.slice(-2).join('\n'), language)
  );
}

/** The day of publishing that the format states; a time of day is when a program wrote the file. */
const publishedOn = ({ stated, language }: TimeEvidence): Period | undefined =>
  stated.date && !/T\d\d:\d\d/.test(stated.date) ? firstPeriodIn(stated.date, 'title', language) : undefined;

/** What is planned for: by a plan its own years, else what its plans say, as far as its kind has any. */
export function plannedFor(
  kind: ReportKind,
  {
    covered,
    named,
    title,
    planHeadings,
  }: { covered: Period | undefined; named: Period | undefined; title: string; planHeadings: string[] },
): Period | undefined {
  if (kind === 'plan') return named;
  if (!mayPlan(kind)) return undefined;
  if (kind === 'budget-report' && isEstimate(title)) return laterPeriodIn(title, named) ?? named;
  const planned = plannedPeriod(covered, title, planHeadings);
  // what follows the month by which a document is dated is nothing that it plans for
  const isByDate = kind === 'document' && covered !== undefined && monthCount(covered) === 1;
  return isByDate && planned?.label === nextPeriod(covered).label ? undefined : planned;
}

/** A budget that tells nothing of how the last one was spent is the plan of its year. */
const isEstimate = (title: string): boolean =>
  /预算|budget|estimates/i.test(title) && !/执行|决算|account|outturn/i.test(title);

/**
 * The later period that the title or a plan heading names, else the one after the covered period.
 * @param planHeadings headings of the plan sections; without any, the report plans nothing
 */
export function plannedPeriod(
  covered: Period | undefined,
  title: string,
  planHeadings: string[],
): Period | undefined {
  if (planHeadings.length === 0) return undefined;
  for (const text of [title, ...planHeadings]) {
    const named = laterPeriodIn(text, covered);
    if (named) return named;
  }
  return covered && nextPeriod(covered);
}

function laterPeriodIn(text: string, covered: Period | undefined): Period | undefined {
  if (!covered) return undefined;
  const language: ReportLanguage = /[年月]/.test(covered.label) ? 'zh' : 'en';
  const later = periodsIn(text, 'title', language).find(
    ({ period }) => period.start > covered.start && period.start > covered.end.slice(0, 7),
  );
  if (later) return later.period;
  if (/下半年/.test(text) && covered.end.slice(5, 7) === '06') return nextPeriod(covered);
  return undefined;
}
