// Which part of a report a question asks for: the phrases of both languages.
import type { PartKind } from '../reports/index.ts';

/** Ordered: where several fit, the first decides (下半年有什么困难 asks for problems). */
const PHRASES: [PartKind, RegExp][] = [
  ['suggestions', /建议|suggest(?:ion)?s?|recommendations?/gi],
  [
    'problems',
    /问题|困难|难题|难处|不足|短板|差距|薄弱|难点|差在哪|毛病|挑战|瓶颈|欠缺|shortcomings?|problems?|difficult(?:y|ies)|challenges?|weaknesse?s?|shortfalls?|struggl(?:e|es|ing) with|issues?/gi,
  ],
  ['highlights', /亮点|特色|新花样|highlights?/gi],
  [
    'plans',
    /打算|计划|安排|思路|规划|下一?步|下一?阶段|接下来|下半年|明年|来年|准备怎么|怎么推|重点抓|next steps?|going forward|second half|\bh2\b|plan(?:s|ned|ning)?|to-do list|intend(?:s|ed)? to/gi,
  ],
  [
    'achievements',
    /做了|干了|干成|忙了|完成得|完成情况|成效|成绩|成果|进展|工作回顾|got done|get done|achiev(?:e|ed|ements?)|accomplish(?:ed|ments?)|progress|sum(?:med)? up|what did .{0,60} do\b/gi,
  ],
];

/** The part that a question names, and the question without the words that name it. */
export function partIn(question: string): { part?: PartKind; rest: string } {
  for (const [part, pattern] of PHRASES) {
    if (question.search(pattern) >= 0) return { part, rest: question.replace(pattern, ' ') };
  }
  return { rest: question };
}
