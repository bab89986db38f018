// Example questions that the reports answer, for a greeting.
import { agencyMatch } from '../question/index.ts';
import type { SectionKind } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';

const EXAMPLES: { sectionKind: SectionKind; zh(who: string): string; en(who: string): string }[] = [
  {
    sectionKind: 'plans',
    zh: (who) => `${who}接下来有什么打算？`,
    en: (who) => `What are the plans of ${who}?`,
  },
  {
    sectionKind: 'problems',
    zh: (who) => `${who}存在哪些问题？`,
    en: (who) => `What are the problems of ${who}?`,
  },
  { sectionKind: 'achievements', zh: (who) => `${who}做了哪些工作？`, en: (who) => `What did ${who} do?` },
];

/** Plans, problems and achievements of three different authors. */
export function exampleQuestions(index: PassageIndex, language: 'zh' | 'en'): string[] {
  const used: string[] = [];
  return EXAMPLES.flatMap((ask) => {
    const report = index.reports.find(
      ({ agency, sections }) =>
        agency !== undefined &&
        !/[xX]/.test(agency) &&
        agency.length > 2 &&
        !used.some((known) => agencyMatch(known, agency) > 0) &&
        sections.some((section) => section.kind === ask.sectionKind),
    );
    if (!report?.agency) return [];
    used.push(report.agency);
    return [ask[language](report.agency)];
  });
}
