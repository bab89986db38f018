// The files behind the reports as managed from chat: uploads, removing and restoring, under safe names.

export { type FoundReport, foundReport } from './file-summary.ts';
export { RESTORABLE_DAYS } from './removals.ts';
export { ReportFileManager, type ReportFileManagerOptions } from './report-file-manager.ts';
export type { FolderFile } from './reports-folder.ts';
export {
  type Changes,
  type ServedFiles,
  sameTextAs,
  servingStatusOf,
} from './served-files.ts';
export type { ConflictPolicy, Preview, Upload } from './uploads.ts';
