// Composes the content of a digest for one place from a selection over the reports and what the place was
// shown before. Pure.
import type { Locale } from '../message/index.ts';
import { parseQuoteId, type Report } from '../reports/index.ts';
import type { DigestContent, NewsItem, TopicItem } from './content.ts';
import { areShown } from './fingerprints.ts';
import type { News } from './news.ts';
import type { QuoteIds, Selection } from './selection.ts';
import type { KnownReport, Shown } from './store.ts';
import type { Subscription } from './subscription.ts';
import type { TopicQuery } from './topics.ts';

export interface DailyRequest {
  subscription: Pick<Subscription, 'newsSince'>;
  topics: TopicQuery[];
  shown: Shown;
  known: KnownReport[];
  /** The local date, `YYYY-MM-DD`. */
  day: string;
  locale: Locale;
}

export interface HitsRequest {
  topics: TopicQuery[];
  /** Of the added reports. */
  fingerprints: string[];
  shown: Shown;
  /** The local date, `YYYY-MM-DD`. */
  day: string;
}

const MAX_QUOTES_PER_TOPIC = 3;
const MAX_QUESTIONS = 2;
/** Further new reports are named without their points. */
const MAX_REPORTS_WITH_POINTS = 30;

/** @returns `roundOver` where every report was the report of the day once: this digest begins a new round */
export function composeDaily(
  { subscription, topics, shown, known, day, locale }: DailyRequest,
  selection: Selection,
): { content: DigestContent; roundOver: boolean } {
  const added = selection.news(subscription.newsSince, known);
  const seen = new Set(shown.sentences);
  // what was sent at once to those who follow it is not sent again
  const isKnown = (point: string) => areShown(selection.fingerprintsOf(point), seen);
  const pointsOf = ({ report, change }: News) =>
    selection.points(report).filter((point) => change === 'changed' || !isKnown(point));
  const news = added.map(
    (each, i): NewsItem => ({
      report: each.report.id,
      change: each.change,
      points: i < MAX_REPORTS_WITH_POINTS ? pointsOf(each) : [],
    }),
  );
  for (const { points } of news)
    for (const point of points) for (const { hash } of selection.fingerprintsOf(point)) seen.add(hash);
  const items = topicItems(topics, (topic) => selection.topic(topic), seen, selection);
  const newsUntil = Math.max(subscription.newsSince, ...known.map(({ firstSeen }) => firstSeen));
  const content: DigestContent = { kind: 'daily', day, newsUntil, news, topics: items, questions: [] };
  const { report, roundOver } = isEmpty(content)
    ? nextReport(shown.reports, selection)
    : { report: undefined, roundOver: false };
  if (report) content.today = { report: report.id, quotes: selection.highlights(report) };
  const about = [
    ...added.map((each) => each.report),
    ...(report ? [report] : []),
    ...reportsOf(items, selection),
  ];
  content.questions = selection.questions(about, locale, MAX_QUESTIONS, day);
  return { content, roundOver };
}

/** The hits of a place's topics in added reports; undefined where there are none. */
export function composeHits(
  { topics, fingerprints, shown, day }: HitsRequest,
  selection: Selection,
): DigestContent | undefined {
  const find = (topic: TopicQuery) => selection.topicIn(topic, fingerprints);
  const items = topicItems(topics, find, new Set(shown.sentences), selection);
  if (items.length === 0) return undefined;
  return { kind: 'hits', day, newsUntil: 0, news: [], topics: items, questions: [] };
}

/** Whether there is no news and nothing new on a topic. */
export const isEmpty = ({ news, topics }: DigestContent): boolean => news.length === 0 && topics.length === 0;

/** What a place was shown once a digest is sent to it. */
export function shownBy({ news, topics, today }: DigestContent, selection: Selection): Shown {
  const quotes = [
    ...news.flatMap(({ points }) => points),
    ...topics.flatMap((topic) => topic.quotes),
    ...(today?.quotes ?? []),
  ];
  const sentences = quotes.flatMap((quote) => selection.fingerprintsOf(quote).map(({ hash }) => hash));
  const report = today && selection.fingerprintOf(today.report);
  return { sentences: [...new Set(sentences)], reports: report ? [report] : [] };
}

/**
 * For each topic its best quotes that were shown neither before nor under another topic. Adds their sentences
 * to `shown`.
 */
function topicItems(
  topics: TopicQuery[],
  find: (topic: TopicQuery) => QuoteIds,
  shown: Set<string>,
  selection: Selection,
): TopicItem[] {
  return topics.flatMap((topic) => {
    const { quotes, words } = find(topic);
    const chosen: string[] = [];
    for (const quote of quotes) {
      if (chosen.length >= MAX_QUOTES_PER_TOPIC) break;
      const sentences = selection.fingerprintsOf(quote);
      if (sentences.length === 0 || areShown(sentences, shown)) continue;
      chosen.push(quote);
      for (const { hash } of sentences) shown.add(hash);
    }
    if (chosen.length === 0) return [];
    const { text, earlier, agency, part } = topic;
    const before = earlier.length > 0 ? { earlier } : {};
    return [
      { text, ...before, ...(agency ? { agency } : {}), ...(part ? { part } : {}), quotes: chosen, words },
    ];
  });
}

/**
 * The first report in the order of the round that was not the report of the day yet; the first of all where
 * every one was.
 */
function nextReport(
  shown: string[],
  selection: Selection,
): { report: Report | undefined; roundOver: boolean } {
  const before = new Set(shown);
  for (const [fingerprint, report] of selection.reports)
    if (!before.has(fingerprint)) return { report, roundOver: false };
  const [first] = selection.reports.values();
  return { report: first, roundOver: first !== undefined };
}

/** The reports of the first quote of each topic. */
function reportsOf(items: TopicItem[], { index }: Selection): Report[] {
  const ids = new Set(items.map(({ quotes }) => parseQuoteId(quotes[0])?.reportId));
  return index.reports.filter(({ id }) => ids.has(id));
}
