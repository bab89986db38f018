// The files of the library, in simplified Chinese.
import type { LibraryTexts } from '../keys/library.ts';

const holds = (reports: number, passages: number) => `${reports} 份报告、${passages} 个段落`;

export const zhLibrary: LibraryTexts = {
  filesGoInto: (folder) => `这里不能发送文件。请把文件放进文件夹 ${folder}，再用 /library reload。`,
  fileTooLarge: (name, megabytes, maxMegabytes) =>
    `“${name}”有 ${megabytes} MB，这里最大只能收 ${maxMegabytes} MB。更大的文件可以直接放进报告文件夹。`,
  fileIsEmpty: (name) => `“${name}”是空的。`,
  fileNotLoaded: (name) => `没能从平台取到“${name}”，请再发一次。`,
  fileUnreadable: (name) => `“${name}”里读不出报告，没有添加：`,
  noSuchFolderName: (folder) => `“${folder}”不能用作文件夹名，请写一个普通的名称。`,
  fileThere: (name) => `文库里已经有这个文件：${name}。不用再添加。`,
  uploadHeading: (name) => `待添加：${name}`,
  renamedByContent: (sentAs) => `发来时的文件名是“${sentAs}”，这类后缀不会读取，已按内容改了后缀。`,
  uploadHolds: (reports, passages) => `读出 ${holds(reports, passages)}`,
  andMore: (count) => `……还有 ${count} 项`,
  fileWarnings: (count) => `提醒 ${count} 条：`,
  newFolder: (folder) => `将新建文件夹：${folder}`,
  sameTextAs: (names) => `文库里已有相同的文字：${names.join('、')}`,
  nameTaken: (name, replaceable) =>
    replaceable
      ? `已有同名文件 ${name}。要替换它（以后可以恢复），还是两个都留？`
      : `${name} 已经存在，不能替换。文件会用另一个名称添加。`,
  notAddedYet: () => '确认以后才会添加。这份预览保留一天。',
  addFile: () => '添加',
  replaceFile: () => '替换',
  keepBoth: () => '两个都留',
  cancel: () => '取消',
  fileAdded: (name, replaced) =>
    replaced ? `已替换：${name}。用 /library restore 可以恢复原来的文件。` : `已添加：${name}。`,
  askableNow: () => '现在就可以问到了。',
  notAskable: (why) =>
    why.length > 0 ? `但回答用不到这个文件：${why.join('；')}。` : '但回答目前还用不到这个文件。',
  uploadDismissed: () => '已取消，什么也没有添加。',
  uploadGone: () => '这个文件已经不在等待：可能已添加、已取消，或发来超过一天。请重新发送。',
  libraryNotManaged: () => '这个机器人的文件不在聊天里管理。',
  notWritten: (trouble) =>
    trouble === 'full'
      ? '运行机器人的机器磁盘已满，什么也没有改动。请腾出空间再试。'
      : '机器人没有写入文件夹的权限，什么也没有改动。请运行机器人的人开放权限。',
  notReread: () => '但文库没能重新读取，回答仍按原来的内容。原因见日志；用 /library reload 可以再试。',
  noSuchFile: (name) => `文库里没有文件“${name}”。`,
  whichFile: () => '您指的是哪个文件？',
  removalHeading: (name) => `要移除 ${name} 吗？`,
  removalHolds: (reports, passages) => `其中有 ${holds(reports, passages)}：`,
  notServed: () => '目前没有用到其中的报告。',
  sameTextStays: (names) => `${names.join('、')} 里还有同样的文字，移除以后，回答仍会用到它。`,
  removeFile: () => '移除',
  fileRemoved: (name, days) =>
    `已移除：${name}。${days} 天内可以恢复，点这里的按钮或用 /library restore 都行。`,
  fileStays: (name) => `${name} 保留不动。`,
  fileChanged: () => '这个文件刚才有改动，或者已经不在了，所以没有移除。请重新查看。',
  restoreFile: () => '恢复',
  fileRestored: (name, wanted) =>
    wanted === undefined ? `已恢复：${name}。` : `已恢复为 ${name}：${wanted} 这个名称现在另有所指。`,
  removedHeading: (count, days) => `已移除的文件 ${count} 个（保留 ${days} 天）`,
  restoreWhich: () => '恢复哪一个？',
  nothingRemoved: (days) => `最近 ${days} 天没有移除过文件。`,
  removedGone: (days) => `已移除的文件里没有它：可能已经恢复，或移除超过 ${days} 天。`,
  libraryHeading: () => '文库',
  libraryHolds: (files, reports, passages) => `${files} 个文件、${holds(reports, passages)}`,
  indexSize: (megabytes) => `索引占用磁盘：${megabytes} MB`,
  restorable: (count) => `可以恢复的已移除文件：${count} 个`,
  undecided: (count) => `发来后等待确认的文件：${count} 个`,
  lastChange: () => '最近改动：',
  noWarnings: () => '没有提醒。',
  reloaded: () => '文库已重新读取。',
  notReloaded: () => '文库没能重新读取，回答仍按原来的内容。原因见日志。',
  nothingChanged: () => '没有变化。',
  changedFiles: (kind, count) => {
    const what = { added: '新增', changed: '有改动', removed: '已不在' };
    return `${what[kind]}：${count} 个文件`;
  },
};
