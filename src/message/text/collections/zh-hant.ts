// 誰能讀什麼（繁體中文）。
import type { CollectionTexts } from './texts.ts';

export const zhHantCollections: CollectionTexts = {
  collectionReaders: (collection, places) => {
    if (!places) return `資料夾「${collection}」：開放，所有能使用機器人的對話都能讀。`;
    if (places.length === 0)
      return `資料夾「${collection}」：已關閉，沒有對話能讀。可以用 /allow 開放給某個對話，或選「所有對話」重新開放。`;
    return `資料夾「${collection}」現在只有這些對話能讀：${places.join('、')}。`;
  },
  collectionAwaited: (collection) => `目前沒有名為「${collection}」的資料夾；等有了，以上設定立即生效。`,
  notACollection: (text, collections) =>
    `「${text}」不是資料夾。資料夾是報告目錄下的第一層檔案夾${
      collections.length > 0 ? `，現有：${collections.join('、')}` : '，現在一個也沒有'
    }。`,
  collectionBoundAround: (collection) =>
    `資料夾「${collection}」對整個伺服器或群組開放，不能只收回一個頻道。請先收回整個伺服器或群組，再開放給個別頻道。設定沒有變更。`,
  everyChatOfCollection: () => '「所有對話」只能與資料夾一起用；機器人本身要在每個地方分別開放或關閉。',
};
