// Answers made of quotes: choose, cite, check.
export type { Subject } from './across-reports.ts';
export { type Answer, type AnswerKind, answer, compare, type Within } from './answer.ts';
export { type Citation, citationOf } from './citation.ts';
export { type CitedQuote, cite } from './cited-quote.ts';
export { compose } from './compose.ts';
export { type Context, contextOf, MAX_STEPS } from './context.ts';
export { locationOf } from './source-location.ts';
export { type Difference, type Verification, verify } from './verify.ts';
export { wholeSentences } from './whole-sentences.ts';
