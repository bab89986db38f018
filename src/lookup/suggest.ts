// Suggestions while a person types the name of a report, an agency or a period: at most `limit`, the same
// for the same input, label and value of 1 to 100 UTF-16 units each. Of what was typed only the first 100
// units are read.
import type { PassageIndex } from '../search/index.ts';
import { isSure, isTentative, scoreOf } from './suggest-match.ts';
import { type Query, queryOf } from './suggest-query.ts';
import { type Suggestible, type Suggestion, type SuggestionTable, tableOf } from './suggest-table.ts';

export type SuggestionKind = 'report' | 'agency' | 'period';

const tables = new WeakMap<PassageIndex, SuggestionTable>();

/**
 * What the beginning of a name may mean, likeliest first; in the table's own order where nothing was typed.
 * @param partial Chinese in either script, pinyin, English; several words must all match, in any order
 */
export function suggest(
  kind: SuggestionKind,
  partial: string,
  index: PassageIndex,
  limit: number,
): Suggestion[] {
  let table = tables.get(index);
  if (!table) {
    table = tableOf(index);
    tables.set(index, table);
  }
  return suggestFrom(table, kind, partial, limit);
}

/** The same from a table. */
export function suggestFrom(
  table: SuggestionTable,
  kind: SuggestionKind,
  partial: string,
  limit: number,
): Suggestion[] {
  const suggestibles = table[kind];
  const query = queryOf(partial, table.translations);
  return (query.length === 0 ? suggestibles : matching(suggestibles, query))
    .slice(0, Math.max(0, limit))
    .map(({ suggestion }) => suggestion);
}

/** Those that match, best first; without tentative ones where whole words or syllables match. */
function matching(suggestibles: Suggestible[], query: Query): Suggestible[] {
  const found = suggestibles.flatMap((suggestible) => {
    const score = scoreOf(suggestible, query);
    return score === undefined ? [] : [{ suggestible, score }];
  });
  const sure = found.some(({ score }) => isSure(score));
  return found
    .filter(({ score }) => !sure || !isTentative(score))
    .sort((a, b) => a.score - b.score)
    .map(({ suggestible }) => suggestible);
}
