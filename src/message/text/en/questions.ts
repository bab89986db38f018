// Questions that the bot offers to be asked, in English.
import { periodLabel } from '../../../language/index.ts';
import type { Period } from '../../../reports/index.ts';
import type { QuestionTexts } from '../keys/questions.ts';

/** By the months in which they begin and end. */
const PARTS_OF_YEAR: Record<string, string> = {
  '01-06': 'the first half of ',
  '07-12': 'the second half of ',
  '01-03': 'the first quarter of ',
  '04-06': 'the second quarter of ',
  '07-09': 'the third quarter of ',
  '10-12': 'the fourth quarter of ',
};

function periodName(period: Period): string {
  const { start, end } = period;
  const part =
    start.slice(0, 4) === end.slice(0, 4) && PARTS_OF_YEAR[`${start.slice(5, 7)}-${end.slice(5, 7)}`];
  return part ? `${part}${start.slice(0, 4)}` : periodLabel(period, 'en');
}

export const enQuestions: QuestionTexts = {
  exampleQuestion: (asked, agency) =>
    ({
      plans: `What are the plans of ${agency}?`,
      problems: `What are the problems of ${agency}?`,
      achievements: `What did ${agency} do?`,
    })[asked],
  periodQuestion: (asked, agency, period) => {
    const inPeriod = `in ${periodName(period)}`;
    return {
      plans: `What are the plans of ${agency} ${inPeriod}?`,
      problems: `What problems did ${agency} have ${inPeriod}?`,
      achievements: `What did ${agency} do ${inPeriod}?`,
    }[asked];
  },
  topicQuestion: (topic, agency) => `What does ${agency} say about “${topic}”?`,
};
