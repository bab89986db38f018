// The sections of a report that a question names by number, however its author calls them.
import { compareKeys, type NumberedPartName, type Report, type Section } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { PartReference } from './part-reference.ts';

type NumberStyle = NonNullable<Section['number']>['style'];

/** What a name may stand for, best first: whoever asks for part 3 may mean what is headed 三、. */
const STYLES: Record<NumberedPartName, readonly (readonly NumberStyle[])[]> = {
  article: [['article'], ['section'], ['decimal', 'arabic']],
  section: [['section'], ['article'], ['decimal'], ['arabic'], ['han']],
  chapter: [['chapter'], ['part'], ['han'], ['roman', 'arabic']],
  part: [['part'], ['chapter'], ['han', 'roman'], ['arabic']],
  annex: [['annex']],
  item: [['decimal'], ['arabic'], ['han'], ['han-brackets']],
  slide: [],
  page: [],
};
/** Deeper sections are counted anew so often that their number alone says little. */
const MAX_DEPTH = 2;

/** The sections that a reference names, by index, in the order of the source. */
export function sectionsNamed({ sections }: Report, { name, first, last }: PartReference): number[] {
  const isNamed = ({ number, depth }: Section, styles: readonly NumberStyle[]) =>
    number !== undefined &&
    styles.includes(number.style) &&
    (depth <= MAX_DEPTH || number.style === name || number.style === 'decimal') &&
    compareKeys(first, number.key) <= 0 &&
    compareKeys(number.key, last) <= 0;
  for (const styles of STYLES[name]) {
    const found = sections.flatMap((section, i) => (isNamed(section, styles) ? [i] : []));
    if (found.length > 0) return found;
  }
  return [];
}

/** Whether a report has parts of this very name, so that a missing number is missing from it. */
export const hasPartsNamed = ({ sections }: Report, name: NumberedPartName): boolean =>
  sections.some(({ number }) => number?.style === name);

/** Whether a reference can mean something in these reports: a part of that number, or parts of that name. */
export function isMeant(reference: PartReference, index: PassageIndex): boolean {
  if (reference.name === 'page')
    return index.reports.some((report) => (index.fileOf(report).pages?.length ?? 0) > 0);
  return index.reports.some(
    (report) => sectionsNamed(report, reference).length > 0 || hasPartsNamed(report, reference.name),
  );
}
