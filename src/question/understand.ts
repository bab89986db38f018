// A question over one index: its reading, the concepts to look for, and the reports that its names refer to.

import { termTokens } from '../language/index.ts';
import type { SectionKind } from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { agenciesIn, endsLikeOffice, isNoOffice, type NamedAgency } from './agencies.ts';
import { agencyFits, governmentFits, localityFits, townFits } from './agency-fits.ts';
import { MIN_CORE_LENGTH } from './agency-match.ts';
import { type AnswerTypeCues, answerTypeCuesIn } from './answer-type.ts';
import { type AskedValue, askedValue } from './asked-unit.ts';
import { FILLERS } from './asking-spans.ts';
import { authorDescriptionsIn } from './author-description.ts';
import { type AuthorType, authorTypeIn, isOfType } from './author-type.ts';
import { conceptsOf } from './concepts.ts';
import { isMeant } from './named-parts.ts';
import { type PartReference, partReferencesIn } from './part-reference.ts';
import { type NamedPeriod, namedPeriod, periodFit } from './period.ts';
import { plainWords } from './plain-words.ts';
import { type Reading, read, type Shape } from './reading.ts';
import { type ReportNames, reportNamesOf } from './report-names.ts';
import { writtenNamesIn } from './written-names.ts';

export type Language = 'zh' | 'en';

export interface Question {
  text: string;
  language: Language;
  reading: Reading;
  /** All that it names, for the search in passages. */
  concepts: Concept[];
  /** All its words as a plain full-text search takes them, for ranking alone. */
  words: Concept[];
  /** What it asks about: concepts that name no author, period or part. */
  topic: Concept[];
  /** Concepts that describe the author of a report; they may be anywhere in that report. */
  description: Concept[];
  /** Agencies and localities that it names. */
  agencies: NamedAgency[];
  authorType?: AuthorType;
  period?: NamedPeriod;
  sectionKind?: SectionKind;
  /** Parts that it names by number: 第十四条, article 14. */
  parts: PartReference[];
  cues: Pick<AnswerTypeCues, 'figure' | 'reason' | 'exception' | 'survey'>;
  /** How likely each shape is, 0 to 1, together 1. */
  shapes: Record<Shape, number>;
  /** The value that is asked for. */
  asked?: AskedValue;
}

/** Reads one question over an index, without its history. */
export function understand(text: string, index: PassageIndex): Question {
  const reading = read(text);
  const parts = partReferencesIn(reading.normalised).filter((reference) => isMeant(reference, index));
  const { normalised, spans } = reading;
  const language: Language = /[\u3400-\u9fff]/.test(normalised) ? 'zh' : 'en';
  const names = reportNamesOf(index);
  const described = authorDescriptionsIn(normalised);
  const isDescribed = (start: number, end: number) =>
    described.some((each) => each.start < end && each.end > start);
  const written = writtenNamesIn(normalised, names);
  const ofOffices =
    language === 'zh' ? agenciesIn(normalised, names).filter(({ fits }) => fits.size > 0) : [];
  const known = [
    ...written,
    ...ofOffices.filter(({ start, end }) => !written.some((each) => each.start < end && each.end > start)),
  ];
  const isKnown = (start: number, end: number) => known.some((each) => each.start < end && each.end > start);
  const description = described
    .filter(({ start, end }) => !isKnown(start, end))
    .flatMap(({ start, end }) => conceptsOf(normalised.slice(start, end), index));
  const mentioned = reading.names
    .filter(({ start, end }) => !isKnown(start, end) && !isDescribed(start, end))
    .map((name) => referentOf({ ...name, text: normalised.slice(name.start, name.end) }, names, index));
  const topicRuns = reading.topic
    .filter(({ start, end }) => !isDescribed(start, end))
    .filter(({ start, end }) => !parts.some((part) => part.start < end && part.end > start));
  const own = topicRuns.flatMap(({ start, end }) =>
    conceptsOf(outside(normalised, start, end, known), index),
  );
  const found = agenciesByConcept(own, names);
  // 镇党委 is nobody that reports would be by
  const unknownNames = mentioned.filter(({ text: name, fits }) => fits.size === 0 && !isNoOffice(name));
  const agencies = [...known, ...mentioned.filter(({ fits }) => fits.size > 0), ...unknownNames, ...found];
  const partWords = spans
    .filter(({ group }) => group === reading.part)
    .flatMap(({ start, end }) => conceptsOf(normalised.slice(start, end), index).map(asHint));
  // A name says which report is meant, whether or not its passages repeat it.
  const named = [
    ...known,
    ...mentioned.filter(({ fits }) => fits.size > 0),
    ...spans.filter(({ group }) => group === 'period'),
  ];
  const asides = spans
    .filter(({ group }) => group !== reading.part && saysMore(group))
    .flatMap(({ start, end }) => conceptsOf(normalised.slice(start, end), index))
    .map((concept) => ({ ...concept, weight: concept.weight * ASIDE_WEIGHT, hint: true }));
  const period = reading.period ? namedPeriod(reading.period) : undefined;
  const authorType = authorTypeIn(normalised);
  const asked = askedValue(reading.expected);
  const isName = ({ label }: Concept) => found.some((each) => each.text === label);
  const topic = [
    ...own.filter((concept) => !isName(concept)),
    ...unknownNames.flatMap(({ text: name }) => conceptsOf(name, index)),
  ];
  return {
    text,
    language,
    reading,
    concepts: merged([
      ...topic,
      ...own.filter(isName).map(asHint),
      ...yearsIn(normalised, names),
      ...description.map(asHint),
      ...[...known, ...mentioned].flatMap(({ text: name }) => conceptsOf(name, index).map(asHint)),
      ...partWords,
      ...asides,
    ]),
    words: plainWords(outside(normalised, 0, normalised.length, named), index),
    topic: merged(topic),
    description,
    agencies,
    ...(authorType ? { authorType } : {}),
    ...(period ? { period } : {}),
    ...(reading.part ? { sectionKind: reading.part } : {}),
    parts,
    cues: {
      ...answerTypeCuesIn(normalised),
      figure: reading.shape === 'figure' || (reading.shape === 'fact' && reading.expected?.type === 'date'),
    },
    shapes: softmax(reading.shapes),
    ...(asked ? { asked } : {}),
  };
}

/** Words that ask for something may also stand in what answers: containers in “how many containers”. */
const ASIDE_WEIGHT = 0.4;
const saysMore = (group: string): boolean => !FILLERS.has(group) && !NO_ASIDES.has(group);
const NO_ASIDES: ReadonlySet<string> = new Set(['name', 'period', 'term']);

function softmax<Label extends string>(logits: Record<Label, number>): Record<Label, number> {
  const entries = Object.entries(logits) as [Label, number][];
  const max = Math.max(...entries.map(([, value]) => value));
  const sum = entries.reduce((total, [, value]) => total + Math.exp(value - max), 0);
  return Object.fromEntries(entries.map(([label, value]) => [label, Math.exp(value - max) / sum])) as Record<
    Label,
    number
  >;
}

function merged(concepts: Concept[]): Concept[] {
  const byLabel = new Map<string, Concept>();
  for (const concept of concepts) {
    const known = byLabel.get(concept.label);
    if (!known || known.weight < concept.weight) byLabel.set(concept.label, concept);
  }
  return [...byLabel.values()];
}

/** A stretch without the parts that known names take. */
function outside(
  text: string,
  start: number,
  end: number,
  known: readonly { start: number; end: number }[],
): string {
  let words = text.slice(start, end);
  for (const each of known)
    if (each.start < end && each.end > start) {
      const from = Math.max(0, each.start - start);
      const to = Math.min(end, each.end) - start;
      words = words.slice(0, from) + ' '.repeat(to - from) + words.slice(to);
    }
  return words;
}

/** The reports by an author or about a place that a question mentions. */
function referentOf(
  { text, kind, start, end }: { text: string; kind: 'agency' | 'place'; start: number; end: number },
  names: ReportNames,
  index: PassageIndex,
): NamedAgency {
  const variants = [text, ...(names.synonyms.get(text) ?? [])];
  const translated = /^[a-z]/.test(text)
    ? conceptsOf(text, index).flatMap(({ variants: each }) => each.map(({ text: term }) => term))
    : [];
  const office = agencyFits(
    [...variants, ...translated.filter((term) => endsLikeOffice(term) && !isNoOffice(term))],
    names,
  );
  if (office.size > 0) return { text, start, end, fits: office };
  const towns = townFits([...variants, ...translated], names);
  if (towns.size > 0) return { text, start, end, fits: towns };
  const governments = governmentFits([...variants, ...translated], names);
  if (governments.size > 0) return { text, start, end, fits: governments };
  const places = kind === 'place' ? localityFits(variants, names) : new Map<number, number>();
  return places.size > 0
    ? { text, start, end, fits: places, isLocality: true }
    : { text, start, end, fits: places };
}

/** A year that no report is about selects no report; it is searched for as a word. */
const YEAR_WEIGHT = 0.8;

function yearsIn(question: string, { years }: ReportNames): Concept[] {
  const named = new Set(question.match(/(?<!\d)(?:1\d|20)\d\d(?!\d)/g) ?? []);
  return [...named]
    .filter((year) => !years.has(year))
    .map((year) => ({
      label: `${year}年`,
      weight: YEAR_WEIGHT,
      variants: [{ text: year, weight: 1, own: true, tokens: termTokens(year) }],
      hint: true,
    }));
}

/** An author's name counts little in a passage: `referentsOf` scores the reports by their authors. */
const HINT_WEIGHT = 0.25;
const asHint = (concept: Concept): Concept => ({
  ...concept,
  weight: concept.weight * HINT_WEIGHT,
  hint: true,
});

/** Agencies that English words translate to, and in either language towns and localities of few reports. */
function agenciesByConcept(concepts: Concept[], names: ReportNames): NamedAgency[] {
  return concepts.flatMap(({ label, variants, hint }) => {
    // one character names nobody: what it is widened to is another word (鹭 → 栖鹭)
    if (hint || label.length < MIN_CORE_LENGTH) return [];
    const named = { text: label, start: 0, end: 0 };
    const texts = variants.map(({ text }) => text);
    const offices = texts.filter((text) => endsLikeOffice(text) && !isNoOffice(text));
    const fitsOffice =
      offices.length > 0 && /^[a-z]/.test(label) ? agencyFits(offices, names) : new Map<number, number>();
    if (fitsOffice.size > 0) return [{ ...named, fits: fitsOffice }];
    const towns = townFits(texts, names);
    if (towns.size > 0) return [{ ...named, fits: towns }];
    const own = governmentFits(texts, names);
    if (own.size > 0) return [{ ...named, fits: own }];
    const fits = localityFits(texts.slice(0, 1), names);
    if (fits.size > 0) return [{ ...named, fits, isLocality: true }];
    return meansOffice(label, texts) ? [{ ...named, fits, meansOffice: true }] : [];
  });
}

/** Whether an English word is said of nothing but offices: drc, psb. */
function meansOffice(label: string, texts: readonly string[]): boolean {
  const translations = texts.filter((text) => /^[\u3400-\u9fff]/.test(text));
  return /^[a-z]/.test(label) && translations.length > 0 && translations.every(endsLikeOffice);
}

/** Weights of the signals of a report as a whole, in nats. */
const AGENCY_WEIGHT = 1.5;
const DESCRIPTION_WEIGHT = 0.8;
const TITLE_WEIGHT = 1.2;
const IDENTITY_WEIGHT = 0.6;
const AUTHOR_TYPE_WEIGHT = 1.2;
const PERIOD_WEIGHT = 2.5;

/** By report number, how well a report fits the agencies, description and period of a question, in nats. */
export function referentsOf(question: Question, index: PassageIndex): Float64Array {
  const count = index.reports.length;
  const scores = new Float64Array(count);
  for (const { fits } of question.agencies) {
    const rarity = Math.log(1 + count / Math.max(1, fits.size));
    for (const [report, fit] of fits) scores[report] += AGENCY_WEIGHT * rarity * fit;
  }
  const described = question.description.length ? index.reportScores(question.description) : undefined;
  const titled = question.description.length ? index.titleScores(question.description) : undefined;
  const identity = index.titleScores(question.concepts);
  index.reports.forEach((report, number) => {
    if (described && titled)
      scores[number] += DESCRIPTION_WEIGHT * described[number] + TITLE_WEIGHT * titled[number];
    scores[number] += IDENTITY_WEIGHT * identity[number];
    if (question.authorType && isOfType(report, question.authorType)) scores[number] += AUTHOR_TYPE_WEIGHT;
    if (question.period)
      scores[number] += PERIOD_WEIGHT * periodFit(question.period, report, question.sectionKind);
  });
  return scores;
}
