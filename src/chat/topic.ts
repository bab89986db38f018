// What a place follows: how a topic comes to be, and how it is named.
import { createHash } from 'node:crypto';
import type { Topic } from '../digests/index.ts';
import { normalise } from '../language/index.ts';
import { type Locale, TEXTS } from '../message/index.ts';
import type { SectionKind } from '../reports/index.ts';

const ID_LENGTH = 10;

/** A topic under an id of what it says, so that the same one is followed once. */
export function topicOf(said: Omit<Topic, 'id'>): Topic {
  const { text, earlier, agency = '', part = '' } = said;
  const words = [text, ...earlier, agency, part].map((each) => normalise(inOneLine(each)));
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  const id = digest.readBigUInt64BE().toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  return { ...said, text: inOneLine(text), id };
}

/** It is an item of lists and a label. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A topic with its part named in a language, and with the questions that it goes on with: “and 2023?” alone says nothing. */
export function namedTopic<
  Each extends Pick<Topic, 'text' | 'agency' | 'part'> & Partial<Pick<Topic, 'earlier'>>,
>(topic: Each, locale: Locale) {
  const sectionKind = topic.part && TEXTS[locale].sectionKindName(topic.part as SectionKind);
  const text = [...(topic.earlier ?? []), topic.text].map(inOneLine).join(' → ');
  return { ...topic, text, sectionKind };
}
