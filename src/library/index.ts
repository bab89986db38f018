// The files behind the reports: safe names, previews of what is sent, removing and bringing back.
export type { Trouble } from './disk.ts';
export { type Changes, type Holdings, sameTextAs, type Use, useOf } from './holdings.ts';
export { Librarian, type LibrarianOptions, type Status } from './librarian.ts';
export { RESTORABLE_DAYS, type Removed, type RemovedFile, type Restored } from './removals.ts';
export type { FolderFile } from './reports-folder.ts';
export { type FoundReport, foundReport } from './understood.ts';
export type { Added, Manner, Preview, Upload } from './uploads.ts';
