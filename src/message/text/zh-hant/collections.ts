// Who may read what, in traditional Chinese.
import type { CollectionTexts, ReadingPlaces } from '../keys/collections.ts';

const chats = ({ named, unnamed }: ReadingPlaces) =>
  `${named.join('、')}${unnamed > 0 ? `等 ${named.length + unnamed} 個` : ''}`;

export const zhHantCollections: CollectionTexts = {
  collectionReaders: (collection, places) => {
    if (!places) return `資料夾「${collection}」：開放，所有能使用機器人的對話都能讀。`;
    if (places.length === 0)
      return `資料夾「${collection}」：已關閉，沒有對話能讀。可以用 /allow 開放給某個對話，或選「所有對話」重新開放。`;
    return `資料夾「${collection}」現在只有這些對話能讀：${places.join('、')}。`;
  },
  collectionStatus: ({ collection, isThere, files, reports, places }) => {
    const name = collection === undefined ? '不在資料夾裡的' : `「${collection}」`;
    const holds = isThere ? `${files} 個檔案、${reports} 份報告` : '還沒有這個資料夾';
    if (!places) return `${name}：${holds}；所有對話可讀`;
    return `${name}：${holds}；${places.named.length > 0 ? `僅 ${chats(places)} 可讀` : '沒有對話可讀'}`;
  },
  collectionsHeading: () => '各資料夾，以及哪些對話能讀：',
  uploadReaders: (collection, places) => {
    if (collection === undefined) return '檔案不在資料夾裡：新增以後，所有能使用機器人的對話都能讀到。';
    if (!places) return `資料夾「${collection}」是開放的：新增以後，所有能使用機器人的對話都能讀到這個檔案。`;
    if (places.named.length === 0)
      return `資料夾「${collection}」已關閉：新增以後，在用 /allow 開放給某個對話之前，沒有對話能讀到這個檔案。`;
    return `新增以後，只有這些對話能讀到這個檔案：${chats(places)}。`;
  },
  uploadOpenToAll: (collection) =>
    `請注意：資料夾「${collection}」是新的，沒有限定對話。新增以後，所有能使用機器人的對話都能讀到這個檔案。如果不想公開，或名稱寫錯了，請先取消，用 /allow 把資料夾限定給某個對話，再重新傳送檔案。`,
  addedReaders: (collection, places) => {
    if (!places) return `資料夾「${collection}」是開放的：所有能使用機器人的對話都能讀到這個檔案。`;
    if (places.named.length === 0)
      return `資料夾「${collection}」已關閉：在用 /allow 開放給某個對話之前，沒有對話能讀到這個檔案。`;
    return `只有這些對話能讀到這個檔案：${chats(places)}。`;
  },
  collectionAwaited: (collection) => `目前沒有名為「${collection}」的資料夾；等有了，以上設定立即生效。`,
  notACollection: (text, collections) =>
    `「${text}」不是資料夾。資料夾是報告目錄下的第一層檔案夾${
      collections.length > 0 ? `，現有：${collections.join('、')}` : '，現在一個也沒有'
    }。`,
  collectionsAlike: (text, collections) =>
    `與「${text}」寫法相近的資料夾不只一個：${collections.join('、')}。請照其中一個的寫法再說一次。設定沒有變更。`,
  collectionFollows: (collection, models) =>
    `「${collection}」沒有單獨的設定，因為名稱只是寫法不同，與 ${models.join('、')} 一樣對待。`,
  collectionBoundAround: (collection) =>
    `資料夾「${collection}」對整個伺服器或群組開放，不能只收回一個頻道。請先收回整個伺服器或群組，再開放給個別頻道。設定沒有變更。`,
  everyChatOfCollection: () => '「所有對話」只能與資料夾一起用；機器人本身要在每個地方分別開放或關閉。',
};
