// From a question to an answer: quotes that hold it, or an honest no. Nothing here writes a word of its own about the reports.

import { normalise } from '../language/index.ts';
import {
  type Language,
  type Resolved,
  referentsOf,
  resolve,
  timeFit,
  understand,
} from '../question/index.ts';
import { isVerbatim, type Report } from '../reports/index.ts';
import { type Concept, CoverageMeter, type PassageIndex, type SectionScore } from '../search/index.ts';
import { comparison, survey } from './across-reports.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { type Found, factQuotes, find } from './facts.ts';
import { headedChildren, pointsOfPart, pointsOfSection } from './points.ts';

/** What kind of answer the quotes give. */
export type AnswerKind = 'overview' | 'facts' | 'comparison';

/** What the core says to a question. Nothing found is an answer too. */
export type Answer =
  | { answered: true; kind: AnswerKind; language: Language; quotes: CitedQuote[] }
  | {
      answered: false;
      kind: 'none';
      language: Language;
      unknownWords: string[];
      nearMisses: CitedQuote[];
      masked?: boolean;
    };

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
  const held = isHeld(question, found[0], index);
  if (question.cues.survey && held) return give('comparison', survey(question, index, referents));
  if (subjects.length >= 2 && (question.cues.comparison || question.cues.joined))
    return give('comparison', comparison(question, index, subjects, referents));
  const points = overviewFor(question, index, referents);
  if (points.length > 0) return give('overview', points);
  if (!held) return declined(question, index, found);
  if (question.cues.figure && found[0].excerpt.masked)
    return { ...declined(question, index, found), masked: true };
  return give('facts', factQuotes(found, question));
}

/** What the best passage must hold of the topic: a share of it, or this much of it, in nats. */
const MIN_COVERAGE = 0.3;
/** The same where the report is by the agency that the question names. */
const MIN_COVERAGE_NAMED = 0.2;
const ENOUGH_WORTH = 10;
const LITTLE_WORTH = 3;
/** A name that so few passages hold says that the passage is about the thing asked for. */
const SPECIFIC_PASSAGES = 8;
const SPECIFIC_RELIEF = 0.3;
/** What stands nowhere in the reports must be outweighed by what the passage holds. */
/** An English phrase comes with all its renderings; a Chinese word may only be an everyday one that reports never use. */
const UNHEARD_WEIGHT: Record<Language, number> = { en: 1.1, zh: 0.6 };

/** Whether a passage holds enough of the topic to be an answer. */
function isHeld(question: Resolved, best: Found | undefined, index: PassageIndex): boolean {
  if (!best) return false;
  const meter = new CoverageMeter(question.topic, (token) => index.rarity(token));
  const unheard = meter.unheard((term) => index.isSayable(term)).worth;
  const specific = best.rarestHeld >= Math.log(index.passages.length / SPECIFIC_PASSAGES);
  const penalty = UNHEARD_WEIGHT[question.language] * unheard * (specific ? SPECIFIC_RELIEF : 1);
  if (unheard > 0 && best.heldWorth < LITTLE_WORTH + penalty) return false;
  const known = question.named.some(({ fits }) => fits.has(best.hit.reportNumber));
  const least = question.continues ? MIN_COVERAGE / 2 : known ? MIN_COVERAGE_NAMED : MIN_COVERAGE;
  return best.coverage >= least || best.heldWorth >= ENOUGH_WORTH;
}

/** An agency is asked about that wrote none of the reports, or nothing holds a word of the question. */
function isUnheard(question: Resolved, found: Found[]): boolean {
  if (found.length === 0) return true;
  const agencies = question.named.filter(({ text }) => /[局委办站]$|bureau|commission|office/.test(text));
  const unheard = agencies.length > 0 && agencies.every(({ fits }) => fits.size === 0);
  return unheard && withoutNames(question).length === 0;
}

function withoutNames({ topic, named }: Resolved): Concept[] {
  return topic.filter(({ label }) => !named.some(({ text }) => text.includes(label)));
}

/** The sets of reports that a comparison puts side by side, one for each agency or place that the question names. */
function namedSubjects(question: Resolved): Set<number>[] {
  const subjects = question.named
    .filter(({ fits }) => fits.size > 0)
    .map(({ fits }) => {
      const best = Math.max(...fits.values());
      return new Set([...fits].filter(([, fit]) => fit >= best * 0.95).map(([report]) => report));
    });
  return subjects.filter(
    (subject, i) => !subjects.slice(0, i).some((other) => [...subject].some((report) => other.has(report))),
  );
}

/** All points of the asked part of the report that fits best, or of the section whose heading names the topic. */
function overviewFor(question: Resolved, index: PassageIndex, referents: Float64Array): CitedQuote[] {
  const { cues, concepts } = question;
  if (cues.figure || !(cues.points || cues.whole || question.part)) return [];
  const best = bestReport(question, index, referents);
  if (question.time && timeFit(question.time, index.reports[best], question.part) <= CANNOT_FIT) return [];
  const topic = withoutTitle(question.topic, index.reports[best].title, index);
  const sections =
    topic.length && (cues.points || cues.whole) ? bestSections(question, topic, index, referents) : [];
  if (sections.length > 0)
    return sections.flatMap(({ report, section }) => pointsOfSection(index, report, section, concepts));
  const part = question.part ?? (cues.whole && isAbout(question, index, best) ? 'achievements' : undefined);
  if (!part || (topic.length > 0 && !cues.whole)) return [];
  return pointsOfPart(index, index.reports[best], part, concepts);
}

function isAbout(question: Resolved, index: PassageIndex, report: number): boolean {
  return (
    question.named.some(({ fits }) => fits.has(report)) ||
    question.description.length > 0 ||
    index.reports.length === 1
  );
}

/** The report that fits the question as a whole. */
function bestReport(question: Resolved, index: PassageIndex, referents: Float64Array): number {
  const words = index.reportScores(question.concepts);
  const titles = index.titleScores(question.concepts);
  const scores = words.map((score, report) => score + titles[report] + REFERENT_WEIGHT * referents[report]);
  return scores.indexOf(Math.max(...scores));
}

/** A report that does not reach the asked time gives no overview of it. */
const CANNOT_FIT = -0.5;
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
const PART_WEIGHT = 2;

/** The section whose heading names the topic, and those beside it that name the rest of it (jobs and social insurance). */
function bestSections(
  question: Resolved,
  topic: Concept[],
  index: PassageIndex,
  referents: Float64Array,
): SectionScore[] {
  const meter = new CoverageMeter(topic, (token) => index.rarity(token));
  const sharesOf = ({ report, section }: SectionScore) =>
    meter.shares(normalise(report.sections[section].label));
  const most = Math.max(...referents);
  const named = most > NAMED_MARGIN * 2 ? most : Number.NEGATIVE_INFINITY;
  const reports = index.reportScores(question.concepts);
  const ranked = index
    .sectionScores(topic)
    .filter(
      ({ report, reportNumber, section }) =>
        referents[reportNumber] >= named - NAMED_MARGIN && holdsList(report, section),
    )
    .map((candidate) => {
      const { report, reportNumber, section } = candidate;
      const part =
        question.part !== undefined && report.sections[section].kind === question.part ? PART_WEIGHT : 0;
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

function declined(
  question: Resolved,
  index: PassageIndex,
  found: Found[],
): Extract<Answer, { answered: false }> {
  const unknownWords = question.topic
    .filter(
      ({ weight, variants }) =>
        weight === 1 &&
        variants.every(({ tokens }) => tokens.every(({ text }) => index.passageFrequency(text) === 0)),
    )
    .map(({ label }) => label);
  const nearMisses = found
    .slice(0, MAX_NEAR_MISSES)
    .map(({ hit, excerpt }) => cite(hit.file, hit.report, hit.passage.section, excerpt, question.concepts));
  return {
    answered: false,
    kind: 'none',
    language: question.language,
    unknownWords,
    nearMisses: checked(nearMisses, index),
  };
}

/** The last gate: a quote that is not exactly its slice never leaves. */
function checked(quotes: CitedQuote[], index: PassageIndex): CitedQuote[] {
  return quotes.filter((quote) => {
    const file = index.files.find(({ name }) => name === quote.file);
    return file !== undefined && isVerbatim({ reportId: quote.reportId, text: file.text }, quote);
  });
}
