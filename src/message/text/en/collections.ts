// Who may read what, in English.
import type { CollectionTexts, ReadingPlaces } from '../keys/collections.ts';
import { counted } from './counted.ts';

const chats = ({ named, unnamed }: ReadingPlaces) =>
  `${named.join(', ')}${unnamed > 0 ? ` and ${unnamed} more` : ''}`;

export const enCollections: CollectionTexts = {
  collectionReaders: (collection, places) => {
    if (!places) return `Collection “${collection}”: open. Every chat that may use the bot reads it.`;
    if (places.length === 0)
      return `Collection “${collection}”: closed. No chat reads it. Bind it to a chat with /allow, or choose “every chat” there to open it again.`;
    return `Collection “${collection}” is read in these chats and nowhere else: ${places.join(', ')}.`;
  },
  collectionStatus: ({ collection, isThere, files, reports, places }) => {
    const name = collection === undefined ? 'Outside of collections' : `“${collection}”`;
    const holds = isThere ? `${counted(files, 'file')}, ${counted(reports, 'report')}` : 'no such folder yet';
    if (!places) return `${name}: ${holds}; every chat`;
    return `${name}: ${holds}; ${places.named.length > 0 ? `only ${chats(places)}` : 'no chat'}`;
  },
  collectionsHeading: () => 'Collections, and which chats read them:',
  uploadReaders: (collection, places) => {
    if (collection === undefined)
      return 'It lies outside of collections: once added, every chat that may use the bot can read it.';
    if (!places)
      return `Collection “${collection}” is open: once added, every chat that may use the bot can read it.`;
    if (places.named.length === 0)
      return `Collection “${collection}” is closed: once added, no chat can read it, until the collection is bound to one with /allow.`;
    return `Once added, it can be read in these chats and nowhere else: ${chats(places)}.`;
  },
  uploadOpenToAll: (collection) =>
    `Caution: collection “${collection}” is new and bound to no chat. Once added, every chat that may use the bot can read the file. If it is not for all, or the name is mistyped, cancel; bind the collection with /allow first, then send the file again.`,
  addedReaders: (collection, places) => {
    if (!places)
      return `Collection “${collection}” is open: every chat that may use the bot can read this file.`;
    if (places.named.length === 0)
      return `Collection “${collection}” is closed: no chat can read this file, until the collection is bound to one with /allow.`;
    return `This file can be read in these chats and nowhere else: ${chats(places)}.`;
  },
  collectionAwaited: (collection) =>
    `The library has no folder “${collection}” at present. This holds from the moment that it has one.`,
  notACollection: (text, collections) =>
    `“${text}” is not a collection. Collections are the folders directly under the reports folder${
      collections.length > 0 ? `: ${collections.join(', ')}` : '; there are none yet'
    }.`,
  collectionsAlike: (text, collections) =>
    `Several collections have names like “${text}”: ${collections.join(', ')}. Write one of them as it stands here. Nothing has changed.`,
  collectionFollows: (collection, models) =>
    `“${collection}” has no setting of its own. Since its name is only written differently, it is treated like ${models.join(', ')}.`,
  collectionBoundAround: (collection) =>
    `Collection “${collection}” is read in the whole server or group, and cannot be withdrawn from one channel of it. Withdraw it everywhere here, then bind it to single channels. Nothing has changed.`,
  everyChatOfCollection: () =>
    '“every chat” goes with a collection only. The bot itself is opened and closed in each place.',
};
