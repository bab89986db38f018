// The content of a digest: ids of quotes and reports, no text of them. Stored as JSON: the names are part of
// the file format.

/** An added or changed report. */
export interface NewsItem {
  report: string;
  change: 'added' | 'changed';
  /** Quote ids of its main points. */
  points: string[];
}

/** Quotes on a topic. */
export interface TopicItem {
  text: string;
  /** The questions that it follows up on, oldest first. */
  earlier?: string[];
  agency?: string;
  /** A section kind. */
  part?: string;
  /** Quote ids, best first. */
  quotes: string[];
  /** Words to emphasise in them. */
  words: string[];
}

/** The report of the day. */
interface TodaysReport {
  report: string;
  /** Quote ids of its highlights. */
  quotes: string[];
}

/** A question that the reports answer, and the report that it is about. */
export interface TrialQuestion {
  text: string;
  report: string;
}

export interface DigestContent {
  /** A daily digest, or hits on added reports. */
  kind: 'daily' | 'hits';
  /** The local date, `YYYY-MM-DD`. */
  day: string;
  /** Reports first seen by then (milliseconds since 1970) are no news after this digest. */
  newsUntil: number;
  news: NewsItem[];
  topics: TopicItem[];
  /** Only where there is nothing new. */
  today?: TodaysReport;
  questions: TrialQuestion[];
}
