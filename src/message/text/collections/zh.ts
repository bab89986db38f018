// 谁能读什么（简体中文）。
import type { CollectionTexts } from './texts.ts';

export const zhCollections: CollectionTexts = {
  collectionReaders: (collection, places) => {
    if (!places) return `资料夹“${collection}”：开放，所有能使用机器人的会话都能读。`;
    if (places.length === 0)
      return `资料夹“${collection}”：已关闭，没有会话能读。可以用 /allow 开放给某个会话，或选“所有会话”重新开放。`;
    return `资料夹“${collection}”现在只有这些会话能读：${places.join('、')}。`;
  },
  collectionAwaited: (collection) => `目前没有名为“${collection}”的资料夹；等有了，以上设置立即生效。`,
  notACollection: (text, collections) =>
    `“${text}”不是资料夹。资料夹是报告目录下的第一层文件夹${
      collections.length > 0 ? `，现有：${collections.join('、')}` : '，现在一个也没有'
    }。`,
  collectionBoundAround: (collection) =>
    `资料夹“${collection}”对整个服务器或群开放，不能只收回一个频道。请先收回整个服务器或群，再开放给个别频道。设置没有改动。`,
  everyChatOfCollection: () => '“所有会话”只能与资料夹一起用；机器人本身要在每个地方分别开放或关闭。',
};
