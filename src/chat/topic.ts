// What a place follows: how a topic comes to be, and how it is named.
import { createHash } from 'node:crypto';
import type { Topic } from '../digests/index.ts';
import { normalise } from '../language/index.ts';
import { type Locale, TEXTS } from '../message/index.ts';
import type { PartKind } from '../reports/index.ts';

const ID_LENGTH = 10;

/** A topic under an id of what it says, so that the same one is followed once. */
export function topicOf(said: Omit<Topic, 'id'>): Topic {
  const { text, earlier, agency = '', part = '' } = said;
  const words = [text, ...earlier, agency, part].map((each) => normalise(each).replace(/\s+/g, ' ').trim());
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  const id = digest.readBigUInt64BE().toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  return { ...said, id };
}

/** A topic with its part named in a language. */
export function namedTopic<Each extends Pick<Topic, 'text' | 'agency' | 'part'>>(
  topic: Each,
  locale: Locale,
) {
  const part = topic.part && TEXTS[locale].partName(topic.part as PartKind);
  return { ...topic, part };
}
