// The files of the library, in English.
import type { LibraryTexts } from '../keys/library.ts';
import { counted } from './counted.ts';

const holds = (reports: number, passages: number) =>
  `${counted(reports, 'report')}, ${counted(passages, 'passage')}`;

export const enLibrary: LibraryTexts = {
  filesGoInto: (folder) =>
    `Files cannot be sent here. Put them into the folder ${folder}, then use /library reload.`,
  fileTooLarge: (name, megabytes, maxMegabytes) =>
    `“${name}” has ${megabytes} MB; files up to ${maxMegabytes} MB can be sent here. Larger ones can be put into the reports folder.`,
  fileIsEmpty: (name) => `“${name}” is empty.`,
  fileNotLoaded: (name) => `“${name}” could not be fetched from the platform. Please send it again.`,
  fileUnreadable: (name) => `No report could be read in “${name}”, so it was not added:`,
  noSuchFolderName: (folder) => `“${folder}” cannot be the name of a folder. Write a plain name.`,
  fileThere: (name) => `The library has this very file already: ${name}. There is nothing to add.`,
  uploadHeading: (name) => `To be added: ${name}`,
  renamedByContent: (sentAs) =>
    `It was sent as “${sentAs}”. Files with such names are not read, so it gets the ending of what it is.`,
  uploadHolds: (reports, passages) => `Understood: ${holds(reports, passages)}`,
  andMore: (count) => `and ${count} more`,
  fileWarnings: (count) => `${counted(count, 'warning')}:`,
  newFolder: (folder) => `A new folder is made for it: ${folder}`,
  sameTextAs: (names) => `The library has the same text already: ${names.join(', ')}`,
  nameTaken: (name, replaceable) =>
    replaceable
      ? `There is a file ${name} already. Replace it (it can be brought back), or keep both?`
      : `${name} is there already and cannot be replaced. The file would be added under another name.`,
  notAddedYet: () => 'Nothing is added before you say so. This preview is kept for a day.',
  addFile: () => 'Add',
  replaceFile: () => 'Replace',
  keepBoth: () => 'Keep both',
  cancel: () => 'Cancel',
  fileAdded: (name, replaced) =>
    replaced ? `Replaced: ${name}. /library restore brings the earlier file back.` : `Added: ${name}.`,
  askableNow: () => 'Answers know it now.',
  notAskable: (why) =>
    why.length > 0 ? `But answers do not use it: ${why.join('; ')}.` : 'But answers do not use it yet.',
  uploadDismissed: () => 'Cancelled. Nothing was added.',
  uploadGone: () =>
    'This file is no longer waiting: it was added, cancelled, or sent more than a day ago. Please send it again.',
  libraryNotManaged: () => 'The files of this bot are not managed from chats.',
  notWritten: (trouble) =>
    trouble === 'full'
      ? 'The disk of the machine that runs the bot is full, so nothing was changed. Make room and try again.'
      : 'The bot may not write to its folders, so nothing was changed. Whoever runs it has to allow that.',
  notReread: () =>
    'But the library could not be read again, so answers stay as they were. The log says why; /library reload tries again.',
  noSuchFile: (name) => `The library has no file “${name}”.`,
  whichFile: () => 'Which file do you mean?',
  removalHeading: (name) => `Remove ${name}?`,
  removalHolds: (reports, passages) => `It holds ${holds(reports, passages)}:`,
  notServed: () => 'No report is served from it.',
  sameTextStays: (names) =>
    `The same text is still there in ${names.join(', ')}; it stays in the answers after the removal.`,
  removeFile: () => 'Remove',
  fileRemoved: (name, days) =>
    `Removed: ${name}. It can be brought back for ${days} days, here or with /library restore.`,
  fileStays: (name) => `${name} stays.`,
  fileChanged: () => 'This file has changed or is gone meanwhile; nothing was removed. Please look again.',
  restoreFile: () => 'Bring back',
  fileRestored: (name, wanted) =>
    wanted === undefined
      ? `Brought back: ${name}.`
      : `Brought back as ${name}: something else is called ${wanted} now.`,
  removedHeading: (count, days) => `${counted(count, 'removed file')} (kept for ${days} days)`,
  restoreWhich: () => 'Bring back which one?',
  nothingRemoved: (days) => `No file was removed in the last ${days} days.`,
  removedGone: (days) =>
    `This file is not among the removed ones: it was brought back, or removed more than ${days} days ago.`,
  libraryHeading: () => 'The library',
  libraryHolds: (files, reports, passages) => `${counted(files, 'file')}, ${holds(reports, passages)}`,
  indexSize: (megabytes) => `Index on the disk: ${megabytes} MB`,
  restorable: (count) => `Removed files that can be brought back: ${count}`,
  undecided: (count) => `Sent files that wait for a decision: ${count}`,
  lastChange: () => 'Last change:',
  noWarnings: () => 'No warnings.',
  reloaded: () => 'The library was read again.',
  notReloaded: () => 'The library could not be read again, so answers stay as they were. The log says why.',
  nothingChanged: () => 'Nothing has changed.',
  changedFiles: (kind, count) => {
    const what = { added: 'New', changed: 'Changed', removed: 'Gone' };
    return `${what[kind]}: ${counted(count, 'file')}`;
  },
};
