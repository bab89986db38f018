// What the buttons under files of the library do. Who presses is an owner: that was checked.
import {
  type ConflictPolicy,
  RESTORABLE_DAYS,
  type ReportFileManager,
  sameTextAs,
  useOf,
} from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import type { CommandContext, CommandResult } from '../command.ts';
import { askableTexts } from '../views/collections.ts';
import { restoreButton, sameTextStays, uploadView } from '../views/library.ts';
import type { LibraryOperation } from './action.ts';

/** Does what a button says; undefined where it says nothing that can be done. */
export async function pressInLibrary(
  deed: LibraryOperation,
  id: string,
  context: CommandContext,
): Promise<CommandResult | undefined> {
  const { reportFiles, locale } = context;
  if (!reportFiles) return undefined;
  const message = await messageAfter(deed, id, reportFiles, context);
  return message && { message, locale };
}

async function messageAfter(
  deed: LibraryOperation,
  id: string,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message | undefined> {
  const texts = TEXTS[context.locale];
  switch (deed) {
    case 'add':
    case 'replace':
    case 'both':
      return add(id, deed, reportFiles, context);
    case 'dismiss':
      return say((await reportFiles.dismiss(id)) ? texts.uploadDismissed() : texts.uploadGone());
    case 'remove':
      return remove(id, reportFiles, context);
    case 'keep': {
      const file = (await reportFiles.files()).find(({ key }) => key === id);
      return say(file ? texts.fileStays(shownName(file.name)) : texts.fileChanged());
    }
    case 'restore':
      return restore(id, reportFiles, context);
    default:
      deed satisfies never; // a button may hold anything
      return undefined;
  }
}

const say = (...sentences: string[]): Message => sentences.map((text) => ({ type: 'paragraph', text }));

async function add(
  id: string,
  manner: ConflictPolicy,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message> {
  const texts = TEXTS[context.locale];
  const added = await reportFiles.accept(id, manner);
  switch (added.outcome) {
    case 'added':
      return say(
        texts.fileAdded(shownName(added.name), added.replaced),
        ...(added.reread ? await useTexts(added.name, reportFiles, context) : [texts.notReread()]),
      );
    case 'taken':
      return uploadView(added.upload, context);
    case 'gone':
      return say(texts.uploadGone());
    case 'trouble':
      return [...say(texts.notWritten(added.trouble)), ...(await stillWaiting(id, reportFiles, context))];
    default:
      return added satisfies never;
  }
}

/** Whether answers know a file now, and whose. */
async function useTexts(
  name: string,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<string[]> {
  const texts = TEXTS[context.locale];
  const use = useOf(name, reportFiles.holdings());
  return use.served ? askableTexts(name, context) : [texts.notAskable(use.why.map(texts.warning))];
}

/** A file that could not be written waits on, with its buttons. */
async function stillWaiting(
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
  const same = name === undefined ? [] : sameTextAs(name, reportFiles.holdings());
  const removed = await reportFiles.remove(key);
  switch (removed.outcome) {
    case 'removed':
      return [
        ...say(
          texts.fileRemoved(shownName(removed.file.name), RESTORABLE_DAYS),
          ...(removed.reread ? [] : [texts.notReread()]),
        ),
        ...(removed.reread ? sameTextStays(stillHeld(same, reportFiles), context) : []),
        restoreButton(removed.file.id, context),
      ];
    case 'gone':
      return say(texts.fileChanged());
    case 'trouble':
      return say(texts.notWritten(removed.trouble));
    default:
      return removed satisfies never;
  }
}

/** Of files with the same text those that answers are made from, now that another one of them is gone. */
function stillHeld(same: readonly string[], reportFiles: ReportFileManager): string[] {
  const { files } = reportFiles.holdings();
  return files.map(({ name }) => name).filter((name) => same.includes(name));
}

/** Brings a removed file back and says so. */
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
      return say(
        texts.fileRestored(
          shownName(restored.name),
          restored.renamed && before ? shownName(before.name) : undefined,
        ),
        ...(restored.reread ? [] : [texts.notReread()]),
      );
    case 'gone':
      return say(texts.removedGone(RESTORABLE_DAYS));
    case 'trouble':
      return say(texts.notWritten(restored.trouble));
    default:
      return restored satisfies never;
  }
}
