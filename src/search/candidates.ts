// Candidates for ranking: passages that hold the rarest tokens of a query in any field.
import type { CompiledConcept } from './concept.ts';
import type { Field } from './flexsearch.ts';
import type { IndexSegments } from './index-segments.ts';
import type { IndexTables } from './index-tables.ts';
import { holderCount } from './inverted-index.ts';
import { EXCLUDED, type SearchQuery } from './search-query.ts';
import { unitFrequencyOf } from './unit-statistics.ts';

/** Passages are ranked one by one, so no more than these are proposed. */
const MAX_CANDIDATES = 3000;

interface Lookup {
  token: number;
  field: Field;
  frequency: number;
}

/** Ids of passages that hold tokens of the query; the rarest are looked up first, until there are enough. */
export function candidatesFor(
  concepts: CompiledConcept[],
  query: SearchQuery,
  tables: IndexTables,
  segments: IndexSegments,
): number[] {
  const found = new Set<number>();
  const enough = Math.min(MAX_CANDIDATES, tables.passages.length);
  for (const { token, field } of lookupsFor(concepts, tables)) {
    const word = tables.vocabulary.word(token);
    for (const id of segments.passagesWith(word, field, MAX_CANDIDATES, query.tags))
      if (isAllowed(query, tables.passages[id].reportNumber)) found.add(id);
    if (found.size >= enough) break;
  }
  return [...found];
}

/** Each token of the query in each field that holds it, rarest first. */
function lookupsFor(concepts: CompiledConcept[], tables: IndexTables): Lookup[] {
  const { statistics, byHeading, byTableHead, byTitle } = tables;
  const frequencies: [Field, (token: number) => number][] = [
    ['body', (token) => unitFrequencyOf(statistics, token)],
    ['headings', (token) => holderCount(byHeading, token)],
    ['tableHead', (token) => holderCount(byTableHead, token)],
    ['title', (token) => holderCount(byTitle, token)],
  ];
  const tokens = new Set(concepts.flatMap(({ variants }) => variants.flatMap(({ numbers }) => numbers)));
  const lookups = [...tokens].flatMap((token) =>
    frequencies.flatMap(([field, frequencyIn]): Lookup[] => {
      const frequency = frequencyIn(token);
      return frequency > 0 ? [{ token, field, frequency }] : [];
    }),
  );
  return lookups.sort((a, b) => a.frequency - b.frequency);
}

const isAllowed = ({ reports, reportFits }: SearchQuery, report: number): boolean =>
  (!reports || reports.has(report)) && reportFits?.[report] !== EXCLUDED;
