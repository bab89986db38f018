// /compare: what two or three agencies say on one topic, side by side.
import { compare as compareReports, type Subject } from '../../answer/index.ts';
import { localeOf } from '../../message/index.ts';
import { defineCommand } from '../command.ts';
import { answerView } from '../views/answer.ts';
import { AGENCY_OPTION, narrowed } from './options.ts';

export const compare = defineCommand({
  name: 'compare',
  options: {
    topic: {
      required: true,
      maxLength: 200,
    },
    first: { ...AGENCY_OPTION, required: true },
    second: { ...AGENCY_OPTION, required: true },
    third: AGENCY_OPTION,
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
