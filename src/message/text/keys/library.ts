// The files behind the reports: adding, removing, restoring, status.

/** Why the disk refused a change. */
type WriteTrouble = 'full' | 'forbidden';

/** An upload, from the preview to the answer about it. */
interface UploadTexts {
  /** Files cannot be sent on this platform. */
  filesGoInto(folder: string): string;
  fileTooLarge(name: string, megabytes: number, maxMegabytes: number): string;
  fileIsEmpty(name: string): string;
  fileNotLoaded(name: string): string;
  /** No report was found in it; the warnings follow. */
  fileUnreadable(name: string): string;
  noSuchFolderName(folder: string): string;
  fileThere(name: string): string;
  uploadHeading(name: string): string;
  /** Its extension was replaced by that of its format, since it would not be read under its own. */
  renamedByContent(sentAs: string): string;
  uploadHolds(reports: number, passages: number): string;
  /** At the end of a shortened list. */
  andMore(count: number): string;
  fileWarnings(count: number): string;
  newFolder(folder: string): string;
  sameTextAs(names: string[]): string;
  nameTaken(name: string, replaceable: boolean): string;
  notAddedYet(): string;
  addFile(): string;
  replaceFile(): string;
  keepBoth(): string;
  cancel(): string;
  fileAdded(name: string, replaced: boolean): string;
  /** After that: answers use it now. */
  askableNow(): string;
  /** After that: answers do not use it; `why`: the warnings about it. */
  notAskable(why: string[]): string;
  uploadDismissed(): string;
  uploadGone(): string;
}

/** Files of the reports folder, and the library as a whole. */
export interface LibraryTexts extends UploadTexts {
  /** Files are not managed from chats. */
  libraryNotManaged(): string;
  notWritten(trouble: WriteTrouble): string;
  /** The change was made, but the folder could not be read again. */
  notReread(): string;
  noSuchFile(name: string): string;
  whichFile(): string;
  removalHeading(name: string): string;
  removalHolds(reports: number, passages: number): string;
  notServed(): string;
  /** Before and after a removal. */
  sameTextStays(names: string[]): string;
  removeFile(): string;
  fileRemoved(name: string, days: number): string;
  fileStays(name: string): string;
  fileChanged(): string;
  restoreFile(): string;
  /** `wanted`: its old name, if another file has that now. */
  fileRestored(name: string, wanted: string | undefined): string;
  removedHeading(count: number, days: number): string;
  restoreWhich(): string;
  nothingRemoved(days: number): string;
  removedGone(days: number): string;
  libraryHeading(): string;
  libraryHolds(files: number, reports: number, passages: number): string;
  indexSize(megabytes: string): string;
  restorable(count: number): string;
  undecided(count: number): string;
  /** Before a point of time. */
  lastChange(): string;
  noWarnings(): string;
  reloaded(): string;
  notReloaded(): string;
  nothingChanged(): string;
  changedFiles(kind: 'added' | 'changed' | 'removed', count: number): string;
}
