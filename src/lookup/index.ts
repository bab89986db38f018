// Look-ups: which reports and passages a few words name, and reading on from there. No question is answered.
export { exampleQuestions } from './examples.ts';
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
