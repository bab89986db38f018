// Whether the reports hold an answer at all: what the best passage has of the question, against what stands nowhere.
import { type Language, type Resolved, timeFit } from '../question/index.ts';
import type { PartKind, Report } from '../reports/index.ts';
import { type Concept, CoverageMeter, type PassageIndex } from '../search/index.ts';
import type { Found } from './facts.ts';

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
const UNHEARD_WEIGHT: Record<Language, number> = { en: 1.1, zh: 0.45 };

/** Whether a passage holds enough of the topic to be an answer. */
export function isHeld(question: Resolved, best: Found | undefined, index: PassageIndex): boolean {
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
export function isUnheard(question: Resolved, found: Found[]): boolean {
  if (found.length === 0) return true;
  const agencies = question.named.filter(({ text }) => /[局委办站]$|bureau|commission|office/.test(text));
  const unheard = agencies.length > 0 && agencies.every(({ fits }) => fits.size === 0);
  return unheard && withoutNames(question).length === 0;
}

/**
 * The reports that alone can answer: those by the agency of which a part is asked for, with nothing else.
 * Undefined where the question leaves it open.
 * @param before the report that answered the question before, where this one asks on about it
 */
export function onlyReports(
  { named, part, topic }: Resolved,
  before: number | undefined,
): ReadonlySet<number> | undefined {
  if (part === undefined || topic.length > 0) return undefined;
  if (before !== undefined) return new Set([before]);
  const own = new Set(named.flatMap(({ fits }) => [...fits.keys()]));
  return own.size > 0 ? own : undefined;
}

/** All of these reports leave out the asked time or the asked part: another's would be no answer. */
export function isLeftOut({ time, part }: Resolved, own: ReadonlySet<number>, index: PassageIndex): boolean {
  return [...own].every((number) => {
    const report = index.reports[number];
    return lacks(report, part) || (time !== undefined && timeFit(time, report, part) <= CANNOT_FIT);
  });
}

const lacks = ({ sections }: Report, part: PartKind | undefined): boolean =>
  !sections.some(({ kind }) => kind === part);

/** The report and the part that it lacks, where just one report is meant. */
export function lackingPart(
  { part }: Resolved,
  own: ReadonlySet<number>,
  index: PassageIndex,
): { report: string; part: PartKind } | undefined {
  const [report, ...others] = [...own].map((number) => index.reports[number]);
  return part && others.length === 0 && lacks(report, part) ? { report: report.title, part } : undefined;
}

/** A report that does not reach the asked time says nothing of it. */
export const CANNOT_FIT = -0.5;

function withoutNames({ topic, named }: Resolved): Concept[] {
  return topic.filter(({ label }) => !named.some(({ text }) => text.includes(label)));
}
