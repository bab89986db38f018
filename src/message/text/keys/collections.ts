// What the bot says to owners about who may read what.

/** The places that read a collection, by their keys: some of them, and how many more there are. */
export interface ReadingPlaces {
  named: string[];
  unnamed: number;
}

/** How a collection stands. */
export interface CollectionStatus {
  /** Undefined for the files that lie directly in the reports folder. */
  collection?: string;
  /** False where the library has no such folder (yet). */
  isThere: boolean;
  files: number;
  reports: number;
  /** Undefined where every chat reads it. */
  places?: ReadingPlaces;
}

export interface CollectionTexts {
  /** Who reads a collection now: `places` by their keys; undefined where it is open to every chat. */
  collectionReaders(collection: string, places: string[] | undefined): string;
  /** What a collection holds, and who reads it; an undefined one is the reports folder itself. */
  collectionStatus(standing: CollectionStatus): string;
  /** Heads the list of those. */
  collectionsHeading(): string;
  /** Who will read a file once it is added; an undefined collection is the reports folder itself. */
  uploadReaders(collection: string | undefined, places: ReadingPlaces | undefined): string;
  /** The same, where the folder is made for it and open to every chat. */
  uploadOpenToAll(collection: string): string;
  /** Who can read a file of a collection that was added just now. */
  addedReaders(collection: string, places: ReadingPlaces | undefined): string;
  /** The library has no such folder (yet). */
  collectionAwaited(collection: string): string;
  /** A text that is no name of a folder directly under the reports folder; `collections` are those that there are. */
  notACollection(text: string, collections: string[]): string;
  /** Several collections have this name in other characters, and none is written so. Nothing was changed. */
  collectionsAlike(text: string, collections: string[]): string;
  /** Nobody said who reads a collection: it is read as those of the same name in other characters. */
  collectionFollows(collection: string, models: string[]): string;
  /** One channel is to lose what the whole server or group reads. */
  collectionBoundAround(collection: string): string;
  /** `every chat` was chosen without a collection. */
  everyChatOfCollection(): string;
}
