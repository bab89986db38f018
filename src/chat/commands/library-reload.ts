// /library reload: reads the folder again and says what is different.
import { TEXTS } from '../../message/index.ts';
import { type CommandResult, defineCommand } from '../command.ts';
import { changesView } from '../views/library-status.ts';

export const libraryReload = defineCommand({
  name: 'library reload',
  names: { en: 'library reload', zh: '文库 重载', 'zh-Hant': '文庫 重新載入' },
  summary: {
    en: 'Read the folder again and see what has changed (owners only)',
    zh: '重新读取文件夹，看看有什么变化（仅所有者）',
    'zh-Hant': '重新讀取資料夾，看看有什麼變化（僅擁有者）',
  },
  options: {},
  right: 'owner',
  anywhere: false,
  audience: 'asker',
  async run(_, context) {
    const { reportFiles, locale } = context;
    const texts = TEXTS[locale];
    const say = (text: string): CommandResult => ({ message: [{ type: 'paragraph', text }], locale });
    if (!reportFiles) return say(texts.noLibrarian());
    const changes = await reportFiles.reload();
    return changes ? { message: changesView(changes, context), locale } : say(texts.notReloaded());
  },
});
