// What a digest says, as places in the reports: plain data that is kept, so that every attempt and every button says the same.

/** A report that came or changed. */
export interface NewsItem {
  report: string;
  change: 'added' | 'changed';
  /** Quote ids of its main points. */
  points: string[];
}

/** Passages on a topic. */
export interface TopicItem {
  text: string;
  /** Earlier questions that it goes on with. */
  earlier?: string[];
  agency?: string;
  part?: string;
  /** Quote ids, best first. */
  quotes: string[];
  /** Words to emphasise in them. */
  words: string[];
}

/** One report worth reading. */
export interface TodaysReport {
  report: string;
  /** Quote ids. */
  quotes: string[];
}

/** A question to try, and the report that it is about: it names what stands there. */
export interface TrialQuestion {
  text: string;
  report: string;
}

export interface DigestContent {
  /** A daily digest, or hits on a report that was just added. */
  kind: 'daily' | 'hits';
  /** The local date, `YYYY-MM-DD`. */
  day: string;
  /** Reports that were first seen by then (milliseconds since 1970) are no news after this digest. */
  newsUntil: number;
  news: NewsItem[];
  topics: TopicItem[];
  /** Where there is nothing else. */
  today?: TodaysReport;
  /** Questions that the reports do answer. */
  questions: TrialQuestion[];
}
