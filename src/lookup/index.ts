// Look-ups: the reports and passages that a few words name, and reading on from there. Answers no questions.
export { exampleQuestions, suggestedQuestions } from './examples.ts';
export { namedAlone } from './named-alone.ts';
export { type Filters, type Narrowed, narrow } from './narrow.ts';
export { citedById, type PassageQuery, searchPassages } from './passages.ts';
export {
  firstLevelSection,
  outlineOf,
  type ReadingPage,
  readPage,
} from './reading.ts';
export { type SuggestionKind, suggest } from './suggest.ts';
export type { Suggestion } from './suggest-table.ts';
