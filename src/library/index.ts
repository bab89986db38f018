// The files behind the reports as managed from chat: uploads, removing and restoring, under safe names.
export type { WriteFailure } from './disk.ts';
export { type FoundReport, foundReport } from './file-summary.ts';
export { RESTORABLE_DAYS, type Removed, type RemovedFile, type Restored } from './removals.ts';
export { ReportFileManager, type ReportFileManagerOptions, type Status } from './report-file-manager.ts';
export type { FolderFile } from './reports-folder.ts';
export {
  type Changes,
  type ServedFiles,
  type ServingStatus,
  sameTextAs,
  servingStatusOf,
} from './served-files.ts';
export type { Added, ConflictPolicy, Preview, Upload } from './uploads.ts';
