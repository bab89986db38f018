// The section kind that a heading names: achievements, problems, plans, highlights, suggestions, or none.
import path from 'node:path';
import { readWordLists } from '../language/index.ts';
import { yearsIn } from './metadata/written-date.ts';
import { minOf } from './min-max.ts';

export type SectionKind = 'achievements' | 'problems' | 'plans' | 'highlights' | 'suggestions' | 'none';

/** The first match decides, so more specific words come first. */
const HEADINGS: [SectionKind, RegExp][] = [
  ['suggestions', /(?<!代表|提案|办理|政协|人大|议案)建议(?!办理|和政协)|请求事项/],
  ['problems', /问题|困难|不足|短板|差距|制约|薄弱环节|瓶颈|困境|难点|面临的?(?:主要)?(?:挑战|矛盾)/],
  ['plans', /下半年|下(?:一)?步|下(?:一)?阶段|下(?:一)?季度|明年|今后|来年/],
  ['achievements', /回顾|总结|成效|成绩|完成情况|开展情况|进展|落实情况/],
  ['highlights', /亮点|特色|创新做法|典型经验|经验做法/],
  [
    'plans',
    /(?:今年(?!以来|来)|新的一年|本年度|未来|新一届|新时期).{0,12}(?:目标|任务|安排|建议|重点|要求|打算|工作)/,
  ],
  ['plans', /打算|计划|思路|谋划|工作(?:安排|要点|重点|任务)|预期目标|总体要求|奋斗目标|目标任务/],
  ['achievements', /情况$|做法|举措|主要工作|重点工作|取得/],
];

const SOLVED = readWordLists(path.join(import.meta.dirname, 'solved-problems.txt'));
/** A heading about solved problems opens no list of problems: 解决…难题, 补短板, 问题整改. */
const NOT_PROBLEMS = new RegExp(
  `(?:${SOLVED.pattern('solving')})[^，。]{0,8}(?:${SOLVED.pattern('problem')})|问题(?:整改|导向)`,
);

/**
 * @param heading without numbering
 * @param coveredYear the year the report covers: a heading that names a later year opens a plan
 */
export function sectionKindOf(heading: string, coveredYear?: number): SectionKind {
  const years = yearsIn(heading);
  const later = coveredYear !== undefined && years.length > 0 && minOf(years) > coveredYear;
  for (const [kind, pattern] of HEADINGS) {
    if (!pattern.test(heading)) continue;
    if (kind === 'problems' && NOT_PROBLEMS.test(heading)) continue;
    return (kind === 'achievements' || kind === 'suggestions') && later ? 'plans' : kind; // 2024年工作建议
  }
  if (later) return 'plans';
  return /上半年|今年以来|年初以来|半年来|一年来/.test(heading) ? 'achievements' : 'none';
}

/** Headings below the first level name a kind of their own only in plain words. */
const PROBLEM_NOUN = '问题|困难|不足|短板';
const PLAIN_PROBLEMS = new RegExp(
  '^(?:目前|当前|工作中)?(?:仍|还)?(?:存在|面临)?的?(?:主要|突出)?的?' +
    `(?:${PROBLEM_NOUN})(?:和|与|及|、)?(?:的)?(?:主要)?(?:${PROBLEM_NOUN}|原因)?(?:剖析|分析)?$`,
);
const PLAIN_PLANS =
  /^(?:下半年|下一?步|下一?阶段|20\d\d年|明年)的?(?:主要|重点)?(?:工作)?(?:计划|打算|安排|思路|重点|举措)$/;

/** The kind of a heading below the first level, or undefined where it belongs to the part around it. */
export function ownKindOfSubheading(heading: string): SectionKind | undefined {
  if (PLAIN_PROBLEMS.test(heading)) return 'problems';
  return PLAIN_PLANS.test(heading) ? 'plans' : undefined;
}

/** The kind of a part whose heading names none, from the usual order achievements → problems → plans. */
export function kindByOrder(previous: SectionKind | undefined): SectionKind {
  if (previous === 'problems' || previous === 'plans') return 'plans';
  return previous === 'suggestions' ? 'none' : 'achievements';
}

/** Words that turn from achievements to what is missing (在肯定成绩的同时，…还存在…问题). */
const CONTRAST =
  /肯定成绩|清醒|虽然|尽管|但仍|但也|但我们|仍存在|仍然存在|还存在|还面临|仍面临|也发现|与上级的?要求相比|距离/;
const LACK = /不足|问题|困难|挑战|差距|短板|弱项|有待/;
const TURN_TO_PLANS = /^(?:接下来|下一?步|下一?阶段|下半年|明年|下一年|今后|下来)[，,]/;
/** A turn occurs within this many characters of a paragraph's beginning. */
const OPENING_LENGTH = 130;

/** The kind of part that a paragraph without a heading opens by its words, if any. */
export function turnOf(paragraph: string): 'problems' | 'plans' | undefined {
  const opening = paragraph.slice(0, OPENING_LENGTH);
  if (TURN_TO_PLANS.test(opening)) return 'plans';
  const contrast = CONTRAST.exec(opening);
  return contrast && LACK.test(opening.slice(contrast.index)) ? 'problems' : undefined;
}
