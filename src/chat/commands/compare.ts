// /compare: what two or three agencies say on one topic, side by side.
import { compare as compareReports, type Subject } from '../../answer/index.ts';
import { localeOf } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { answerView } from '../views/answer.ts';
import { AGENCY_OPTION, narrowed } from './options.ts';

const ordinal = (en: string, zh: string, hant: string) => ({
  suggests: AGENCY_OPTION.suggests,
  names: { en, zh, 'zh-Hant': hant },
});

export const compare = defineCommand({
  name: 'compare',
  names: { en: 'compare', zh: '对比', 'zh-Hant': '對比' },
  summary: {
    en: 'Put what agencies say on a topic side by side',
    zh: '把几个单位在同一件事上的说法并排列出',
    'zh-Hant': '把幾個單位在同一件事上的說法並排列出',
  },
  options: {
    topic: {
      names: { en: 'topic', zh: '主题', 'zh-Hant': '主題' },
      summary: { en: 'What to compare', zh: '要对比的事', 'zh-Hant': '要對比的事' },
      required: true,
      maxLength: 200,
    },
    first: {
      ...ordinal('first', '甲', '甲'),
      summary: { en: 'The first agency', zh: '第一个单位', 'zh-Hant': '第一個單位' },
      required: true,
    },
    second: {
      ...ordinal('second', '乙', '乙'),
      summary: { en: 'The second agency', zh: '第二个单位', 'zh-Hant': '第二個單位' },
      required: true,
    },
    third: {
      ...ordinal('third', '丙', '丙'),
      summary: { en: 'A third agency', zh: '第三个单位', 'zh-Hant': '第三個單位' },
    },
  },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ topic, first, second, third }, context) {
    const subjects: Subject[] = [];
    for (const agency of [first, second, ...(third ? [third] : [])]) {
      const found = narrowed({ agency }, context);
      if (!found.ok) return found.result;
      subjects.push({ name: agency, reports: new Set(found.reports) });
    }
    const found = compareReports(topic, subjects, context.index);
    const locale = localeOf(topic);
    return { message: await answerView(found, locale, context), locale };
  },
});
