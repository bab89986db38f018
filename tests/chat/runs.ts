// Ways to run the commands over the sample reports.

const TITLE = '林业局2023年上半年工作总结';

/** One way at least to run each command that needs no files from chat, over the sample reports. */
export const RUNS: [command: string, values: Record<string, string>][] = [
  ['ask', { question: '林业局2023年上半年存在哪些问题' }],
  ['ask', { question: '栖鹭镇老年食堂80岁以上老人每餐多少钱' }],
  ['ask', { question: '哪些单位提到了防溺水' }],
  ['ask', { question: '磁悬浮列车什么时候通车' }],
  ['ask', { question: '老旧小区改造总投资多少万元' }],
  ['ask', { question: '有什么打算', agency: '卫健委' }],
  ['ask', { question: 'How many street lights did Liuting subdistrict repair?' }],
  ['search', { words: '路灯' }],
  ['search', { words: '老年食堂', period: '2023', part: 'plans' }],
  ['report', { name: TITLE }],
  ['report', { name: '林业局', part: 'problems' }],
  ['report', { name: TITLE, part: 'plans' }],
  ['reports', {}],
  ['compare', { topic: '路灯', first: '栖鹭镇', second: '柳汀街道', third: '石磨岭乡' }],
  ['quote', { id: 'n2725slz-0-x8-c' }],
  ['verify', { text: '执法力量不足' }],
  ['verify', { text: '修复背街小巷路灯420盏，粉刷破旧立面6万平方米' }],
  ['digest on', { zone: '北京' }],
  ['digest off', {}],
  ['digest now', {}],
  ['digest status', {}],
  ['digest pause', { until: '3天' }],
  ['follow', { topic: '路灯' }],
  ['unfollow', { topic: '路灯' }],
  ['following', {}],
  ['settings', {}],
  ['help', {}],
  ['privacy', {}],
  ['forget', {}],
  ['pair', { code: 'AAAA' }],
  ['allow', {}],
  ['deny', {}],
];
