// The index over one state of the reports: finds and ranks passages, scores sections and reports, knows the
// words. It is built, stored and updated in src/indexing.
import {
  normalise,
  SoundIndex,
  type SoundTable,
  segment,
  type Thesaurus,
  termTokens,
} from '../language/index.ts';
import type { Report, ReportFile } from '../reports/index.ts';
import { type InverseFrequencies, inverseFrequencies, inverseUnitFrequency } from './bm25.ts';
import { Bm25Scorer } from './bm25-scorer.ts';
import { candidatesFor } from './candidates.ts';
import { CharacterPairs } from './character-pairs.ts';
import { closeness, weightedTokens } from './closeness.ts';
import { type CompiledConcept, type Concept, compile } from './concept.ts';
import type { IndexSegments } from './index-segments.ts';
import type { IndexTables } from './index-tables.ts';
import { headTextOf, type IndexedPassage, textOf } from './indexed-passage.ts';
import { InvertedIndexScorer } from './inverted-index-scorer.ts';
import type { Hit, SearchQuery } from './search-query.ts';
import { shortNamesIn } from './short-names.ts';
import { type Signals, total, WEIGHTS, type Weights } from './signals.ts';
import { WordForms } from './word-forms.ts';

/** What an index is made of. */
interface IndexParts {
  tables: IndexTables;
  segments: IndexSegments;
  thesaurus: Thesaurus;
  sounds: SoundTable;
  /** Text of the user's lexicon, from which the thesaurus of an index over some of these files is made. */
  ownLexicon: string;
}

/** No English text is without this word. */
const SIGN_OF_ENGLISH = 'the';

/** Closeness is measured in this many of the best passages. */
const MAX_CLOSENESS_PASSAGES = 60;

/** Immutable: a change of the reports makes another index, and a request keeps the one it began with. */
export class PassageIndex {
  readonly files: ReportFile[];
  readonly reports: Report[];
  readonly passages: IndexedPassage[];
  /** Words of these reports by their alternatives in both languages. */
  readonly thesaurus: Thesaurus;
  /** How the characters of these reports, and common ones, sound. */
  readonly soundTable: SoundTable;
  /** What the next state takes over. */
  readonly parts: IndexParts;
  private readonly tables: IndexTables;
  private readonly bodies: Bm25Scorer;
  private readonly headings: InvertedIndexScorer;
  private readonly tableHeads: InvertedIndexScorer;
  private readonly wholeReports: InvertedIndexScorer;
  private readonly titles: InvertedIndexScorer;
  private readonly numbersOfReports: ReadonlyMap<string, number>;
  private readonly filesByName: ReadonlyMap<string, ReportFile>;
  private soundIndex: SoundIndex | undefined;
  private pairs: CharacterPairs | undefined;
  private forms: WordForms | undefined;

  constructor(parts: IndexParts) {
    const { tables, thesaurus, sounds } = parts;
    this.parts = parts;
    this.tables = tables;
    this.files = tables.files;
    this.reports = tables.reports;
    this.passages = tables.passages;
    this.thesaurus = thesaurus;
    this.soundTable = sounds;
    this.bodies = new Bm25Scorer(tables.statistics);
    this.headings = new InvertedIndexScorer(tables.byHeading);
    this.tableHeads = new InvertedIndexScorer(tables.byTableHead);
    this.wholeReports = new InvertedIndexScorer(tables.byReport);
    this.titles = new InvertedIndexScorer(tables.byTitle);
    this.numbersOfReports = firstByKey(this.reports.map(({ id }, number) => [id, number]));
    this.filesByName = firstByKey(this.files.map((file) => [file.name, file]));
  }

  /** The report with an id. */
  report(id: string): Report | undefined {
    return this.reports[this.reportNumber(id) ?? -1];
  }

  /** The number, in `reports`, of the report with an id. */
  reportNumber(id: string): number | undefined {
    return this.numbersOfReports.get(id);
  }

  /** The file that holds a report of this index. */
  fileOf(report: Report): ReportFile {
    return this.filesByName.get(report.file) as ReportFile;
  }

  /** Passages for a query, best first. */
  search(query: SearchQuery, weights: Weights = WEIGHTS): Hit[] {
    const concepts = compile(query.concepts, this.tables);
    const frequencies = inverseFrequencies(this.tables.statistics, concepts);
    const hits = this.scored(concepts, frequencies, query, weights).sort(byScore);
    const tokens = weightedTokens(concepts, frequencies);
    for (const hit of hits.slice(0, MAX_CLOSENESS_PASSAGES)) {
      hit.signals.closeness = closeness(normalise(`${headTextOf(hit)}\n${textOf(hit)}`), tokens);
      hit.score = total(hit.signals, weights);
    }
    return hits.sort(byScore).slice(0, query.limit);
  }

  /** The best candidates, as many as a search needs, with all signals but closeness. */
  private scored(
    concepts: CompiledConcept[],
    frequencies: InverseFrequencies,
    query: SearchQuery,
    weights: Weights,
  ): Hit[] {
    const { statistics, sectionNumbers, tableNumbers } = this.tables;
    const rarity = (token: number) => frequencies.get(token) ?? 0;
    const headings = this.headings.scores(concepts, rarity);
    const tableHeads = this.tableHeads.scores(concepts, rarity);
    const reports = this.wholeReports.scores(concepts);
    const words = compile(query.words ?? [], this.tables);
    const wordFrequencies = inverseFrequencies(statistics, words);
    const ids = candidatesFor([...concepts, ...words], query, this.tables, this.parts.segments);
    const bodies = this.bodies.scores(ids, concepts, frequencies);
    const plain = this.bodies.scores(ids, words, wordFrequencies);
    const signalsAt = (i: number): Signals => {
      const id = ids[i];
      const passage = this.passages[id];
      return {
        body: bodies[i],
        words: plain[i],
        headings: headings[sectionNumbers[id]],
        tableHead: tableHeads[tableNumbers[id]] ?? 0, // most passages are no rows
        report: reports[passage.reportNumber],
        closeness: 0,
        sectionKind: query.sectionKind !== undefined && passage.section.kind === query.sectionKind ? 1 : 0,
        reportFit: query.reportFits?.[passage.reportNumber] ?? 0,
      };
    };
    const scores = Float64Array.from(ids, (_, i) => total(signalsAt(i), weights));
    const least = leastOfBest(scores, Math.max(query.limit, MAX_CLOSENESS_PASSAGES));
    return ids.flatMap((id, i): Hit[] =>
      scores[i] < least ? [] : [{ ...this.passages[id], signals: signalsAt(i), score: scores[i] }],
    );
  }

  /** Passages that share most words with a text, best first. */
  similar(text: string, limit: number): Hit[] {
    const words = [...new Set(segment(normalise(text)).filter((word) => word.length > 1))];
    const concepts = words.map((word) => ({
      label: word,
      weight: 1,
      variants: [{ text: word, weight: 1, own: true, tokens: termTokens(word) }],
    }));
    return this.search({ concepts, limit });
  }

  /** By report number, how much of a query each report holds anywhere, in nats. */
  reportScores(concepts: Concept[]): Float64Array {
    return this.wholeReports.scores(compile(concepts, this.tables));
  }

  /** By report number, how much of a query title, agency and period hold, in nats by rarity among titles. */
  titleScores(concepts: Concept[]): Float64Array {
    return this.titles.scores(compile(concepts, this.tables));
  }

  /** The words of these reports by their sound. */
  get sounds(): SoundIndex {
    if (!this.soundIndex) {
      const { synonyms } = this.thesaurus.lexicon;
      const names = shortNamesIn(this.reports).flatMap((name) => [name, ...(synonyms.get(name) ?? [])]);
      const words = new Set([...this.tables.presentWords(), ...names]);
      this.soundIndex = new SoundIndex(this.soundTable, words);
    }
    return this.soundIndex;
  }

  /** The commonest pairs of characters that hold a character: 猪 → 生猪, 猪只 … */
  pairsWith(character: string): string[] {
    this.pairs ??= new CharacterPairs(this.tables.presentWords(), (word) => this.passageFrequency(word));
    return this.pairs.with(character);
  }

  /** The inflections and spellings of an English word that occur in these reports, the commonest first. */
  formsOf(word: string): readonly string[] {
    return this.wordForms().of(word);
  }

  /** Whether one of the reports is in English: Chinese texts hold names in Latin letters too. */
  get hasEnglish(): boolean {
    return this.passageFrequency(SIGN_OF_ENGLISH) > 0;
  }

  /** The English words of these reports, in no particular order. */
  englishWords(): string[] {
    return this.tables.presentWords().filter((word) => /^[a-z]{2,}$/.test(word));
  }

  /** The English words of these reports that are made from a word, or it from them. */
  madeFrom(word: string): readonly string[] {
    return this.wordForms().madeFrom(word);
  }

  private wordForms(): WordForms {
    this.forms ??= new WordForms(this.tables.presentWords(), (each) => this.passageFrequency(each));
    return this.forms;
  }

  /** In how many passages a token occurs. */
  passageFrequency(token: string): number {
    return this.tables.passageFrequency(token);
  }

  /** Whether every word of a term occurs in the reports, headings and titles included. */
  hasWordsFor(term: string): boolean {
    return segment(term).every((word) => {
      if (word.trim() === '') return true;
      if (/^[a-z]/.test(word)) return this.tables.numberOf(word) !== undefined;
      return word.length === 1
        ? this.pairsWith(word).length > 0
        : termTokens(word).every(
            ({ text }) => text.startsWith('#') || this.tables.numberOf(text) !== undefined,
          );
    });
  }

  /** Inverse passage frequency of a token, in nats; highest for one that does not occur. */
  rarity(token: string): number {
    const number = this.tables.numberOf(token) ?? Number.MAX_SAFE_INTEGER;
    return inverseUnitFrequency(this.tables.statistics, number);
  }
}

/** Of entries with the same key, the first one counts. */
function firstByKey<Value>(entries: [key: string, value: Value][]): Map<string, Value> {
  return new Map(entries.reverse());
}

/** The lowest of the highest scores, so many of them as are needed. */
function leastOfBest(scores: Float64Array, needed: number): number {
  return scores.length <= needed ? Number.NEGATIVE_INFINITY : scores.toSorted()[scores.length - needed];
}

const byScore = (a: Hit, b: Hit) => b.score - a.score || a.id - b.id;
