// /library status: what the library holds, who reads which part of it, what was skipped, when it changed last.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { statusView } from '../views/library.ts';

export const libraryStatus = defineCommand({
  name: 'library status',
  options: {},
  right: 'owner',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    const { reportFiles, locale } = context;
    if (!reportFiles)
      return { message: [{ type: 'paragraph', text: TEXTS[locale].libraryNotManaged() }], locale };
    return { message: await statusView(reportFiles, context), locale };
  },
});
