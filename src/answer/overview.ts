// Overviews: the report and the sections of it whose points a question asks for.
import { normalise } from '../language/index.ts';
import { isOutsidePeriod, type ResolvedQuestion } from '../question/index.ts';
import { maxOf, type Report, type SectionKind } from '../reports/index.ts';
import {
  type Concept,
  CoverageMeter,
  EXCLUDED,
  type PassageIndex,
  type SectionScore,
} from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { headedChildren, pointsOfKind, pointsOfSection } from './points.ts';
import { hasSectionKind } from './report-scope.ts';

/** All points of an overview in order, and other reports that fit the question as well. */
interface Overview {
  quotes: CitedQuote[];
  others: Report[];
}

/** What one screen of a chat holds, in UTF-16 units of quotes. */
const SCREEN_CHARACTERS = 1800;

/** The points that fit one screen, at least the first, and those that follow. */
export function screenful(quotes: CitedQuote[]): { shown: CitedQuote[]; further: CitedQuote[] } {
  let characters = 0;
  const over = quotes.findIndex((quote, i) => {
    characters += quote.text.length;
    return i > 0 && characters > SCREEN_CHARACTERS;
  });
  return over < 0
    ? { shown: quotes, further: [] }
    : { shown: quotes.slice(0, over), further: quotes.slice(over) };
}

/** All points of the asked kind in the report that fits best, or of the sections that the topic names. */
export function overviewFor(
  question: ResolvedQuestion,
  index: PassageIndex,
  referents: Float64Array,
): Overview | undefined {
  const { cues, concepts } = question;
  if (cues.figure || !(cues.points || cues.whole || question.sectionKind)) return undefined;
  const best = bestReport(question, index, referents);
  const report = index.reports[best];
  if (question.period && isOutsidePeriod(question.period, report, question.sectionKind)) return undefined;
  const topic = withoutTitle(question.topic, report.title, index);
  const sections =
    topic.length && (cues.points || cues.whole) ? bestSections(question, topic, index, referents) : [];
  if (sections.length > 0) {
    return {
      quotes: sections.flatMap((found) => pointsOfSection(index, found.report, found.section, concepts)),
      others: [],
    };
  }
  const kind =
    question.sectionKind ?? (cues.whole && isAbout(question, index, best) ? 'achievements' : undefined);
  if (!kind || (topic.length > 0 && !cues.whole)) return undefined;
  const quotes = pointsOfKind(index, report, kind, concepts);
  return quotes.length > 0 ? { quotes, others: equallyFitting(best, kind, index, referents) } : undefined;
}

const MAX_OTHERS = 3;
/** Reports whose referent score is within this margin of the best one fit as well, in nats. */
const OTHER_MARGIN = 0.6;

function equallyFitting(
  best: number,
  kind: SectionKind,
  index: PassageIndex,
  referents: Float64Array,
): Report[] {
  if (referents[best] <= 0) return [];
  return index.reports
    .filter(
      (report, number) =>
        number !== best &&
        referents[number] >= referents[best] - OTHER_MARGIN &&
        hasSectionKind(report, kind),
    )
    .slice(0, MAX_OTHERS);
}

/** Whether a question names or describes a report, or there is no other. */
function isAbout(question: ResolvedQuestion, index: PassageIndex, report: number): boolean {
  return (
    question.agencies.some(({ fits }) => fits.has(report)) ||
    question.description.length > 0 ||
    index.reports.length === 1
  );
}

/** Agencies and period outweigh what else a report holds. */
const REFERENT_WEIGHT = 2;

/** The report that fits the question as a whole, by number. */
function bestReport(question: ResolvedQuestion, index: PassageIndex, referents: Float64Array): number {
  const words = index.reportScores(question.concepts);
  const titles = index.titleScores(question.concepts);
  const scores = words.map((score, report) => score + titles[report] + REFERENT_WEIGHT * referents[report]);
  return scores.indexOf(maxOf(scores));
}

/** Share of a concept that a title or heading must hold to name it. */
const MIN_NAMING_SHARE = 0.7;
/** Lighter concepts (verbs of one character, particles) are no topic of their own. */
const MIN_TOPIC_WEIGHT = 0.5;

/** The topic without what the report as a whole is about: 食品安全 in a summary of the work on food safety. */
function withoutTitle(topic: Concept[], title: string, index: PassageIndex): Concept[] {
  const shares = new CoverageMeter(topic, (token) => index.rarity(token)).shares(normalise(title));
  return topic.filter(({ weight }, i) => shares[i] < MIN_NAMING_SHARE && weight >= MIN_TOPIC_WEIGHT);
}

const MAX_SECTIONS = 3;
/** Share of the topic that the headings must hold to be what is asked about. */
const MIN_HEADING_COVERAGE = 0.5;

/** The section whose heading names the topic, and those that name the rest (jobs and social insurance). */
function bestSections(
  question: ResolvedQuestion,
  topic: Concept[],
  index: PassageIndex,
  referents: Float64Array,
): SectionScore[] {
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const sharesOf = ({ report, section }: SectionScore) =>
    meter.shares(normalise(report.sections[section].label));
  const chosen: SectionScore[] = [];
  let covered: number[] = topic.map(() => 0);
  for (const section of rankedSections({ question, topic, meter, referents }, index)) {
    if (chosen.length > 0 && section.report !== chosen[0].report) continue;
    const shares = sharesOf(section);
    const gains = shares.some((share, i) => share >= MIN_NAMING_SHARE && covered[i] < MIN_HEADING_COVERAGE);
    if (chosen.length > 0 && (!gains || chosen.length >= MAX_SECTIONS)) continue;
    if (chosen.length === 0 && meter.coverage(shares) < MIN_HEADING_COVERAGE && !(gains && topic.length > 1))
      break;
    chosen.push(section);
    covered = covered.map((share, i) => Math.max(share, shares[i]));
  }
  return meter.coverage(covered) >= MIN_HEADING_COVERAGE ? chosen.sort((a, b) => a.section - b.section) : [];
}

/** What sections are ranked by. */
interface SectionQuery {
  question: ResolvedQuestion;
  topic: Concept[];
  meter: CoverageMeter;
  referents: Float64Array;
}

/** Where a report is clearly named, only those within this margin of the best one are looked at, in nats. */
const REFERENT_MARGIN = 1.2;
/** Headings of the asked section kind come first, in nats. */
const SECTION_KIND_WEIGHT = 2;

/** Sections that hold a list, those whose heading names the topic best first. */
function rankedSections(
  { question, topic, meter, referents }: SectionQuery,
  index: PassageIndex,
): SectionScore[] {
  const bestReferent = maxOf(referents);
  const threshold =
    bestReferent > REFERENT_MARGIN * 2 ? bestReferent - REFERENT_MARGIN : Number.NEGATIVE_INFINITY;
  const reports = index.reportScores(question.concepts);
  const scoreOf = ({ report, reportNumber, section, score }: SectionScore) => {
    const { label, kind } = report.sections[section];
    const isOfKind = question.sectionKind !== undefined && kind === question.sectionKind;
    return (
      meter.worthOf(meter.shares(normalise(label))) +
      score / 2 +
      (isOfKind ? SECTION_KIND_WEIGHT : 0) +
      REFERENT_WEIGHT * referents[reportNumber] +
      reports[reportNumber]
    );
  };
  return index
    .sectionScores(topic)
    .filter(
      ({ report, reportNumber, section }) =>
        referents[reportNumber] !== EXCLUDED &&
        referents[reportNumber] >= threshold &&
        holdsList(report, section),
    )
    .map((section) => ({ section, score: scoreOf(section) }))
    .sort((a, b) => b.score - a.score)
    .map(({ section }) => section);
}

/** A section with headings below it, or with enough text to be a list of its own. */
function holdsList(report: Report, section: number): boolean {
  return (
    headedChildren(report, section).length >= 2 ||
    report.passages.filter((passage) => passage.section === section).length >= 2
  );
}
