// Why there is no answer: the author is not in the library, or not for the named year; a thing is never mentioned;
// the value is masked in the source, or stands nowhere beside the thing.
import type { AnswerType, ResolvedQuestion } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { absentWords } from './absence.ts';
import { isOutside, saysYear, unknownOffices } from './evidence.ts';
import type { ScoredExcerpt } from './facts.ts';
import { isRecognised } from './values.ts';

/** The year of a question, the authors that it names, and the years for which reports of theirs are there. */
export interface MissingYear {
  authors: string[];
  year: number;
  years: number[];
}

/** A passage that covers this much of a topic is about it. */
const ABOUT = 0.6;
/** Passages that may tell of another year than their report's: a row of a table of years. */
const READ = 3;

/** The named year, where the named authors have reports, none of them is about it, and what was found does not tell of it. */
export function yearWithoutReport(
  question: ResolvedQuestion,
  index: PassageIndex,
  found: readonly ScoredExcerpt[],
): MissingYear | undefined {
  const year = question.period?.year;
  const authors = question.agencies.filter(({ fits, isLocality }) => fits.size > 0 && !isLocality);
  if (year === undefined || authors.length === 0 || question.continues) return undefined;
  const reports = [...new Set(authors.flatMap(({ fits }) => [...fits.keys()]))].map(
    (number) => index.reports[number],
  );
  if (!reports.every((report) => report.period && isOutside(question, { report }))) return undefined;
  if (found.slice(0, READ).some((each) => each.coverage >= ABOUT && saysYear(question, each)))
    return undefined;
  const years = reports.flatMap(({ period }) => (period ? [Number(period.start.slice(0, 4))] : []));
  return { authors: authors.map(({ text }) => text), year, years: [...new Set(years)].sort() };
}

/** One reason, the surest first; unknown words are told beside it. */
export function reasonFor(
  question: ResolvedQuestion,
  index: PassageIndex,
  found: readonly ScoredExcerpt[],
): { unknownWords: string[]; unknownAuthors: string[]; masked: boolean; notGiven: AnswerType | undefined } {
  const [best] = found;
  const unknownAuthors = unknownOffices(question);
  const unknownWords = absentWords(question, index).filter(
    (word) => !unknownAuthors.some((name) => name.includes(word)),
  );
  const isAbout =
    best !== undefined && best.coverage >= ABOUT && unknownWords.length + unknownAuthors.length === 0;
  const { asked } = question;
  const masked = isAbout && isMasked(found);
  const lacks = isAbout && !masked && asked && isRecognised(asked) && found.every(givesNoValue);
  return { unknownWords, unknownAuthors, masked, notGiven: lacks ? asked.type : undefined };
}

/** Whether a passage is about something else, or gives no value of the asked type. */
const givesNoValue = ({ coverage, excerpt }: ScoredExcerpt): boolean =>
  coverage < ABOUT || excerpt.value === 0;

/** Whether the best passage is about what is asked, and the value in it is masked: another passage's is of another thing. */
export const isMasked = ([best]: readonly ScoredExcerpt[]): boolean =>
  best !== undefined && best.coverage >= ABOUT && best.excerpt.masked;
