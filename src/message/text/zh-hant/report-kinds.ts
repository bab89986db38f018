// What the kinds of reports are called, in traditional Chinese.
import type { ReportKind } from '../../../reports/index.ts';

export const zhHantReportKinds: Record<ReportKind, string> = {
  'government-work-report': '政府工作報告',
  'agency-summary': '部門工作總結',
  'town-summary': '鄉鎮、街道工作總結',
  'thematic-summary': '專項工作總結',
  plan: '規劃、計劃',
  'statistical-bulletin': '統計公報',
  'disclosure-report': '信息公開年度報告',
  'budget-report': '預算、決算報告',
  'annual-report': '年度報告',
  regulation: '法規、規章制度',
  minutes: '會議紀要',
  notice: '通知、公告',
  speech: '講話、演講',
  survey: '調查',
  research: '研究報告、政策文章',
  document: '其他文件',
};
