// Example questions that the reports answer, for a greeting, and for whoever asks nothing of the reports.
import { answer } from '../answer/index.ts';
import { type AskedKind, type Locale, type Message, TEXTS } from '../message/index.ts';
import { agencyMatch } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';

const ASKED: readonly AskedKind[] = ['plans', 'problems', 'achievements'];
/** Reports that are tried for one question. */
const MAX_TRIES = 3;

/** An index does not change. */
const known = new WeakMap<PassageIndex, Map<Locale, string[]>>();

/** Plans, problems and achievements of three different authors. */
export function exampleQuestions(index: PassageIndex, locale: Locale): string[] {
  const byLocale = known.get(index) ?? new Map<Locale, string[]>();
  known.set(index, byLocale);
  const questions = byLocale.get(locale) ?? answeredQuestions(index, locale);
  byLocale.set(locale, questions);
  return questions;
}

function answeredQuestions(index: PassageIndex, locale: Locale): string[] {
  const used: string[] = [];
  return ASKED.flatMap((asked) => {
    const agencies = index.reports.flatMap(({ agency, sections }) =>
      agency !== undefined &&
      !/[xX]/.test(agency) &&
      agency.length > 2 &&
      !used.some((other) => agencyMatch(other, agency) > 0) &&
      sections.some((section) => section.kind === asked)
        ? [agency]
        : [],
    );
    for (const agency of [...new Set(agencies)].slice(0, MAX_TRIES)) {
      const question = TEXTS[locale].exampleQuestion(asked, agency);
      const given = answer(question, [], index);
      if (!given.answered || given.kind !== 'overview') continue;
      used.push(agency);
      return [question];
    }
    return [];
  });
}

const SUGGESTED = 2;

/** Questions to be asked instead of small talk; empty where no report has a known author. */
export function suggestedQuestions(index: PassageIndex, locale: Locale): Message {
  const items = exampleQuestions(index, locale).slice(0, SUGGESTED);
  return items.length > 0
    ? [
        { type: 'paragraph', text: TEXTS[locale].examples() },
        { type: 'list', items },
      ]
    : [];
}
