// Answers made of quotes: choose, cite, check.
export { type Answer, type AnswerKind, answer } from './answer.ts';
export { type Citation, citationOf } from './citation.ts';
export type { CitedQuote } from './cited-quote.ts';
export { compose } from './compose.ts';
export { type Context, contextOf } from './context.ts';
export { type Difference, type Verification, verify } from './verify.ts';
