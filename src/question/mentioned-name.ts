// A name of an author or a place that a question mentions.
import type { AskingSpan } from './asking-spans.ts';
import type { Level } from './level.ts';
import type { QuestionWords } from './question-words.ts';

/** A name in a question; offsets in the normalised question. */
export interface MentionedName {
  kind: 'agency' | 'place';
  start: number;
  end: number;
  /** Of a level word before it (县医院) or inside it (团省委). */
  level?: Level;
}

/** What names are read from. */
export interface NameSource {
  /** As written: capitals tell English names. */
  text: string;
  normalised: string;
  words: QuestionWords;
  /** All phrases of asking, overlapping: a name does not go across one. */
  phrases: readonly AskingSpan[];
}
