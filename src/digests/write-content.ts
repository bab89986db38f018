// Writes the content of a digest, stores it under an id, and reads it back: every attempt and every button
// shows the same.
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

/** The reports that a place may read, and the history of all reports. */
export interface DigestSource {
  index: PassageIndex;
  known: KnownReport[];
}

/** For whom a digest is written, from what, and where it is stored. */
interface WriteContext {
  subscription: Subscription;
  locale: Locale;
  store: DigestStore;
  library: DigestSource;
  /** Milliseconds since 1970. */
  now: number;
}

/** A content with the id under which it is stored. */
export interface Stored {
  contentId: string;
  content: DigestContent;
}

const selections = new WeakMap<PassageIndex, Selection>();

/** The selection over an index, shared by all digests. */
export function selectionOver(index: PassageIndex): Selection {
  let selection = selections.get(index);
  if (!selection) {
    selection = new Selection(index);
    selections.set(index, selection);
  }
  return selection;
}

/** For the dates of a subscription without a schedule. */
const FALLBACK_ZONE = 'UTC';

/** The content that an earlier attempt stored, where any of it may still be read, else a new one. */
export async function contentFor(
  entry: Pick<OutboxEntry, 'id' | 'reports' | 'dueAt' | 'content'>,
  context: WriteContext,
): Promise<(Stored & { isNew: boolean }) | undefined> {
  const { store, library, now } = context;
  const earlier = entry.content && (await storedDigest(entry.content, store, now));
  if (entry.content && earlier && isStillReadable(earlier, library.index))
    return { contentId: entry.content, content: earlier, isNew: false };
  const written = await writeContent(entry, context);
  return written && { ...written, isNew: true };
}

/** Stores the content of an entry under the entry's id; undefined where it would be empty. */
async function writeContent(
  { id, reports, dueAt }: Pick<OutboxEntry, 'id' | 'reports' | 'dueAt'>,
  context: WriteContext,
): Promise<Stored | undefined> {
  const { place, schedule, skipEmpty } = context.subscription;
  const day = dayIn(schedule?.zone ?? FALLBACK_ZONE, dueAt);
  const isDaily = reports.length === 0;
  const content = isDaily ? await writeDaily(day, context) : await hits(reports, day, context);
  if (!content || (isDaily && isEmpty(content) && (skipEmpty || !content.today))) return undefined;
  await context.store.contents.put(place, id, JSON.stringify(content), context.now);
  return { contentId: id, content };
}

/** The content of a daily digest now; nothing in it counts as shown. */
export async function previewDigest({
  index,
  ...others
}: Omit<WriteContext, 'library'> & Pick<DigestSource, 'index'>): Promise<Stored & { isEmpty: boolean }> {
  const { subscription, store, now } = others;
  const day = dayIn(subscription.schedule?.zone ?? FALLBACK_ZONE, now);
  const known = await store.reports.all();
  const { content } = await daily(day, { ...others, library: { index, known } });
  const text = JSON.stringify(content);
  const contentId = hashOf(text, PREVIEW_ID_LENGTH);
  await store.contents.put(subscription.place, contentId, text, now);
  return { contentId, content, isEmpty: isEmpty(content) };
}

const PREVIEW_ID_LENGTH = 10;

/** The content of an earlier digest; undefined where it is not stored (any more). */
export async function storedDigest(
  id: string,
  store: Pick<DigestStore, 'contents'>,
  now: number,
): Promise<DigestContent | undefined> {
  const text = await store.contents.get(id, now);
  return text === undefined ? undefined : upgraded(JSON.parse(text) as StoredContent);
}

/** Earlier versions stored questions without the report that they are about. */
type StoredContent = Omit<DigestContent, 'questions'> & { questions: (TrialQuestion | string)[] };

const upgraded = (stored: StoredContent): DigestContent => ({
  ...stored,
  questions: stored.questions.map((each) => (typeof each === 'string' ? { text: each, report: '' } : each)),
});

/** Whether any of a content may still be read in a place whose readable reports have changed since. */
function isStillReadable({ news, topics, today }: DigestContent, index: PassageIndex): boolean {
  const readable = new Set(index.reports.map(({ id }) => id));
  const quotes = topics.flatMap((topic) => topic.quotes);
  const named = [...news.map(({ report }) => report), ...(today ? [today.report] : [])];
  if (named.length === 0 && quotes.length === 0) return true; // only questions
  return named.some((report) => readable.has(report)) || citedById(quotes, [], index).length > 0;
}

/** The best quote on a topic now, so that a follower sees how it was understood. */
export function topicPreview(topic: Topic, index: PassageIndex): CitedQuote | undefined {
  const { quotes, words } = selectionOver(index).topic(topic);
  return citedById(quotes.slice(0, 1), words, index)[0];
}

async function writeDaily(day: string, context: WriteContext): Promise<DigestContent> {
  const { content, roundOver } = await daily(day, context);
  if (roundOver) await context.store.shown.clearReports(context.subscription.place);
  return content;
}

async function daily(day: string, { subscription, locale, store, library }: WriteContext) {
  const { index, known } = library;
  const topics = await store.topics.list(subscription.place);
  const shown = await store.shown.of(subscription.place);
  return composeDaily({ subscription, topics, shown, known, day, locale }, selectionOver(index));
}

async function hits(
  fingerprints: string[],
  day: string,
  { subscription: { place }, store, library }: WriteContext,
): Promise<DigestContent | undefined> {
  const topics = (await store.topics.list(place)).filter(({ atOnce }) => atOnce);
  const shown = await store.shown.of(place);
  return composeHits({ topics, fingerprints, shown, day }, selectionOver(library.index));
}
