// What was asked: language, concepts, who, when, which part, and the kind of answer that its words allow.
import path from 'node:path';
import { readPhrases, termTokens } from '../language/index.ts';
import type { SectionKind } from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { agenciesIn, isNoOffice, type NamedAgency } from './agencies.ts';
import { agencyFits, localityFits, townFits } from './agency-fits.ts';
import { type AnswerTypeCues, answerTypeCuesIn, unitIn, withoutAsking } from './answer-type.ts';
import { type AuthorType, authorTypeIn, isOfType } from './author-type.ts';
import { conceptsOf, normaliseQuestion } from './concepts.ts';
import { descriptionsIn } from './description.ts';
import { type NamedPeriod, periodFit, periodIn, withoutPeriod } from './period.ts';
import { reportNamesOf } from './report-names.ts';
import { sectionKindIn } from './section-kind.ts';

export type Language = 'zh' | 'en';

/** A question as the search and the answer need it. */
export interface Question {
  text: string;
  language: Language;
  /** All that it names, for the search in passages. */
  concepts: Concept[];
  /** What is left once who, when and which part are taken away. */
  topic: Concept[];
  /** What describes the report that is meant, wherever in it the words stand. */
  description: Concept[];
  /** Agencies and places that it names. */
  named: NamedAgency[];
  authorType?: AuthorType;
  time?: NamedPeriod;
  part?: SectionKind;
  cues: AnswerTypeCues;
  /** What the text after an asked figure must be. */
  unit?: RegExp;
}

const PHRASES = readPhrases(path.join(import.meta.dirname, 'phrases/frame.txt'));
const FRAME = new Set(PHRASES('frame'));
const LEVEL = new Set(PHRASES('level'));

/** What is read of a question, in UTF-16 units; the rest of a longer text is no question. */
const MAX_LENGTH = 500;

/** Reads one question over an index, without its history. */
export function understand(text: string, index: PassageIndex): Question {
  const normalised = sharedNoun(normaliseQuestion(text.slice(0, MAX_LENGTH)));
  const language: Language = /[\u3400-\u9fff]/.test(normalised) ? 'zh' : 'en';
  const agencies = language === 'zh' ? agenciesIn(normalised, reportNamesOf(index)) : [];
  const known = agencies.filter(({ fits }) => fits.size > 0);
  const described = descriptionsIn(normalised).filter(
    ({ start, end }) => !known.some((each) => each.end > start && each.start < end),
  );
  const conceptsIn = (words: string) => conceptsOf(withoutAsking(withoutPeriod(words)), index);
  const description = described.flatMap(({ start, end }) => conceptsIn(normalised.slice(start, end)));
  const rest = conceptsIn(blank(normalised, [...known, ...described]));
  const named = [...agencies, ...namedByConcepts([...rest, ...description], index)];
  const part = sectionKindIn(normalised);
  const time = periodIn(normalised);
  const authorType = authorTypeIn(normalised);
  const unit = unitIn(normalised);
  const own = rest.map((concept) =>
    names(concept, named) || LEVEL.has(concept.label.replace(/'s$/, '')) ? asHint(concept) : concept,
  );
  return {
    text,
    language,
    concepts: [
      ...own,
      ...yearsIn(normalised, index),
      ...description.map(asHint),
      ...known.flatMap(({ text: name }) => conceptsOf(name, index).map(asHint)),
    ],
    topic: own.filter((concept) => !isFrame(concept, part?.words ?? '')),
    description,
    named,
    ...(authorType ? { authorType } : {}),
    ...(time ? { time } : {}),
    ...(part ? { part: part.part } : {}),
    cues: answerTypeCuesIn(normalised),
    ...(unit ? { unit } : {}),
  };
}

const SHARING = '[a-z]+(?: resources| rights| affairs)?';
const SHARED = '(?:bureau|commission|office|department|station)';
const TWO_OFFICES = new RegExp(
  `\\b(${SHARING}) and ((?:the )?[a-z]+(?: resources| affairs| protection)?) (${SHARED})s\\b`,
  'g',
);

/** "The forestry and environment bureaus" names two bureaus. */
const sharedNoun = (question: string): string => question.replace(TWO_OFFICES, '$1 $3 and $2 $3');

/** A year that no report is about cannot choose a report; it is a word to look for. */
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

/** The name of the report's author counts little in a passage: that the report is the right one is what tells. */
const HINT_WEIGHT = 0.25;
const asHint = (concept: Concept): Concept => ({
  ...concept,
  weight: concept.weight * HINT_WEIGHT,
  hint: true,
});
const names = ({ label }: Concept, named: NamedAgency[]) =>
  named.some(({ text, fits }) => fits.size > 0 && text === label);

/** A question with some stretches made blank. */
function blank(question: string, spans: { start: number; end: number }[]): string {
  let text = question;
  for (const { start, end } of spans)
    text = `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
  return text;
}

/** True for a concept that only says who, when, or which part. */
function isFrame({ label, hint }: Concept, partWords: string): boolean {
  const isFraming = FRAME.has(label) || FRAME.has(label.replace(/s$/, '')) || /^\d+s?$/.test(label);
  return hint === true || isFraming || partWords.includes(label);
}

const OFFICE = /[\u4e00-\u9fff]{2}(?:[局委办站]|委员会|办公室|分局)$/;

/** Agencies that English words translate to, and places of few reports in either language. */
function namedByConcepts(concepts: Concept[], index: PassageIndex): NamedAgency[] {
  return concepts.flatMap(({ label, variants, hint }) => {
    if (hint) return [];
    const texts = variants.map(({ text }) => text);
    const offices = texts.filter((text) => OFFICE.test(text) && !isNoOffice(text));
    if (offices.length > 0 && /^[a-z]/.test(label))
      return [{ text: label, start: 0, end: 0, fits: agencyFits(offices, reportNamesOf(index)) }];
    const towns = townFits(texts, reportNamesOf(index));
    if (towns.size > 0) return [{ text: label, start: 0, end: 0, fits: towns }];
    const fits = localityFits(texts, reportNamesOf(index));
    return fits.size > 0 ? [{ text: label, start: 0, end: 0, fits, isLocality: true }] : [];
  });
}

/** Weights, in nats, of what speaks for a report as a whole. */
const NAMED_WEIGHT = 1.5;
const DESCRIPTION_WEIGHT = 0.8;
const TITLE_WEIGHT = 1.2;
const TYPE_WEIGHT = 1.2;
const TIME_WEIGHT = 2.5;

/** By report number, how well each report fits who and when a question names, in nats. */
export function referentsOf(question: Question, index: PassageIndex): Float64Array {
  const count = index.reports.length;
  const scores = new Float64Array(count);
  for (const { fits } of question.named) {
    const rarity = Math.log(1 + count / Math.max(1, fits.size));
    for (const [report, fit] of fits) scores[report] += NAMED_WEIGHT * rarity * fit;
  }
  const described = question.description.length ? index.reportScores(question.description) : undefined;
  const titled = question.description.length ? index.titleScores(question.description) : undefined;
  index.reports.forEach((report, number) => {
    if (described && titled)
      scores[number] += DESCRIPTION_WEIGHT * described[number] + TITLE_WEIGHT * titled[number];
    if (question.authorType && isOfType(report, question.authorType)) scores[number] += TYPE_WEIGHT;
    if (question.time) scores[number] += TIME_WEIGHT * periodFit(question.time, report, question.part);
  });
  return scores;
}
