// What all digests over one index share: quotes on topics, points, highlights and questions, each computed
// once and cached.
import type { CitedQuote } from '../answer/index.ts';
import { citedById } from '../lookup/index.ts';
import type { Locale } from '../message/index.ts';
import { collectionOf, type Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { TrialQuestion } from './content.ts';
import { hashOf, identityOf, type SentenceFingerprint, sentenceFingerprints } from './fingerprints.ts';
import { highlightQuotes } from './highlights.ts';
import { LruCache } from './lru-cache.ts';
import { type News, newsFor, reportsByFingerprint } from './news.ts';
import { mainPoints } from './points.ts';
import { type IsAnswered, isAnswered, questionsAbout } from './questions.ts';
import type { KnownReport } from './store.ts';
import { type TopicQuery, type TopicQuotes, topicHits, topicQuotes } from './topics.ts';

/** Ids of quotes, best first, and the words to emphasise in them. */
export interface QuoteIds {
  quotes: string[];
  words: string[];
}

const MAX_CACHED_TOPICS = 2000;
const MAX_CACHED_HITS = 500;
const MAX_CACHED_QUOTES = 20_000;
const MAX_CACHED_QUESTIONS = 10_000;
const MAX_CACHED_REPORTS = 2000;
/** Per report. */
const MAX_POINTS = 5;

/** Belongs to one index; a changed library has another one. */
export class Selection {
  readonly index: PassageIndex;
  /**
   * The reports by fingerprint, in the order of the rounds: that of the hashes, so the same everywhere
   * without being stored.
   */
  readonly reports: ReadonlyMap<string, Report>;
  private readonly fingerprintById: ReadonlyMap<string, string>;
  private readonly topicQuotes = new LruCache<QuoteIds>(MAX_CACHED_TOPICS);
  private readonly hitQuotes = new LruCache<QuoteIds>(MAX_CACHED_HITS);
  private readonly sentences = new LruCache<SentenceFingerprint[]>(MAX_CACHED_QUOTES);
  private readonly answered = new LruCache<boolean>(MAX_CACHED_QUESTIONS);
  private readonly pointQuotes = new LruCache<string[]>(MAX_CACHED_REPORTS);
  private readonly highlightQuotes = new LruCache<string[]>(MAX_CACHED_REPORTS);

  constructor(index: PassageIndex) {
    this.index = index;
    const reports = [...reportsByFingerprint(index)].sort(([a], [b]) => (a < b ? -1 : 1));
    this.reports = new Map(reports);
    this.fingerprintById = new Map(reports.map(([fingerprint, { id }]) => [id, fingerprint]));
  }

  /** The reports as the history records them. */
  known(firstSeen: number): KnownReport[] {
    return [...this.reports].map(([fingerprint, report]) => {
      const collection = collectionOf(report.file);
      const known = { fingerprint, identity: identityOf(report), firstSeen };
      return collection === undefined ? known : { ...known, collection };
    });
  }

  /**
   * The fingerprint of a report by its id; undefined where there is none, or another report has the same
   * fingerprint.
   */
  fingerprintOf(report: string): string | undefined {
    return this.fingerprintById.get(report);
  }

  news(newsSince: number, known: KnownReport[]): News[] {
    return newsFor(newsSince, this.readableHistory(known), this.reports);
  }

  /**
   * The history without reports that were only seen in collections of which this index holds nothing: a
   * report must not count as changed because one of the same identity is or was in a collection that may not
   * be read here.
   */
  private readableHistory(known: KnownReport[]): KnownReport[] {
    const collections = new Set(this.index.files.map(({ name }) => collectionOf(name)));
    return known.filter(
      ({ fingerprint, collection }) =>
        collection === undefined || collections.has(collection) || this.reports.has(fingerprint),
    );
  }

  /** The quotes on a topic. */
  topic(topic: TopicQuery): QuoteIds {
    return this.topicQuotes.get(keyOf(topic), () => passagesOf(topicQuotes(topic, this.index)));
  }

  /** The quotes on a topic in the reports with these fingerprints. */
  topicIn(topic: TopicQuery, fingerprints: string[]): QuoteIds {
    const reports = new Set(
      fingerprints.flatMap((fingerprint) => {
        const report = this.reports.get(fingerprint);
        return (report && this.index.reportNumber(report.id)) ?? [];
      }),
    );
    if (reports.size === 0) return { quotes: [], words: [] };
    const key = `${keyOf(topic)} ${[...reports].join(' ')}`;
    return this.hitQuotes.get(key, () => passagesOf(topicHits(topic, reports, this.index)));
  }

  points(report: Report): string[] {
    return this.pointQuotes.get(report.id, () => idsOf(mainPoints(report, this.index, MAX_POINTS)));
  }

  highlights(report: Report): string[] {
    return this.highlightQuotes.get(report.id, () => idsOf(highlightQuotes(report, this.index)));
  }

  /** The fingerprints of a quote's sentences; empty where the id names none. */
  fingerprintsOf(quote: string): SentenceFingerprint[] {
    return this.sentences.get(quote, () =>
      citedById([quote], [], this.index).flatMap(({ text }) => sentenceFingerprints(text)),
    );
  }

  /** Questions that the reports answer, preferably about these. @param seed the date */
  questions(reports: Report[], locale: Locale, count: number, seed: string): TrialQuestion[] {
    const ask = isAnswered(this.index);
    const answered: IsAnswered = (trial, report) =>
      this.answered.get(`${report.id} ${trial.text}`, () => ask(trial, report));
    return questionsAbout({ reports, others: this.rotated(seed), locale, count, seed }, answered);
  }

  /** All reports, beginning at one that depends on the seed. */
  private rotated(seed: string): Report[] {
    const all = [...this.reports.values()];
    const first = Number.parseInt(hashOf(seed, SEED_LENGTH), RADIX) % Math.max(1, all.length);
    return [...all.slice(first), ...all.slice(0, first)];
  }
}

const SEED_LENGTH = 8;
const RADIX = 36;

const keyOf = ({ text, earlier, agency, part }: TopicQuery): string =>
  JSON.stringify([text, earlier, agency ?? '', part ?? '']);
const idsOf = (quotes: CitedQuote[]): string[] => quotes.map(({ id }) => id);
const passagesOf = ({ quotes, words }: TopicQuotes): QuoteIds => ({ quotes: idsOf(quotes), words });
