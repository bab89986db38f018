// Puts a digest together for one chat from what the library has to offer and what the chat was shown before.
import type { Locale } from '../message/index.ts';
import { parseQuoteId, type Report } from '../reports/index.ts';
import type { DigestContent, NewsItem, TodaysReport, TopicItem } from './content.ts';
import { areShown, type SentenceFingerprint } from './fingerprints.ts';
import type { QuoteIds, Selection } from './selection.ts';
import type { KnownReport, Shown } from './store.ts';
import type { Subscription } from './subscription.ts';
import type { TopicQuery } from './topics.ts';

/** What a daily digest is made for. */
export interface DailyRequest {
  subscription: Pick<Subscription, 'newsSince'>;
  topics: TopicQuery[];
  shown: Shown;
  known: KnownReport[];
  /** The local date, `YYYY-MM-DD`. */
  day: string;
  locale: Locale;
}

/** What hits are looked for. */
export interface HitsRequest {
  topics: TopicQuery[];
  /** Of the reports that were just added. */
  fingerprints: string[];
  shown: Shown;
  /** The local date, `YYYY-MM-DD`. */
  day: string;
}

const MAX_QUOTES_PER_TOPIC = 3;
const QUESTIONS = 2;
/** Where more reports came at once, the others are named without their points. */
const MAX_REPORTS_WITH_POINTS = 30;

/**
 * What a chat's daily digest says.
 * @returns `roundOver` where every report was today's once: this one begins a new round
 */
export function composeDaily(
  { subscription, topics, shown, known, day, locale }: DailyRequest,
  selection: Selection,
): { content: DigestContent; roundOver: boolean } {
  const fresh = selection.news(subscription.newsSince, known);
  const news = fresh.map(
    ({ report, change }, i): NewsItem => ({
      report: report.id,
      change,
      points: i < MAX_REPORTS_WITH_POINTS ? selection.points(report) : [],
    }),
  );
  const before = new Set(shown.sentences);
  for (const { points } of news)
    for (const point of points) for (const { hash } of selection.fingerprintsOf(point)) before.add(hash);
  const items = topicItems(topics, (topic) => selection.topic(topic), before, selection);
  const newsUntil = Math.max(subscription.newsSince, ...known.map(({ firstSeen }) => firstSeen));
  const content: DigestContent = { kind: 'daily', day, newsUntil, news, topics: items, questions: [] };
  const { report, roundOver } = isEmpty(content)
    ? nextReport(shown.reports, selection)
    : { report: undefined, roundOver: false };
  if (report) content.today = todaysReport(report, selection);
  const about = [
    ...fresh.map((each) => each.report),
    ...(report ? [report] : []),
    ...behind(items, selection),
  ];
  content.questions = selection.questions(about, locale, QUESTIONS, day);
  return { content, roundOver };
}

/** What a chat is told of reports that were just added; undefined where they say nothing on what it follows. */
export function composeHits(
  { topics, fingerprints, shown, day }: HitsRequest,
  selection: Selection,
): DigestContent | undefined {
  const find = (topic: TopicQuery) => selection.topicIn(topic, fingerprints);
  const items = topicItems(topics, find, new Set(shown.sentences), selection);
  if (items.length === 0) return undefined;
  return { kind: 'hits', day, newsUntil: 0, news: [], topics: items, questions: [] };
}

/** Whether there is nothing new to say. */
export const isEmpty = ({ news, topics }: DigestContent): boolean => news.length === 0 && topics.length === 0;

/** What a chat has seen once a digest was sent to it. */
export function shownBy({ news, topics, today }: DigestContent, selection: Selection): Shown {
  const quotes = [
    ...news.flatMap(({ points }) => points),
    ...topics.flatMap((topic) => topic.quotes),
    ...(today?.quotes ?? []),
  ];
  const marks = quotes.flatMap((quote) => selection.fingerprintsOf(quote).map(({ hash }) => hash));
  const report = today && selection.fingerprintOf(today.report);
  return { sentences: [...new Set(marks)], reports: report ? [report] : [] };
}

/** For each topic its best quotes that were not shown before nor under another topic. Adds what it takes to `shown`. */
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
      const marks: SentenceFingerprint[] = selection.fingerprintsOf(quote);
      if (marks.length === 0 || areShown(marks, shown)) continue;
      chosen.push(quote);
      for (const { hash } of marks) shown.add(hash);
    }
    if (chosen.length === 0) return [];
    const { text, earlier, agency, part } = topic;
    const before = earlier.length > 0 ? { earlier } : {};
    return [
      { text, ...before, ...(agency ? { agency } : {}), ...(part ? { part } : {}), quotes: chosen, words },
    ];
  });
}

/** The first report in the order of the round that was not today's yet; the first of all where every one was. */
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

const todaysReport = (report: Report, selection: Selection): TodaysReport => ({
  report: report.id,
  quotes: selection.highlights(report),
});

/** The reports that the first quotes of some topics stand in. */
function behind(items: TopicItem[], { index }: Selection): Report[] {
  const ids = new Set(items.map(({ quotes }) => parseQuoteId(quotes[0])?.reportId));
  return index.reports.filter(({ id }) => ids.has(id));
}
