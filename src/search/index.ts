// Finding passages: candidates from the engine, ordered by named signals. Knows no disk and no thread.

export type { Concept, Variant } from './concept.ts';
export { CoverageMeter } from './coverage.ts';
export { headTextOf, type IndexedPassage, textOf } from './indexed-passage.ts';
export { occursAnywhere } from './occurrence.ts';
export { PassageIndex } from './passage-index.ts';
export { EXCLUDED, type Hit, type SearchQuery } from './search-query.ts';
export { WEIGHTS } from './signals.ts';

// The structures that src/indexing builds, stores and restores.

export type { FileTokens } from './file-tokens.ts';
export {
  buildCountedForwardIndex,
  buildForwardIndex,
  type CountedForwardIndex,
  type ForwardIndex,
  joinOffsets,
  sliceCountedUnits,
  sliceUnits,
} from './forward-index.ts';
export { IndexSegments } from './index-segments.ts';
export { IndexTables } from './index-tables.ts';
export { finish, finishPausing } from './steps.ts';
export { countUnits, type UnitCounts, unitsBefore } from './unit-counts.ts';
export { Vocabulary } from './vocabulary.ts';
