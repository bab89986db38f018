// Who reads which collection, as an owner sees it: all of them at once, and the one that a file is to come into.
import type { ReportFileManager } from '../../library/index.ts';
import { type Message, shownName, TEXTS } from '../../message/index.ts';
import { collectionOf } from '../../reports/index.ts';
import { isReader } from '../access/accessible-index.ts';
import { readersUnder } from '../access/collection-readers.ts';
import type { CommandContext } from '../command.ts';
import { shortenedList } from './shortened-list.ts';

/** Of long lists so many entries are named. An owner looks here for all bindings, so it is more than of other things. */
const MAX_COLLECTIONS = 40;
const MAX_PLACES = 10;

/** Places by their keys, the first of many. */
interface ShownPlaces {
  named: string[];
  unnamed: number;
}

const shortly = (places: readonly string[]): ShownPlaces => ({
  named: places.slice(0, MAX_PLACES),
  unnamed: Math.max(0, places.length - MAX_PLACES),
});

/** Every collection with what it holds and who reads it; those that are bound to chats come first. */
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
    const held = files.filter(({ name }) => collectionOf(name) === collection);
    const places = collection === undefined ? undefined : readers.of(collection);
    return texts.collectionStatus({
      ...(collection === undefined ? {} : { collection: shownName(collection) }),
      isThere: collection === undefined || folders.has(collection),
      files: held.length,
      reports: held.reduce((sum, { reports }) => sum + reports.length, 0),
      ...(places ? { places: shortly(places) } : {}),
    });
  });
  return [
    { type: 'paragraph', text: texts.collectionsHeading() },
    shortenedList(lines, context, MAX_COLLECTIONS),
  ];
}

/**
 * Who will be able to read a file once it is added.
 * @param name its path within the reports folder
 * @param newFolder a folder directly under that, which will be made for it
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
  return texts.uploadReaders(shown, places && shortly(places));
}

/**
 * What an owner is told of a file that is served by now: that the chat can ask about it, and who can where that is not everybody for certain.
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
    texts.addedReaders(shownName(collection), places && shortly(places)), // may differ from what the preview said
  ];
}
