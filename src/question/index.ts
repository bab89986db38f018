// The reading of a question: agencies, period, section kind, answer type, and the concepts to look for.

export { endsLikeOffice, isOffice, namesUnknownOffice } from './agencies.ts';
export { agencyMatch } from './agency-match.ts';
export type { AskedValue } from './asked-unit.ts';
export { authorTypesIn, isOfType } from './author-type.ts';
export { continuationEvidence, foundElsewhere } from './continuation.ts';
export type { AnswerType } from './expected-answer.ts';
export { explainReading, readingRecord } from './explain-reading.ts';
export { type ResolvedQuestion, resolve } from './follow-up.ts';
export { type ItemReference, itemReferenceIn } from './item-reference.ts';
export { hasPartsNamed, sectionsNamed } from './named-parts.ts';
export type { PartReference } from './part-reference.ts';
export { isOutsidePeriod, periodFit, periodIn, plansAreLater, withoutPeriod } from './period.ts';
export { type Reading, read } from './reading.ts';
export { referentsOf } from './referents.ts';
export type { Subject } from './subject.ts';
export { comparedSubjects } from './subjects.ts';
export { type SurveyForm, surveyFormOf } from './survey-form.ts';
export { askedAcross, asTopic, withPartAsTopic } from './topic-across.ts';
export { type Language, type Question, understand } from './understand.ts';
