// Small talk and answers that were lost on their way, in traditional Chinese.
import type { ConversationTexts } from '../keys/conversation.ts';

export const zhHantConversation: ConversationTexts = {
  aboutBot: () => '我是引據，只用報告裡的原話來回答問題，不會閒聊。',
  acknowledged: () => '收到，有問題隨時問。',
  notDelivered: () => '剛才的回答沒能送達，請再問一次。',
  restNotDelivered: () => '回答的其餘部分沒能送達，請再問一次。',
  alwaysOpen: () => '終端機始終開放，不能關閉：坐在這裡的人本來就能看到報告檔案。',
  notKept: () => '在終端機裡所做的設定只在退出之前有效，不會保存。',
  noSuchNumber: (number, last) =>
    last === 0 ? `沒有編號 /${number}：現在還沒有可選的內容。` : `沒有編號 /${number}，${spanUpTo(last)}。`,
  notUtf8: () => '輸入的內容不是 UTF-8 編碼，無法辨識；請把終端機的編碼設為 UTF-8。',
};

const spanUpTo = (last: number) => (last === 1 ? '現在只能選 /1' : `現在可選 /1 至 /${last}`);
