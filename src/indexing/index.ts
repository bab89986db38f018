// From the reports folder to an index that is searched: reading, building, snapshot, live updates, accessible
// indexes. Searching is in src/search.

export { accessibleIndex, collectionsIn } from './accessible-index.ts';
export type { IndexStatus, WatchOptions } from './live-index.ts';
export { openLive } from './open-live.ts';
export { preview } from './preview.ts';
export type { Progress } from './read-files.ts';
