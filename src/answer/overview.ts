// Overviews: which part of which report, or which section, a question asks all points of.
import { normalise } from '../language/index.ts';
import { isOutsidePeriod, type ResolvedQuestion } from '../question/index.ts';
import { mostOf, type Report, type SectionKind } from '../reports/index.ts';
import {
  type Concept,
  CoverageMeter,
  OUT_OF_REACH,
  type PassageIndex,
  type SectionScore,
} from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import { headedChildren, pointsOfKind, pointsOfSection } from './points.ts';
import { hasSectionKind } from './report-scope.ts';

/** All points of an overview in order, and the reports that may be meant just as well. */
export interface Overview {
  quotes: CitedQuote[];
  others: Report[];
}

/** What one screen of a chat takes, in UTF-16 units of quotes. */
const SCREEN_CHARACTERS = 1800;

/** The points that one screen takes, the first always, and those that follow. */
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

/** All points of the asked part of the report that fits best, or of the section whose heading names the topic. */
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
  const part =
    question.sectionKind ?? (cues.whole && isAbout(question, index, best) ? 'achievements' : undefined);
  if (!part || (topic.length > 0 && !cues.whole)) return undefined;
  const quotes = pointsOfKind(index, report, part, concepts);
  return quotes.length > 0 ? { quotes, others: equallyFitting(best, part, index, referents) } : undefined;
}

const MAX_OTHERS = 3;
/** Reports that fit who and when as well as the best one to this margin may be meant too, in nats. */
const OTHER_MARGIN = 0.6;

function equallyFitting(
  best: number,
  part: SectionKind,
  index: PassageIndex,
  referents: Float64Array,
): Report[] {
  if (referents[best] <= 0) return [];
  return index.reports
    .filter(
      (report, number) =>
        number !== best &&
        referents[number] >= referents[best] - OTHER_MARGIN &&
        hasSectionKind(report, part),
    )
    .slice(0, MAX_OTHERS);
}

function isAbout(question: ResolvedQuestion, index: PassageIndex, report: number): boolean {
  return (
    question.agencies.some(({ fits }) => fits.has(report)) ||
    question.description.length > 0 ||
    index.reports.length === 1
  );
}

/** The report that fits the question as a whole. */
function bestReport(question: ResolvedQuestion, index: PassageIndex, referents: Float64Array): number {
  const words = index.reportScores(question.concepts);
  const titles = index.titleScores(question.concepts);
  const scores = words.map((score, report) => score + titles[report] + REFERENT_WEIGHT * referents[report]);
  return scores.indexOf(mostOf(scores));
}

/** Who and when outweigh what else a report holds. */
const REFERENT_WEIGHT = 2;
const TITLE_SHARE = 0.7;

/** The topic without what the report as a whole is about: 食品安全 in a summary of the work on food safety. */
function withoutTitle(topic: Concept[], title: string, index: PassageIndex): Concept[] {
  const shares = new CoverageMeter(topic, (token) => index.rarity(token)).shares(normalise(title));
  return topic.filter(({ weight }, i) => shares[i] < TITLE_SHARE && weight >= MIN_TOPIC_WEIGHT);
}

/** Lighter words (verbs of one character, particles that slipped through) are no topic of their own. */
const MIN_TOPIC_WEIGHT = 0.5;
/** Share of the topic that a section's headings must hold to be what is asked about. */
const MIN_HEADING_COVERAGE = 0.5;
/** Where a report is clearly named, only it and those that fit as well to this margin are looked at, in nats. */
const NAMED_MARGIN = 1.2;
/** Headings of the asked part come first, in nats. */
const SECTION_KIND_WEIGHT = 2;

/** The section whose heading names the topic, and those beside it that name the rest of it (jobs and social insurance). */
function bestSections(
  question: ResolvedQuestion,
  topic: Concept[],
  index: PassageIndex,
  referents: Float64Array,
): SectionScore[] {
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const sharesOf = ({ report, section }: SectionScore) =>
    meter.shares(normalise(report.sections[section].label));
  const most = mostOf(referents);
  const named = most > NAMED_MARGIN * 2 ? most : Number.NEGATIVE_INFINITY;
  const reports = index.reportScores(question.concepts);
  const ranked = index
    .sectionScores(topic)
    .filter(
      ({ report, reportNumber, section }) =>
        referents[reportNumber] !== OUT_OF_REACH &&
        referents[reportNumber] >= named - NAMED_MARGIN &&
        holdsList(report, section),
    )
    .map((candidate) => {
      const { report, reportNumber, section } = candidate;
      const part =
        question.sectionKind !== undefined && report.sections[section].kind === question.sectionKind
          ? SECTION_KIND_WEIGHT
          : 0;
      const own = meter.worthOf(sharesOf(candidate));
      return {
        candidate,
        score:
          own +
          candidate.score / 2 +
          part +
          REFERENT_WEIGHT * referents[reportNumber] +
          reports[reportNumber],
      };
    })
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => candidate);
  const chosen: SectionScore[] = [];
  let held: number[] = topic.map(() => 0);
  for (const candidate of ranked) {
    if (chosen.length > 0 && candidate.report !== chosen[0].report) continue;
    const shares = sharesOf(candidate);
    const gained = shares.some((share, i) => share >= TITLE_SHARE && held[i] < MIN_HEADING_COVERAGE);
    if (chosen.length > 0 && (!gained || chosen.length >= MAX_SECTIONS)) continue;
    if (chosen.length === 0 && meter.coverage(shares) < MIN_HEADING_COVERAGE && !(gained && topic.length > 1))
      break;
    chosen.push(candidate);
    held = held.map((share, i) => Math.max(share, shares[i]));
  }
  return meter.coverage(held) >= MIN_HEADING_COVERAGE ? chosen.sort((a, b) => a.section - b.section) : [];
}

const MAX_SECTIONS = 3;

/** A section with headings below it, or with enough text to be a list of its own. */
function holdsList(report: Report, section: number): boolean {
  return (
    headedChildren(report, section).length >= 2 ||
    report.passages.filter((passage) => passage.section === section).length >= 2
  );
}
