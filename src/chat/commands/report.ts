// /report: one report at a glance, or one of its parts to read.
import { defineCommand } from '../command.ts';
import { sectionsOfKindView } from '../views/reading.ts';
import { cardView, reportChoice } from '../views/report-card.ts';
import { narrowed, PART_OPTION, REPORT_OPTION } from './options.ts';

export const report = defineCommand({
  name: 'report',
  names: { en: 'report', zh: '报告', 'zh-Hant': '報告' },
  summary: {
    en: 'Show a report: author, time, headings; or read a part of it',
    zh: '查看一份报告：单位、时间、目录，或读其中一部分',
    'zh-Hant': '查看一份報告：單位、時間、目錄，或讀其中一部分',
  },
  options: {
    name: {
      ...REPORT_OPTION,
      names: { en: 'name', zh: '名称', 'zh-Hant': '名稱' },
      summary: {
        en: 'Its title, or a part of it',
        zh: '标题，或其中几个字',
        'zh-Hant': '標題，或其中幾個字',
      },
      required: true,
    },
    part: {
      ...PART_OPTION,
      summary: { en: 'Read this part', zh: '读这一部分', 'zh-Hant': '讀這一部分' },
    },
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
