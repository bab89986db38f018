// How well each report fits a question as a whole, and what of the question is left as the topic within one.
import { normalise } from '../language/index.ts';
import type { ResolvedQuestion } from '../question/index.ts';
import type { Report } from '../reports/index.ts';
import { type Concept, CoverageMeter, type PassageIndex } from '../search/index.ts';
import { hasSectionKind } from './report-scope.ts';

/** Share of a concept that the identity of a report must hold to name it. */
const MIN_NAMING_SHARE = 0.7;
/** Lighter concepts (verbs of one character, particles) are no topic of their own. */
const MIN_TOPIC_WEIGHT = 0.5;

/** The topic without what names the report: its title, author, place, file. */
export function topicWithin(report: Report, question: ResolvedQuestion, index: PassageIndex): Concept[] {
  const { topic, agencies } = question;
  const identity = normalise(
    [report.title, report.agency ?? '', report.file, ...placesOf(report)].join('\n'),
  );
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

/** Agencies and period outweigh what else a report holds. */
const REFERENT_WEIGHT = 2;
/** What a report without the asked part loses, in nats. */
const NO_PART_PENALTY = 6;

/** By report number, how well a report fits the question as a whole, in nats. */
export function reportFitness(
  { question, referents }: { question: ResolvedQuestion; referents: Float64Array },
  index: PassageIndex,
): Float64Array {
  const { sectionKind } = question;
  const words = index.reportScores(question.concepts);
  const titles = index.titleScores(question.concepts);
  return words.map(
    (score, report) =>
      score +
      titles[report] +
      REFERENT_WEIGHT * referents[report] -
      (sectionKind === undefined || hasSectionKind(index.reports[report], sectionKind) ? 0 : NO_PART_PENALTY),
  );
}
