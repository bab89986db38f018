// The kind of document that a report is.
import { subjectOfTitle } from './agency.ts';

export type ReportKind =
  | 'government-work-report'
  | 'thematic-summary'
  | 'town-summary'
  | 'agency-summary'
  | 'plan'
  | 'other';

/** True for the title of a document that only plans. */
export function isPlan(title: string): boolean {
  return /(?:计划|方案|要点|打算)$/.test(title) && !/总结|报告|回顾/.test(title);
}

/**
 * By the title, else by author and text.
 * @param title empty where the report has none
 */
export function kindOf(title: string, agency: string | undefined, text: string): ReportKind {
  if (/政府工作报告/.test(title) || /^各位代表/m.test(text)) return 'government-work-report';
  if (isPlan(title)) return 'plan';
  const subject = subjectOfTitle(title);
  if (agency && subject.length >= 2 && /总结|报告|汇报/.test(title)) return 'thematic-summary';
  if (/[镇乡]$|街道$/.test(agency ?? '') || /[（(]镇乡[）)]/.test(title)) return 'town-summary';
  if (agency) return 'agency-summary';
  return /总结|汇报|回顾/.test(title) ? 'thematic-summary' : 'other';
}
