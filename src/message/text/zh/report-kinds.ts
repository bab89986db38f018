// What the kinds of reports are called, in simplified Chinese.
import type { ReportKind } from '../../../reports/index.ts';

export const zhReportKinds: Record<ReportKind, string> = {
  'government-work-report': '政府工作报告',
  'agency-summary': '部门工作总结',
  'town-summary': '乡镇、街道工作总结',
  'thematic-summary': '专项工作总结',
  plan: '规划、计划',
  'statistical-bulletin': '统计公报',
  'disclosure-report': '信息公开年度报告',
  'budget-report': '预算、决算报告',
  'annual-report': '年度报告',
  regulation: '法规、规章制度',
  minutes: '会议纪要',
  notice: '通知、公告',
  speech: '讲话、演讲',
  survey: '调查',
  research: '研究报告、政策文章',
  document: '其他文件',
};
