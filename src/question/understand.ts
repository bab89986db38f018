// What was asked: language, concepts, who, when, which part, and the kind of answer that its words allow.
import type { PartKind } from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import { conceptsOf, normaliseQuestion } from './concepts.ts';
import { partIn } from './part.ts';
import { type ShapeCues, shapeCuesIn, unitIn } from './shape.ts';
import { type NamedTime, timeFit, timeIn, withoutTime } from './when.ts';
import { type AuthorType, agenciesIn, authorTypeIn, fitsOf, isOfType, type NamedAgency } from './who.ts';

export type Language = 'zh' | 'en';

/** A question as the search and the answer need it. */
export interface Question {
  text: string;
  language: Language;
  /** All that it names, for the search. */
  concepts: Concept[];
  /** What is left once who, when and which part are taken away. */
  topic: Concept[];
  agencies: NamedAgency[];
  authorType?: AuthorType;
  time?: NamedTime;
  part?: PartKind;
  cues: ShapeCues;
  /** What the text after an asked figure must be. */
  unit?: RegExp;
}

const FRAME =
  /^(?:工作|情况|重点|任务|方面|报告|总结|年度|全年|今年|上半年|下半年|计划|打算|安排|思路|问题|困难|不足|短板|单位|部门|地方|主要|简单|概括|大概|一下|work|report|summary|year|half|first|second|plan|overview|town|county|city|district|bureau|subdistrict|rundown|quick|list|point|main|key|\d+)$/;

/** Reads one question over an index, without its history. */
export function understand(text: string, index: PassageIndex): Question {
  const normalised = normaliseQuestion(text);
  const language: Language = /[\u3400-\u9fff]/.test(normalised) ? 'zh' : 'en';
  const agenciesNamed = language === 'zh' ? agenciesIn(normalised, index.reports) : [];
  const all = conceptsOf(withoutTime(withoutSpans(normalised, agenciesNamed)), index);
  const agencies = language === 'zh' ? agenciesNamed : englishAgencies(all, index);
  const concepts = [
    ...all.map((concept) => (isAgency(concept, agencies) ? asHint(concept) : concept)),
    ...agenciesNamed.flatMap(({ text: name }) => conceptsOf(name, index).map(asHint)),
  ];
  const named = partIn(normalised);
  const time = timeIn(normalised);
  const authorType = authorTypeIn(normalised);
  const unit = unitIn(normalised);
  return {
    text,
    language,
    concepts,
    topic: concepts.filter((concept) => !isFrame(concept, agencies, named?.words ?? '')),
    agencies,
    ...(authorType ? { authorType } : {}),
    ...(time ? { time } : {}),
    ...(named ? { part: named.part } : {}),
    cues: shapeCuesIn(normalised),
    ...(unit ? { unit } : {}),
  };
}

/** An agency's name counts little in a passage: that the report is the agency's is what tells. */
const AGENCY_HINT_WEIGHT = 0.25;
const asHint = (concept: Concept): Concept => ({ ...concept, weight: concept.weight * AGENCY_HINT_WEIGHT, hint: true });
const isAgency = ({ label }: Concept, agencies: NamedAgency[]) => agencies.some(({ text, fits }) => fits.size > 0 && text === label);

function withoutSpans(question: string, agencies: NamedAgency[]): string {
  let text = question;
  for (const { start, end, fits } of agencies) {
    if (fits.size > 0) text = `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
  }
  return text;
}

/** True for a concept that only says who, when, or which part. */
function isFrame({ label, hint }: Concept, agencies: NamedAgency[], partWords: string): boolean {
  if (hint || FRAME.test(label) || partWords.includes(label)) return true;
  return agencies.some(({ text, fits }) => fits.size > 0 && (text.includes(label) || label.includes(text)));
}

function englishAgencies(concepts: Concept[], index: PassageIndex): NamedAgency[] {
  return concepts.flatMap(({ label, variants }) => {
    const names = variants.map(({ text }) => text).filter((text) => /[局委办站]$|委员会$|办公室$|分局$/.test(text));
    if (names.length === 0) return [];
    return [{ text: label, start: 0, end: 0, fits: fitsOf(names, index.reports) }];
  });
}

/** Weights, in nats, of what speaks for a report as a whole. */
const AGENCY_WEIGHT = 1.5;
const TYPE_WEIGHT = 1.2;
const TIME_WEIGHT = 1.5;

/** By report number, how well each report fits who and when a question names, in nats. */
export function referentsOf(question: Question, index: PassageIndex): Float64Array {
  const count = index.reports.length;
  const scores = new Float64Array(count);
  for (const { fits } of question.agencies) {
    const rarity = Math.log(1 + count / Math.max(1, fits.size));
    for (const [report, fit] of fits) scores[report] += AGENCY_WEIGHT * rarity * fit;
  }
  index.reports.forEach((report, number) => {
    if (question.authorType && isOfType(report, question.authorType)) scores[number] += TYPE_WEIGHT;
    if (question.time) scores[number] += TIME_WEIGHT * timeFit(question.time, report, question.part);
  });
  return scores;
}
