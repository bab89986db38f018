// The library as a whole, as an owner sees it: its size, its collections with their readers, its warnings,
// its last changes.
import type { Changes, ReportFileManager } from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import type { FileWarning } from '../../reports/index.ts';
import type { CommandContext } from '../command.ts';
import { FALLBACK_ZONE } from '../place-settings.ts';
import { collectionsView } from './collections.ts';
import { paragraph } from './paragraph.ts';
import { shortenedList } from './shortened-list.ts';

const MEGABYTE = 1024 * 1024;
/** More than in other lists: owners look here for all that is wrong. */
const MAX_WARNINGS = 40;

export async function libraryStatusView(
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message> {
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

/** Skipped files first: somebody has to do something about them. */
const byUrgency = (warnings: readonly FileWarning[]): FileWarning[] => {
  const isSkipped = ({ warning }: FileWarning) => warning.kind === 'skipped';
  return [...warnings.filter(isSkipped), ...warnings.filter((each) => !isSkipped(each))];
};

/** What reading the folder again has changed. */
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
