// Look-ups: which reports and passages a few words name, and reading on from there. No question is answered here.
export { exampleQuestions } from './examples.ts';
export { citedById, type FoundPassages, type PassageQuery, searchPassages } from './passages.ts';
export {
  type OutlineEntry,
  outlineOf,
  partAround,
  type ReadingPage,
  readPage,
  sectionsOfKind,
} from './reading.ts';
export { type SuggestionKind, suggest } from './suggest.ts';
export type { Suggestion } from './suggest-table.ts';
export { type Filters, type Narrowed, narrow } from './within.ts';
