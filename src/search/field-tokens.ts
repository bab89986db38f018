// What the fields beside a passage's own words are indexed by: headings, titles, whole reports.
import { indexTokens } from '../language/index.ts';
import type { Report } from '../reports/index.ts';
import type { Located } from './located.ts';

/** Tokens of each section's heading and of those above it, the report's title left out. */
export function headingTokens(report: Report): string[][] {
  const own = report.sections.map((section, i) => (i === 0 ? [] : indexTokens(section.label)));
  return report.sections.map((section, i) => {
    const tokens = [...own[i]];
    for (let at = section.parent; at > 0; at = report.sections[at].parent) tokens.push(...own[at]);
    return tokens;
  });
}

/** Tokens of a report's title, author and period. */
export function titleTokens(report: Report): string[] {
  return indexTokens([report.title, report.agency ?? '', report.period?.label ?? ''].join('\n'));
}

/** Tokens of each whole report: passages, headings and title. */
export function reportTokens(
  count: number,
  passages: Located[],
  bodies: string[][],
  sections: string[][],
  sectionNumbers: Uint32Array,
  titles: string[][],
): Iterable<string>[] {
  const sets = Array.from({ length: count }, (_, report) => new Set(titles[report]));
  for (const { id, reportNumber } of passages) {
    for (const token of bodies[id]) sets[reportNumber].add(token);
    for (const token of sections[sectionNumbers[id]]) sets[reportNumber].add(token);
  }
  return sets;
}
