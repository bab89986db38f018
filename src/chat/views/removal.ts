// Removing files of the library and restoring them, as an owner sees it.
import {
  type FolderFile,
  foundReport,
  RESTORABLE_DAYS,
  type ReportFileManager,
  sameTextAs,
} from '../../library/index.ts';
import { MAX_OPTIONS, type Message, shownName, TEXTS } from '../../message/index.ts';
import { ButtonMaker } from '../buttons/button-maker.ts';
import type { CommandContext } from '../command.ts';
import { foundReportLine, libraryButtons, passagesIn } from './library-file.ts';
import { paragraph } from './paragraph.ts';
import { shortened, shortenedList } from './shortened-list.ts';

/** A file that may be removed, with the reports in it. */
export function removalView(
  { name, key }: FolderFile,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Message {
  const texts = TEXTS[context.locale];
  const served = reportFiles.servedFiles();
  const reports = served.files.find((file) => file.name === name)?.reports.map(foundReport) ?? [];
  const same = sameTextAs(name, served);
  return [
    { type: 'heading', text: texts.removalHeading(shownName(name)) },
    ...(reports.length > 0
      ? [
          paragraph(texts.removalHolds(reports.length, passagesIn(reports))),
          shortenedList(reports.map(foundReportLine), context),
        ]
      : same.length === 0
        ? [paragraph(texts.notServed())]
        : []),
    ...sameTextStays(same, context),
    libraryButtons(
      [
        ['remove', texts.removeFile()],
        ['keep', texts.cancel()],
      ],
      key,
      context,
    ),
  ];
}

/** @param names files with the text of a removed one, which are served instead */
export const sameTextStays = (names: readonly string[], context: CommandContext): Message =>
  names.length === 0
    ? []
    : [paragraph(TEXTS[context.locale].sameTextStays(shortened(names.map(shownName), context)))];

export const restoreButton = (id: string, context: CommandContext): Message[number] =>
  libraryButtons([['restore', TEXTS[context.locale].restoreFile()]], id, context);

/** The removed files that can be restored. */
export async function removedView(reportFiles: ReportFileManager, context: CommandContext): Promise<Message> {
  const texts = TEXTS[context.locale];
  const removed = await reportFiles.removedFiles();
  if (removed.length === 0) return [paragraph(texts.nothingRemoved(RESTORABLE_DAYS))];
  const maker = new ButtonMaker(context.mark);
  return [
    { type: 'heading', text: texts.removedHeading(removed.length, RESTORABLE_DAYS) },
    {
      type: 'choice',
      prompt: texts.restoreWhich(),
      options: removed.slice(0, MAX_OPTIONS).map(({ id, name, at }) => ({
        ...maker.turn(shownName(name), { verb: 'library', args: ['restore', id] }),
        description: dayOf(at),
      })),
    },
  ];
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
