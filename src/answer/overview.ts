// An overview: all points of one part of one report, in order, each a quote of its heading or its words.
import type { Question } from '../question/index.ts';
import type { PartKind, Report, ReportFile, Section } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';

/** The report that an overview question means: the one that holds most of its words and has the part. */
export function overviewOf(question: Question, index: PassageIndex): CitedQuote[] {
  const { part } = question;
  if (!part) return [];
  const scores = index.reportScores(question.tokens);
  const ranked = index.reports
    .map((report, number) => ({ report, score: scores[number] }))
    .filter(({ report, score }) => score > 0 && report.sections.some((section) => section.kind === part))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  if (!best) return [];
  const file = index.files.find((candidate) => candidate.reports.includes(best.report));
  return file ? pointsOf(file, best.report, part, question) : [];
}

/** The quotes that list a part's points. */
function pointsOf(file: ReportFile, report: Report, part: PartKind, question: Question): CitedQuote[] {
  const quotes: CitedQuote[] = [];
  report.sections.forEach((section, index) => {
    if (index > 0 && section.kind === part && !isInside(report, section, part)) {
      quotes.push(...pointsUnder(file, report, index, question));
    }
  });
  return quotes;
}

/** True for a section whose parent already belongs to the part. */
function isInside(report: Report, section: Section, part: PartKind): boolean {
  return section.parent > 0 && report.sections[section.parent].kind === part;
}

/** Headings of the sections just below; where there are none, the passages themselves. */
function pointsUnder(file: ReportFile, report: Report, index: number, question: Question): CitedQuote[] {
  const children = report.sections
    .map((section, i) => ({ section, i }))
    .filter(({ section }) => section.parent === index);
  const headed = children.filter(({ section }) => section.heading);
  if (headed.length > 0) {
    return headed.flatMap(({ section, i }) =>
      section.heading ? [cite(file, report, i, section.heading, question.tokens)] : [],
    );
  }
  const passages = report.passages.filter((passage) => passage.section === index);
  return passages.map((passage) => cite(file, report, index, passage, question.tokens));
}
