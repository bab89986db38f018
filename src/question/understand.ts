// Reads a question: language, concepts, agencies, period, section kind, cues of the answer type.
import path from 'node:path';
import { readWordLists, termTokens } from '../language/index.ts';
import type { SectionKind } from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { agenciesIn, endsLikeOffice, isNoOffice, type NamedAgency } from './agencies.ts';
import { agencyFits, governmentFits, localityFits, townFits } from './agency-fits.ts';
import { type AnswerTypeCues, answerTypeCuesIn, unitIn, withoutAsking } from './answer-type.ts';
import { authorDescriptionsIn } from './author-description.ts';
import { type AuthorType, authorTypeIn, isOfType } from './author-type.ts';
import { conceptsOf, normaliseQuestion } from './concepts.ts';
import { isMeant } from './named-parts.ts';
import { type PartReference, partReferencesIn } from './part-reference.ts';
import { type NamedPeriod, periodFit, periodIn, withoutPeriod } from './period.ts';
import { reportNamesOf } from './report-names.ts';
import { sectionKindIn } from './section-kind.ts';
import { writtenNamesIn } from './written-names.ts';

export type Language = 'zh' | 'en';

/** A question as the search and the answer need it. */
export interface Question {
  text: string;
  language: Language;
  /** All that it names, for the search in passages. */
  concepts: Concept[];
  /** What it asks about: concepts that name no agency, period or section kind. */
  topic: Concept[];
  /** Concepts that describe the author of a report; they may be anywhere in that report. */
  description: Concept[];
  /** Agencies and localities that it names. */
  agencies: NamedAgency[];
  authorType?: AuthorType;
  period?: NamedPeriod;
  sectionKind?: SectionKind;
  /** Parts that it names by number: 第十四条, chapter 3. */
  parts: PartReference[];
  cues: AnswerTypeCues;
  /** Fits the text after a figure of the asked unit. */
  unit?: RegExp;
}

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/no-topic.txt'));
const NO_TOPIC = new Set(PHRASES.words('no topic'));
const LEVEL_WORDS = new Set(PHRASES.words('level'));

/** What is read of a question, in UTF-16 units; a longer text is a pasted document. */
const MAX_LENGTH = 500;

/** Reads one question over an index, without its history. */
export function understand(text: string, index: PassageIndex): Question {
  const whole = withSharedNoun(normaliseQuestion(text.slice(0, MAX_LENGTH)));
  const parts = partReferencesIn(whole).filter((reference) => isMeant(reference, index));
  const normalised = blank(whole, parts);
  const language: Language = /[\u3400-\u9fff]/.test(normalised) ? 'zh' : 'en';
  const mentioned = mentionedIn(normalised, language, index);
  const known = mentioned.filter(({ fits }) => fits.size > 0);
  const described = authorDescriptionsIn(normalised).filter(
    ({ start, end }) => !known.some((each) => each.end > start && each.start < end),
  );
  const conceptsIn = (words: string) => conceptsOf(withoutAsking(withoutPeriod(words)), index);
  const description = described.flatMap(({ start, end }) => conceptsIn(normalised.slice(start, end)));
  const rest = conceptsIn(blank(normalised, [...known, ...described]));
  const agencies = [...mentioned, ...agenciesByConcept([...rest, ...description], index)];
  const section = sectionKindIn(normalised);
  const period = periodIn(normalised);
  const authorType = authorTypeIn(normalised);
  const unit = unitIn(normalised);
  const own = rest.map((concept) => (isNameOfReports(concept, agencies) ? asHint(concept) : concept));
  return {
    text,
    language,
    concepts: [
      ...own,
      ...yearsIn(normalised, index),
      ...description.map(asHint),
      ...known.flatMap(({ text: name }) => conceptsOf(name, index).map(asHint)),
    ],
    topic: own.filter((concept) => !isNoTopic(concept, section?.words ?? '')),
    description,
    agencies,
    ...(authorType ? { authorType } : {}),
    ...(period ? { period } : {}),
    ...(section ? { sectionKind: section.kind } : {}),
    parts,
    cues: answerTypeCuesIn(normalised),
    ...(unit ? { unit } : {}),
  };
}

/** Agencies by their endings in Chinese, and authors by their names as written in either language. */
function mentionedIn(question: string, language: Language, index: PassageIndex): NamedAgency[] {
  const names = reportNamesOf(index);
  const offices = language === 'zh' ? agenciesIn(question, names) : [];
  const written = writtenNamesIn(question, names).filter(
    ({ start, end }) => !offices.some((office) => office.start < end && office.end > start),
  );
  return [...offices, ...written].sort((a, b) => a.start - b.start);
}

const FIRST_FIELD = '[a-z]+(?: resources| rights| affairs)?';
const SECOND_FIELD = '(?:the )?[a-z]+(?: resources| affairs| protection)?';
const TWO_OFFICES = new RegExp(
  `\\b(${FIRST_FIELD}) and (${SECOND_FIELD}) (bureau|commission|office|department|station)s\\b`,
  'g',
);

/** "The forestry and environment bureaus" names two bureaus. */
const withSharedNoun = (question: string): string => question.replace(TWO_OFFICES, '$1 $3 and $2 $3');

/** A year that no report is about selects no report; it is searched for as a word. */
const YEAR_WEIGHT = 0.8;

function yearsIn(question: string, index: PassageIndex): Concept[] {
  const { years } = reportNamesOf(index);
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

const isNameOfReports = ({ label }: Concept, agencies: NamedAgency[]): boolean =>
  LEVEL_WORDS.has(label.replace(/'s$/, '')) ||
  agencies.some(({ text, fits }) => fits.size > 0 && text === label);

/** A question with some stretches made blank. */
function blank(question: string, spans: { start: number; end: number }[]): string {
  let text = question;
  for (const { start, end } of spans)
    text = `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
  return text;
}

/** Whether a concept only names an agency, a period or a section kind, or is a question word. */
function isNoTopic({ label, hint }: Concept, sectionWords: string): boolean {
  const isListed = NO_TOPIC.has(label) || NO_TOPIC.has(label.replace(/s$/, '')) || /^\d+s?$/.test(label);
  return hint === true || isListed || sectionWords.includes(label);
}

/** Agencies that English words translate to, and in either language towns and localities of few reports. */
function agenciesByConcept(concepts: Concept[], index: PassageIndex): NamedAgency[] {
  const names = reportNamesOf(index);
  return concepts.flatMap(({ label, variants, hint }) => {
    if (hint) return [];
    const named = { text: label, start: 0, end: 0 };
    const texts = variants.map(({ text }) => text);
    const offices = texts.filter((text) => endsLikeOffice(text) && !isNoOffice(text));
    if (offices.length > 0 && /^[a-z]/.test(label)) return [{ ...named, fits: agencyFits(offices, names) }];
    const towns = townFits(texts, names);
    if (towns.size > 0) return [{ ...named, fits: towns }];
    const own = governmentFits(texts, names);
    if (own.size > 0) return [{ ...named, fits: own }];
    const fits = localityFits(texts, names);
    return fits.size > 0 ? [{ ...named, fits, isLocality: true }] : [];
  });
}

/** Weights of the signals of a report as a whole, in nats. */
const AGENCY_WEIGHT = 1.5;
const DESCRIPTION_WEIGHT = 0.8;
const TITLE_WEIGHT = 1.2;
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
  index.reports.forEach((report, number) => {
    if (described && titled)
      scores[number] += DESCRIPTION_WEIGHT * described[number] + TITLE_WEIGHT * titled[number];
    if (question.authorType && isOfType(report, question.authorType)) scores[number] += AUTHOR_TYPE_WEIGHT;
    if (question.period)
      scores[number] += PERIOD_WEIGHT * periodFit(question.period, report, question.sectionKind);
  });
  return scores;
}
