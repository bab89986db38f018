// From a question to an answer: quotes that hold it, or an honest no. Nothing here writes a word of its own about the reports.
import { type Language, referentsOf, resolve, type Resolved, understand } from '../question/index.ts';
import { isVerbatim } from '../reports/index.ts';
import { CoverageMeter, type PassageIndex, type SectionScore } from '../search/index.ts';
import { comparison, survey } from './across-reports.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { factQuotes, type Found, find } from './facts.ts';
import { headedChildren, pointsOfPart, pointsOfSection } from './points.ts';

/** What kind of answer the quotes give. */
export type AnswerKind = 'overview' | 'facts' | 'comparison';

/** What the core says to a question. Nothing found is an answer too. */
export type Answer =
  | { answered: true; kind: AnswerKind; language: Language; quotes: CitedQuote[] }
  | { answered: false; kind: 'none'; language: Language; unknownWords: string[]; nearMisses: CitedQuote[] };

/** The least share of the topic that the best passage must hold. */
const MIN_COVERAGE = 0.34;
const MAX_NEAR_MISSES = 2;
/** The report that answered the question before is likely meant again. */
const SAME_REPORT_WEIGHT = 2.5;

/** Answers a question over an index. `history` holds earlier questions of the same person, oldest first. */
export function answer(text: string, history: string[], index: PassageIndex): Answer {
  const earlier = history.length ? understand(history[history.length - 1], index) : undefined;
  const question = resolve(understand(text, index), earlier);
  const referents = referentsOf(question, index);
  if (earlier && question.continues) {
    const before = find(earlier, index, referentsOf(earlier, index))[0];
    if (before) referents[before.hit.reportNumber] += SAME_REPORT_WEIGHT;
  }
  const give = (kind: AnswerKind, quotes: CitedQuote[]): Answer => ({
    answered: true,
    kind,
    language: question.language,
    quotes: checked(quotes, index),
  });
  const found = find(question, index, referents);
  if (isUnheard(question, found)) return declined(question, index, found);
  const subjects = namedSubjects(question);
  if (question.cues.survey) return give('comparison', survey(question, index, referents));
  if (subjects.length >= 2) return give('comparison', comparison(question, index, subjects, referents));
  const points = overviewFor(question, index, referents);
  if (points.length > 1) return give('overview', points);
  if ((found[0]?.coverage ?? 0) < MIN_COVERAGE) return declined(question, index, found);
  return give('facts', factQuotes(found, question));
}

/** An agency is asked about that wrote none of the reports, or nothing holds a word of the question. */
function isUnheard(question: Resolved, found: Found[]): boolean {
  if (found.length === 0) return true;
  const asked = question.agencies.length > 0 && question.agencies.every(({ fits }) => fits.size === 0);
  return asked && question.topic.length === 0;
}

/** The sets of reports that a comparison puts side by side, one for each agency that the question names. */
function namedSubjects(question: Resolved): Set<number>[] {
  const subjects = question.agencies
    .filter(({ fits }) => fits.size > 0)
    .map(({ fits }) => {
      const best = Math.max(...fits.values());
      return new Set([...fits].filter(([, fit]) => fit >= best * 0.95).map(([report]) => report));
    });
  return subjects.filter((subject, i) => !subjects.slice(0, i).some((other) => [...subject].every((report) => other.has(report))));
}

/** Share of the topic that a section's headings must hold to be what is asked about. */
const MIN_HEADING_COVERAGE = 0.5;
/** Headings of the asked part come first, in nats. */
const PART_WEIGHT = 2;

/** All points of the asked part of the report that fits best, or of the section whose heading names the topic. */
function overviewFor(question: Resolved, index: PassageIndex, referents: Float64Array): CitedQuote[] {
  if (!question.cues.points || question.cues.figure) return [];
  const section = question.topic.length ? bestSection(question, index, referents) : undefined;
  if (section) return pointsOfSection(index, section.report, section.section, question.concepts);
  const { part } = question;
  if (!part) return [];
  const scores = index.reportScores(question.concepts);
  const ranked = index.reports
    .map((report, number) => ({ report, score: scores[number] + 2 * referents[number] }))
    .filter(({ report }) => report.sections.some(({ kind }) => kind === part))
    .sort((a, b) => b.score - a.score);
  return ranked[0] ? pointsOfPart(index, ranked[0].report, part, question.concepts) : [];
}

function bestSection(question: Resolved, index: PassageIndex, referents: Float64Array): SectionScore | undefined {
  const meter = new CoverageMeter(question.topic, (token) => index.rarity(token));
  const reports = index.reportScores(question.concepts);
  const ranked = index
    .sectionScores(question.topic)
    .filter(({ report, section }) => headedChildren(report, section).length >= 2)
    .map((candidate) => {
      const { report, reportNumber, section, score } = candidate;
      const part = question.part !== undefined && report.sections[section].kind === question.part ? PART_WEIGHT : 0;
      return { candidate, score: score + part + referents[reportNumber] + reports[reportNumber] };
    })
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.candidate;
  return best && best.score >= meter.total * MIN_HEADING_COVERAGE ? best : undefined;
}

function declined(question: Resolved, index: PassageIndex, found: Found[]): Answer {
  const unknownWords = question.topic
    .filter(({ weight, variants }) => weight === 1 && variants.every(({ tokens }) => tokens.every(({ text }) => index.passageFrequency(text) === 0)))
    .map(({ label }) => label);
  const nearMisses = found
    .slice(0, MAX_NEAR_MISSES)
    .map(({ hit, excerpt }) => cite(hit.file, hit.report, hit.passage.section, excerpt, question.concepts));
  return { answered: false, kind: 'none', language: question.language, unknownWords, nearMisses: checked(nearMisses, index) };
}

/** The last gate: a quote that is not exactly its slice never leaves. */
function checked(quotes: CitedQuote[], index: PassageIndex): CitedQuote[] {
  return quotes.filter((quote) => {
    const file = index.files.find(({ name }) => name === quote.file);
    return file !== undefined && isVerbatim({ reportId: quote.reportId, text: file.text }, quote);
  });
}
