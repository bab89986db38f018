// The readers of collections as an owner sees them: of all collections, and of the one that a file is in.
import type { ReportFileManager } from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import { collectionOf } from '../../reports/index.ts';
import { isReader } from '../access/accessible-index.ts';
import { readersUnder } from '../access/collection-readers.ts';
import type { CommandContext } from '../command.ts';
import { shortenedList } from './shortened-list.ts';

/** More than in other lists: owners look here for all bindings. */
const MAX_COLLECTIONS = 40;
const MAX_PLACES = 10;

/** The keys of the first places, and how many more there are. */
interface ShownPlaces {
  named: string[];
  unnamed: number;
}

const shortenedPlaces = (places: readonly string[]): ShownPlaces => ({
  named: places.slice(0, MAX_PLACES),
  unnamed: Math.max(0, places.length - MAX_PLACES),
});

/** Every collection with its size and readers, the bound ones first. */
export async function collectionsView(
  reportFiles: ReportFileManager,
  context: CommandContext,
): Promise<Message> {
  const texts = TEXTS[context.locale];
  const { store, collections } = context;
  const bindings = await store.collections.bindings();
  const readers = readersUnder(bindings);
  const folders = new Set((await reportFiles.collections()).map((name) => name.normalize('NFC')));
  const { files } = reportFiles.servedFiles();
  const bound = bindings.map(({ collection }) => collection);
  const names = [...new Set([...bound, ...collections, ...folders])];
  const rank = (name: string) => (readers.of(name) ? 0 : 1);
  names.sort((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
  const lines = [undefined, ...names].map((collection) => {
    const inside = files.filter(({ name }) => collectionOf(name) === collection);
    const places = collection === undefined ? undefined : readers.of(collection);
    return texts.collectionStatus({
      ...(collection === undefined ? {} : { collection: shownName(collection) }),
      isThere: collection === undefined || folders.has(collection),
      files: inside.length,
      reports: inside.reduce((sum, { reports }) => sum + reports.length, 0),
      ...(places ? { places: shortenedPlaces(places) } : {}),
    });
  });
  return [
    { type: 'paragraph', text: texts.collectionsHeading() },
    shortenedList(lines, context, MAX_COLLECTIONS),
  ];
}

/**
 * Who will be able to read an upload.
 * @param name its path within the reports folder
 * @param newFolder the collection's folder where it does not exist yet
 */
export async function readersText(
  name: string,
  newFolder: string | undefined,
  { store, locale }: CommandContext,
): Promise<string> {
  const texts = TEXTS[locale];
  const collection = collectionOf(name);
  if (collection === undefined) return texts.uploadReaders(undefined, undefined);
  const places = readersUnder(await store.collections.bindings()).of(collection);
  const shown = shownName(collection);
  if (!places && newFolder !== undefined) return texts.uploadOpenToAll(shown);
  return texts.uploadReaders(shown, places && shortenedPlaces(places));
}

/**
 * Whether this chat can ask about a file that was just added, and who reads its collection.
 * @param name its path within the reports folder
 */
export async function askableTexts(
  name: string,
  { store, locale, place }: CommandContext,
): Promise<string[]> {
  const texts = TEXTS[locale];
  const collection = collectionOf(name);
  if (collection === undefined) return [texts.askableNow()];
  const places = readersUnder(await store.collections.bindings()).of(collection);
  return [
    ...(isReader(place, places) ? [texts.askableNow()] : []),
    // the bindings may have changed since the preview
    texts.addedReaders(shownName(collection), places && shortenedPlaces(places)),
  ];
}
