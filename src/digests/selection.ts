// What all digests over one library share: each piece is chosen once, however many chats show it.
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

/** Quotes by their ids, best first, and the words to emphasise in them. */
export interface QuoteIds {
  quotes: string[];
  words: string[];
}

const MAX_TOPICS_KEPT = 2000;
const MAX_HITS_KEPT = 500;
const MAX_QUOTES_KEPT = 20_000;
const MAX_QUESTIONS_KEPT = 10_000;
const MAX_REPORTS_KEPT = 2000;
/** Main points of a report in a digest. */
const MAX_POINTS = 5;

/** The choice of quotes over one index. A library that changed needs another one. */
export class Selection {
  readonly index: PassageIndex;
  /** The library's reports by what they say, in the order in which they become today's: it looks random, and is the same everywhere. */
  readonly reports: ReadonlyMap<string, Report>;
  private readonly fingerprints: ReadonlyMap<string, string>;
  private readonly topics = new LruCache<QuoteIds>(MAX_TOPICS_KEPT);
  private readonly hits = new LruCache<QuoteIds>(MAX_HITS_KEPT);
  private readonly marks = new LruCache<SentenceFingerprint[]>(MAX_QUOTES_KEPT);
  private readonly answered = new LruCache<boolean>(MAX_QUESTIONS_KEPT);
  private readonly pointsOf = new LruCache<string[]>(MAX_REPORTS_KEPT);
  private readonly telling = new LruCache<string[]>(MAX_REPORTS_KEPT);

  constructor(index: PassageIndex) {
    this.index = index;
    const reports = [...reportsByFingerprint(index)].sort(([a], [b]) => (a < b ? -1 : 1));
    this.reports = new Map(reports);
    this.fingerprints = new Map(reports.map(([fingerprint, { id }]) => [id, fingerprint]));
  }

  /** The library's reports as its history notes them. */
  known(firstSeen: number): KnownReport[] {
    return [...this.reports].map(([fingerprint, report]) => {
      const collection = collectionOf(report.file);
      const found = { fingerprint, identity: identityOf(report), firstSeen };
      return collection === undefined ? found : { ...found, collection };
    });
  }

  /** The fingerprint of a report by its id; undefined where no report has it, or another one says the same. */
  fingerprintOf(report: string): string | undefined {
    return this.fingerprints.get(report);
  }

  /** What is new since a time, the newest first. */
  news(newsSince: number, known: KnownReport[]): News[] {
    return newsFor(newsSince, this.historyHere(known), this.reports);
  }

  /**
   * The part of a library's history that may be told with these reports: without what stood in a collection that none of them stands in,
   * so that no report counts as changed because one of its name stands, or stood, where it may not be read.
   */
  private historyHere(known: KnownReport[]): KnownReport[] {
    const collections = new Set(this.index.files.map(({ name }) => collectionOf(name)));
    return known.filter(
      ({ fingerprint, collection }) =>
        collection === undefined || collections.has(collection) || this.reports.has(fingerprint),
    );
  }

  /** The quotes on a topic. */
  topic(topic: TopicQuery): QuoteIds {
    return this.topics.get(keyOf(topic), () => passagesOf(topicQuotes(topic, this.index)));
  }

  /** The quotes on a topic in the reports of some fingerprints. */
  topicIn(topic: TopicQuery, fingerprints: string[]): QuoteIds {
    const reports = new Set(
      fingerprints.flatMap((fingerprint) => {
        const report = this.reports.get(fingerprint);
        return (report && this.index.reportNumber(report.id)) ?? [];
      }),
    );
    if (reports.size === 0) return { quotes: [], words: [] };
    const key = `${keyOf(topic)} ${[...reports].join(' ')}`;
    return this.hits.get(key, () => passagesOf(topicHits(topic, reports, this.index)));
  }

  /** The main points of a report. */
  points(report: Report): string[] {
    return this.pointsOf.get(report.id, () => idsOf(mainPoints(report, this.index, MAX_POINTS)));
  }

  /** Quotes that tell what a report is about. */
  highlights(report: Report): string[] {
    return this.telling.get(report.id, () => idsOf(highlightQuotes(report, this.index)));
  }

  /** The marks of a quote's sentences; none where its id names nothing. */
  fingerprintsOf(quote: string): SentenceFingerprint[] {
    return this.marks.get(quote, () =>
      citedById([quote], [], this.index).flatMap(({ text }) => sentenceFingerprints(text)),
    );
  }

  /**
   * Questions that the reports do answer, first about some of them.
   * @param seed the date
   */
  questions(reports: Report[], locale: Locale, count: number, seed: string): TrialQuestion[] {
    const ask = isAnswered(this.index);
    const answered: IsAnswered = (trial, report) =>
      this.answered.get(`${report.id} ${trial.text}`, () => ask(trial, report));
    return questionsAbout(reports, this.from(seed), locale, count, seed, answered);
  }

  /** All reports, beginning elsewhere for each seed. */
  private from(seed: string): Report[] {
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
