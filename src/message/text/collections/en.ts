// What the bot says to owners about who may read what (English).
import type { CollectionTexts } from './texts.ts';

export const enCollections: CollectionTexts = {
  collectionReaders: (collection, places) => {
    if (!places) return `Collection “${collection}”: open. Every chat that may use the bot reads it.`;
    if (places.length === 0)
      return `Collection “${collection}”: closed. No chat reads it. Bind it to a chat with /allow, or choose “every chat” there to open it again.`;
    return `Collection “${collection}” is read in these chats and nowhere else: ${places.join(', ')}.`;
  },
  collectionAwaited: (collection) =>
    `The library has no folder “${collection}” at present. This holds from the moment that it has one.`,
  notACollection: (text, collections) =>
    `“${text}” is not a collection. Collections are the folders directly under the reports folder${
      collections.length > 0 ? `: ${collections.join(', ')}` : '; there are none yet'
    }.`,
  collectionBoundAround: (collection) =>
    `Collection “${collection}” is read in the whole server or group, and cannot be withdrawn from one channel of it. Withdraw it everywhere here, then bind it to single channels. Nothing has changed.`,
  everyChatOfCollection: () =>
    '“every chat” goes with a collection only. The bot itself is opened and closed in each place.',
};
