// Small talk and answers that were lost on their way, in simplified Chinese.
import type { ConversationTexts } from '../keys/conversation.ts';

export const zhConversation: ConversationTexts = {
  aboutBot: () => '我是引据，只用报告里的原话来回答问题，不会闲聊。',
  acknowledged: () => '收到，有问题随时问。',
  notDelivered: () => '刚才的回答没能送达，请再问一次。',
  restNotDelivered: () => '回答的其余部分没能送达，请再问一次。',
  alwaysOpen: () => '终端始终开放，不能关闭：坐在这里的人本来就能看到报告文件。',
  notKept: () => '在终端里所做的设置只在退出之前有效，不会保存。',
  noSuchNumber: (number, last) =>
    last === 0 ? `没有编号 /${number}：现在还没有可选的内容。` : `没有编号 /${number}，${spanUpTo(last)}。`,
  notUtf8: () => '输入的内容不是 UTF-8 编码，无法识别；请把终端的编码设为 UTF-8。',
};

const spanUpTo = (last: number) => (last === 1 ? '现在只能选 /1' : `现在可选 /1 至 /${last}`);
