// /library restore: brings a removed file back; without a name it shows what there is.
import { normaliseName } from '../../language/index.ts';
import { RESTORABLE_DAYS } from '../../library/index.ts';
import { TEXTS } from '../../message/index.ts';
import { restore } from '../buttons/library-buttons.ts';
import { defineCommand } from '../command.ts';
import { removedView } from '../views/removal.ts';

export const libraryRestore = defineCommand({
  name: 'library restore',
  names: { en: 'library restore', zh: '文库 恢复', 'zh-Hant': '文庫 復原' },
  summary: {
    en: 'Bring back a file that was removed in the last 30 days (owners only)',
    zh: '恢复最近 30 天移除的文件（仅所有者）',
    'zh-Hant': '復原最近 30 天移除的檔案（僅擁有者）',
  },
  options: {
    name: {
      names: { en: 'name', zh: '文件名', 'zh-Hant': '檔名' },
      summary: {
        en: 'The name that the file had; left out: all that can be brought back',
        zh: '文件原来的名称；不填则列出可以恢复的文件',
        'zh-Hant': '檔案原來的名稱；不填則列出可以復原的檔案',
      },
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
    if (!reportFiles) return { message: [{ type: 'paragraph', text: texts.noLibrarian() }], locale };
    if (name === undefined) return { message: await removedView(reportFiles, context), locale };
    const removed = await reportFiles.removedFiles();
    const wanted = normaliseName(name);
    const meant = removed.find((file) => file.id === name || normaliseName(file.name) === wanted); // the last removed of that name
    if (meant) return { message: await restore(meant.id, reportFiles, context), locale };
    return {
      message: [
        { type: 'paragraph', text: texts.removedGone(RESTORABLE_DAYS) },
        ...(removed.length > 0 ? await removedView(reportFiles, context) : []),
      ],
      locale,
    };
  },
});
