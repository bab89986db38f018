// A question to all reports: which of them say it, best first, and how many do not.
import {
  authorTypesIn,
  isOfType,
  isOutsidePeriod,
  type ResolvedQuestion,
  type SurveyForm,
} from '../question/index.ts';
import { maxOf, type Report } from '../reports/index.ts';
import { EXCLUDED, type PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { inTurns } from './in-turns.ts';
import { citeStatement, type Statement, StatementFinder } from './statements.ts';

/** How many of the reports that were asked say it. */
export interface SurveyCount {
  asked: number;
  saying: number;
}

/** What the reports say, those of one author together. */
export interface Survey {
  shown: CitedQuote[];
  further: CitedQuote[];
  count: SurveyCount;
  /** Titles of the reports that do not say it. */
  silent: string[];
  /** Whether a report by an author of another kind says it far better: what is asked for is a part of its matter. */
  isOfOthers(): boolean;
}

/** A report says it where its best sentence covers this share of what the best of all covers. */
const MIN_SHARE = 0.5;
/** The same where the first or the last one counts: a doubtful one must not be it. */
const MIN_SHARE_IN_TIME = 0.8;
/** A further sentence of a report must come this close to its first. */
const MIN_SHARE_OF_BEST = 0.7;
const MAX_QUOTES_PER_REPORT = 3;

/** Authors of the asked kind that cover less than this share of what others cover do not speak of it. */
const MIN_SHARE_OF_OTHERS = 0.7;

interface Saying {
  number: number;
  report: Report;
  statements: Statement[];
}

/**
 * Asks all reports that the question does not rule out.
 * @param author the reports to which it is confined, by number; undefined for all
 */
export function survey(
  question: ResolvedQuestion,
  index: PassageIndex,
  referents: Float64Array,
  form: SurveyForm,
  author: ReadonlySet<number> | undefined,
): Survey {
  const open = [...index.reports.keys()].filter((number) => referents[number] !== EXCLUDED);
  const isOpen = (number: number) => isAskedFor(question, index, number) && (!author || author.has(number));
  const asked = open.filter(isOpen);
  const finder = new StatementFinder(question, index);
  const heard = asked
    .map((number): Saying => ({ number, report: index.reports[number], statements: finder.of(number) }))
    .filter(({ statements }) => statements.length > 0);
  const most = Math.max(0, ...heard.map(({ statements }) => statements[0].coverage));
  const minShare = form.order === 'best' ? MIN_SHARE : MIN_SHARE_IN_TIME;
  const saying = heard
    .filter(({ statements }) => most > 0 && statements[0].coverage >= most * minShare)
    .sort(ORDERS[form.order]);
  const groups = form.order === 'best' ? grouped(saying) : saying.map((each) => [each]);
  const { shown, further } = inTurns(
    groups.map((group) => quotesOf(group, question)),
    'by turn',
  );
  const mostOfOthers = () =>
    maxOf([
      0,
      ...open.filter((number) => !isOpen(number)).map((number) => finder.of(number)[0]?.coverage ?? 0),
    ]);
  const said = new Set(saying.map(({ number }) => number));
  return {
    shown,
    further,
    count: { asked: asked.length, saying: saying.length },
    isOfOthers: () => most < mostOfOthers() * MIN_SHARE_OF_OTHERS,
    silent: asked.filter((number) => !said.has(number)).map((number) => index.reports[number].title),
  };
}

/** By when a report was written: that of a half year comes before that of the year. ISO dates, compared as text. */
const timeOf = ({ report }: Saying): string => {
  const { end, start } = report.period ?? report.plannedFor ?? { end: '', start: '' };
  return `${end} ${start}`;
};
const byTime = (a: Saying, b: Saying): number => timeOf(a).localeCompare(timeOf(b));

const ORDERS: Record<SurveyForm['order'], (a: Saying, b: Saying) => number> = {
  best: (a, b) => b.statements[0].score - a.statements[0].score,
  earliest: byTime,
  latest: (a, b) => byTime(b, a),
};

function quotesOf(group: Saying[], question: ResolvedQuestion): CitedQuote[] {
  const best = group.map(({ statements }) => statements[0]);
  const more = group.flatMap(({ statements }) =>
    statements
      .slice(1, MAX_QUOTES_PER_REPORT)
      .filter(({ score }) => score >= statements[0].score * MIN_SHARE_OF_BEST),
  );
  return [...best, ...more].map((statement) => citeStatement(statement, question));
}

/** A name that a report masks (XX镇) is the name of no author. */
const MASKED = /[xX]{2}|^[xX]?[镇乡]$/;

/** The reports of one author together, in the order of their best. */
function grouped(saying: Saying[]): Saying[][] {
  const groups = new Map<string, Saying[]>();
  for (const each of saying) {
    const { agency } = each.report;
    const author = agency === undefined || MASKED.test(agency) ? each.report.id : agency;
    groups.set(author, [...(groups.get(author) ?? []), each]);
  }
  return [...groups.values()];
}

/** 哪些局 asks for bureaus only; 除了统计局 leaves that one out. */
function isAskedFor(question: ResolvedQuestion, index: PassageIndex, number: number): boolean {
  const report = index.reports[number];
  const { reading, period, cues, agencies } = question;
  const types = authorTypesIn(withoutNames(reading.normalised, agencies));
  if (types.length > 0 && !types.some((type) => isOfType(report, type))) return false;
  if (period && isOutsidePeriod(period, report, undefined)) return false;
  return !cues.exception || !agencies.some(({ fits }) => fits.has(number));
}

/** The bureau of "besides the forestry bureau" is no kind that is asked. */
const withoutNames = (question: string, agencies: ResolvedQuestion['agencies']): string =>
  agencies
    .filter(({ fits }) => fits.size > 0)
    .reduce((text, { text: name }) => text.replace(name, ' '), question);
