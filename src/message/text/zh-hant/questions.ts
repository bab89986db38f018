// Questions that the bot offers to be asked, in traditional Chinese.
import { periodLabel } from '../../../language/index.ts';
import type { QuestionTexts } from '../keys/questions.ts';

export const zhHantQuestions: QuestionTexts = {
  exampleQuestion: (asked, agency) =>
    ({
      plans: `${agency}接下來有什麼打算？`,
      problems: `${agency}存在哪些問題？`,
      achievements: `${agency}做了哪些工作？`,
    })[asked],
  periodQuestion: (asked, agency, period) => {
    const label = periodLabel(period, 'zh');
    return {
      plans: `${agency}${label}有什麼打算？`,
      problems: `${agency}${label}存在哪些問題？`,
      achievements: `${agency}${label}做了哪些工作？`,
    }[asked];
  },
  topicQuestion: (topic, agency) => `關於「${topic}」，${agency}的報告裡怎麼說？`,
};
