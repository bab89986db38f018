// /library status: files, reports, who reads which collection, warnings, and the last change.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { libraryStatusView } from '../views/library-status.ts';

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
    return { message: await libraryStatusView(reportFiles, context), locale };
  },
});
