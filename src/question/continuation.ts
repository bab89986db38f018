// Whether a question continues the one before it: its reading, weighed together with what the library says. The weights are
// fitted by `npm run train`.
import fs from 'node:fs';
import path from 'node:path';
import { normalise } from '../language/index.ts';
import { CoverageMeter, headTextOf, type PassageIndex, textOf } from '../search/index.ts';
import { namesUnknownOffice } from './agencies.ts';
import type { Question } from './understand.ts';

/** What speaks for and against a continuation, by name. */
export type ContinuationEvidence = Record<'reading' | 'another author' | 'found elsewhere', number>;

const FILE = path.join(import.meta.dirname, 'continuation-weights.json');
let weights: Record<string, number> | undefined;
const continuationWeights = () =>
  (weights ??= JSON.parse(fs.readFileSync(FILE, 'utf8')) as Record<string, number>);

/** Readings beyond these are sure. */
const MAX_READING = 6;

/**
 * @param elsewhere how much of its topic other reports hold and the one that answered before does not, see `foundElsewhere`;
 *   asked for only where it can matter
 */
export function continuesQuestion(
  question: Question,
  earlier: Question,
  elsewhere: (question: Question) => number,
): boolean {
  if (!/[\p{L}\p{N}]/u.test(question.text) || namesOtherUnknownOffice(question, earlier)) return false;
  const evidence = continuationEvidence(question, earlier);
  if (logitOf(evidence) <= 0) return false;
  if (question.topic.length === 0 || asksNothing(question)) return true;
  return logitOf({ ...evidence, 'found elsewhere': elsewhere(question) }) > 0;
}

/** 那卫健委呢, and in 2024?, and the street lights?: neither a part nor a kind of answer is asked for. */
export const asksNothing = ({ reading, sectionKind, parts }: Question): boolean =>
  sectionKind === undefined && parts.length === 0 && reading.features.continuation.includes('asks nothing');

/** Without the search for its topic. */
export function continuationEvidence(question: Question, earlier: Question): ContinuationEvidence {
  const { continuation } = question.reading;
  return {
    reading: Math.max(-MAX_READING, Math.min(MAX_READING, continuation)),
    'another author': namesOtherAuthor(question, earlier) ? 1 : 0,
    'found elsewhere': 0,
  };
}

const logitOf = (evidence: ContinuationEvidence): number =>
  Object.entries(evidence).reduce(
    (sum, [name, value]) => sum + (continuationWeights()[name] ?? 0) * value,
    continuationWeights().always,
  );

/** An author of the library, by name or description, that the earlier question was not about. */
function namesOtherAuthor({ agencies, description }: Question, earlier: Question): boolean {
  const before = new Set(earlier.agencies.flatMap(({ fits }) => [...fits.keys()]));
  const known = agencies.filter(({ fits, isLocality }) => fits.size > 0 && !isLocality);
  const isSame = known.some(({ fits }) => [...fits.keys()].some((report) => before.has(report)));
  return (known.length > 0 && !isSame) || description.length > 0;
}

/** 那住建局呢, where no report is by it: the answer is that there is none, whatever was asked before. */
function namesOtherUnknownOffice({ agencies }: Question, earlier: Question): boolean {
  const isNamedBefore = agencies.some(({ text }) => earlier.agencies.some((before) => before.text === text));
  return namesUnknownOffice(agencies) && !isNamedBefore;
}

const MAX_PASSAGES = 5;
const NATS = 10;

/** How much more of a topic the best passages of all reports hold than those of one report, in units of ten nats. */
export function foundElsewhere(question: Question, report: number, index: PassageIndex): number {
  const meter = new CoverageMeter(question.topic, (token) => index.rarity(token));
  const worthIn = (reports?: ReadonlySet<number>): number =>
    Math.max(
      0,
      ...index
        .search({ concepts: question.concepts, limit: MAX_PASSAGES, ...(reports ? { reports } : {}) })
        .map((hit) =>
          meter.worthOf(meter.shares(normalise([hit.report.title, headTextOf(hit), textOf(hit)].join('\n')))),
        ),
    );
  return Math.max(0, worthIn() - worthIn(new Set([report]))) / NATS;
}
