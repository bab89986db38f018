// What may be chosen for an option instead of writing it.
import { zonesFor } from '../digests/index.ts';
import { normalise, normaliseName } from '../language/index.ts';
import type { ReportFileManager } from '../library/index.ts';
import { type Suggestion, suggest } from '../lookup/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { Place } from './incoming.ts';
import type { CompletionSource, LibraryNames } from './option.ts';
import type { ChatStore } from './store.ts';

/** Where offers come from. */
export interface Offering {
  /** The reports that the place may read. */
  index: PassageIndex;
  store: Pick<ChatStore, 'digests'>;
  /** The names of all collections; none for somebody who is no owner. */
  collections: readonly string[];
  /** Where the files of the library are looked after, if anywhere. */
  reportFiles?: ReportFileManager | undefined;
}

/** What a chat takes of a label or a value, in UTF-16 units: the narrowest platform's limit. */
const MAX_LENGTH = 100;

/**
 * What may be meant by what is written of an option so far, likeliest first; everything that there is where nothing is written.
 * Followed topics and collections are offered by their text: of a longer one the value is its first 100 UTF-16 units.
 */
export async function offersFor(
  what: CompletionSource,
  partial: string,
  place: Place,
  { index, store, collections, reportFiles }: Offering,
  limit: number,
): Promise<Suggestion[]> {
  switch (what) {
    case 'zone':
      return zonesFor(partial)
        .slice(0, limit)
        .map((zone) => ({ label: zone, value: zone }));
    case 'topic':
      return (await topicsLike(partial, place, store)).slice(0, limit);
    case 'file':
    case 'folder':
    case 'removed-file':
      return reportFiles ? (await libraryNames(what, partial, reportFiles)).slice(0, limit) : [];
    case 'collection':
      return textsLike(partial, collections).slice(0, limit);
    default:
      return suggest(what, partial, index, limit);
  }
}

async function topicsLike(
  partial: string,
  place: Place,
  store: Pick<ChatStore, 'digests'>,
): Promise<Suggestion[]> {
  const topics = await store.digests.topics.list(place.id);
  return textsLike(
    partial,
    topics.map(({ text }) => text),
  );
}

function textsLike(partial: string, texts: readonly string[]): Suggestion[] {
  const wanted = normalise(partial.trim());
  const values = texts.filter((text) => normalise(text).includes(wanted)).map(cut);
  return [...new Set(values)].map((value) => ({ label: value, value }));
}

/** Names of files and folders that hold what is written; what is too long to be a value is named by its key. */
async function libraryNames(
  what: LibraryNames,
  partial: string,
  reportFiles: ReportFileManager,
): Promise<Suggestion[]> {
  const wanted = normaliseName(partial.trim());
  const named = await namedInLibrary(what, reportFiles);
  return named
    .filter(({ name }) => normaliseName(name).includes(wanted))
    .map(({ name, value }) => ({ label: cut(name), value: value ?? name }));
}

async function namedInLibrary(
  what: LibraryNames,
  reportFiles: ReportFileManager,
): Promise<{ name: string; value?: string }[]> {
  switch (what) {
    case 'file':
      return (await reportFiles.files()).map(({ name, key }) => ({
        name,
        ...(name.length > MAX_LENGTH ? { value: key } : {}),
      }));
    case 'removed-file':
      return (await reportFiles.removedFiles()).map(({ name, id }) => ({ name, value: id }));
    case 'folder':
      return (await reportFiles.collections())
        .filter((name) => name.length <= MAX_LENGTH)
        .map((name) => ({ name }));
    default:
      return what satisfies never;
  }
}

/** The beginning of a text, without half a character at its end. */
const cut = (text: string): string => text.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');
