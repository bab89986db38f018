// The buttons under files of the library. The owner's right is checked before.
import {
  type ConflictPolicy,
  RESTORABLE_DAYS,
  type ReportFileManager,
  sameTextAs,
  servingStatusOf,
} from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { askableTexts } from '../views/collections.ts';
import { restoreButton, sameTextStays } from '../views/removal.ts';
import { uploadView } from '../views/upload.ts';
import type { LibraryOperation } from './action.ts';

/** Undefined where the operation does not exist or files are not managed from chats. */
export async function runLibraryOperation(
  operation: LibraryOperation,
  id: string,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  const { reportFiles, locale } = context;
  if (!reportFiles) return undefined;
  const message = await messageAfter(operation, id, reportFiles, context);
  return message && { message, locale };
}

async function messageAfter(
  operation: LibraryOperation,
  id: string,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message | undefined> {
  const texts = TEXTS[context.locale];
  switch (operation) {
    case 'add':
    case 'replace':
    case 'both':
      return add(id, operation, reportFiles, context);
    case 'dismiss':
      return paragraphs((await reportFiles.dismiss(id)) ? texts.uploadDismissed() : texts.uploadGone());
    case 'remove':
      return remove(id, reportFiles, context);
    case 'keep': {
      const file = (await reportFiles.files()).find(({ key }) => key === id);
      return paragraphs(file ? texts.fileStays(shownName(file.name)) : texts.fileChanged());
    }
    case 'restore':
      return restore(id, reportFiles, context);
    default:
      operation satisfies never; // a button's data may hold anything
      return undefined;
  }
}

const paragraphs = (...sentences: string[]): Message =>
  sentences.map((text) => ({ type: 'paragraph', text }));

async function add(
  id: string,
  policy: ConflictPolicy,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message> {
  const texts = TEXTS[context.locale];
  const added = await reportFiles.accept(id, policy);
  switch (added.outcome) {
    case 'added':
      return paragraphs(
        texts.fileAdded(shownName(added.name), added.replaced),
        ...(added.reread ? await useTexts(added.name, reportFiles, context) : [texts.notReread()]),
      );
    case 'taken':
      return uploadView(added.upload, context);
    case 'gone':
      return paragraphs(texts.uploadGone());
    case 'not-written':
      return [
        ...paragraphs(texts.notWritten(added.failure)),
        ...(await uploadAgain(id, reportFiles, context)),
      ];
    default:
      return added satisfies never;
  }
}

/** Whether a file is served now, and who can ask about it. */
async function useTexts(
  name: string,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<string[]> {
  const texts = TEXTS[context.locale];
  const use = servingStatusOf(name, reportFiles.servedFiles());
  return use.served ? askableTexts(name, context) : [texts.notAskable(use.why.map(texts.warning))];
}

/** An upload that could not be written is kept, with its buttons. */
async function uploadAgain(
  id: string,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message> {
  const upload = await reportFiles.upload(id);
  return upload ? uploadView(upload, context) : [];
}

async function remove(
  key: string,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message> {
  const texts = TEXTS[context.locale];
  const name = (await reportFiles.files()).find((file) => file.key === key)?.name;
  const same = name === undefined ? [] : sameTextAs(name, reportFiles.servedFiles());
  const removed = await reportFiles.remove(key);
  switch (removed.outcome) {
    case 'removed':
      return [
        ...paragraphs(
          texts.fileRemoved(shownName(removed.file.name), RESTORABLE_DAYS),
          ...(removed.reread ? [] : [texts.notReread()]),
        ),
        ...(removed.reread ? sameTextStays(stillServed(same, reportFiles), context) : []),
        restoreButton(removed.file.id, context),
      ];
    case 'gone':
      return paragraphs(texts.fileChanged());
    case 'not-written':
      return paragraphs(texts.notWritten(removed.failure));
    default:
      return removed satisfies never;
  }
}

/** Of files with the same text those that are served now that one of them is removed. */
function stillServed(same: readonly string[], reportFiles: ReportFileManager): string[] {
  const { files } = reportFiles.servedFiles();
  return files.map(({ name }) => name).filter((name) => same.includes(name));
}

export async function restore(
  id: string,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message> {
  const texts = TEXTS[context.locale];
  const before = (await reportFiles.removedFiles()).find((file) => file.id === id);
  const restored = await reportFiles.restore(id);
  switch (restored.outcome) {
    case 'restored':
      return paragraphs(
        texts.fileRestored(
          shownName(restored.name),
          restored.renamed && before ? shownName(before.name) : undefined,
        ),
        ...(restored.reread ? [] : [texts.notReread()]),
      );
    case 'gone':
      return paragraphs(texts.removedGone(RESTORABLE_DAYS));
    case 'not-written':
      return paragraphs(texts.notWritten(restored.failure));
    default:
      return restored satisfies never;
  }
}
