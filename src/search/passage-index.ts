// The index of a library: built or restored, then searched. Candidates from the engine, order from the ranker.
import { indexTokens, normalise, type QueryToken } from '../language/index.ts';
import type { PartKind, Passage, Report, ReportFile, Section } from '../reports/index.ts';
import { Engine, type Field, type Tags } from './engine.ts';
import { buildPostings, frequencyOf, type Postings, Vocabulary } from './postings.ts';
import {
  bodyScore,
  closeness,
  headingScore,
  inverseFrequency,
  presence,
  type RankToken,
  type Signals,
  total,
  WEIGHTS,
  type Weights,
} from './rank.ts';

/** A passage with all that it stands in. */
export interface Located {
  /** The passage's number in the index. */
  id: number;
  file: ReportFile;
  report: Report;
  /** The report's number in the index. */
  reportNumber: number;
  passage: Passage;
  section: Section;
  part: PartKind;
}

/** A passage found, with why. */
export interface Hit extends Located {
  score: number;
  signals: Signals;
}

/** What to look for. */
export interface SearchQuery {
  tokens: QueryToken[];
  /** The part of the report that the question asks for. */
  part?: PartKind;
  /** Only these passages. */
  tags?: Partial<Tags>;
  /** Only these reports, by number. */
  reports?: ReadonlySet<number>;
  limit: number;
}

/** What a snapshot keeps of an index. */
export interface IndexData {
  files: ReportFile[];
  words: string[];
  body: Postings;
  headings: Postings;
  reports: Postings;
  titles: Postings;
  engine: [string, string][];
}

/** Passages are scored one by one only up to this many; the rarest words of the question choose them. */
const MAX_CANDIDATES = 3000;
/** Closeness is measured on the best of them. */
const MAX_CLOSE = 60;

export class PassageIndex {
  readonly files: ReportFile[];
  readonly reports: Report[];
  readonly passages: Located[];
  private readonly vocabulary: Vocabulary;
  private readonly body: Postings;
  private readonly headings: Postings;
  private readonly reportWords: Postings;
  private readonly titles: Postings;
  private readonly sectionNumbers: Uint32Array;
  private readonly engine: Engine;

  private constructor(data: Omit<IndexData, 'engine'>, engine: Engine) {
    this.files = data.files;
    this.reports = data.files.flatMap((file) => file.reports);
    this.vocabulary = new Vocabulary(data.words);
    this.body = data.body;
    this.headings = data.headings;
    this.reportWords = data.reports;
    this.titles = data.titles;
    this.engine = engine;
    this.passages = locate(data.files);
    this.sectionNumbers = numberSections(this.passages);
  }

  /** Builds the index of files that were read. */
  static build(files: ReportFile[]): PassageIndex {
    const vocabulary = new Vocabulary();
    const passages = locate(files);
    const bodies = passages.map(({ file, passage }) =>
      indexTokens(file.text.slice(passage.start, passage.end)),
    );
    const reports = files.flatMap((file) => file.reports.map((report) => ({ file, report })));
    const titles = reports.map(({ report }) => titleTokens(report));
    const sections = reports.flatMap(({ report }) => headingTokens(report));
    const sectionNumbers = numberSections(passages);
    const data = {
      files,
      words: [] as string[],
      body: buildPostings(bodies, vocabulary),
      headings: buildPostings(sections, vocabulary),
      reports: buildPostings(
        reportTokens(reports.length, passages, bodies, sections, sectionNumbers, titles),
        vocabulary,
      ),
      titles: buildPostings(titles, vocabulary),
    };
    const engine = new Engine();
    for (const located of passages) {
      engine.add({
        id: located.id,
        body: [...new Set(bodies[located.id])].join(' '),
        headings: [...new Set(sections[sectionNumbers[located.id]])].join(' '),
        title: [...new Set(titles[located.reportNumber])].join(' '),
        ...tagsOf(located),
      });
    }
    return new PassageIndex({ ...data, words: vocabulary.words() }, engine);
  }

  /** Restores an index from what `data` gave. */
  static restore(data: IndexData): PassageIndex {
    return new PassageIndex(data, Engine.import(data.engine));
  }

  data(): IndexData {
    return {
      files: this.files,
      words: this.vocabulary.words(),
      body: this.body,
      headings: this.headings,
      reports: this.reportWords,
      titles: this.titles,
      engine: this.engine.export(),
    };
  }

  /** Passages for a query, best first. */
  search(query: SearchQuery, weights: Weights = WEIGHTS): Hit[] {
    const tokens = this.known(query.tokens);
    const candidates = this.candidates(tokens, query);
    const idf = this.frequencies(this.body, tokens);
    const reportIdf = this.frequencies(this.reportWords, tokens);
    const reportCache = new Map<number, { report: number; title: number }>();
    const headingCache = new Map<number, number>();
    const hits = candidates.map((id): Hit => {
      const located = this.passages[id];
      const section = this.sectionNumbers[id];
      let headings = headingCache.get(section);
      if (headings === undefined) {
        headings = headingScore(this.headings, section, tokens, idf);
        headingCache.set(section, headings);
      }
      let whole = reportCache.get(located.reportNumber);
      if (!whole) {
        whole = {
          report: presence(this.reportWords, located.reportNumber, tokens, reportIdf),
          title: presence(this.titles, located.reportNumber, tokens, reportIdf),
        };
        reportCache.set(located.reportNumber, whole);
      }
      const signals: Signals = {
        body: bodyScore(this.body, id, tokens, idf),
        headings,
        ...whole,
        closeness: 0,
        part: query.part !== undefined && located.part === query.part ? 1 : 0,
      };
      return { ...located, signals, score: total(signals, weights) };
    });
    hits.sort(byScore);
    for (const hit of hits.slice(0, MAX_CLOSE)) {
      hit.signals.closeness = closeness(normalise(textOf(hit)), tokens, idf);
      hit.score = total(hit.signals, weights);
    }
    return hits.sort(byScore).slice(0, query.limit);
  }

  /** How much of a query each report holds anywhere, by report number, in nats. */
  reportScores(queryTokens: QueryToken[]): Float64Array {
    const tokens = this.known(queryTokens);
    const idf = this.frequencies(this.reportWords, tokens);
    return Float64Array.from(this.reports, (_, report) => presence(this.reportWords, report, tokens, idf));
  }

  /** In how many passages a token stands. */
  passageFrequency(token: string): number {
    const number = this.vocabulary.numberOf(token);
    return number === undefined ? 0 : frequencyOf(this.body, number);
  }

  private known(tokens: QueryToken[]): RankToken[] {
    return tokens.flatMap(({ text, weight }) => {
      const number = this.vocabulary.numberOf(text);
      return number === undefined ? [] : [{ text, weight, number }];
    });
  }

  private frequencies(postings: Postings, tokens: RankToken[]): Float64Array {
    return Float64Array.from(tokens, ({ number }) => inverseFrequency(postings, number));
  }

  /** Passages that hold the query's rarest tokens, until there are enough. */
  private candidates(tokens: RankToken[], query: SearchQuery): number[] {
    const lookups = tokens.flatMap(({ text, number }) =>
      (['body', 'headings', 'title'] as Field[]).map((field) => ({
        text,
        field,
        frequency: frequencyOf(
          field === 'body' ? this.body : field === 'headings' ? this.headings : this.titles,
          number,
        ),
      })),
    );
    lookups.sort((a, b) => a.frequency - b.frequency);
    const found = new Set<number>();
    for (const { text, field, frequency } of lookups) {
      if (frequency === 0) continue;
      for (const id of this.engine.withToken(text, field, MAX_CANDIDATES, query.tags)) {
        if (!query.reports || query.reports.has(this.passages[id].reportNumber)) found.add(id);
      }
      if (found.size >= MAX_CANDIDATES) break;
    }
    return [...found];
  }
}

const byScore = (a: Hit, b: Hit) => b.score - a.score || a.id - b.id;

/** The passage as it stands in the source. */
export function textOf({ file, passage }: Pick<Located, 'file' | 'passage'>): string {
  return file.text.slice(passage.start, passage.end);
}

function locate(files: ReportFile[]): Located[] {
  const located: Located[] = [];
  let reportNumber = 0;
  for (const file of files) {
    for (const report of file.reports) {
      for (const passage of report.passages) {
        const section = report.sections[passage.section];
        located.push({
          id: located.length,
          file,
          report,
          reportNumber,
          passage,
          section,
          part: section.kind,
        });
      }
      reportNumber++;
    }
  }
  return located;
}

/** For each passage, the number of its section over all reports. */
function numberSections(passages: Located[]): Uint32Array {
  const numbers = new Uint32Array(passages.length);
  let before = 0;
  let report: Report | undefined;
  for (const located of passages) {
    if (report && report !== located.report) before += report.sections.length;
    report = located.report;
    numbers[located.id] = before + located.passage.section;
  }
  return numbers;
}

/** Tokens of each section's heading and of those above it, the report's title left out. */
function headingTokens(report: Report): string[][] {
  const own = report.sections.map((section, i) => (i === 0 ? [] : indexTokens(section.label)));
  return report.sections.map((section, i) => {
    const tokens = [...own[i]];
    for (let at = section.parent; at > 0; at = report.sections[at].parent) tokens.push(...own[at]);
    return tokens;
  });
}

function titleTokens(report: Report): string[] {
  return indexTokens([report.title, report.agency ?? '', report.period?.label ?? ''].join('\n'));
}

function reportTokens(
  count: number,
  passages: Located[],
  bodies: string[][],
  sections: string[][],
  sectionNumbers: Uint32Array,
  titles: string[][],
): string[][] {
  const sets = Array.from({ length: count }, (_, report) => new Set(titles[report]));
  for (const { id, reportNumber } of passages) {
    for (const token of bodies[id]) sets[reportNumber].add(token);
    for (const token of sections[sectionNumbers[id]]) sets[reportNumber].add(token);
  }
  return sets.map((set) => [...set]);
}

function tagsOf({ report, part }: Located): Tags {
  return { agency: report.agency ?? '', period: report.period?.label ?? '', part };
}
