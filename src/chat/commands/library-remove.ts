// /library remove: finds a file and shows what it holds; a button removes it.
import { normaliseName } from '../../language/index.ts';
import type { FolderFile } from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import { type CommandContext, defineCommand } from '../command.ts';
import { removalView } from '../views/removal.ts';
import { shortenedList } from '../views/shortened-list.ts';

export const libraryRemove = defineCommand({
  name: 'library remove',
  options: {
    name: {
      required: true,
      wholeLine: true,
      suggests: 'file',
    },
  },
  right: 'owner',
  anywhere: false,
  audience: 'asker',
  async run({ name }, context) {
    const { reportFiles, locale } = context;
    const texts = TEXTS[locale];
    if (!reportFiles) return { message: [{ type: 'paragraph', text: texts.libraryNotManaged() }], locale };
    const files = await reportFiles.files();
    const matching = filesNamed(name, files);
    if (matching.length === 1) return { message: removalView(matching[0], reportFiles, context), locale };
    return { message: candidates(name, matching, files, context), locale };
  },
});

/** The file with this name or key, else all files whose names contain the text. */
function filesNamed(text: string, files: FolderFile[]): FolderFile[] {
  const exact = files.filter(({ name, key }) => name === text || key === text);
  if (exact.length > 0) return exact;
  const wanted = normaliseName(text);
  const whole = files.filter(({ name }) => name.normalize('NFC') === text.normalize('NFC'));
  return whole.length > 0 ? whole : files.filter(({ name }) => normaliseName(name).includes(wanted));
}

const MAX_SHOWN = 20;

function candidates(
  text: string,
  matching: FolderFile[],
  files: FolderFile[],
  context: CommandContext,
): Message {
  const texts = TEXTS[context.locale];
  const shown = matching.length > 0 ? matching : files;
  const items = shown.map(({ name }) => shownName(name));
  return [
    { type: 'paragraph', text: matching.length > 0 ? texts.whichFile() : texts.noSuchFile(shownName(text)) },
    ...(matching.length === 0 && files.length > 0
      ? [{ type: 'paragraph' as const, text: texts.thereAre() }]
      : []),
    ...(items.length > 0 ? [shortenedList(items, context, MAX_SHOWN)] : []),
  ];
}
