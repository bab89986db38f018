// Values that can be chosen for an option instead of writing it.
import { zonesFor } from '../digests/index.ts';
import { normalise, normaliseName } from '../language/index.ts';
import type { ReportFileManager } from '../library/index.ts';
import { type Suggestion, suggest } from '../lookup/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { Place } from './incoming.ts';
import type { CompletionSource, LibraryNames } from './option.ts';
import type { ChatStore } from './store.ts';

interface SuggestionSources {
  /** What the place may read. */
  index: PassageIndex;
  store: Pick<ChatStore, 'digests'>;
  /** The names of all collections; empty for somebody who is no owner. */
  collections: readonly string[];
  /** Undefined where files are not managed from chats. */
  reportFiles?: ReportFileManager | undefined;
}

interface SuggestionQuery {
  source: CompletionSource;
  /** What is written so far; everything matches an empty text. */
  partial: string;
  place: Place;
  limit: number;
}

/** The limit of the narrowest platform for a label or a value, in UTF-16 units. */
const MAX_LENGTH = 100;

/** Likeliest first. The value of a long topic or collection is its first 100 UTF-16 units. */
export async function suggestionsFor(
  { source, partial, place, limit }: SuggestionQuery,
  { index, store, collections, reportFiles }: SuggestionSources,
): Promise<Suggestion[]> {
  switch (source) {
    case 'zone':
      return zonesFor(partial)
        .slice(0, limit)
        .map((zone) => ({ label: zone, value: zone }));
    case 'topic':
      return (await topicsLike(partial, place, store)).slice(0, limit);
    case 'file':
    case 'folder':
    case 'removed-file':
      return reportFiles ? (await libraryNamesLike(source, partial, reportFiles)).slice(0, limit) : [];
    case 'collection':
      return textsLike(partial, collections).slice(0, limit);
    default:
      return suggest(source, partial, index, limit);
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

async function libraryNamesLike(
  kind: LibraryNames,
  partial: string,
  reportFiles: ReportFileManager,
): Promise<Suggestion[]> {
  const wanted = normaliseName(partial.trim());
  const all = await libraryNames(kind, reportFiles);
  return all
    .filter(({ name }) => normaliseName(name).includes(wanted))
    .map(({ name, value }) => ({ label: cut(name), value: value ?? name }));
}

/** A file whose name is too long for a value has its key as the value. */
async function libraryNames(
  kind: LibraryNames,
  reportFiles: ReportFileManager,
): Promise<{ name: string; value?: string }[]> {
  switch (kind) {
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
      return kind satisfies never;
  }
}

/** Does not end in half a surrogate pair. */
const cut = (text: string): string => text.slice(0, MAX_LENGTH).replace(/[\ud800-\udbff]$/, '');
