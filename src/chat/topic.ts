// Topics that a place follows: their ids and their names.
import { createHash } from 'node:crypto';
import type { Topic } from '../digests/index.ts';
import { normalise } from '../language/index.ts';
import { type Locale, TEXTS } from '../message/index.ts';
import type { SectionKind } from '../reports/index.ts';

const ID_LENGTH = 10;

/** The id is a hash of the content, so that the same topic is followed once. */
export function topicOf(content: Omit<Topic, 'id'>): Topic {
  const { text, earlier, agency = '', part = '' } = content;
  const words = [text, ...earlier, agency, part].map((each) => normalise(inOneLine(each)));
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  const id = digest.readBigUInt64BE().toString(36).padStart(ID_LENGTH, '0').slice(-ID_LENGTH);
  return { ...content, text: inOneLine(text), id };
}

/** Topics are list items and labels. */
const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Names the part in a language; puts earlier questions before the text, as “and 2023?” says nothing. */
export function namedTopic<
  Each extends Pick<Topic, 'text' | 'agency' | 'part'> & Partial<Pick<Topic, 'earlier'>>,
>(topic: Each, locale: Locale) {
  const sectionKind = topic.part && TEXTS[locale].sectionKindName(topic.part as SectionKind);
  const text = [...(topic.earlier ?? []), topic.text].map(inOneLine).join(' → ');
  return { ...topic, text, sectionKind };
}
