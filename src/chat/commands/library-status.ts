// /library status: what the library holds, who reads which part of it, what was skipped, when it changed last.
import { TEXTS } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { libraryStatusView } from '../views/library-status.ts';

export const libraryStatus = defineCommand({
  name: 'library status',
  names: { en: 'library status', zh: '文库 状态', 'zh-Hant': '文庫 狀態' },
  summary: {
    en: 'Files, reports, who reads what, warnings, last change, size of the index (owners only)',
    zh: '文件、报告、谁能读什么、提醒、最近改动、索引大小（仅所有者）',
    'zh-Hant': '檔案、報告、誰能讀什麼、提醒、最近更動、索引大小（僅擁有者）',
  },
  options: {},
  right: 'owner',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    const { reportFiles, locale } = context;
    if (!reportFiles) return { message: [{ type: 'paragraph', text: TEXTS[locale].noLibrarian() }], locale };
    return { message: await libraryStatusView(reportFiles, context), locale };
  },
});
