// Example questions that the reports answer, for a greeting.
import { type AskedKind, type Locale, TEXTS } from '../message/index.ts';
import { agencyMatch } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';

const ASKED: readonly AskedKind[] = ['plans', 'problems', 'achievements'];

/** Plans, problems and achievements of three different authors. */
export function exampleQuestions(index: PassageIndex, locale: Locale): string[] {
  const used: string[] = [];
  return ASKED.flatMap((asked) => {
    const report = index.reports.find(
      ({ agency, sections }) =>
        agency !== undefined &&
        !/[xX]/.test(agency) &&
        agency.length > 2 &&
        !used.some((known) => agencyMatch(known, agency) > 0) &&
        sections.some((section) => section.kind === asked),
    );
    if (!report?.agency) return [];
    used.push(report.agency);
    return [TEXTS[locale].exampleQuestion(asked, report.agency)];
  });
}
