// Answers made of quotes: choose, cite, check.
export { type Answer, type AnswerKind, answer } from './answer.ts';
export type { CitedQuote } from './cited-quote.ts';
export { compose } from './compose.ts';
