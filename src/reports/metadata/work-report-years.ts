// The years of a government work report: it is given early in a year, looks back on the one before, or on five at the end of
// a term, and plans for its own. Dates, titles, names, headings and openings of paragraphs vote for the year.
import type { WrittenDate } from './written-date.ts';
import { dateIn, yearsIn } from './written-date.ts';

interface YearEvidence {
  given?: WrittenDate | undefined;
  titles: readonly string[];
  /** The file's name without its ending. */
  fileName: string;
  /** All lines of the report. */
  lines: readonly string[];
}

interface WorkReportYears {
  /** The year in which it was given, for which it plans. */
  given: number;
  /** It looks back on this many years. */
  yearsCovered: number;
}

const WEIGHTS = { given: 5, reviewHeading: 4, planHeading: 4, aims: 4, title: 3, file: 2, opening: 2 };
const MAX_HEADING_LENGTH = 45;
const REVIEW = /回顾|总结|完成情况|执行情况|基本情况|主要成就|发展成就/;
const PLAN = /安排|任务|目标|要求|建议|重点|部署|打算|思路/;
const AIMS = /^.{0,6}?年.{0,14}(?:总体要求|预期目标|总体思路|主要目标|基本要求|指导思想|工作重点)/;
/** A term of a government has five years. */
const TERM_YEARS = 5;
const TERM = /(?:过去|近|前)?(?:的)?(?:五|5)年|(?:本届|上届|九届|[一二三四五六七八九十]届)政府/;

/** Undefined where nothing names a year. */
export function workReportYears({
  given,
  titles,
  fileName,
  lines,
}: YearEvidence): WorkReportYears | undefined {
  const votes = new Map<number, number>();
  const vote = (year: number | undefined, weight: number) => {
    if (year !== undefined && year >= 1900 && year < 2100) votes.set(year, (votes.get(year) ?? 0) + weight);
  };
  vote(given?.year, WEIGHTS.given);
  vote(
    titles.map((title) => dateIn(title)?.year ?? yearsIn(title)[0]).find((year) => year !== undefined),
    WEIGHTS.title,
  );
  vote(Number(/(?<!\d)(?:19|20)\d\d(?!\d)/.exec(fileName)?.[0] ?? Number.NaN), WEIGHTS.file);
  const headings = lines.filter((line) => line.length <= MAX_HEADING_LENGTH && !/[。；！？]$/.test(line));
  const review = headings.find((line) => REVIEW.test(line) && yearsIn(line).length > 0);
  const isBoth = review !== undefined && PLAN.test(review) && yearsIn(review).length > 1;
  if (review) vote(Math.max(...yearsIn(review)) + (isBoth ? 0 : 1), WEIGHTS.reviewHeading);
  const plan = headings.find(
    (line) => line !== review && PLAN.test(line) && !REVIEW.test(line) && yearsIn(line).length > 0,
  );
  if (plan) vote(Math.min(...yearsIn(plan)), WEIGHTS.planHeading);
  const aims = lines.find((line) => AIMS.test(line) && yearsIn(line.slice(0, 12)).length > 0);
  if (aims) vote(yearsIn(aims)[0], WEIGHTS.aims);
  const opening = lines.find(
    (line) => line.length > MAX_HEADING_LENGTH && yearsIn(line.slice(0, 8)).length > 0,
  );
  if (opening) vote((yearsIn(opening)[0] ?? Number.NaN) + 1, WEIGHTS.opening);
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  if (!best) return undefined;
  const reviewed = headings.find((line) => REVIEW.test(line));
  const isTerm = reviewed !== undefined && TERM.test(reviewed) && yearsIn(reviewed).length === 0;
  return { given: best[0], yearsCovered: isTerm ? TERM_YEARS : 1 };
}
