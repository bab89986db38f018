// Places that a stretch of a question names, and how much each report is about them.
import type { PassageIndex } from '../search/index.ts';
import type { NamedAgency } from './agencies.ts';
import { conceptsOf } from './concepts.ts';
import type { ReportNames } from './report-names.ts';
import type { Stretch } from './subject-stretches.ts';

/** Characters before a name, or after it, that still leave it beside the word that joins. */
const MAX_DISTANCE = 8;

/** Whether what is named stands at the edge of its stretch: a place in the middle of a clause is a part of a thing. */
export function isAtEdge({ text }: Stretch, start: number, end: number): boolean {
  const max = /[\u3400-\u9fff]/.test(text) ? MAX_DISTANCE / 2 : MAX_DISTANCE;
  return text.slice(0, start).trim().length < max || text.slice(end).trim().length <= max;
}

/** A place counts for the reports that name it: most for the one that names it most often, more the fewer they are. */
export function placeWorths(
  stretch: Stretch,
  authors: readonly NamedAgency[],
  index: PassageIndex,
  names: ReportNames,
): Map<number, number> {
  const worths = new Map<number, number>();
  for (const { name, start, end } of placesIn(stretch, index, names)) {
    const isOfAuthor = authors.some(
      ({ text, fits }) =>
        text === stretch.text.slice(start, end) ||
        [...fits.keys()].some((report) => index.reports[report].agency?.includes(name)),
    );
    const mentions = names.localities.get(name);
    if (!mentions || isOfAuthor || !isAtEdge(stretch, start, end)) continue;
    const most = Math.max(...mentions.values());
    const rarity = Math.log((1 + index.reports.length) / (0.5 + mentions.size));
    for (const [report, count] of mentions)
      worths.set(report, Math.max(worths.get(report) ?? 0, (rarity * count) / most));
  }
  return worths;
}

interface PlaceMention {
  name: string;
  start: number;
  end: number;
}

/** The longest names of places in a stretch; English words by their translations. */
export function placesIn(
  { text }: Stretch,
  index: PassageIndex,
  { localities, isCommonWord }: ReportNames,
): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const name of localities.keys()) {
    const at = text.indexOf(name);
    if (at >= 0) found.push({ name, start: at, end: at + name.length });
  }
  for (const { 0: word, index: start } of text.matchAll(/[a-z]{3,} bay|[a-z]{4,}/g)) {
    if (isCommonWord(word)) continue;
    for (const { variants } of conceptsOf(word, index))
      for (const { text: name } of variants)
        if (localities.has(name)) found.push({ name, start, end: start + word.length });
  }
  return found.filter(
    (one) => !found.some((other) => other.name !== one.name && other.name.includes(one.name)),
  );
}
