// The period that a report covers, and the period that it plans for.

/** A year, a half or a quarter. `start` and `end` are ISO dates, both inclusive. */
export interface Period {
  label: string;
  start: string;
  end: string;
}

export type PeriodPart = 'year' | 'first-half' | 'second-half' | 'three-quarters' | 1 | 2 | 3 | 4;

const PARTS: { part: PeriodPart; pattern: RegExp; label: string; months: [number, number] }[] = [
  { part: 'first-half', pattern: /上半年|半年度|年中/, label: '上半年', months: [1, 6] },
  { part: 'second-half', pattern: /下半年/, label: '下半年', months: [7, 12] },
  {
    part: 'three-quarters',
    pattern: /前三季度|前[三3]个季度|1\s*[-—至]\s*9月/,
    label: '前三季度',
    months: [1, 9],
  },
  { part: 1, pattern: /第?[一1]季度/, label: '第一季度', months: [1, 3] },
  { part: 2, pattern: /第?[二2]季度/, label: '第二季度', months: [4, 6] },
  { part: 3, pattern: /(?<!前)第?[三3]季度/, label: '第三季度', months: [7, 9] },
  { part: 4, pattern: /第?[四4]季度/, label: '第四季度', months: [10, 12] },
];

export function periodOf(year: number, part: PeriodPart): Period {
  const entry = PARTS.find((candidate) => candidate.part === part);
  const [first, last] = entry?.months ?? [1, 12];
  const lastDay = new Date(Date.UTC(year, last, 0)).getUTCDate();
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    label: `${year}年${entry?.label ?? ''}`,
    start: `${year}-${two(first)}-01`,
    end: `${year}-${two(last)}-${two(lastDay)}`,
  };
}

/** Whole years, both included. */
export function yearsPeriod(first: number, last: number): Period {
  const label = first === last ? `${first}年` : `${first}—${last}年`;
  return { label, start: `${first}-01-01`, end: `${last}-12-31` };
}

const YEAR = /(?<!\d)(20[0-4]\d)\s*(?:年|(?=H[12]\b)|(?=[—-]\s*20[0-4]\d年))/;

/** The first period in a phrase such as 2023年度上半年; undefined where it names no year. */
export function firstPeriodIn(text: string): Period | undefined {
  const year = YEAR.exec(text);
  if (!year) return undefined;
  const after = text.slice(year.index, year.index + 12);
  const nextYear = YEAR.exec(after.slice(4));
  const phrase = nextYear ? after.slice(0, nextYear.index + 4) : after;
  const part = PARTS.map((entry) => ({ entry, at: phrase.search(entry.pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  return periodOf(Number(year[1]), part?.entry.part ?? 'year');
}

/** The following period: the second half after the first, the next year after a year or a second half. */
export function nextPeriod(period: Period): Period {
  const year = Number(period.start.slice(0, 4));
  const months = `${period.start.slice(5, 7)}-${period.end.slice(5, 7)}`;
  if (months === '01-06') return periodOf(year, 'second-half');
  if (months === '01-12' || months === '07-12') return periodOf(year + 1, 'year');
  if (months === '01-09') return periodOf(year, 4);
  const quarter = PARTS.find(
    (entry) => typeof entry.part === 'number' && entry.months[1] === Number(period.end.slice(5, 7)),
  );
  const part = quarter?.part;
  return typeof part === 'number' && part < 4
    ? periodOf(year, (part + 1) as PeriodPart)
    : periodOf(year + 1, 1);
}

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
  for (const match of text.matchAll(/20\d\d年/g)) {
    const period = firstPeriodIn(text.slice(match.index));
    if (period && covered && period.start > covered.start && period.start > covered.end.slice(0, 7))
      return period;
  }
  if (covered && /下半年/.test(text) && covered.end.slice(5, 7) === '06') return nextPeriod(covered);
  return undefined;
}
