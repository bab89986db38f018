// /library add: previews a file that an owner sends; buttons add it.
import type { Preview } from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import { MAX_FILE_BYTES } from '../../reports/index.ts';
import { type CommandContext, type CommandResult, defineCommand } from '../command.ts';
import type { Attachment } from '../incoming.ts';
import { shortenedList } from '../views/shortened-list.ts';
import { uploadView } from '../views/upload.ts';

const MEGABYTE = 1024 * 1024;

export const libraryAdd = defineCommand({
  name: 'library add',
  options: {
    file: {
      required: true,
      file: true,
    },
    folder: {
      maxLength: 100,
      suggests: 'folder',
    },
  },
  right: 'owner',
  anywhere: false,
  audience: 'asker',
  async run({ file, folder }, context) {
    const { reportFiles, locale } = context;
    const texts = TEXTS[locale];
    const reply = (text: string): CommandResult => ({ message: [{ type: 'paragraph', text }], locale });
    if (!reportFiles) return reply(texts.libraryNotManaged());
    const refusal = refusalOf(file, context);
    if (refusal) return reply(refusal);
    const bytes = await loaded(file, context);
    if (!bytes) return reply(texts.fileNotLoaded(shownName(file.name)));
    // the size that the platform stated may be wrong
    const obstacle = refusalOf({ ...file, size: bytes.length }, context);
    if (obstacle) return reply(obstacle);
    return {
      message: await previewView(await reportFiles.preview(file.name, bytes, folder), context),
      locale,
    };
  },
});

/** For platforms without files: the folder to put them into. */
export function filesGoIntoFolder({ reportFiles, locale }: CommandContext): Message {
  const texts = TEXTS[locale];
  const text = reportFiles ? texts.filesGoInto(reportFiles.reportsDirectory) : texts.libraryNotManaged();
  return [{ type: 'paragraph', text }];
}

/** Why a file is not loaded, judged by its size. */
function refusalOf(
  { name, size, maxBytes = MAX_FILE_BYTES }: Attachment,
  { locale }: CommandContext,
): string | undefined {
  const texts = TEXTS[locale];
  const limit = Math.min(maxBytes, MAX_FILE_BYTES);
  if (size > limit)
    return texts.fileTooLarge(shownName(name), Math.ceil(size / MEGABYTE), Math.floor(limit / MEGABYTE));
  return size === 0 ? texts.fileIsEmpty(shownName(name)) : undefined;
}

/** The bytes of a file, or undefined where the platform fails to deliver them. */
async function loaded(file: Attachment, { log }: CommandContext): Promise<Uint8Array | undefined> {
  try {
    return await file.load();
  } catch (error) {
    log.warn({ err: error }, 'a file that was sent could not be fetched');
    return undefined;
  }
}

async function previewView(preview: Preview, context: CommandContext): Promise<Message> {
  const texts = TEXTS[context.locale];
  const paragraphs = (text: string): Message => [{ type: 'paragraph', text }];
  switch (preview.outcome) {
    case 'understood':
      return uploadView(preview.upload, context);
    case 'unreadable':
      return [
        ...paragraphs(texts.fileUnreadable(shownName(preview.name))),
        shortenedList(preview.warnings.map(texts.warning), context),
      ];
    case 'there':
      return paragraphs(texts.fileThere(shownName(preview.name)));
    case 'no-folder':
      return paragraphs(texts.noSuchFolderName(shownName(preview.folder)));
    case 'not-written':
      return paragraphs(texts.notWritten(preview.failure));
    default:
      return preview satisfies never;
  }
}
