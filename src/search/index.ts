// Finding passages: the engine's candidates, ordered by named signals; a snapshot for the next start.

export { accessibleIndex, collectionsIn } from './accessible-index.ts';
export type { Concept, Variant } from './concept.ts';
export { CoverageMeter } from './coverage.ts';
export { type LibraryStatus, LiveIndex, type WatchOptions } from './live-index.ts';
export { type Located, textOf } from './located.ts';
export { type Opened, openIndex, openLive } from './open-index.ts';
export {
  type Hit,
  OUT_OF_REACH,
  PassageIndex,
  type SearchQuery,
  type SectionScore,
} from './passage-index.ts';
export { type SignalName, WEIGHTS, type Weights } from './rank.ts';
export { type Progress, preview } from './read-files.ts';
