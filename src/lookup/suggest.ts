// What a person may be offered while typing the name of a report, an agency or a period.
// Promise: at most `limit` suggestions, the same ones for the same input, and each fits what a chat takes
// (label and value of 1 to 100 UTF-16 units). What was typed is unvalidated: only its first 100 units are looked at.
import type { PassageIndex } from '../search/index.ts';
import { isSure, isTentative, scoreOf } from './suggest-match.ts';
import { type Query, queryOf } from './suggest-query.ts';
import { type Suggestible, type Suggestion, type SuggestionTable, tableOf } from './suggest-table.ts';

export type SuggestionKind = 'report' | 'agency' | 'period';

const tables = new WeakMap<PassageIndex, SuggestionTable>();

/**
 * What may be meant by the beginning of a name, likeliest first; in the table's own order where nothing was typed.
 * @param partial Chinese in either script, pinyin, English; several words must all match, in any order
 */
export function suggest(
  vocabulary: SuggestionKind,
  partial: string,
  index: PassageIndex,
  limit: number,
): Suggestion[] {
  let table = tables.get(index);
  if (!table) {
    table = tableOf(index);
    tables.set(index, table);
  }
  return suggestFrom(table, vocabulary, partial, limit);
}

/** The same, from a table that is at hand. */
export function suggestFrom(
  table: SuggestionTable,
  vocabulary: SuggestionKind,
  partial: string,
  limit: number,
): Suggestion[] {
  const entries = table[vocabulary];
  const query = queryOf(partial, table.translations);
  return (query.length === 0 ? entries : matching(entries, query))
    .slice(0, Math.max(0, limit))
    .map(({ suggestion }) => suggestion);
}

/** Entries that match, best first, otherwise in their own order. Nothing is guessed where whole words or syllables lead somewhere. */
function matching(entries: Suggestible[], query: Query): Suggestible[] {
  const found = entries.flatMap((entry) => {
    const score = scoreOf(entry, query);
    return score === undefined ? [] : [{ entry, score }];
  });
  const sure = found.some(({ score }) => isSure(score));
  return found
    .filter(({ score }) => !sure || !isTentative(score))
    .sort((a, b) => a.score - b.score)
    .map(({ entry }) => entry);
}
