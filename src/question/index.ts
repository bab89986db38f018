// What was asked: language, part of the report, kind of answer.
export { type Language, type Question, understand } from './understand.ts';
