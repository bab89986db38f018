// What places were shown in digests: fingerprints of sentences and of reports of the day.
import type { Shown, ShownStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';

export type ShownByPlace = Map<string, Record<keyof Shown, Set<string>>>;

export function shownIn(byPlace: ShownByPlace): Synchronous<ShownStore> {
  return {
    of(place) {
      const { sentences = [], reports = [] } = byPlace.get(place) ?? {};
      return { sentences: [...sentences], reports: [...reports] };
    },
    clearReports(place) {
      byPlace.get(place)?.reports.clear();
    },
  };
}

export function addShown(byPlace: ShownByPlace, place: string, shown: Shown): void {
  const here = byPlace.get(place) ?? { sentences: new Set(), reports: new Set() };
  for (const sentence of shown.sentences) here.sentences.add(sentence);
  for (const report of shown.reports) here.reports.add(report);
  byPlace.set(place, here);
}

/** Merges what a place was shown into what another was shown. */
export function moveShown(byPlace: ShownByPlace, from: string, to: string): void {
  const moved = byPlace.get(from);
  if (!moved) return;
  byPlace.delete(from);
  addShown(byPlace, to, { sentences: [...moved.sentences], reports: [...moved.reports] });
}
