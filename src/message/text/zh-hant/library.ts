// The files of the library, in traditional Chinese.
import type { LibraryTexts } from '../keys/library.ts';

const holds = (reports: number, passages: number) => `${reports} 份報告、${passages} 個段落`;

export const zhHantLibrary: LibraryTexts = {
  filesGoInto: (folder) => `這裡不能傳送檔案。請把檔案放進資料夾 ${folder}，再用 /library reload。`,
  fileTooLarge: (name, megabytes, maxMegabytes) =>
    `「${name}」有 ${megabytes} MB，這裡最大只能收 ${maxMegabytes} MB。更大的檔案可以直接放進報告資料夾。`,
  fileIsEmpty: (name) => `「${name}」是空的。`,
  fileNotLoaded: (name) => `沒能從平台取得「${name}」，請再傳一次。`,
  fileUnreadable: (name) => `「${name}」裡讀不出報告，沒有新增：`,
  noSuchFolderName: (folder) => `「${folder}」不能用作資料夾名稱，請寫一個普通的名稱。`,
  fileThere: (name) => `文庫裡已經有這個檔案：${name}。不用再新增。`,
  uploadHeading: (name) => `待新增：${name}`,
  renamedByContent: (sentAs) => `傳來時的檔名是「${sentAs}」，這類副檔名不會讀取，已依內容改了副檔名。`,
  uploadHolds: (reports, passages) => `讀出 ${holds(reports, passages)}`,
  andMore: (count) => `……還有 ${count} 項`,
  fileWarnings: (count) => `提醒 ${count} 則：`,
  newFolder: (folder) => `將建立資料夾：${folder}`,
  sameTextAs: (names) => `文庫裡已有相同的文字：${names.join('、')}`,
  nameTaken: (name, replaceable) =>
    replaceable
      ? `已有同名檔案 ${name}。要取代它（以後可以復原），還是兩個都留？`
      : `${name} 已經存在，不能取代。檔案會用另一個名稱新增。`,
  notAddedYet: () => '確認以後才會新增。這份預覽保留一天。',
  addFile: () => '新增',
  replaceFile: () => '取代',
  keepBoth: () => '兩個都留',
  cancel: () => '取消',
  fileAdded: (name, replaced) =>
    replaced ? `已取代：${name}。用 /library restore 可以復原原來的檔案。` : `已新增：${name}。`,
  askableNow: () => '現在就可以問到了。',
  notAskable: (why) =>
    why.length > 0 ? `但回答用不到這個檔案：${why.join('；')}。` : '但回答目前還用不到這個檔案。',
  uploadDismissed: () => '已取消，什麼也沒有新增。',
  uploadGone: () => '這個檔案已經不在等待：可能已新增、已取消，或傳來超過一天。請重新傳送。',
  libraryNotManaged: () => '這個機器人的檔案不在聊天裡管理。',
  notWritten: (trouble) =>
    trouble === 'full'
      ? '執行機器人的機器磁碟已滿，什麼也沒有更動。請騰出空間再試。'
      : '機器人沒有寫入資料夾的權限，什麼也沒有更動。請執行機器人的人開放權限。',
  notReread: () => '但文庫沒能重新讀取，回答仍按原來的內容。原因見日誌；用 /library reload 可以再試。',
  noSuchFile: (name) => `文庫裡沒有檔案「${name}」。`,
  whichFile: () => '您指的是哪個檔案？',
  removalHeading: (name) => `要移除 ${name} 嗎？`,
  removalHolds: (reports, passages) => `其中有 ${holds(reports, passages)}：`,
  notServed: () => '目前沒有用到其中的報告。',
  sameTextStays: (names) => `${names.join('、')} 裡還有同樣的文字，移除以後，回答仍會用到它。`,
  removeFile: () => '移除',
  fileRemoved: (name, days) =>
    `已移除：${name}。${days} 天內可以復原，按這裡的按鈕或用 /library restore 都行。`,
  fileStays: (name) => `${name} 保留不動。`,
  fileChanged: () => '這個檔案剛才有更動，或者已經不在了，所以沒有移除。請重新檢視。',
  restoreFile: () => '復原',
  fileRestored: (name, wanted) =>
    wanted === undefined ? `已復原：${name}。` : `已復原為 ${name}：${wanted} 這個名稱現在另有所指。`,
  removedHeading: (count, days) => `已移除的檔案 ${count} 個（保留 ${days} 天）`,
  restoreWhich: () => '復原哪一個？',
  nothingRemoved: (days) => `最近 ${days} 天沒有移除過檔案。`,
  removedGone: (days) => `已移除的檔案裡沒有它：可能已經復原，或移除超過 ${days} 天。`,
  libraryHeading: () => '文庫',
  libraryHolds: (files, reports, passages) => `${files} 個檔案、${holds(reports, passages)}`,
  indexSize: (megabytes) => `索引佔用磁碟：${megabytes} MB`,
  restorable: (count) => `可以復原的已移除檔案：${count} 個`,
  undecided: (count) => `傳來後等待確認的檔案：${count} 個`,
  lastChange: () => '最近更動：',
  noWarnings: () => '沒有提醒。',
  reloaded: () => '文庫已重新讀取。',
  notReloaded: () => '文庫沒能重新讀取，回答仍按原來的內容。原因見日誌。',
  nothingChanged: () => '沒有變化。',
  changedFiles: (kind, count) => {
    const what = { added: '新增', changed: '有更動', removed: '已不在' };
    return `${what[kind]}：${count} 個檔案`;
  },
};
