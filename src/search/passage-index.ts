// The index of a library: built or restored, then searched. Candidates from the engine, order from the ranker.
import {
  buildSoundTable,
  type Dictionary,
  normalise,
  readDictionary,
  SoundIndex,
  type SoundTable,
  segment,
  type Thesaurus,
  termTokens,
  thesaurusSteps,
} from '../language/index.ts';
import type { Report, ReportFile, SectionKind } from '../reports/index.ts';
import { CharacterPairs } from './character-pairs.ts';
import { type CompiledConcept, type Concept, compile } from './concept.ts';
import type { Field, Tags } from './engine.ts';
import {
  countUnits,
  cutTokens,
  type FileTokens,
  renumber,
  startsOf,
  type TokensInLine,
  tokensInLine,
  tokensOf,
} from './file-tokens.ts';
import { IndexSegments } from './index-segments.ts';
import { type Located, textOf } from './located.ts';
import { frequencyOf, Vocabulary } from './postings.ts';
import {
  bm25,
  type CloseToken,
  closeness,
  type Frequencies,
  frequenciesOf,
  inverseFrequency,
  type Signals,
  total,
  WEIGHTS,
  type Weights,
} from './rank.ts';
import { finish } from './steps.ts';
import { Tables, type TokensOf } from './tables.ts';
import { UnitScorer } from './unit-scorer.ts';

/** A passage found, with why. */
export interface Hit extends Located {
  score: number;
  signals: Signals;
}

/** What to look for. */
export interface SearchQuery {
  concepts: Concept[];
  /** The part of the report that the question asks for. */
  part?: SectionKind;
  /** By report number, how well each report fits who and when the question names; `OUT_OF_REACH` for one that must not be found. */
  referents?: Float64Array;
  /** Only these passages. */
  tags?: Partial<Tags>;
  /** Only these reports, by number. */
  reports?: ReadonlySet<number>;
  limit: number;
}

/** A section with how much of a query its headings hold. */
export interface SectionScore {
  report: Report;
  reportNumber: number;
  /** Index in the report's sections. */
  section: number;
  score: number;
}

/** What a snapshot keeps of an index beside its files. */
export interface IndexData {
  words: string[];
  tokens: FileTokens;
  thesaurus: Thesaurus;
  sounds: SoundTable;
  /** What `build` was given of the user's lexicon. */
  ownLexicon: string;
}

/** The same on its way into a snapshot. */
export type IndexDataToWrite = Omit<IndexData, 'tokens'> & { tokens: TokensInLine };

/** What an index is made of. */
export interface IndexParts {
  tables: Tables;
  segments: IndexSegments;
  thesaurus: Thesaurus;
  sounds: SoundTable;
  /** The user's lexicon, for an index over some of these files. */
  ownLexicon: string;
}

/** What an index is assembled from besides its files. */
export interface Origin {
  /** Finds the tokens of files that the earlier state does not have. */
  tokensOf: TokensOf;
  /** That of the earlier state, if there is one. */
  vocabulary: Vocabulary;
  dictionary: Dictionary;
  ownLexicon: string;
  earlier?: Pick<IndexParts, 'tables' | 'segments'> | undefined;
}

const NOTHING = { passages: 0, sections: 0, reports: 0 };

/** How a report fits that must not be found. */
export const OUT_OF_REACH: number = Number.NEGATIVE_INFINITY;

/** Passages are scored one by one only up to this many; the rarest words of the question choose them. */
const MAX_CANDIDATES = 3000;
/** Closeness is measured on the best of them. */
const MAX_CLOSE = 60;

/** One state of the reports. It never changes: what comes later makes another one, and who holds this one goes on with it. */
export class PassageIndex {
  readonly files: ReportFile[];
  readonly reports: Report[];
  readonly passages: Located[];
  /** Words of these reports by what may be said instead. */
  readonly thesaurus: Thesaurus;
  /** How the characters of these reports sound, and common ones besides. */
  readonly soundTable: SoundTable;
  /** What the next state is made from. */
  readonly parts: IndexParts;
  private soundIndex: SoundIndex | undefined;
  private pairs: CharacterPairs | undefined;
  private readonly tables: Tables;
  private readonly headings: UnitScorer;
  private readonly reportWords: UnitScorer;
  private readonly titles: UnitScorer;

  constructor(parts: IndexParts) {
    const { tables, thesaurus, sounds } = parts;
    this.parts = parts;
    this.tables = tables;
    this.files = tables.files;
    this.reports = tables.all;
    this.passages = tables.located;
    this.thesaurus = thesaurus;
    this.soundTable = sounds;
    this.headings = new UnitScorer(tables.headingUnits);
    this.reportWords = new UnitScorer(tables.reportUnits);
    this.titles = new UnitScorer(tables.titleUnits);
  }

  /** The index of some files, step by step: equal to one that is built from them alone, whatever is taken over. */
  static *assemble(
    files: ReportFile[],
    { tokensOf, vocabulary, dictionary, ownLexicon, earlier }: Origin,
  ): Generator<void, PassageIndex> {
    const tables = yield* Tables.of(files, tokensOf, vocabulary, earlier?.tables);
    const thesaurus = yield* thesaurusSteps(tables.commonness(), ownLexicon, dictionary);
    const segments = yield* IndexSegments.fill(tables, earlier?.segments);
    const sounds = buildSoundTable(tables.presentWords());
    return new PassageIndex({ tables, segments, thesaurus, sounds, ownLexicon });
  }

  /**
   * Builds the index of files that were read.
   * @param ownLexicon entries of the user's lexicon file, see `src/language/lexicon`
   */
  static build(files: ReportFile[], ownLexicon = ''): PassageIndex {
    const vocabulary = new Vocabulary();
    const find = (file: ReportFile) => renumber(tokensOf(file), vocabulary);
    const dictionary = readDictionary();
    return finish(PassageIndex.assemble(files, { tokensOf: find, vocabulary, dictionary, ownLexicon }));
  }

  /** Restores an index over the same files from what `data` gave. */
  static restore(
    files: ReportFile[],
    { words, tokens, thesaurus, sounds, ownLexicon }: IndexData,
  ): PassageIndex {
    const starts = startsOf(files);
    const own = files.map((file) => cutTokens(tokens, starts.get(file) ?? NOTHING, countUnits(file)));
    const tables = finish(Tables.fill(files, own, new Vocabulary(words)));
    const segments = finish(IndexSegments.fill(tables));
    return new PassageIndex({ tables, segments, thesaurus, sounds, ownLexicon });
  }

  /** The index of some of its files, step by step; it knows nothing of the others. */
  among(files: ReportFile[], dictionary: Dictionary): Generator<void, PassageIndex> {
    const { tables, segments, ownLexicon } = this.parts;
    const { vocabulary } = tables;
    const find = (file: ReportFile) => renumber(tokensOf(file), vocabulary);
    const earlier = { tables, segments };
    return PassageIndex.assemble(files, { tokensOf: find, vocabulary, dictionary, ownLexicon, earlier });
  }

  /** What `restore` makes the same index from; the tokens still have to be written one after the other. */
  data(): IndexDataToWrite {
    const { tables, thesaurus, soundTable: sounds } = this;
    const { ownLexicon } = this.parts;
    const words = tables.vocabulary.words();
    return { words, tokens: tokensInLine(tables.tokens), thesaurus, sounds, ownLexicon };
  }

  /** Passages for a query, best first. */
  search(query: SearchQuery, weights: Weights = WEIGHTS): Hit[] {
    const concepts = compile(query.concepts, this.tables);
    const idf = frequenciesOf(this.tables.passages, concepts);
    const rarity = (token: number) => idf.get(token) ?? 0;
    const headings = this.headings.presence(concepts, rarity);
    const report = this.reportWords.presence(concepts);
    const hits = this.candidates(concepts, query).map((id): Hit => {
      const located = this.passages[id];
      const signals: Signals = {
        body: bm25(this.tables.passages, id, concepts, idf),
        headings: headings[this.tables.sectionNumbers[id]],
        report: report[located.reportNumber],
        closeness: 0,
        part: query.part !== undefined && located.part === query.part ? 1 : 0,
        referent: query.referents?.[located.reportNumber] ?? 0,
      };
      return { ...located, signals, score: total(signals, weights) };
    });
    hits.sort(byScore);
    const close = closeTokens(concepts, idf);
    for (const hit of hits.slice(0, MAX_CLOSE)) {
      hit.signals.closeness = closeness(normalise(textOf(hit)), close);
      hit.score = total(hit.signals, weights);
    }
    return hits.sort(byScore).slice(0, query.limit);
  }

  /** Passages that share most words with a text, best first. */
  similar(text: string, limit: number): Hit[] {
    const plain = normalise(text);
    const words = [...new Set(segment(plain).filter((word) => word.length > 1))];
    const concepts = words.map((word) => ({
      label: word,
      weight: 1,
      variants: [{ text: word, weight: 1, own: true, tokens: termTokens(word) }],
    }));
    return this.search({ concepts, limit });
  }

  /** How much of a query each report holds anywhere, by report number, in nats. */
  reportScores(concepts: Concept[]): Float64Array {
    const compiled = compile(concepts, this.tables);
    return this.reportWords.presence(compiled);
  }

  /** How much of a query each report's title, author and period hold, by report number, in nats. */
  titleScores(concepts: Concept[]): Float64Array {
    const compiled = compile(concepts, this.tables);
    return this.titles.presence(compiled); // what is rare in titles tells reports apart
  }

  /** For every section below the reports themselves: how much of a query its headings hold, in nats. */
  sectionScores(concepts: Concept[]): SectionScore[] {
    const compiled = compile(concepts, this.tables);
    const idf = frequenciesOf(this.tables.passages, compiled);
    const held = this.headings.presence(compiled, (token) => idf.get(token) ?? 0);
    const scores: SectionScore[] = [];
    let number = 0;
    this.reports.forEach((report, reportNumber) => {
      for (let section = 0; section < report.sections.length; section++) {
        if (section > 0 && held[number] > 0)
          scores.push({ report, reportNumber, section, score: held[number] });
        number++;
      }
    });
    return scores;
  }

  /** The file that a report stands in. */
  fileOf(report: Report): ReportFile {
    return this.files.find(({ name }) => name === report.file) as ReportFile;
  }

  /** Names of authors and places that segmentation may have cut: 石磨岭 of 石磨岭乡. */
  private names(): string[] {
    const full = this.reports.flatMap(({ agency, localities }) => [
      agency ?? '',
      ...localities.map(({ text }) => text),
    ]);
    return full.map((name) => name.replace(/(?:人民政府|[省市县区镇乡村]|街道|社区)$/, '')).filter(Boolean);
  }

  /** The words of these reports by their sound. */
  get sounds(): SoundIndex {
    if (!this.soundIndex) {
      const words = new Set([...this.tables.presentWords(), ...this.names()]);
      this.soundIndex = new SoundIndex(this.soundTable, words);
    }
    return this.soundIndex;
  }

  /** The commonest pairs of characters that hold a character: 猪 → 生猪, 猪只 … */
  wordsWith(character: string): string[] {
    this.pairs ??= new CharacterPairs(this.tables.presentWords(), (word) => this.passageFrequency(word));
    return this.pairs.with(character);
  }

  /** In how many passages a token stands. */
  passageFrequency(token: string): number {
    return this.tables.passageFrequency(token);
  }

  /** Whether every word of a term stands somewhere in the reports, so that a passage could speak of it. */
  isSayable(term: string): boolean {
    return segment(term).every((word) =>
      word.length === 1
        ? this.wordsWith(word).length > 0
        : termTokens(word).every(({ text }) => text.startsWith('#') || this.passageFrequency(text) > 0),
    );
  }

  /** Inverse passage frequency of a token, in nats; the highest for one that stands nowhere. */
  rarity(token: string): number {
    return inverseFrequency(this.tables.passages, this.tables.numberOf(token) ?? Number.MAX_SAFE_INTEGER);
  }

  /** Passages that hold the query's rarest tokens, until there are enough. */
  private candidates(concepts: CompiledConcept[], query: SearchQuery): number[] {
    const frequencies: [Field, (token: number) => number][] = [
      ['body', (token) => frequencyOf(this.tables.passages, token)],
      ['headings', (token) => this.headings.frequency(token)],
      ['title', (token) => this.titles.frequency(token)],
    ];
    const seen = new Set<number>();
    const lookups: { number: number; field: Field; frequency: number }[] = [];
    for (const number of concepts.flatMap(({ variants }) => variants.flatMap(({ numbers }) => numbers))) {
      if (seen.has(number)) continue;
      seen.add(number);
      for (const [field, frequencyIn] of frequencies) {
        const frequency = frequencyIn(number);
        if (frequency > 0) lookups.push({ number, field, frequency });
      }
    }
    lookups.sort((a, b) => a.frequency - b.frequency);
    const found = new Set<number>();
    for (const { number, field } of lookups) {
      const word = this.tables.vocabulary.word(number);
      for (const id of this.parts.segments.withToken(word, field, MAX_CANDIDATES, query.tags)) {
        if (isInReach(query, this.passages[id].reportNumber)) found.add(id);
      }
      if (found.size >= MAX_CANDIDATES) break;
    }
    return [...found];
  }
}

function closeTokens(concepts: CompiledConcept[], idf: Frequencies): CloseToken[] {
  return concepts.flatMap(({ weight, variants }, concept) =>
    variants.flatMap((variant) =>
      variant.texts.flatMap((text, i) => {
        if (text.startsWith('#')) return [];
        const worth = weight * variant.weight * variant.weights[i] * (idf.get(variant.numbers[i]) ?? 0);
        return [{ text, concept, worth }];
      }),
    ),
  );
}

const isInReach = ({ reports, referents }: SearchQuery, report: number) =>
  (!reports || reports.has(report)) && referents?.[report] !== OUT_OF_REACH;

const byScore = (a: Hit, b: Hit) => b.score - a.score || a.id - b.id;
