// Which part of a report a question asks for: the phrases of both languages.
import type { SectionKind } from '../reports/index.ts';

/** Ordered: where several fit, the first decides (下半年有什么困难 asks for problems). */
const PHRASES: [SectionKind, RegExp][] = [
  ['suggestions', /建议|\bsuggest(?:ion)?s?\b|\brecommendations?\b/],
  [
    'problems',
    /(?:存在|有|遇到|碰到|面临|摆|承认|列|查)[了出]?(?:的|过)?(?:什么|哪些|啥)?(?:主要)?(?:问题|困难|难题|难处|不足|短板|差距|薄弱|难点|毛病|挑战|瓶颈|欠缺)|问题(?:是|有|呢|在|和)|跟不上|不够用|太弱|缺(?:在|人|钱|乏)|短缺|困难|难处|不足|短板|差距|薄弱环节|还差在|差在哪|检讨|\bshortcomings?\b|\bproblems?\b|\bdifficult(?:y|ies)\b|\bchallenges?\b|\bweakness(?:es)?\b|\bshortfalls?\b|\bstruggl\w+ with\b|\bcomplain\w*\b|\bshort of\b|\bis short\b|\black(?:s|ing)?\b|\bheld up\b/,
  ],
  ['highlights', /亮点|特色工作|新花样|\bhighlights?\b/],
  [
    'plans',
    /打算|计划|安排|思路|规划|下一?步|下一?阶段|接下来|下半年|明年|来年|准备怎么|怎么推|往后|后面咋|重点抓|plan\b|\bnext steps?\b|\bgoing forward\b|\bsecond half\b|\bh2\b|\bplan(?:s|ned|ning)?\b|\bto-do list\b|\bintend(?:s|ed)? to\b|\bgoing to\b|\bnext year\b|\bdo next\b|\bahead\b/,
  ],
  [
    'achievements',
    /做了|干了|干成|忙了|完成得|完成情况|成效|成绩|成果|工作回顾|做的工作|\bgot done\b|\bachiev\w+\b|\baccomplish\w*\b|\bprogress\b|\bsum(?:med)? up\b|\bdid .{0,80}\bdo\b|\bdid .{0,80}\bdo in\b/,
  ],
];

/** The part that a question names, with the words that name it. */
export interface NamedSectionKind {
  part: SectionKind;
  words: string;
}

/** The part that a question (normalised) names, or undefined. */
export function sectionKindIn(question: string): NamedSectionKind | undefined {
  for (const [part, pattern] of PHRASES) {
    const match = pattern.exec(question);
    if (match) return { part, words: match[0] };
  }
  return undefined;
}
