// A question over one index: its reading, the concepts to look for, and the authors and places that it names.

import { termTokens } from '../language/index.ts';
import type { SectionKind } from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { agenciesIn, isNoOffice, type NamedAgency } from './agencies.ts';
import { type AskedValue, askedValue } from './asked-unit.ts';
import { FILLERS } from './asking-spans.ts';
import { authorDescriptionsIn } from './author-description.ts';
import { type AuthorType, authorTypeIn } from './author-type.ts';
import { isCalledByYear } from './called-by-year.ts';
import { conceptsOf } from './concepts.ts';
import { agenciesByConcept, isKnownOffice, isWrittenAsName, referentOf } from './named-agencies.ts';
import { isMeant } from './named-parts.ts';
import { type PartReference, partReferencesIn } from './part-reference.ts';
import { type NamedPeriod, namedPeriod } from './period.ts';
import { plainWords } from './plain-words.ts';
import { type Reading, read, type Shape } from './reading.ts';
import { type ReportNames, reportNamesOf } from './report-names.ts';
import { titlesIn } from './title-names.ts';
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
  cues: Cues;
  /** How likely each shape is, 0 to 1, together 1. */
  shapes: Record<Shape, number>;
  /** The value that is asked for. */
  asked?: AskedValue;
}

/** What the words of a question ask for beside its shape. */
interface Cues {
  /** A number or a date. */
  figure: boolean;
  reason: boolean;
  /** What is named is left out: 除了统计局还有…. */
  exception: boolean;
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
  const written = writtenNamesIn(normalised, text, names);
  const ofOffices =
    language === 'zh' ? agenciesIn(normalised, names).filter(({ fits }) => fits.size > 0) : [];
  const authors = [...written, ...apartFrom(written, ofOffices)];
  const known = [...authors, ...apartFrom(authors, titlesIn(normalised, spans, index))];
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
  const unknown = mentioned.filter(({ text: name, fits }) => fits.size === 0 && !isNoOffice(name));
  const unknownNames = unknown.filter(
    (name) => isWrittenAsName(name, text, names) || isKnownOffice(name, index),
  );
  const things = unknown.filter((name) => !unknownNames.includes(name));
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
  const isByPerson = written.some(
    ({ text: name }) => names.persons.has(name) || names.personsInPinyin.has(name),
  );
  const period = periodOf(reading, isByPerson);
  const authorType = authorTypeIn(normalised);
  const asked = askedValue(reading.expected);
  const isName = ({ label }: Concept) => found.some((each) => each.text === label);
  const topic = [
    ...own.filter((concept) => !isName(concept)),
    ...[...unknownNames, ...things].flatMap(({ text: name }) => conceptsOf(name, index)),
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
    cues: cuesOf(reading),
    shapes: softmax(reading.shapes),
    ...(asked ? { asked } : {}),
  };
}

/** Names that stand in no other one. */
const apartFrom = (others: readonly NamedAgency[], names: NamedAgency[]): NamedAgency[] =>
  names.filter(({ start, end }) => !others.some((each) => each.start < end && each.end > start));

function cuesOf({ shape, expected, spans }: Reading): Cues {
  const says = (asked: string) => spans.some(({ group }) => group === asked);
  const figure = shape === 'figure' || (shape === 'fact' && expected?.type === 'date');
  return { figure, reason: says('why'), exception: says('except') };
}

/** @param isByPerson a person is named: the year is the one in which the report was given */
function periodOf(reading: Reading, isByPerson: boolean): NamedPeriod | undefined {
  const period = reading.period ? namedPeriod(reading.period) : undefined;
  return period && (isByPerson || isCalledByYear(reading)) ? { ...period, called: true } : period;
}

/** Words that ask for something may also stand in what answers: containers in “how many containers”. */
const ASIDE_WEIGHT = 0.4;
const saysMore = (group: string): boolean => !FILLERS.has(group) && !NO_ASIDES.has(group);
const NO_ASIDES: ReadonlySet<string> = new Set(['name', 'period', 'term', 'except']);

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
