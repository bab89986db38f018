// Which chats may read which collection; for owners.

/** Keys of some places that read a collection, and the number of the others. */
export interface ReadingPlaces {
  named: string[];
  unnamed: number;
}

/** What a collection holds, and who reads it. */
interface CollectionStatus {
  /** Undefined for files directly in the reports folder. */
  collection?: string;
  /** False where there is no such folder (yet). */
  isThere: boolean;
  files: number;
  reports: number;
  /** Undefined where every chat reads it. */
  places?: ReadingPlaces;
}

export interface CollectionTexts {
  /** `places`: keys; undefined where every chat reads it. */
  collectionReaders(collection: string, places: string[] | undefined): string;
  collectionStatus(status: CollectionStatus): string;
  /** Above the list of collections. */
  collectionsHeading(): string;
  /** Who will read a file once it is added; without a collection it goes directly into the reports folder. */
  uploadReaders(collection: string | undefined, places: ReadingPlaces | undefined): string;
  /** The same for a new folder, which every chat reads. */
  uploadOpenToAll(collection: string): string;
  /** Who reads a file that was added just now. */
  addedReaders(collection: string, places: ReadingPlaces | undefined): string;
  /** There is no such folder (yet). */
  collectionAwaited(collection: string): string;
  /** The text names no folder directly under the reports folder; `collections` are the existing ones. */
  notACollection(text: string, collections: string[]): string;
  /** Several names differ from this one in characters only, so nothing was changed. */
  collectionsAlike(text: string, collections: string[]): string;
  /** Without a binding of its own it is read like the collections whose names differ in characters only. */
  collectionFollows(collection: string, models: string[]): string;
  /** A channel cannot lose what its whole server or group reads. */
  collectionBoundAround(collection: string): string;
  /** `every chat` was chosen without a collection. */
  everyChatOfCollection(): string;
}
