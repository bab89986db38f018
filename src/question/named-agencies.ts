// The authors and places that a question names: by the names of its reading, and by what its words mean.
import type { Concept, PassageIndex } from '../search/index.ts';
import { endsLikeOffice, isNoOffice, isOffice, type NamedAgency } from './agencies.ts';
import { agencyFits, governmentFits, localityFits, townFits } from './agency-fits.ts';
import { MIN_CORE_LENGTH } from './agency-match.ts';
import { conceptsOf } from './concepts.ts';
import type { ReportNames } from './report-names.ts';

/** The reports by an author or about a place that a question mentions. */
export function referentOf(
  { text, kind, start, end }: { text: string; kind: 'agency' | 'place'; start: number; end: number },
  names: ReportNames,
  index: PassageIndex,
): NamedAgency {
  const variants = [text, ...(names.synonyms.get(text) ?? [])];
  const translated = /^[a-z]/.test(text)
    ? conceptsOf(text, index).flatMap(({ variants: each }) => each.map(({ text: term }) => term))
    : [];
  const office = agencyFits(
    [...variants, ...translated.filter((term) => endsLikeOffice(term) && !isNoOffice(term))],
    names,
  );
  const isOfPlace = [...office.keys()].some((report) => GOVERNS.test(index.reports[report].agency ?? ''));
  if (office.size > 0 && (kind === 'agency' || isOfPlace)) return { text, start, end, fits: office };
  const towns = townFits([...variants, ...translated], names);
  if (towns.size > 0) return { text, start, end, fits: towns };
  const governments = governmentFits([...variants, ...translated], names);
  if (governments.size > 0) return { text, start, end, fits: governments };
  // what is asked about a place need not be the matter of an office there
  if (office.size > 0) return { text, start, end, fits: office, isLocality: true };
  const places = kind === 'place' ? localityFits(variants, names) : new Map<number, number>();
  if (places.size > 0) return { text, start, end, fits: places, isLocality: true };
  const misspelt = names.synonyms.has(text) ? [] : index.sounds.homophones(text);
  const meant = misspelt
    .filter(endsLikeOffice)
    .flatMap((name) => [name, ...(names.synonyms.get(name) ?? [])]);
  return { text, start, end, fits: agencyFits(meant, names) };
}

/** An author that is a place, or its government. */
const GOVERNS = /(?:政府|办事处|[省市县区州旗镇乡]|街道)$/;

/** Whether a name is in Chinese, has a capital that is not the first letter of the question, or a word that is no common one. */
export const isWrittenAsName = (
  { text, start, end }: NamedAgency,
  question: string,
  { isCommonWord }: ReportNames,
): boolean =>
  !/^[a-z]/.test(text) ||
  /[A-Z]/.test(question.slice(Math.max(start, 1), end)) ||
  !text.split(/[^a-z]+/).every((word) => word === '' || isCommonWord(word));

/** Whether English words, whatever their letters, are the name of an office: a full farm and a review committee are none. */
export const isKnownOffice = (name: NamedAgency, index: PassageIndex): boolean =>
  isOffice(name) ||
  conceptsOf(name.text, index).some(
    ({ label, variants }) =>
      label === name.text && variants.some(({ text }) => endsLikeOffice(text) && !isNoOffice(text)),
  );

/** Agencies that English words translate to, and in either language towns and localities of few reports. */
export function agenciesByConcept(concepts: Concept[], names: ReportNames): NamedAgency[] {
  return concepts.flatMap(({ label, variants, hint }) => {
    // one character names nobody: what it is widened to is another word (鹭 → 栖鹭)
    if (hint || label.length < MIN_CORE_LENGTH) return [];
    const named = { text: label, start: 0, end: 0 };
    // heron, 鹭, does not name 栖鹭
    const texts = variants.filter(({ isWidened }) => !isWidened).map(({ text }) => text);
    const offices = texts.filter((text) => endsLikeOffice(text) && !isNoOffice(text));
    const fitsOffice =
      offices.length > 0 && /^[a-z]/.test(label) ? agencyFits(offices, names) : new Map<number, number>();
    if (fitsOffice.size > 0) return [{ ...named, fits: fitsOffice }];
    const towns = townFits(texts, names);
    if (towns.size > 0) return [{ ...named, fits: towns }];
    const own = governmentFits(texts, names);
    if (own.size > 0) return [{ ...named, fits: own }];
    const fits = localityFits(texts.slice(0, 1), names);
    if (fits.size > 0) return [{ ...named, fits, isLocality: true }];
    return meansOffice(label, texts) ? [{ ...named, fits, meansOffice: true }] : [];
  });
}

/** Stations, centres and halls are built as well. */
const SURE_OFFICE = /(?:局|委|委员会|办公室)$/;

/** Whether an English word is said of nothing but offices: drc, psb. */
function meansOffice(label: string, texts: readonly string[]): boolean {
  const translations = texts.filter((text) => /^[\u3400-\u9fff]/.test(text));
  const isOffice = (text: string) => SURE_OFFICE.test(text) && !isNoOffice(text);
  return /^[a-z]/.test(label) && translations.length > 0 && translations.every(isOffice);
}
