// The rank of a heading in the outline, from its numbering or from the level that the format declares. Many
// documents declare only some of their headings, so declared and numbered headings share one order.

import type { HeadingStyle } from './headings.ts';
import type { NumberingStyle } from './numbering.ts';
import type { TextLine } from './text-line.ts';

/** Styles whose rank does not depend on the headings around them. */
type RankedStyle = Exclude<HeadingStyle, 'declared' | 'dash' | 'turn'>;

/** Lower ranks enclose higher ones. */
export const RANKS: Record<RankedStyle, number> = {
  bare: 0.2,
  part: 0.3,
  annex: 0.4,
  chapter: 0.5,
  section: 0.7,
  article: 0.8,
  roman: 0.9,
  han: 1,
  'han-brackets': 2,
  letter: 2.5,
  arabic: 3,
  decimal: 3.2,
  'arabic-brackets': 4,
  'letter-brackets': 4.3,
  'roman-brackets': 4.6,
  circled: 5,
  capitals: 5.3,
  titled: 5.4,
  standalone: 5.5,
  lead: 6,
  bullet: 6.5,
  point: 7,
};

const MAX_LEVEL = 6;

/**
 * The ranks of declared levels. Where declared headings have numbers, a level has the rank of its numbering,
 * so that undeclared headings of that numbering get the same rank. Without numbers, or where levels and
 * numberings contradict each other, declared headings enclose all others.
 * @param lines of one report
 */
export function ranksOfLevels(lines: readonly TextLine[]): (level: number) => number {
  const numbered = [...numberingsOfLevels(lines)].sort((a, b) => a[0] - b[0]);
  const contradicts = numbered.some(([, rank], i) => i > 0 && rank < numbered[i - 1][1]);
  if (numbered.length === 0 || contradicts) return (level) => level - MAX_LEVEL;
  return (level) => rankBetween(numbered, level);
}

/** For each level whose headings have numbers, the rank of its commonest numbering. */
function numberingsOfLevels(lines: readonly TextLine[]): Map<number, number> {
  const counts = new Map<number, Map<NumberingStyle, number>>();
  for (const { numbering, declaredLevel } of lines) {
    const style = declaredLevel === undefined ? undefined : numbering?.style;
    if (declaredLevel === undefined || style === undefined || style === 'dash' || style === 'bullet')
      continue;
    const own = counts.get(declaredLevel) ?? new Map<NumberingStyle, number>();
    counts.set(declaredLevel, own.set(style, (own.get(style) ?? 0) + 1));
  }
  return new Map([...counts].map(([level, own]) => [level, RANKS[commonest(own) as RankedStyle]]));
}

const commonest = <Key>(counts: Map<Key, number>): Key => [...counts].sort((a, b) => b[1] - a[1])[0][0];

/** Headings of a level without numbers rank between those of the levels around it. */
function rankBetween(numbered: [level: number, rank: number][], level: number): number {
  const above = numbered.findLast((each) => each[0] <= level);
  const below = numbered.find((each) => each[0] >= level);
  if (!above) return numbered[0][1] - (numbered[0][0] - level);
  if (!below || above === below) return above[1] + (level - above[0]) / (2 * MAX_LEVEL);
  return above[1] + ((below[1] - above[1]) * (level - above[0])) / (below[0] - above[0]);
}
