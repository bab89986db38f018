// /report: one report at a glance, or its sections of one kind to read.
import { defineCommand } from '../command.ts';
import { sectionsOfKindView } from '../views/reading.ts';
import { cardView, reportChoice } from '../views/report-card.ts';
import { narrowed, PART_OPTION, REPORT_OPTION } from './options.ts';

export const report = defineCommand({
  name: 'report',
  options: {
    name: {
      ...REPORT_OPTION,
      required: true,
    },
    part: PART_OPTION,
  },
  right: 'everyone',
  anywhere: false,
  audience: 'either',
  async run({ name, part }, context) {
    const { locale, index } = context;
    const found = narrowed({ report: name }, context);
    if (!found.ok) return found.result;
    const reports = found.reports.map((number) => index.reports[number]);
    if (reports.length > 1) return { message: reportChoice(reports, part, context), locale };
    const read = part && sectionsOfKindView(reports[0].id, part, 0, context);
    return {
      message: read ?? cardView(reports[0], context),
      locale,
    };
  },
});
