// Who may read what, in simplified Chinese.
import type { CollectionTexts, ReadingPlaces } from '../keys/collections.ts';

const chats = ({ named, unnamed }: ReadingPlaces) =>
  `${named.join('、')}${unnamed > 0 ? `等 ${named.length + unnamed} 个` : ''}`;

export const zhCollections: CollectionTexts = {
  collectionReaders: (collection, places) => {
    if (!places) return `资料夹“${collection}”：开放，所有能使用机器人的会话都能读。`;
    if (places.length === 0)
      return `资料夹“${collection}”：已关闭，没有会话能读。可以用 /allow 开放给某个会话，或选“所有会话”重新开放。`;
    return `资料夹“${collection}”现在只有这些会话能读：${places.join('、')}。`;
  },
  collectionStatus: ({ collection, isThere, files, reports, places }) => {
    const name = collection === undefined ? '不在资料夹里的' : `“${collection}”`;
    const holds = isThere ? `${files} 个文件、${reports} 份报告` : '还没有这个文件夹';
    if (!places) return `${name}：${holds}；所有会话可读`;
    return `${name}：${holds}；${places.named.length > 0 ? `仅 ${chats(places)} 可读` : '没有会话可读'}`;
  },
  collectionsHeading: () => '各资料夹，以及哪些会话能读：',
  uploadReaders: (collection, places) => {
    if (collection === undefined) return '文件不在资料夹里：添加以后，所有能使用机器人的会话都能读到。';
    if (!places) return `资料夹“${collection}”是开放的：添加以后，所有能使用机器人的会话都能读到这个文件。`;
    if (places.named.length === 0)
      return `资料夹“${collection}”已关闭：添加以后，在用 /allow 开放给某个会话之前，没有会话能读到这个文件。`;
    return `添加以后，只有这些会话能读到这个文件：${chats(places)}。`;
  },
  uploadOpenToAll: (collection) =>
    `请注意：资料夹“${collection}”是新的，没有限定会话。添加以后，所有能使用机器人的会话都能读到这个文件。如果不想公开，或名称写错了，请先取消，用 /allow 把资料夹限定给某个会话，再重新发送文件。`,
  addedReaders: (collection, places) => {
    if (!places) return `资料夹“${collection}”是开放的：所有能使用机器人的会话都能读到这个文件。`;
    if (places.named.length === 0)
      return `资料夹“${collection}”已关闭：在用 /allow 开放给某个会话之前，没有会话能读到这个文件。`;
    return `只有这些会话能读到这个文件：${chats(places)}。`;
  },
  collectionAwaited: (collection) => `目前没有名为“${collection}”的资料夹；等有了，以上设置立即生效。`,
  notACollection: (text, collections) =>
    `“${text}”不是资料夹。资料夹是报告目录下的第一层文件夹${
      collections.length > 0 ? `，现有：${collections.join('、')}` : '，现在一个也没有'
    }。`,
  collectionsAlike: (text, collections) =>
    `与“${text}”写法相近的资料夹不止一个：${collections.join('、')}。请照其中一个的写法再说一次。设置没有改动。`,
  collectionFollows: (collection, models) =>
    `“${collection}”没有单独的设置，因为名称只是写法不同，与 ${models.join('、')} 一样对待。`,
  collectionBoundAround: (collection) =>
    `资料夹“${collection}”对整个服务器或群开放，不能只收回一个频道。请先收回整个服务器或群，再开放给个别频道。设置没有改动。`,
  everyChatOfCollection: () => '“所有会话”只能与资料夹一起用；机器人本身要在每个地方分别开放或关闭。',
};
