// Finding passages: the engine's candidates, ordered by named signals; a snapshot for the next start.
export { type Opened, openIndex } from './open-index.ts';
export { type Hit, type Located, PassageIndex, type SearchQuery, textOf } from './passage-index.ts';
export { type SignalName, WEIGHTS, type Weights } from './rank.ts';
