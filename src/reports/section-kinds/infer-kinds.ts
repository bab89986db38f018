// The kind of every section of a report, from its heading, its text, the parts before it and what the document is.
// Every score is in nats; what no evidence lifts above `none` is none.
import type { ReportKind } from '../metadata/kind.ts';
import type { Section } from '../section.ts';
import type { SectionKind } from '../section-kind.ts';
import type { Span } from '../span.ts';
import { type DocumentNature, NATURES, natureOfParts, PRIORS } from './document-nature.ts';
import { bestOf, type HeadingEvidence, headingEvidence } from './heading-evidence.ts';
import { type SentenceShares, sharesOf } from './text-evidence.ts';

type Scores = Partial<Record<SectionKind, number>>;

export interface KindSource {
  text: string;
  sections: readonly Section[];
  /** In the order of the text. */
  sentences: readonly Span[];
  /** What the document is. */
  kind: ReportKind;
  coveredYear?: number | undefined;
}

/**
 * What the shares of sentences are worth. Fitted by logistic regression on 191 parts of published work reports whose headings
 * name their kind; right for 177 of 190 others of them, and for 64 of 71 parts of summaries of bureaus and towns.
 */
const TEXT_WEIGHTS = {
  achievements: { base: 0, results: 4.6, plans: -2.8, lacks: -3.1 },
  problems: { base: -0.8, results: -1.5, plans: -0.3, lacks: 5.2 },
  plans: { base: 0.8, results: -3.2, plans: 3.2, lacks: -2.1 },
};
/** A part of few sentences tells less: of this many, half. */
const HALF_TOLD = 2;
/** Sentences that rule what others do tell none of this. */
const RULES_WEIGHT = 4;
/** Requests make suggestions where most sentences are such. */
const ASKS = { base: -3, share: 5 };
/** What a part must reach to be more than none. */
const NONE = 1.1;
/** A turn was recognised by its words. */
const TURN_WEIGHT = 8;
/** Leads and points are sentences; their words tell less than those of a heading. */
const SENTENCE_HEADING_WEIGHT = 0.5;
/** The usual order of a summary: achievements, problems, plans. */
const ORDER = {
  atFirst: 0.6,
  beforePlans: -1.5,
  afterProblems: 1.2,
  afterPlans: 1.5,
  backToAchievements: -1.5,
};

/** Gives every section its kind. */
export function inferKinds(source: KindSource): void {
  new KindInference(source).run();
}

class KindInference {
  private readonly source: KindSource;
  private readonly sections: readonly Section[];
  private readonly evidence: HeadingEvidence[];
  private readonly children: number[][];
  private readonly nature: DocumentNature;
  /** Sections that only hold parts: their children are judged as parts. */
  private readonly wrappers = new Set<number>([0]);
  /** The first part whose heading names plans; -1 for none. */
  private readonly firstNamedPlan: number;
  private previous: SectionKind | undefined;

  constructor(source: KindSource) {
    this.source = source;
    this.sections = source.sections;
    this.evidence = this.sections.map((section) => this.evidenceOf(section));
    this.children = this.sections.map(() => []);
    this.sections.forEach(({ parent }, index) => {
      if (parent >= 0) this.children[parent].push(index);
    });
    this.nature = this.natureOfDocument();
    this.firstNamedPlan = this.evidence.findIndex(
      ({ scores }, i) => this.sections[i].depth === 1 && bestOf(scores, NAMED_CLEARLY) === 'plans',
    );
  }

  run(): void {
    this.sections.forEach((section, index) => {
      if (index === 0) return;
      if (this.wrappers.has(section.parent)) this.judgePart(section, index);
      else section.kind = this.kindBelow(section, index);
    });
  }

  private judgePart(section: Section, index: number): void {
    if (this.isWrapper(index)) {
      this.wrappers.add(index);
      section.kind = 'none';
      return;
    }
    section.kind = this.kindOfPart(section, index);
    if (section.kind !== 'none') this.previous = section.kind;
  }

  /** Below a part, a heading in plain words names a kind of its own; below none, one that names any. */
  private kindBelow({ parent }: Section, index: number): SectionKind {
    const around = this.sections[parent].kind;
    const { plainly, scores } = this.evidence[index];
    if (this.nature === 'rules') return 'none';
    if (plainly && plainly !== 'none') return plainly;
    return around === 'none' ? (bestOf(scores, NAMED_BELOW) ?? 'none') : around;
  }

  private kindOfPart(section: Section, index: number): SectionKind {
    const scores: Scores = { none: NONE };
    const add = (more: Scores) => {
      for (const [kind, score] of Object.entries(more) as [SectionKind, number][])
        scores[kind] = (scores[kind] ?? 0) + score;
    };
    add(this.evidence[index].scores);
    add(PRIORS[this.nature]);
    add(this.fromText(section));
    add(this.fromOrder(index));
    return bestOf(scores, Number.NEGATIVE_INFINITY) ?? 'none';
  }

  private fromText({ start, end }: Section): Scores {
    const shares = sharesOf(this.source.text, sentencesWithin(this.source.sentences, { start, end }));
    const told = shares.count / (shares.count + HALF_TOLD);
    const worth = ({ base, results, plans, lacks }: (typeof TEXT_WEIGHTS)['plans']) =>
      told * (base + results * shares.results + plans * shares.plans + lacks * shares.lacks);
    return {
      achievements: worth(TEXT_WEIGHTS.achievements),
      problems: worth(TEXT_WEIGHTS.problems),
      plans: worth(TEXT_WEIGHTS.plans),
      suggestions: told * asked(shares),
      none: ADVISES.has(this.nature) ? 0 : told * RULES_WEIGHT * shares.rules,
    };
  }

  private fromOrder(index: number): Scores {
    if (this.nature !== 'summary' && this.nature !== 'plan') return {};
    if (this.previous === 'problems')
      return { plans: ORDER.afterProblems, achievements: ORDER.backToAchievements };
    if (this.previous === 'plans') return { plans: ORDER.afterPlans, achievements: ORDER.backToAchievements };
    if (this.previous === 'suggestions') return {};
    const plansFollow = index < this.firstNamedPlan && this.evidence[index].scores.plans === undefined;
    return { achievements: ORDER.atFirst, ...(plansFollow ? { plans: ORDER.beforePlans } : {}) };
  }

  private evidenceOf({ label, style, kind, depth }: Section): HeadingEvidence {
    if (depth === 0) return { scores: {} };
    if (style === 'turn') return { scores: { [kind]: TURN_WEIGHT } };
    const evidence = headingEvidence(label, this.source.coveredYear);
    if (style !== 'lead' && style !== 'point') return evidence;
    const scores = Object.fromEntries(
      Object.entries(evidence.scores).map(([kind, score]) => [kind, score * SENTENCE_HEADING_WEIGHT]),
    );
    return evidence.plainly ? evidence : { scores };
  }

  /** A section without a kind in its heading whose children name several, such as a title that is a heading. */
  private isWrapper(index: number): boolean {
    if (bestOf(this.evidence[index].scores, NAMED_BELOW)) return false;
    const named = this.children[index].map((child) => bestOf(this.evidence[child].scores, NAMED_CLEARLY));
    return new Set(named.filter(Boolean)).size > 1;
  }

  private natureOfDocument(): DocumentNature {
    const ofKind = NATURES[this.source.kind];
    const nature = ofKind === 'unknown' ? natureOfParts(this.sections.map(({ label }) => label)) : ofKind;
    if (nature !== 'unknown') return nature;
    const parts = this.sections.flatMap(({ depth, style, kind }, i) =>
      depth === 1
        ? { kind: bestOf(this.evidence[i].scores, NAMED_WEAKLY), turns: style === 'turn' && kind }
        : [],
    );
    const holds = (asked: SectionKind) => parts.some(({ kind }) => kind === asked);
    // who turns from achievements to problems has told achievements
    const looksBack = holds('achievements') || parts.some(({ turns }) => turns === 'problems');
    const isReport = looksBack && (holds('plans') || holds('problems'));
    return isReport ? 'summary' : nature;
  }
}

/** What should be is what these advise, not a rule. */
const ADVISES: ReadonlySet<DocumentNature> = new Set(['summary', 'survey', 'paper']);

/** A heading names a kind where it does so in more than weak words. */
const NAMED_BELOW = 1.5;

/** A sentence that is a heading names one in passing. */
const NAMED_WEAKLY = 0.8;
/** Above what a slogan names. */
const NAMED_CLEARLY = 2.5;

const asked = ({ asks, results, plans, lacks }: SentenceShares): number =>
  ASKS.base + ASKS.share * asks - results - plans - lacks;

/** The sentences of a section and of all below it: a slice, as both stand in the order of the text. */
function sentencesWithin(sentences: readonly Span[], { start, end }: Span): Span[] {
  return sentences.slice(firstFrom(sentences, start), firstFrom(sentences, end));
}

/** The number of sentences that start before an offset. */
function firstFrom(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
