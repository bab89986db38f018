// What a question holds against each other: names and descriptions of authors that are joined, each with its reports.
import { conceptsOf } from './concepts.ts';
import type { Concept, PassageIndex } from '../search/index.ts';
import type { Report } from '../reports/index.ts';
import { agencyFits } from './agency-fits.ts';
import { authorDescriptionsIn } from './author-description.ts';
import { type AuthorType, authorTypeIn, isOfType } from './author-type.ts';
import { type ReportNames, reportNamesOf } from './report-names.ts';
import type { Question } from './understand.ts';

/** What is compared: a name and the numbers of the reports by it or about it. */
export interface Subject {
  name: string;
  reports: Set<number>;
}

/** What stands between two subjects, and between clauses. */
const JOINER =
  /[、，,；;：:。？?！!（）()\n]|和|跟|与|同(?![比期时样意步])|以及|还有|及|\bvs\b\.?|\bversus\b|\band\b|\bor\b|\bagainst\b|\bthan\b|\bcompared (?:to|with)\b|比(?![例重较率赛])|&/g;

/** A stretch between two joiners. */
interface Segment {
  text: string;
  start: number;
  end: number;
}

/** Worth of what speaks for a report: its author's name, a place that it names, its kind, the words of its title. */
const AUTHOR_WORTH = 2;
const SAME_NAME_WORTH = 0.3;
const KIND_WORTH = 0.5;
const DESCRIPTION_WORTH = 0.6;
/** A stretch that speaks for no report as much as this names none. */
const MIN_WORTH = 1;
/** Reports that fit a stretch nearly as well as the best one are meant as well. */
const SAME_WORTH = 0.93;

/** The subjects of a comparison in the order of the question; fewer than two where nothing is compared. */
export function comparedSubjects(question: Question, index: PassageIndex): Subject[] {
  const names = reportNamesOf(index);
  const segments = segmentsOf(question);
  const worths = segments.map((segment) => worthsOf(segment, question, index, names));
  const subjects = segments.flatMap((segment, i): Subject[] => {
    const best = Math.max(0, ...worths[i].values());
    if (best < MIN_WORTH) return [];
    const reports = [...worths[i]].filter(([, worth]) => worth >= best * SAME_WORTH).map(([report]) => report);
    return [{ name: segment.text.trim(), reports: new Set(reports) }];
  });
  return distinct(subjects);
}

/** Subjects that differ: a report that only one of them can mean is no other's, and the same subject is named once. */
function distinct(subjects: Subject[]): Subject[] {
  for (const one of subjects) {
    if (one.reports.size !== 1) continue;
    const [only] = one.reports;
    for (const other of subjects) if (other !== one && other.reports.size > 1) other.reports.delete(only);
  }
  return subjects.filter(
    ({ reports }, i) =>
      !subjects
        .slice(0, i)
        .some((before) => [...reports].every((report) => before.reports.has(report))),
  );
}

function segmentsOf({ reading: { normalised }, agencies }: Question): Segment[] {
  const isInName = (offset: number) =>
    agencies.some(({ start, end, fits }) => fits.size > 0 && start < offset && offset < end);
  const segments: Segment[] = [];
  let from = 0;
  const add = (end: number) => {
    const text = normalised.slice(from, end);
    if (text.trim() !== '') segments.push({ text, start: from, end });
  };
  for (const match of normalised.matchAll(JOINER)) {
    if (isInName(match.index)) continue;
    add(match.index);
    from = match.index + match[0].length;
  }
  add(normalised.length);
  return segments;
}

/** By report, how much a stretch speaks for it. */
function worthsOf(
  segment: Segment,
  question: Question,
  index: PassageIndex,
  names: ReportNames,
): Map<number, number> {
  const worths = new Map<number, number>();
  const add = (report: number, worth: number) => worths.set(report, (worths.get(report) ?? 0) + worth);
  for (const { text, fits } of agenciesWithin(segment, question))
    for (const [report, fit] of fits)
      add(report, AUTHOR_WORTH * fit + (isSameName(text, index.reports[report]) ? SAME_NAME_WORTH : 0));
  for (const [report, worth] of placeWorths(segment, index, names)) add(report, worth);
  for (const [report, worth] of bareNames(segment, names)) add(report, worth);
  if (worths.size === 0) return worths;
  const type = authorTypeIn(segment.text);
  for (const report of worths.keys()) if (type && isOfType(index.reports[report], type)) add(report, KIND_WORTH);
  return worths;
}

/** The names that stand in a stretch; one that was found by its translation stands where its words do. */
const agenciesWithin = ({ text, start, end }: Segment, { agencies }: Question) =>
  agencies.filter((each) =>
    each.end > 0 ? each.start >= start && each.start < end : text.includes(each.text),
  );

const isSameName = (asked: string, { agency }: Report): boolean =>
  agency !== undefined && (agency.endsWith(asked) || asked.endsWith(agency));

/** A place counts for the reports that name it: most for the one that names it most often, more the fewer they are. */
function placeWorths({ text }: Segment, index: PassageIndex, { localities }: ReportNames): Map<number, number> {
  const worths = new Map<number, number>();
  for (const name of placesIn(text, index, localities)) {
    const mentions = localities.get(name);
    if (!mentions) continue;
    const most = Math.max(...mentions.values());
    const rarity = Math.log((1 + index.reports.length) / (0.5 + mentions.size));
    for (const [report, count] of mentions)
      worths.set(report, Math.max(worths.get(report) ?? 0, (rarity * count) / most));
  }
  return worths;
}

/** The longest names of places in a stretch; English words by their translations. */
function placesIn(text: string, index: PassageIndex, localities: ReportNames['localities']): string[] {
  const known = [...localities.keys()].filter((name) => text.includes(name));
  const words = text.match(/[a-z]{4,}(?: [a-z]{3,})?/g) ?? [];
  const translated = words
    .flatMap((word) => conceptsOf(word, index))
    .flatMap(({ variants }: Concept) => variants.map(({ text: each }) => each))
    .filter((each) => localities.has(each));
  const all = [...new Set([...known, ...translated])];
  return all.filter((name) => !all.some((other) => other !== name && other.includes(name)));
}

const MAX_BARE_LENGTH = 4;

/** 卫健, 粮食, 环保: what bureaus are called for short, where nothing else stands beside it. */
function bareNames({ text }: Segment, names: ReportNames): Map<number, number> {
  const name = text.trim();
  if (!/^[\u4e00-\u9fff]{2,}$/.test(name) || name.length > MAX_BARE_LENGTH) return new Map();
  const fits = agencyFits([name, ...(names.synonyms.get(`${name}局`) ?? [])], names);
  return new Map([...fits].map(([report, fit]) => [report, AUTHOR_WORTH * fit]));
}
