// A fact or a figure: the sentences that hold it, best first, few and short.
import { normalise } from '../language/index.ts';
import { plansAreLater, type Question } from '../question/index.ts';
import { CoverageMeter, type Hit, type PassageIndex, textOf } from '../search/index.ts';
import { type CitedQuote, cite } from './cited-quote.ts';
import { type Excerpt, type ExcerptQuery, excerptOf } from './sentences.ts';

/** At most so many quotes, and together about so many characters, answer a question for one fact. */
const MAX_QUOTES = 3;
const MAX_CHARACTERS = 600;
/** Passages looked at sentence by sentence. */
const MAX_LOOKED_AT = 16;
const MAX_FURTHER = 9;
/** A further quote must reach this share of the best one's score. */
const MIN_SHARE = 0.63;
/** The same in a text without headings, where less tells its passages apart. */
const MIN_SHARE_UNSTRUCTURED = 0.3;
/** What a plan for the time after the asked one loses, in nats. */
const LATER_PLAN_PENALTY = 2;
/** Weight of the best sentence's own words beside its passage's score. */
const SENTENCE_WEIGHT = 0.9;

/** A passage with the sentences of it that answer best. */
export interface Found {
  hit: Hit;
  excerpt: Excerpt;
  score: number;
  /** Share of the topic that the passage, its headings or its report's title hold, 0 to 1. */
  coverage: number;
  /** The same in nats. */
  heldWorth: number;
  /** The rarest concept of the topic that the passage holds whole, in nats. */
  rarestHeld: number;
}

/** Passages for a question, best first, each with its best sentences. */
export function find(
  question: Question,
  index: PassageIndex,
  referents: Float64Array,
  reports?: ReadonlySet<number>,
): Found[] {
  const hits = index.search({
    concepts: question.concepts,
    ...(question.part ? { sectionKind: question.part } : {}),
    reportFits: referents,
    ...(reports ? { reports } : {}),
    limit: MAX_LOOKED_AT,
  });
  const rarity = (token: string) => index.rarity(token);
  const topic = question.topic.length ? question.topic : question.concepts;
  const meter = new CoverageMeter(topic, rarity);
  const query: ExcerptQuery = {
    meter,
    figure: question.cues.figure,
    ...(question.unit ? { unit: question.unit } : {}),
    reason: question.cues.reason,
  };
  const { time } = question;
  const isLaterPlan = ({ section, report }: Hit) =>
    section.kind === 'plans' && time !== undefined && plansAreLater(time, report);
  return hits
    .map((hit): Found => {
      const excerpt = excerptOf(hit, query);
      const context = normalise([textOf(hit), ...labelsAbove(hit), hit.report.title].join('\n'));
      return {
        hit,
        excerpt,
        score: hit.score + SENTENCE_WEIGHT * excerpt.worth - (isLaterPlan(hit) ? LATER_PLAN_PENALTY : 0),
        coverage: meter.coverage(meter.shares(context)),
        heldWorth: meter.worthOf(meter.shares(context)),
        rarestHeld: meter.rarestWhole(meter.shares(context)),
      };
    })
    .sort((a, b) => b.score - a.score);
}

function labelsAbove({ report, passage }: Hit): string[] {
  const labels: string[] = [];
  for (let at = passage.section; at > 0; at = report.sections[at].parent)
    labels.push(report.sections[at].label);
  return labels;
}

/** The quotes for a fact: the best sentence first, at most two more where they come close to it. */
export function factQuotes(found: Found[], question: Question): CitedQuote[] {
  const quotes: CitedQuote[] = [];
  let characters = 0;
  const structured = (found[0]?.hit.report.sections.length ?? 0) > 1;
  const least = structured ? MIN_SHARE : MIN_SHARE_UNSTRUCTURED;
  for (const { hit, excerpt, score } of found.slice(0, MAX_QUOTES)) {
    const length = excerpt.end - excerpt.start;
    if (quotes.length > 0 && (score < found[0].score * least || characters + length > MAX_CHARACTERS)) break;
    quotes.push(cite(hit.file, hit.report, hit.passage.section, excerpt, question.concepts));
    characters += length;
  }
  return quotes;
}

/** What may be shown when the quotes for a fact do not do: the passages after them, each with its best sentences. */
export function furtherQuotes(found: Found[], question: Question, shown: number): CitedQuote[] {
  return found
    .slice(shown, shown + MAX_FURTHER)
    .map(({ hit, excerpt }) => cite(hit.file, hit.report, hit.passage.section, excerpt, question.concepts));
}
