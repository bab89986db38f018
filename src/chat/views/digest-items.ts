// What a digest can show, in its order: news, followed topics, today's report.
import type { CitedQuote } from '../../answer/index.ts';
import type { DigestContent } from '../../digests/index.ts';
import { citedById, outlineOf } from '../../lookup/index.ts';
import { dateText, type Locale, type Message, TEXTS, type Texts } from '../../message/index.ts';
import type { Report } from '../../reports/index.ts';
import type { PassageIndex } from '../../search/index.ts';
import { namedTopic } from '../topic.ts';
import { quoteList } from './quote-lists.ts';
import { aboutReport } from './report-line.ts';

/** A digest's content with where and in which language it is shown. */
export interface ShownDigest {
  content: DigestContent;
  /** The key under which the content is stored for its buttons. */
  contentId: string;
  locale: Locale;
  /** What the place may read: reports that are not in it are left out. */
  index: PassageIndex;
}

/** One piece of news, topic or report: its introduction and its entries in order. */
export interface DigestItem {
  introduction: Message;
  /** Its first entry is shown wherever it fits. */
  urgent: boolean;
  entries: DigestEntry[];
}

/** Shown under the introduction of its item, or not at all. */
export interface DigestEntry {
  blocks: Message;
  quotes: CitedQuote[];
}

export const digestHeading = ({ kind, day }: DigestContent, locale: Locale): string =>
  kind === 'daily' ? TEXTS[locale].digestHeading(dateText(day, locale)) : TEXTS[locale].hitsHeading();

/** Of many new reports the first ones are urgent. */
const URGENT_NEWS = 3;

export function digestItems({ content, locale, index }: Omit<ShownDigest, 'contentId'>): DigestItem[] {
  const texts = TEXTS[locale];
  const news = content.news.flatMap(({ report: id, change, points }, i) => {
    const report = index.report(id);
    if (!report) return [];
    const text = texts.newsOf(change, report.title, aboutReport(report, texts));
    const entries = [NO_QUOTE, ...citedById(points, [], index).map(listed)];
    return [{ introduction: [{ type: 'paragraph' as const, text }], urgent: i < URGENT_NEWS, entries }];
  });
  const topics = content.topics.map((topic) => ({
    introduction: [
      { type: 'paragraph', text: texts.topicHeading(namedTopic(topic, locale)) },
    ] satisfies Message,
    urgent: true,
    entries: citedById(topic.quotes, topic.words, index).map(quoted),
  }));
  const today = index.report(content.today?.report ?? '');
  return [
    ...news,
    ...topics.filter(({ entries }) => entries.length > 0),
    ...(today && content.today ? [todaysItem(today, content.today.quotes, index, texts)] : []),
  ];
}

const MAX_OUTLINE_ENTRIES = 8;

function todaysItem(report: Report, ids: string[], index: PassageIndex, texts: Texts): DigestItem {
  const outline = outlineOf(report, index, 1).slice(0, MAX_OUTLINE_ENTRIES);
  const quotes = citedById(ids, [], index);
  return {
    introduction: [
      { type: 'paragraph', text: texts.todaysReport(report.title, aboutReport(report, texts)) },
      ...(outline.length > 0
        ? [{ type: 'list' as const, items: outline.map(({ heading }) => heading) }]
        : []),
    ],
    urgent: true,
    entries: [
      quotes.length > 0
        ? { blocks: [{ type: 'paragraph', text: texts.highlightsIntro() }], quotes: [] }
        : NO_QUOTE,
      ...quotes.map(listed),
    ],
  };
}

/** The entry of an item that is shown by its introduction alone. */
const NO_QUOTE: DigestEntry = { blocks: [], quotes: [] };

/** A point of a report that the introduction names. */
const listed = (quote: CitedQuote): DigestEntry => ({
  blocks: [quoteList(quote.report, quote.path, [quote])],
  quotes: [quote],
});

const quoted = (quote: CitedQuote): DigestEntry => ({ blocks: [{ type: 'quote', quote }], quotes: [quote] });
