// The files of the library as an owner sees them: what was understood of one, what goes when one is removed, where the whole stands.
import {
  type Changes,
  type FolderFile,
  type FoundReport,
  foundReport,
  RESTORABLE_DAYS,
  type ReportFileManager,
  sameTextAs,
  type Upload,
} from '../../library/index.ts';
import { MAX_OPTIONS, type Message, shownName, TEXTS } from '../../message/index.ts';
import type { FileWarning } from '../../reports/index.ts';
import type { LibraryOperation } from '../buttons/action.ts';
import type { CommandContext } from '../command.ts';
import { ButtonMaker } from './buttons.ts';
import { collectionsView, readersText } from './collections.ts';
import { shortened, shortenedList } from './shortened-list.ts';

const FALLBACK_ZONE = 'UTC';
const MEGABYTE = 1024 * 1024;
/** An owner looks here for all that is wrong, so it is more than of other things. */
const MAX_WARNINGS = 40;

const paragraph = (text: string): Message[number] => ({ type: 'paragraph', text });

/** What was understood of a file that was sent, with what can be done with it. */
export async function uploadView(upload: Upload, context: CommandContext): Promise<Message> {
  const texts = TEXTS[context.locale];
  const { id, name, sentAs, reports, warnings, copies, newFolder, taken } = upload;
  const both: Deed = ['both', texts.keepBoth()];
  const replace: Deed[] = taken?.replaceable ? [['replace', texts.replaceFile()]] : [];
  const deeds: Deed[] = taken ? [...replace, both] : [['add', texts.addFile()]];
  return [
    { type: 'heading', text: texts.uploadHeading(shownName(name)) },
    ...(sentAs === undefined ? [] : [paragraph(texts.renamedByContent(shownName(sentAs)))]),
    paragraph(texts.uploadHolds(reports.length, passagesIn(reports))),
    shortenedList(reports.map(reportLine), context),
    ...(warnings.length > 0
      ? [paragraph(texts.fileWarnings(warnings.length)), shortenedList(warnings.map(texts.warning), context)]
      : []),
    ...(newFolder ? [paragraph(texts.newFolder(newFolder))] : []),
    paragraph(await readersText(name, newFolder, context)),
    ...(copies.length > 0 ? [paragraph(texts.sameTextAs(shortened(copies.map(shownName), context)))] : []),
    ...(taken ? [paragraph(texts.nameTaken(shownName(taken.name), taken.replaceable))] : []),
    paragraph(texts.notAddedYet()),
    buttons([...deeds, ['dismiss', texts.cancel()]], id, context),
  ];
}

/** A file that somebody wants to remove, with what it holds. */
export function removalView(
  { name, key }: FolderFile,
  reportFiles: ReportFileManager,
  context: CommandContext,
): Message {
  const texts = TEXTS[context.locale];
  const holdings = reportFiles.servedFiles();
  const reports = holdings.files.find((file) => file.name === name)?.reports.map(foundReport) ?? [];
  const same = sameTextAs(name, holdings);
  return [
    { type: 'heading', text: texts.removalHeading(shownName(name)) },
    ...(reports.length > 0
      ? [
          paragraph(texts.removalHolds(reports.length, passagesIn(reports))),
          shortenedList(reports.map(reportLine), context),
        ]
      : same.length === 0
        ? [paragraph(texts.notServed())]
        : []),
    ...sameTextStays(same, context),
    buttons(
      [
        ['remove', texts.removeFile()],
        ['keep', texts.cancel()],
      ],
      key,
      context,
    ),
  ];
}

/** Files with the text of one that is removed: answers go on with theirs. */
export const sameTextStays = (names: readonly string[], context: CommandContext): Message =>
  names.length === 0
    ? []
    : [paragraph(TEXTS[context.locale].sameTextStays(shortened(names.map(shownName), context)))];

/** A button that brings a removed file back. */
export const restoreButton = (id: string, context: CommandContext): Message[number] =>
  buttons([['restore', TEXTS[context.locale].restoreFile()]], id, context);

/** What was removed and can be brought back. */
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

/** Where the library stands, and who reads which part of it. */
export async function statusView(reportFiles: ReportFileManager, context: CommandContext): Promise<Message> {
  const status = await reportFiles.status();
  const { locale, settings } = context;
  const texts = TEXTS[locale];
  const { files, reports, passages, warnings, changedAt, indexBytes, removed, pendingUploads } = status;
  return [
    { type: 'heading', text: texts.libraryHeading() },
    {
      type: 'list',
      items: [
        texts.libraryHolds(files, reports, passages),
        texts.indexSize((indexBytes / MEGABYTE).toFixed(1)),
        texts.restorable(removed),
        texts.undecided(pendingUploads),
      ],
    },
    ...(changedAt === undefined
      ? []
      : [
          {
            type: 'moment' as const,
            label: texts.lastChange(),
            at: changedAt,
            zone: settings.zone ?? FALLBACK_ZONE,
            locale,
          },
        ]),
    ...(await collectionsView(reportFiles, context)),
    ...(warnings.length === 0
      ? [paragraph(texts.noWarnings())]
      : [
          paragraph(texts.fileWarnings(warnings.length)),
          shortenedList(byUrgency(warnings).map(texts.fileWarning), context, MAX_WARNINGS),
        ]),
  ];
}

/** Files that are not read first: they need somebody who does something about them. */
const byUrgency = (warnings: readonly FileWarning[]): FileWarning[] => {
  const isSkipped = ({ warning }: FileWarning) => warning.kind === 'skipped';
  return [...warnings.filter(isSkipped), ...warnings.filter((each) => !isSkipped(each))];
};

/** What reading again has changed. */
export function changesView(changes: Changes, context: CommandContext): Message {
  const texts = TEXTS[context.locale];
  const kinds = (['added', 'changed', 'removed'] as const).filter((kind) => changes[kind].length > 0);
  return [
    paragraph(texts.reloaded()),
    ...(kinds.length === 0 ? [paragraph(texts.nothingChanged())] : []),
    ...kinds.flatMap((kind) => [
      paragraph(texts.changedFiles(kind, changes[kind].length)),
      shortenedList(changes[kind].map(shownName), context),
    ]),
  ];
}

/** What a button does, and its label. */
type Deed = [LibraryOperation, string];

function buttons(deeds: Deed[], id: string, { mark }: CommandContext): Message[number] {
  const maker = new ButtonMaker(mark);
  return {
    type: 'buttons',
    buttons: deeds.map(([deed, label]) => maker.turn(label, { verb: 'library', args: [deed, id] })),
  };
}

const passagesIn = (reports: FoundReport[]): number =>
  reports.reduce((sum, { passages }) => sum + passages, 0);

function reportLine({ title, agency, period }: FoundReport): string {
  const about = [agency, period].filter(Boolean).join(' · ');
  return about ? `《${title}》 — ${about}` : `《${title}》`;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
