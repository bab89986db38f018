// Overviews: the points of a part of a report, or of the section that a topic is spread over.
import { normalise } from '../language/index.ts';
import { isOutsidePeriod, type ResolvedQuestion } from '../question/index.ts';
import { maxOf, type Report, type SectionKind } from '../reports/index.ts';
import { type Concept, CoverageMeter, EXCLUDED, type Hit, type PassageIndex } from '../search/index.ts';
import type { CitedQuote } from './cited-quote.ts';
import type { ScoredExcerpt } from './facts.ts';
import { headedChildren, pointsOfKind, pointsOfSection } from './points.ts';
import { hasSectionKind } from './report-scope.ts';

/** All points of an overview in order, and other reports that fit the question as well. */
export interface Overview {
  quotes: CitedQuote[];
  others: Report[];
  /** How well it is supported: mean share of the topic over its passages. */
  support: number;
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

/** All points of the asked part of the report that fits best. */
/** Share of a concept that the identity of a report must hold to name it. */
const MIN_NAMING_SHARE = 0.7;
/** Lighter concepts (verbs of one character, particles) are no topic of their own. */
const MIN_TOPIC_WEIGHT = 0.5;

/** The topic without what names the report: its title, author, place, file. */
export function topicWithin(report: Report, question: ResolvedQuestion, index: PassageIndex): Concept[] {
  const { topic, agencies } = question;
  const identity = normalise([report.title, report.agency ?? '', report.file, ...placesOf(report)].join('\n'));
  const shares = new CoverageMeter(topic, (token) => index.rarity(token)).shares(identity);
  const counted = topic.filter(({ hint }) => !hint);
  return counted.filter(
    ({ weight, label }, i) =>
      shares[i] < MIN_NAMING_SHARE &&
      weight >= MIN_TOPIC_WEIGHT &&
      !agencies.some(({ text, fits }) => fits.size > 0 && text.includes(label)),
  );
}

const placesOf = ({ localities }: Report): string[] => localities.slice(0, 6).map(({ text }) => text);

export function partOverview(
  question: ResolvedQuestion,
  kind: SectionKind,
  index: PassageIndex,
  referents: Float64Array,
): Overview | undefined {
  const best = bestReport(question, kind, index, referents);
  const report = index.reports[best];
  if (question.period && isOutsidePeriod(question.period, report, kind)) return undefined;
  const quotes = pointsOfKind(index, report, kind, question.concepts);
  return quotes.length > 0
    ? { quotes, others: equallyFitting(best, kind, index, referents), support: 1 }
    : undefined;
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

/** Agencies and period outweigh what else a report holds. */
const REFERENT_WEIGHT = 2;
/** What a report without the asked part loses, in nats. */
const NO_PART_PENALTY = 6;

/** The report that fits the question as a whole, by number. */
export function bestReport(
  question: ResolvedQuestion,
  kind: SectionKind | undefined,
  index: PassageIndex,
  referents: Float64Array,
): number {
  const words = index.reportScores(question.concepts);
  const titles = index.titleScores(question.concepts);
  const scores = words.map(
    (score, report) =>
      score +
      titles[report] +
      REFERENT_WEIGHT * referents[report] -
      (kind === undefined || hasSectionKind(index.reports[report], kind) ? 0 : NO_PART_PENALTY),
  );
  return scores.indexOf(maxOf(scores));
}

/** A passage speaks of the topic where it and the headings above it cover more than this share. */
const THRESHOLD = 0.42;
/** Passages that are looked at for the sections around them. */
const MAX_HITS = 12;
const PART_BONUS = 0.6;
const REFERENT_MARGIN = 1.2;

interface SectionCandidate {
  report: Report;
  section: number;
  gain: number;
  support: number;
  headed: number;
}

/**
 * The section over which a topic is spread: of all sections around the passages found, the one whose passages together
 * cover most of the topic beyond a threshold.
 */
export function topicOverview(
  question: ResolvedQuestion,
  index: PassageIndex,
  referents: Float64Array,
  found: readonly ScoredExcerpt[],
): Overview | undefined {
  if (question.topic.length === 0) return undefined;
  const meter = new CoverageMeter(question.topic, (token) => index.rarity(token));
  const candidates = sectionsToLookAt(question, index, referents, found);
  let best: SectionCandidate | undefined;
  for (const { report, section } of candidates) {
    const candidate = weighed(report, section, question, index, meter);
    if (candidate && (!best || candidate.gain > best.gain)) best = candidate;
  }
  if (!best || best.gain <= 0) return undefined;
  const quotes = pointsOfSection(index, best.report, best.section, question.concepts);
  if (quotes.length < 2) return undefined;
  return { quotes, others: [], support: best.support };
}

function sectionsToLookAt(
  question: ResolvedQuestion,
  index: PassageIndex,
  referents: Float64Array,
  found: readonly ScoredExcerpt[],
): { report: Report; section: number }[] {
  const seen = new Map<string, { report: Report; section: number }>();
  const add = (report: Report, section: number) => {
    for (let at = section; at > 0; at = report.sections[at].parent)
      seen.set(`${report.id}/${at}`, { report, section: at });
  };
  const best = maxOf(referents);
  const allowed = (report: number) =>
    referents[report] !== EXCLUDED && (best < REFERENT_MARGIN * 2 || referents[report] >= best - REFERENT_MARGIN);
  for (const { hit } of found.slice(0, MAX_HITS))
    if (allowed(hit.reportNumber)) add(hit.report, hit.passage.section);
  const headed = index
    .sectionScores(question.topic)
    .filter(({ reportNumber }) => allowed(reportNumber))
    .map((each) => ({ ...each, total: each.score + referents[each.reportNumber] }))
    .sort((a, b) => b.total - a.total)
    .slice(0, MAX_HITS);
  for (const { report, section } of headed) add(report, section);
  return [...seen.values()];
}

/** A long section is no answer to a narrow question: it is weighed by its passages. */
const MAX_PASSAGES = 60;

function weighed(
  report: Report,
  section: number,
  question: ResolvedQuestion,
  index: PassageIndex,
  meter: CoverageMeter,
): SectionCandidate | undefined {
  const { sections } = report;
  const { start, end, kind } = sections[section];
  const passages = report.passages.filter((passage) => passage.start >= start && passage.end <= end);
  if (passages.length < 2 || passages.length > MAX_PASSAGES) return undefined;
  const { text } = index.fileOf(report);
  const title = normalise(report.title);
  const labelled = new Map<number, number[]>();
  const labelsOf = (at: number): number[] => {
    const known = labelled.get(at);
    if (known) return known;
    const labels: string[] = [title];
    for (let i = at; i > 0; i = sections[i].parent) labels.push(normalise(sections[i].label));
    const shares = meter.shares(labels.join('\n'));
    labelled.set(at, shares);
    return shares;
  };
  let gain = 0;
  let support = 0;
  for (const passage of passages) {
    const own = meter.shares(normalise(text.slice(passage.start, passage.end)));
    const above = labelsOf(passage.section);
    const coverage = meter.coverage(own.map((share, i) => Math.max(share, above[i])));
    gain += coverage - THRESHOLD;
    support += coverage;
  }
  const isPart = question.sectionKind !== undefined && kind === question.sectionKind;
  const headed = meter.coverage(labelsOf(section));
  return {
    report,
    section,
    gain: gain + (isPart ? PART_BONUS : 0) + headed + (headedChildren(report, section).length >= 2 ? 0.3 : 0),
    support: support / passages.length,
    headed,
  };
}

/** Whether a passage's section has the asked kind. */
export const isInPart = ({ section }: Hit, kind: SectionKind | undefined): boolean =>
  kind !== undefined && section.kind === kind;
