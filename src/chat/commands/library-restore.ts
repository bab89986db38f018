// /library restore: brings a removed file back; without a name it lists what can be restored.
import { normaliseName } from '../../language/index.ts';
import { RESTORABLE_DAYS } from '../../library/index.ts';
import { TEXTS } from '../../message/index.ts';
import { restore } from '../buttons/library-buttons.ts';
import { defineCommand } from '../command.ts';
import { removedView } from '../views/removal.ts';

export const libraryRestore = defineCommand({
  name: 'library restore',
  options: {
    name: {
      wholeLine: true,
      suggests: 'removed-file',
    },
  },
  right: 'owner',
  anywhere: false,
  audience: 'asker',
  async run({ name }, context) {
    const { reportFiles, locale } = context;
    const texts = TEXTS[locale];
    if (!reportFiles) return { message: [{ type: 'paragraph', text: texts.libraryNotManaged() }], locale };
    if (name === undefined) return { message: await removedView(reportFiles, context), locale };
    const removed = await reportFiles.removedFiles();
    const wanted = normaliseName(name);
    // the most recently removed one of that name
    const match = removed.find((file) => file.id === name || normaliseName(file.name) === wanted);
    if (match) return { message: await restore(match.id, reportFiles, context), locale };
    return {
      message: [
        { type: 'paragraph', text: texts.removedGone(RESTORABLE_DAYS) },
        ...(removed.length > 0 ? await removedView(reportFiles, context) : []),
      ],
      locale,
    };
  },
});
