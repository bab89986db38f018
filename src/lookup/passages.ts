// Passages for some words: what the search finds, as quotes; nothing is answered or declined.
import { type CitedQuote, cite, locationOf } from '../answer/index.ts';
import { normalise, segment, termTokens } from '../language/index.ts';
import { understand } from '../question/index.ts';
import type { SectionKind } from '../reports/index.ts';
import type { Concept, PassageIndex } from '../search/index.ts';

/** What to look for. */
export interface PassageQuery {
  words: string;
  /** Report numbers; all reports where undefined. */
  reports?: number[];
  sectionKind?: SectionKind;
  limit: number;
}

/** Passages found, best first, and the words that they hold. */
interface FoundPassages {
  quotes: CitedQuote[];
  /** Words to emphasise when a passage is shown again. */
  words: string[];
}

/** Passages that score less than this share of the best one hold too little of the words. */
const MIN_SHARE = 0.25;

/** Finds passages. */
export function searchPassages(
  { words, reports, sectionKind, limit }: PassageQuery,
  index: PassageIndex,
): FoundPassages {
  const concepts = conceptsOf(words, index);
  const hits = index
    .search({
      concepts,
      ...(sectionKind ? { sectionKind, tags: { sectionKind } } : {}),
      ...(reports ? { reports: new Set(reports) } : {}),
      limit,
    })
    .filter(({ signals }) => signals.body > 0 || signals.headings > 0 || signals.tableHead > 0);
  // Emphasised with full weight: 资金 is common, but it was looked for.
  const emphasised = concepts.map(({ label, variants }) => ({ label, variants, weight: 1 }));
  const found = hits
    .filter(({ score }) => score >= hits[0].score * MIN_SHARE)
    .map(({ file, report, passage }) =>
      cite({ file, report, section: passage.section, span: passage }, emphasised),
    );
  const matched = found.flatMap(({ text, emphasis }) =>
    emphasis.map(({ start, end }) => text.slice(start, end)),
  );
  return { quotes: found, words: [...new Set(matched)] };
}

/** What the words would mean in a question, and each word as it is written: here a word that only asks is looked for too. */
function conceptsOf(words: string, index: PassageIndex): Concept[] {
  const { concepts } = understand(words, index);
  const meant = new Set(concepts.flatMap(({ variants }) => variants.map(({ text }) => text)));
  return [...concepts, ...literalConcepts(words).filter(({ label }) => !meant.has(label))];
}

function literalConcepts(words: string): Concept[] {
  const plain = normalise(words);
  const known = segment(plain).filter((word) => word.length > 1 && /[\p{L}\p{N}]/u.test(word));
  const literal = known.length > 0 ? known : plain.split(/\s+/).filter((word) => word.length > 1);
  return literal.map((word) => ({
    label: word,
    weight: 1,
    variants: [{ text: word, weight: 1, own: true, tokens: termTokens(word) }],
  }));
}

/**
 * Quotes by their ids, in the order of the ids; an id that names no quote, or none any more, is left out.
 * @param words to emphasise
 */
export function citedById(ids: string[], words: string[], index: PassageIndex): CitedQuote[] {
  const concepts = words.map((word) => ({
    label: word,
    weight: 1,
    variants: [{ text: normalise(word), weight: 1, own: false, tokens: [] }],
  }));
  return ids.flatMap((id) => {
    const location = locationOf(id, index);
    return location ? [cite(location, concepts)] : [];
  });
}
