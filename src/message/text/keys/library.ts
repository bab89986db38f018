// What the bot says about the files of the library, as keys with parameters.

/** Why something could not be written. */
export type WriteTrouble = 'full' | 'forbidden';

/** A file that somebody sends, from its arrival to its place in the library. */
export interface UploadTexts {
  /** Files cannot be sent here: where to put them. */
  filesGoInto(folder: string): string;
  fileTooLarge(name: string, megabytes: number, most: number): string;
  fileIsEmpty(name: string): string;
  fileNotLoaded(name: string): string;
  /** No report was found in it; the reasons follow. */
  fileUnreadable(name: string): string;
  noSuchFolderName(folder: string): string;
  fileThere(name: string): string;
  uploadHeading(name: string): string;
  /** It gets the ending of what it is, since it would not be read under the name that it was sent with. */
  renamedByContent(sentAs: string): string;
  uploadHolds(reports: number, passages: number): string;
  /** Not named one by one. */
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
  /** Goes on after that: answers know it. */
  askableNow(): string;
  /** Goes on after that: answers do not know it; `why` as far as it is known. */
  notAskable(why: string[]): string;
  uploadDismissed(): string;
  uploadGone(): string;
}

/** Files that are there, and the library as a whole. */
export interface LibraryTexts extends UploadTexts {
  /** The library is not managed from chats. */
  libraryNotManaged(): string;
  notWritten(trouble: WriteTrouble): string;
  /** The file was dealt with, but answers do not follow. */
  notReread(): string;
  noSuchFile(name: string): string;
  whichFile(): string;
  removalHeading(name: string): string;
  removalHolds(reports: number, passages: number): string;
  notServed(): string;
  /** Before the removal of a file and after it. */
  sameTextStays(names: string[]): string;
  removeFile(): string;
  fileRemoved(name: string, days: number): string;
  fileStays(name: string): string;
  fileChanged(): string;
  restoreFile(): string;
  /** `wanted`: its old name, where something else has that now. */
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
  /** A point of time follows. */
  lastChange(): string;
  noWarnings(): string;
  reloaded(): string;
  notReloaded(): string;
  nothingChanged(): string;
  changedFiles(kind: 'added' | 'changed' | 'removed', count: number): string;
}
