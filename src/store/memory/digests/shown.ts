// What places were shown in digests.
import type { Shown, ShownStore } from '../../../digests/index.ts';
import type { Synchronous } from '../../asynchronous.ts';

/** Marks by place. */
export type ShownByPlace = Map<string, Record<keyof Shown, Set<string>>>;

export function shownIn(kept: ShownByPlace): Synchronous<ShownStore> {
  return {
    of(place) {
      const { sentences = [], reports = [] } = kept.get(place) ?? {};
      return { sentences: [...sentences], reports: [...reports] };
    },
    clearReports(place) {
      kept.get(place)?.reports.clear();
    },
  };
}

/** Adds marks to those of a place. */
export function addShown(kept: ShownByPlace, place: string, shown: Shown): void {
  const here = kept.get(place) ?? { sentences: new Set(), reports: new Set() };
  for (const mark of shown.sentences) here.sentences.add(mark);
  for (const mark of shown.reports) here.reports.add(mark);
  kept.set(place, here);
}

/** Adds the marks of a place to those of another. */
export function moveShown(kept: ShownByPlace, from: string, to: string): void {
  const moved = kept.get(from);
  if (!moved) return;
  kept.delete(from);
  addShown(kept, to, { sentences: [...moved.sentences], reports: [...moved.reports] });
}
