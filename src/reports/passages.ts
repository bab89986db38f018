// Passages: what the index holds and a quote shows. Whole sentences, never across a heading.
// Promise: every sentence of a report is in exactly one passage.
import type { OutlineSentence } from './outline.ts';
import type { Span } from './span.ts';

/** A stretch of text to be found and quoted, with its sentences. */
export interface Passage extends Span {
  /** Index of its section in the report's outline. */
  section: number;
  sentences: Span[];
}

/** Lengths in UTF-16 units between which passages are kept, where sentences allow it. */
const MIN_LENGTH = 40;
const MAX_LENGTH = 220;

/** Groups sentences to passages: a point of a list or a paragraph begins a new one once the last is long enough. */
export function passagesOf(text: string, sentences: OutlineSentence[]): Passage[] {
  const passages: Passage[] = [];
  let current: Passage | undefined;
  for (const sentence of sentences) {
    if (!current || breaksBefore(text, sentence, current)) {
      current = { start: sentence.start, end: sentence.end, section: sentence.section, sentences: [] };
      passages.push(current);
    }
    current.end = sentence.end;
    current.sentences.push({ start: sentence.start, end: sentence.end });
  }
  return mergeShort(text, passages);
}

/** Nothing but white space stands between: where a marker was dropped, two passages stay two. */
function adjacent(text: string, before: Span, after: Span): boolean {
  return before.end <= after.start && text.slice(before.end, after.start).trim() === '';
}

function breaksBefore(text: string, sentence: OutlineSentence, current: Passage): boolean {
  if (sentence.section !== current.section) return true;
  if (!adjacent(text, current, sentence)) return true;
  const length = current.end - current.start;
  if (sentence.end - current.start > MAX_LENGTH) return true;
  return (sentence.startsPoint || sentence.startsParagraph) && length >= MIN_LENGTH;
}

/** A passage that came out too short joins the one before it in the same section. */
function mergeShort(text: string, passages: Passage[]): Passage[] {
  const merged: Passage[] = [];
  for (const passage of passages) {
    const before = merged.at(-1);
    const short = passage.end - passage.start < MIN_LENGTH;
    const fits = before && passage.end - before.start <= MAX_LENGTH + MIN_LENGTH;
    if (fits && short && before.section === passage.section && adjacent(text, before, passage)) {
      before.end = passage.end;
      before.sentences.push(...passage.sentences);
    } else merged.push(passage);
  }
  return merged;
}
