// What a question consists of, before anything is decided, and what of it the features of both models look at.
import type { AskedPeriod } from './asked-period.ts';
import type { AskingSpan } from './asking-spans.ts';
import type { MentionedName } from './mentioned-name.ts';
import type { QuestionWords } from './question-words.ts';
import type { Stretch } from './reading-topic.ts';

export interface ReadParts {
  /** Blanks stand where a subject is left: 不聊这个了。 */
  normalised: string;
  words: QuestionWords;
  spans: readonly AskingSpan[];
  topic: readonly Stretch[];
  names: readonly MentionedName[];
  period: AskedPeriod | null;
  /** Groups of phrases that point to the question before. */
  evidence: ReadonlySet<string>;
  /** It says that another subject is left. */
  changesSubject: boolean;
}

export const PART_GROUPS = ['plans', 'problems', 'achievements', 'highlights', 'suggestions'] as const;

/** Groups that ask in one way: more evidence for each of them than a few questions give. */
const FAMILIES: Record<string, readonly string[]> = {
  'one fact': ['who', 'when', 'where', 'why', 'means', 'called', 'which', 'the one'],
  'a figure': ['count', 'money', 'rate', 'size', 'duration'],
  'authors asked': ['authors', 'areas', 'one author', 'who all'],
  compared: ['compare', 'better', 'each own'],
  'small talk': ['greeting', 'thanks', 'farewell', 'acknowledge', 'laughter', 'bot', 'everyday'],
  'an overview': ['list', 'overview', 'what all', 'how goes'],
  'yes or no': ['mention', 'whether'],
};

export const SHAPE_FAMILIES = [
  'one fact',
  'a figure',
  'authors asked',
  'compared',
  'an overview',
  'yes or no',
];

export const familiesOf = (groups: ReadonlySet<string>): string[] =>
  Object.entries(FAMILIES).flatMap(([family, members]) =>
    members.some((member) => groups.has(member)) ? [family] : [],
  );

/** A character of Chinese, or three letters. */
export const weightOf = ({ text }: Stretch): number =>
  [...text].reduce((sum, character) => sum + (character >= '\u3400' ? 1 : 1 / 3), 0);
