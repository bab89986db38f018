// Questions that the bot suggests. It has to understand them itself, whatever language they are in.
import type { Period } from '../../../reports/index.ts';

/** What a report is asked for. */
export type AskedKind = 'plans' | 'problems' | 'achievements';

export interface QuestionTexts {
  /** With the greeting and the help. */
  exampleQuestion(asked: AskedKind, agency: string): string;
  /** Under a digest: about what a report covers or plans for. */
  periodQuestion(asked: AskedKind, agency: string, period: Period): string;
  /** Under a digest: about a heading of a report. */
  topicQuestion(topic: string, agency: string): string;
}
