// /library reload: reads the folder again and lists the changes.
import { TEXTS } from '../../message/index.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { changesView } from '../views/library-status.ts';

export const libraryReload = defineCommand({
  name: 'library reload',
  options: {},
  right: 'owner',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    const { reportFiles, locale } = context;
    const texts = TEXTS[locale];
    const reply = (text: string): CommandResult => ({ message: [{ type: 'paragraph', text }], locale });
    if (!reportFiles) return reply(texts.libraryNotManaged());
    const changes = await reportFiles.reload();
    return changes ? { message: changesView(changes, context), locale } : reply(texts.notReloaded());
  },
});
