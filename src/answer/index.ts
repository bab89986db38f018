// Answers made of quotes: finding, deciding, citing, checking against the source.
export type { Subject } from '../question/index.ts';
export { answer, compare, judged } from './answer.ts';
export { explainDecision } from './answerability.ts';
export { type Citation, citationOf } from './citation.ts';
export { type CitedQuote, cite } from './cited-quote.ts';
export { compose } from './compose.ts';
export { type Context, contextOf, MAX_CONTEXT_STEPS } from './context.ts';
export type { Answer } from './outcome.ts';
export { sectionsOfKind } from './points.ts';
export type { ReportScope } from './report-scope.ts';
export { locationOf } from './source-location.ts';
export { verbatimMessage, verbatimQuotes } from './verbatim.ts';
export { type Difference, type Verification, verify } from './verify-text.ts';
export { wholeSentences } from './whole-sentences.ts';
