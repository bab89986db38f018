// Questions that the bot offers to be asked, in simplified Chinese.
import { periodLabel } from '../../../language/index.ts';
import type { QuestionTexts } from '../keys/questions.ts';

export const zhQuestions: QuestionTexts = {
  exampleQuestion: (asked, agency) =>
    ({
      plans: `${agency}接下来有什么打算？`,
      problems: `${agency}存在哪些问题？`,
      achievements: `${agency}做了哪些工作？`,
    })[asked],
  periodQuestion: (asked, agency, period) => {
    const label = periodLabel(period, 'zh');
    return {
      plans: `${agency}${label}有什么打算？`,
      problems: `${agency}${label}存在哪些问题？`,
      achievements: `${agency}${label}做了哪些工作？`,
    }[asked];
  },
  topicQuestion: (topic, agency) => `关于“${topic}”，${agency}的报告里怎么说？`,
};
