// Whether the reports hold an answer: evidence by name, weighed by a linear model (answerability-weights.json,
// `npm run train`).
import fs from 'node:fs';
import path from 'node:path';
import { namesUnknownOffice, type ResolvedQuestion } from '../question/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import type { Evidence, EvidenceName } from './evidence.ts';
import type { ScoredExcerpt } from './facts.ts';

const FILE = path.join(import.meta.dirname, 'answerability-weights.json');
let weights: Partial<Record<EvidenceName, number>> | undefined;
const answerabilityWeights = () =>
  (weights ??= JSON.parse(fs.readFileSync(FILE, 'utf8')) as Partial<Record<EvidenceName, number>>);

/** Whether what was found is an answer. */
export function isAnswerable(evidence: Evidence): boolean {
  const model = answerabilityWeights();
  const names = Object.keys(evidence) as EvidenceName[];
  return names.reduce((sum, name) => sum + (model[name] ?? 0) * evidence[name], 0) > 0;
}

/** A weighed sign nearer to 0 is not worth a line. */
const WORTH_TELLING = 0.05;

/** The decision, and each sign with its weight times its strength, the strongest first. */
export function explainDecision({
  answer,
  evidence,
}: {
  answer: { answered: boolean; kind: string };
  evidence: Evidence | undefined;
}): string {
  const outcome = `Decision: ${answer.answered ? answer.kind : 'declined'}`;
  if (!evidence) return `${outcome}; the evidence was not weighed`;
  const model = answerabilityWeights();
  const weighed = (Object.keys(evidence) as EvidenceName[])
    .map((name) => ({ name, worth: (model[name] ?? 0) * evidence[name] }))
    .filter(({ worth }) => Math.abs(worth) >= WORTH_TELLING)
    .sort((a, b) => Math.abs(b.worth) - Math.abs(a.worth));
  const signed = (value: number) => `${value >= 0 ? '+' : ''}${value.toFixed(2)}`;
  const lines = weighed.map(({ name, worth }) => `  ${signed(worth)}  ${name}`);
  const total = weighed.reduce((sum, { worth }) => sum + worth, 0);
  return [`${outcome}; evidence for an answer ${signed(total)}`, ...lines].join('\n');
}

/**
 * Whether a question names an agency that wrote none of the reports, and nothing besides that they hold a word of; or no
 * passage holds a word of it; or it takes over what was asked of another author, and no report of the one that it names
 * holds a word of that.
 */
export function isBeyondReports(
  question: ResolvedQuestion,
  found: readonly ScoredExcerpt[],
  index: PassageIndex,
): boolean {
  if (found.length === 0 && !asksForSectionAlone(question)) return true;
  if (isForeignToNamed(question, index)) return true;
  return (
    namesUnknownOffice(question.agencies) &&
    !topicWithoutNames(question).some((concept) => occurs(concept, index))
  );
}

/** The topic was asked of another author: that the named one has other things to tell is no answer. */
function isForeignToNamed(question: ResolvedQuestion, index: PassageIndex): boolean {
  const topic = topicWithoutNames(question).filter(({ hint }) => !hint);
  const reports = question.agencies
    .filter(({ isLocality }) => !isLocality)
    .flatMap(({ fits }) => [...fits.keys()]);
  if (!question.continues || topic.length === 0 || reports.length === 0) return false;
  const scores = index.reportScores(topic);
  return reports.every((report) => scores[report] === 0);
}

const occurs = ({ variants }: Concept, index: PassageIndex): boolean =>
  variants.some(({ tokens }) => tokens.every(({ text }) => index.passageFrequency(text) > 0));

/** Such a question needs no passage with its words: the section itself answers, whatever its heading. */
const asksForSectionAlone = (question: ResolvedQuestion): boolean =>
  question.sectionKind !== undefined && topicWithoutNames(question).length === 0;

function topicWithoutNames({ topic, agencies }: ResolvedQuestion): Concept[] {
  return topic.filter(({ label }) => !agencies.some(({ text }) => text.includes(label)));
}
