// Options that several commands share, and how their filters are understood.

import { type Filters, type Narrowed, narrow, type Suggestion } from '../../lookup/index.ts';
import { type Message, TEXTS } from '../../message/index.ts';
import type { ReportKind, SectionKind } from '../../reports/index.ts';
import type { Choice, CommandContext, CommandResult } from '../command.ts';

const name = (en: string, zh: string, hant: string) => ({ en, zh, 'zh-Hant': hant });

export const REPORT_OPTION = {
  names: name('report', '报告', '報告'),
  summary: name(
    'Only this report (title or part of it)',
    '只看这份报告（标题或其中几个字）',
    '只看這份報告（標題或其中幾個字）',
  ),
  suggests: 'report',
} as const;

export const AGENCY_OPTION = {
  names: name('agency', '单位', '單位'),
  summary: name('Only reports by this agency', '只看这个单位的报告', '只看這個單位的報告'),
  suggests: 'agency',
} as const;

export const PERIOD_OPTION = {
  names: name('period', '时间', '時間'),
  summary: name(
    'Only reports on this time, such as 2024 or H1 2024',
    '只看这段时间的报告，如 2024年上半年',
    '只看這段時間的報告，如 2024年上半年',
  ),
  suggests: 'period',
} as const;

const PART_LABELS: Record<Exclude<SectionKind, 'none'>, Choice['labels']> = {
  achievements: name('what was done', '工作情况', '工作情況'),
  problems: name('problems', '存在的问题', '存在的問題'),
  plans: name('plans', '下一步打算', '下一步打算'),
  highlights: name('highlights', '亮点', '亮點'),
  suggestions: name('suggestions', '建议', '建議'),
};

export const PART_OPTION = {
  names: name('part', '部分', '部分'),
  summary: name('Only this part of the reports', '只看报告的这个部分', '只看報告的這個部分'),
  choices: [
    { value: 'achievements', labels: PART_LABELS.achievements },
    { value: 'problems', labels: PART_LABELS.problems },
    { value: 'plans', labels: PART_LABELS.plans },
    { value: 'highlights', labels: PART_LABELS.highlights },
    { value: 'suggestions', labels: PART_LABELS.suggestions },
  ],
} as const;

const KIND_LABELS: Record<ReportKind, Choice['labels']> = {
  'government-work-report': name('government work report', '政府工作报告', '政府工作報告'),
  'agency-summary': name('summary by an agency', '部门工作总结', '部門工作總結'),
  'town-summary': name('summary by a town', '乡镇、街道工作总结', '鄉鎮、街道工作總結'),
  'thematic-summary': name('summary on one theme', '专项工作总结', '專項工作總結'),
  plan: name('plan', '工作计划', '工作計畫'),
  other: name('other', '其他', '其他'),
};

export const KIND_OPTION = {
  names: name('kind', '类型', '類型'),
  summary: name('Only reports of this kind', '只看这类报告', '只看這類報告'),
  choices: [
    { value: 'government-work-report', labels: KIND_LABELS['government-work-report'] },
    { value: 'agency-summary', labels: KIND_LABELS['agency-summary'] },
    { value: 'town-summary', labels: KIND_LABELS['town-summary'] },
    { value: 'thematic-summary', labels: KIND_LABELS['thematic-summary'] },
    { value: 'plan', labels: KIND_LABELS.plan },
    { value: 'other', labels: KIND_LABELS.other },
  ],
} as const;

/** The reports that the filters mean, or what to say where one of them means none. */
export function narrowed(
  filters: Filters,
  context: CommandContext,
): { ok: true; reports: number[] } | { ok: false; result: CommandResult } {
  const found = narrow(filters, context.index);
  return found.ok
    ? found
    : { ok: false, result: { message: refused(found, context), locale: context.locale } };
}

/** How many names are offered where one was not found. */
const MAX_OFFERED = 10;

function refused(
  { filter, text, nearest }: Extract<Narrowed, { ok: false }>,
  { locale }: CommandContext,
): Message {
  const texts = TEXTS[locale];
  const kindName = (kind: string) => KIND_LABELS[kind as ReportKind][locale];
  const shown = filter === 'kind' ? kindName(text) : text;
  const shownName = ({ label }: Suggestion) => (filter === 'kind' ? kindName(label) : label);
  return [
    { type: 'paragraph', text: texts.noSuchReports(texts.filterName(filter), shown) },
    ...(nearest.length > 0
      ? ([
          { type: 'paragraph', text: texts.thereAre() },
          { type: 'list', items: nearest.slice(0, MAX_OFFERED).map(shownName) },
        ] satisfies Message)
      : []),
  ];
}

/** Filters written out as words, so that a follow-up knows what the question was confined to. */
export function filterWords(
  { report, agency, period }: Filters,
  reports: number[],
  { index }: CommandContext,
): string {
  if (report && reports.length === 1) {
    const { title } = index.reports[reports[0]];
    return title;
  }
  return [report, agency, period].filter(Boolean).join(' ');
}
