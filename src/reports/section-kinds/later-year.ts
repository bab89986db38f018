// Whether words are about a time after that which a report covers.
import { yearsIn } from '../metadata/written-date.ts';
import { minOf } from '../min-max.ts';

/** A year in English stands alone: in 2024, FY2019, 2025–26. */
const BARE_YEAR = /(?<![\d.,])(?:fy ?)?((?:19|20)\d\d)(?!\d|[.,]\d|[\u3400-\u9fff])/g;

/** @param words in the matching form of `normalise` */
export function yearsNamed(words: string): number[] {
  return [...yearsIn(words), ...[...words.matchAll(BARE_YEAR)].map(([, year]) => Number(year))];
}

/** Whether all years that are named come after the covered one. */
export function namesLaterYear(words: string, coveredYear: number | undefined): boolean {
  const years = yearsNamed(words);
  return coveredYear !== undefined && years.length > 0 && minOf(years) > coveredYear;
}
