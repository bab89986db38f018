// Reports that a message names without asking anything about them: 林业局, forestry bureau 2023, the words of a title.
import { normalise } from '../language/index.ts';
import { isOutsidePeriod, type Question, understand } from '../question/index.ts';
import type { PassageIndex } from '../search/index.ts';

/** Roles of words that ask for nothing. */
const ASKS_NOTHING: ReadonlySet<string> = new Set([
  'name',
  'period',
  'report',
  'particle',
  'courtesy',
  'function word',
]);

/** Numbers of the reports that are named, in the order of the index; none where the message asks for something. */
export function namedAlone(text: string, index: PassageIndex): number[] {
  const titled = titledAs(text, index);
  return titled.length > 0 ? titled : namedBy(understand(text, index), index);
}

/** Letters and digits alone; a remark in brackets tells titles apart that are the same otherwise. */
const lettersOf = (title: string): string =>
  normalise(title)
    .replace(/[(（[【][^(（[【)）\]】]*[)）\]】]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

function titledAs(text: string, index: PassageIndex): number[] {
  const letters = lettersOf(text);
  const reports = [...index.reports.keys()];
  return letters ? reports.filter((number) => lettersOf(index.reports[number].title) === letters) : [];
}

function namedBy(question: Question, index: PassageIndex): number[] {
  const { agencies, reading, topic, parts, sectionKind, period } = question;
  const asks = topic.length > 0 || parts.length > 0 || sectionKind !== undefined || reading.others.length > 0;
  if (asks || reading.spans.some(({ group }) => !ASKS_NOTHING.has(group))) return [];
  if (agencies.some(({ fits }) => fits.size === 0)) return [];
  const [first, ...others] = agencies.map(({ fits }) => fits);
  if (!first) return [];
  return [...first.keys()]
    .filter((number) => others.every((fits) => fits.has(number)))
    .filter((number) => !period || !isOutsidePeriod(period, index.reports[number], undefined))
    .sort((a, b) => a - b);
}
