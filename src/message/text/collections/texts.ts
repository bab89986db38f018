// What the bot says to owners about who may read what.

export interface CollectionTexts {
  /** Who reads a collection now: `places` by their keys; undefined where it is open to every chat. */
  collectionReaders(collection: string, places: string[] | undefined): string;
  /** The library has no such folder (yet). */
  collectionAwaited(collection: string): string;
  /** A text that is no name of a folder directly under the reports folder; `collections` are those that there are. */
  notACollection(text: string, collections: string[]): string;
  /** One channel is to lose what the whole server or group reads. */
  collectionBoundAround(collection: string): string;
  /** `every chat` was chosen without a collection. */
  everyChatOfCollection(): string;
}
