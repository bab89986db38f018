import { describe, expect, it } from 'vitest';
import { kindByWords, kindOf } from '../../../src/reports/metadata/kind.ts';

const kindOfTitle = (title: string, agency?: string, ...lines: string[]) =>
  kindOf(kindByWords({ titles: title === '' ? [] : [title], lines }), { title, agency, isSummary: false });

describe('the kind of a report', () => {
  it.each([
    ['雁汀镇2023年政府工作报告', '雁汀镇', '', 'government-work-report'],
    ['雁汀镇2023年工作报告', '雁汀镇', '各位代表：\n现在报告工作。', 'government-work-report'],
    ['县林业局2024年工作计划', '县林业局', '', 'plan'],
    ['县林业局2024年工作要点', '县林业局', '', 'plan'],
    ['县林业局2023年工作总结及2024年工作计划', '县林业局', '', 'agency-summary'],
    ['区发改局2023年食品安全工作总结', '区发改局', '', 'thematic-summary'],
    ['2023年爱国卫生运动工作总结', undefined, '', 'thematic-summary'],
    ['雁汀镇2023年工作总结', '雁汀镇', '', 'town-summary'],
    ['柳荫街道2023年工作总结', '柳荫街道', '', 'town-summary'],
    ['2023年上半年工作总结（镇乡）', '镇', '', 'town-summary'],
    ['县林业局2023年工作总结', '县林业局', '', 'agency-summary'],
    ['柳荫街道2023年上半年政府工作报告', '柳荫街道', '', 'government-work-report'],
    ['', undefined, '', 'document'],
  ] as const)('of %s is what its title, author and text say', (title, agency, text, kind) => {
    expect(kindOfTitle(title, agency, ...text.split('\n'))).toBe(kind);
  });

  it.each([
    ['雁汀县国民经济和社会发展第十三个五年规划纲要', 'plan'],
    ['雁汀县农业“十四五”发展规划（2021—2025年）', 'plan'],
    ['Harbour Strategy 2025–2030', 'plan'],
    ['Strategic Plan for the Harbour', 'plan'],
    ['雁汀县2019年国民经济和社会发展统计公报', 'statistical-bulletin'],
    ['雁汀县第四次经济普查公报', 'statistical-bulletin'],
    ['Statistical Bulletin of Ferry Traffic, May 2024', 'statistical-bulletin'],
    ['县林业局2022年政府信息公开工作年度报告', 'disclosure-report'],
    ['Freedom of Information Report 2023', 'disclosure-report'],
    ['关于雁汀县2023年财政预算执行情况和2024年财政预算草案的报告', 'budget-report'],
    ['县水利局2022年度部门决算', 'budget-report'],
    ['Budget 2019', 'budget-report'],
    ['雁汀县河道管理条例', 'regulation'],
    ['公司考勤管理办法（试行）', 'regulation'],
    ['Standing Orders of the Harbour Board', 'regulation'],
    ['Allotment Rules', 'regulation'],
    ['县长办公会议纪要', 'minutes'],
    ['Minutes of the Annual General Meeting', 'minutes'],
    ['关于印发《雁汀县河道管理办法》的通知', 'notice'],
    ['关于召开2023年工作总结会的通知', 'notice'],
    ['Notice of Public Meeting', 'notice'],
    ['雁汀水务股份有限公司2022年年度报告', 'annual-report'],
    ['Annual Report and Accounts 2021/22', 'annual-report'],
    ['Half-year Report 2023', 'annual-report'],
    ['在全县教育工作会议上的讲话', 'speech'],
    ['Remarks by the Governor on Water', 'speech'],
    ['Budget Speech 2012', 'speech'],
    ['雁汀县2023年居民满意度调查报告', 'survey'],
    ['Ferry Passengers Survey, Q2 2024', 'survey'],
    ['雁汀县夜间公交调研报告', 'research'],
    ['Ferries after Dark: A Policy Paper', 'research'],
    ['雁汀县2025年重点项目清单', 'document'],
    ['Volunteer Handbook', 'document'],
  ] as const)('is known by the title %s: %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });

  it.each([
    [
      'articles',
      'regulation',
      ['第一条 为了管好河道，制定本规定。', '第二条 本县河道适用。', '总则', '附则'],
    ],
    [
      'those who were present',
      'minutes',
      ['PRESENT', 'Ann Other', 'APOLOGIES', 'None.', 'ANY OTHER BUSINESS'],
    ],
    ['a salutation', 'government-work-report', ['各位代表：', '现在，我向大会报告工作。']],
    [
      'what those asked said',
      'survey',
      ['Firms reported more orders. Retailers expected less. Lenders noted calm.'],
    ],
  ] as const)('is known by %s where the title says nothing', (_, kind, lines) => {
    expect(kindOfTitle('2023', undefined, ...lines)).toBe(kind);
  });

  it('of a court’s report to the congress is not the government’s', () => {
    expect(kindOfTitle('雁汀县人民法院工作报告', '雁汀县人民法院', '各位代表：')).toBe('agency-summary');
  });
});
