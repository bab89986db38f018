// What a due digest says: chosen once, kept under its id, the same for every attempt and every button.
import type { CitedQuote } from '../answer/index.ts';
import { citedById } from '../lookup/index.ts';
import type { Locale } from '../message/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { dayIn } from './calendar.ts';
import { composeDaily, composeHits, isEmpty } from './compose.ts';
import type { DigestContent, TrialQuestion } from './content.ts';
import { hashOf } from './fingerprints.ts';
import type { OutboxEntry } from './outbox.ts';
import { Selection } from './selection.ts';
import type { DigestStore, KnownReport } from './store.ts';
import type { Subscription, Topic } from './subscription.ts';

/** The library as a place may read it, with the history of the whole of it. */
export interface DigestSource {
  index: PassageIndex;
  known: KnownReport[];
}

/** A content under the id by which it is kept. */
export interface Written {
  contentId: string;
  content: DigestContent;
}

const selections = new WeakMap<PassageIndex, Selection>();

/** The selection over an index, which all digests share. */
export function selectionOver(index: PassageIndex): Selection {
  let selection = selections.get(index);
  if (!selection) {
    selection = new Selection(index);
    selections.set(index, selection);
  }
  return selection;
}

/** Where a subscription has no schedule, its dates are those of this zone. */
const FALLBACK_ZONE = 'UTC';

/** Writes what an entry of the ledger says and keeps it under the entry's id; undefined where there is nothing to say. */
export async function writeContent(
  entry: Pick<OutboxEntry, 'id' | 'reports' | 'dueAt'>,
  subscription: Subscription,
  locale: Locale,
  store: DigestStore,
  library: DigestSource,
  now: number,
): Promise<Written | undefined> {
  const { place, schedule, skipEmpty } = subscription;
  const day = dayIn(schedule?.zone ?? FALLBACK_ZONE, entry.dueAt);
  const isDaily = entry.reports.length === 0;
  const content = isDaily
    ? await daily(subscription, day, locale, store, library)
    : await hits(place, entry.reports, day, store, library);
  if (!content || (isDaily && isEmpty(content) && (skipEmpty || !content.today))) return undefined;
  await store.contents.put(place, entry.id, JSON.stringify(content), now);
  return { contentId: entry.id, content };
}

/** What a daily digest would say now; nothing counts as shown. */
export async function previewDigest(
  subscription: Subscription,
  locale: Locale,
  store: DigestStore,
  index: PassageIndex,
  now: number,
): Promise<Written & { isEmpty: boolean }> {
  const day = dayIn(subscription.schedule?.zone ?? FALLBACK_ZONE, now);
  const known = await store.reports.all();
  const content = await daily(subscription, day, locale, store, { index, known }, 'preview');
  const text = JSON.stringify(content);
  const contentId = hashOf(text, PREVIEW_ID_LENGTH);
  await store.contents.put(subscription.place, contentId, text, now);
  return { contentId, content, isEmpty: isEmpty(content) };
}

const PREVIEW_ID_LENGTH = 10;

/** What a digest said; undefined where it is not kept (any more). */
export async function keptDigest(
  id: string,
  store: Pick<DigestStore, 'contents'>,
  now: number,
): Promise<DigestContent | undefined> {
  const text = await store.contents.get(id, now);
  return text === undefined ? undefined : restored(JSON.parse(text) as Kept);
}

/** Earlier versions kept questions without the report that they are about. */
type Kept = Omit<DigestContent, 'questions'> & { questions: (TrialQuestion | string)[] };

const restored = (kept: Kept): DigestContent => ({
  ...kept,
  questions: kept.questions.map((each) => (typeof each === 'string' ? { text: each, report: '' } : each)),
});

/** Whether there is anything left to say of what a digest said, now that some of it may not be read there any more. */
export function stillSays({ news, topics, today }: DigestContent, index: PassageIndex): boolean {
  const reports = new Set(index.reports.map(({ id }) => id));
  const quotes = topics.flatMap((topic) => topic.quotes);
  const said = [...news.map(({ report }) => report), ...(today ? [today.report] : [])];
  if (said.length === 0 && quotes.length === 0) return true; // it said nothing but questions
  return said.some((report) => reports.has(report)) || citedById(quotes, [], index).length > 0;
}

/** The best quote on a topic at present, so that a follower sees that it was understood. */
export function topicPreview(topic: Topic, index: PassageIndex): CitedQuote | undefined {
  const { quotes, words } = selectionOver(index).topic(topic);
  return citedById(quotes.slice(0, 1), words, index)[0];
}

async function daily(
  subscription: Subscription,
  day: string,
  locale: Locale,
  store: DigestStore,
  { index, known }: DigestSource,
  purpose: 'preview' | 'delivery' = 'delivery',
): Promise<DigestContent> {
  const { place } = subscription;
  const topics = await store.topics.list(place);
  const shown = await store.shown.of(place);
  const request = { subscription, topics, shown, known, day, locale };
  const { content, roundOver } = composeDaily(request, selectionOver(index));
  if (roundOver && purpose === 'delivery') await store.shown.clearReports(place);
  return content;
}

async function hits(
  place: string,
  fingerprints: string[],
  day: string,
  store: DigestStore,
  { index }: DigestSource,
): Promise<DigestContent | undefined> {
  const topics = (await store.topics.list(place)).filter(({ atOnce }) => atOnce);
  const shown = await store.shown.of(place);
  return composeHits({ topics, fingerprints, shown, day }, selectionOver(index));
}
