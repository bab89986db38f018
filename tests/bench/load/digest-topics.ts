// Topics that many places follow: words of the reports' headings, some for one agency only, and whole
// questions.
import { topicOf } from '../../../src/chat/topic.ts';
import type { Topic, TopicQuery } from '../../../src/digests/index.ts';
import type { PassageIndex } from '../../../src/search/index.ts';

/** A heading that can be followed: a few words, no number. */
const FOLLOWABLE = /^[\u4e00-\u9fff]{4,16}$/;
/** Every fifth topic is a question. */
const QUESTION_EVERY = 5;

/** Up to `count` different topics, always in the same order. */
export function topicsOver(index: PassageIndex, questions: string[], count: number): TopicQuery[] {
  const headings = index.reports.flatMap(({ agency, sections }) =>
    sections.filter(({ label }) => FOLLOWABLE.test(label)).map(({ label }) => ({ text: label, agency })),
  );
  const anywhere = distinct(headings.map(({ text }) => text)).map((text) => ({ text, earlier: [] }));
  const atAgencies = headings.flatMap(({ text, agency }) => (agency ? [{ text, earlier: [], agency }] : []));
  const asked = distinct(questions).map((text) => ({ text, earlier: [] }));
  const words = [...anywhere, ...atAgencies];
  const mixed: TopicQuery[] = [];
  while (mixed.length < count && (words.length > 0 || asked.length > 0)) {
    const next = mixed.length % QUESTION_EVERY === 0 ? (asked.shift() ?? words.shift()) : words.shift();
    mixed.push(next ?? asked.shift()!);
  }
  return mixed;
}

/** One to three of the topics, different for neighbouring numbers of places. */
export function topicsFor(number: number, place: string, topics: TopicQuery[], since: number): Topic[] {
  const count = 1 + (number % MAX_TOPICS);
  const chosen = distinct(
    Array.from({ length: count }, (_, i) => (number * STEP + i * LEAP) % topics.length),
  );
  return chosen.map((at) => topicOf({ ...topics[at], place, atOnce: false, since }));
}

const MAX_TOPICS = 3;
/** Primes, so that neighbouring places follow different topics. */
const STEP = 7;
const LEAP = 131;

const distinct = <Each>(all: Each[]): Each[] => [...new Set(all)];
