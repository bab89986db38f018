// What the kinds of reports are called, in English.
import type { ReportKind } from '../../../reports/index.ts';

export const enReportKinds: Record<ReportKind, string> = {
  'government-work-report': 'government work report',
  'agency-summary': 'summary by an agency',
  'town-summary': 'summary by a town or subdistrict',
  'thematic-summary': 'summary on one theme',
  plan: 'plan',
  'statistical-bulletin': 'statistical bulletin',
  'disclosure-report': 'information disclosure report',
  'budget-report': 'budget report',
  'annual-report': 'annual report',
  regulation: 'regulation',
  minutes: 'minutes',
  notice: 'notice',
  speech: 'speech',
  survey: 'survey',
  research: 'research or policy paper',
  document: 'other document',
};
