// What a question holds against each other: authors by name or description that it joins, each with its reports.
import type { Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { NamedAgency } from './agencies.ts';
import { agencyFits } from './agency-fits.ts';
import { namePartsOf } from './agency-match.ts';
import { isOfType } from './author-type.ts';
import { conceptsOf } from './concepts.ts';
import type { Level } from './level.ts';
import { type ReportNames, reportNamesOf } from './report-names.ts';
import { type Head, isBody, type Stretch, stretchesOf, typeOf } from './subject-stretches.ts';
import { overYears } from './subject-years.ts';
import type { Question } from './understand.ts';

/** What is compared: a name and the numbers of the reports by it or about it. */
export interface Subject {
  name: string;
  reports: Set<number>;
}

/** With the offset in the normalised question at which it is named. */
export interface NamedSubject extends Subject {
  start: number;
  /** By name, not by a description. */
  isNamed: boolean;
  /** A word joins it to the subject before. */
  joined: boolean;
  /** The stretches that name and describe it. */
  names: { start: number; end: number }[];
}

/** Worth of what speaks for a report: its author's name, the same name, its level, its kind, what describes it. */
const AUTHOR_WORTH = 2;
const SAME_NAME_WORTH = 0.3;
const LEVEL_WORTH = 0.4;
const KIND_WORTH = 0.5;
const DESCRIPTION_WORTH = 1.5;
const TITLE_WORTH = 0.3;
/** A report by another author of the place that is named. */
const SAME_PLACE_WORTH = 1.9;
/** A stretch that speaks for no report as much as this names none. */
const MIN_WORTH = 1;
/** Reports that fit a stretch nearly as well as the best one are meant as well. */
const SAME_WORTH = 0.93;
/** A description fits a report that holds this share of the words that the best one holds. */
const SAME_DESCRIPTION = 0.9;

/** By report, how much speaks for it. */
type Worths = Map<number, number>;

/** What is compared, and the stretches of the normalised question that name it. */
export interface Compared {
  subjects: Subject[];
  names: { start: number; end: number }[];
  /** Two of them stand beside a word that joins, or are years. */
  joined: boolean;
  /** The only author that is named, where it wrote several reports: a survey asks these. */
  author: ReadonlySet<number> | undefined;
}

/** The subjects of a comparison in the order of the question; fewer than two where nothing is compared. */
export function comparedSubjects(question: Question, index: PassageIndex): Compared {
  const named = namedSubjects(question, index);
  const years = overYears(question, index, named);
  return {
    subjects: years ?? named,
    author:
      named.length === 1 && named[0].isNamed && named[0].reports.size > 1 ? named[0].reports : undefined,
    joined: (years !== undefined && named.length < 2) || named.some(({ joined }) => joined),
    names: named.flatMap((subject) => subject.names),
  };
}

function namedSubjects(question: Question, index: PassageIndex): NamedSubject[] {
  const names = reportNamesOf(index);
  const stretches = stretchesOf(question);
  const mayName = question.agencies.length + question.description.length > 0;
  if (stretches.length < 2 && !mayName && !stretches[0]?.isNation) return [];
  const subjects: NamedSubject[] = [];
  let before: NamedAgency[] = [];
  let last = -2;
  for (const [i, stretch] of stretches.entries()) {
    const sources = { question, index, names, next: stretches[i + 1] };
    const own = agenciesWithin(stretch, question);
    const repeats = own.length === 0 && stretch.sameName && stretch.level !== undefined;
    const reports =
      meantBy(worthsOf(stretch, own, sources)) ??
      (repeats ? meantBy(worthsOf(stretch, before, sources)) : undefined);
    if (own.length > 0) before = own;
    if (!reports) continue;
    const isJoined = stretch.joined && last === i - 1;
    last = i;
    subjects.push({
      name: nameOf(stretch, own),
      reports,
      start: stretch.start,
      isNamed: stretch.isNation || own.some(({ isLocality }) => !isLocality),
      joined: isJoined,
      names: namesIn(stretch, own, sources),
    });
  }
  return distinct(subjects);
}

/** The reports for which most speaks; undefined where little speaks for any. */
function meantBy(worths: Worths): Set<number> | undefined {
  const best = Math.max(0, ...worths.values());
  if (best < MIN_WORTH) return undefined;
  return new Set([...worths].filter(([, worth]) => worth >= best * SAME_WORTH).map(([report]) => report));
}

/** The stretches that name an author: by name, by place, by kind with what describes it; all of a short one. */
function namesIn(
  stretch: Stretch,
  agencies: NamedAgency[],
  { index, names }: Sources,
): NamedSubject['names'] {
  const { start, end, text, heads } = stretch;
  if (text.trim().length <= MAX_BARE_LENGTH) return [{ start, end }];
  const within = [
    ...agencies.map((each) => {
      const from = each.end > 0 ? each.start - start : text.indexOf(each.text);
      return { start: from, end: from + each.text.length };
    }),
    ...placesIn(stretch, index, names).filter((place) => isAtEdge(stretch, place.start, place.end)),
    ...heads,
  ];
  return within.map((each) => ({ start: start + each.start, end: start + each.end }));
}

const nameOf = ({ text, heads }: Stretch, [agency]: NamedAgency[]): string =>
  agency?.text ?? heads[0]?.description ?? text.trim();

/** Subjects that differ: a report that only one of them can mean is no other's, and the same subject is named once. */
function distinct(subjects: NamedSubject[]): NamedSubject[] {
  for (const one of subjects) {
    if (one.reports.size !== 1) continue;
    const [only] = one.reports;
    for (const other of subjects) if (other !== one && other.reports.size > 1) other.reports.delete(only);
  }
  return subjects.filter(
    ({ reports }, i) =>
      !subjects.slice(0, i).some((before) => [...reports].every((report) => before.reports.has(report))),
  );
}

interface Sources {
  question: Question;
  index: PassageIndex;
  names: ReportNames;
  /** The stretch that follows: forestry and environment bureaus. */
  next: Stretch | undefined;
}

/** By report, how much a stretch speaks for it. */
function worthsOf(stretch: Stretch, agencies: NamedAgency[], sources: Sources): Worths {
  const { index } = sources;
  const worths: Worths = new Map();
  const add = (report: number, worth: number) => worths.set(report, (worths.get(report) ?? 0) + worth);
  const authors = agencies.filter(({ isLocality }) => !isLocality);
  const titled = memoizedTitles(index);
  for (const author of authors)
    for (const [report, worth] of authorWorths(author, titled)) add(report, worth);
  for (const [report, worth] of placeWorths(stretch, authors, sources)) add(report, worth);
  if (worths.size === 0) for (const [report, worth] of bareNames(stretch, sources)) add(report, worth);
  if (stretch.isNation)
    index.reports.forEach(({ place }, report) => {
      if (place?.level === 'national') add(report, AUTHOR_WORTH);
    });
  if (authors.length === 0 && !stretch.isNation)
    for (const [report, worth] of descriptionWorths(stretch, index)) add(report, worth);
  for (const report of worths.keys()) {
    const { agency } = index.reports[report];
    if (stretch.heads.some(({ kind }) => isOfKind(kind, index.reports[report]))) add(report, KIND_WORTH);
    add(report, levelWorth(stretch.level, agency));
  }
  return worths;
}

function memoizedTitles(index: PassageIndex): TitledReports {
  const known = new Map<string, Float64Array>();
  return {
    reports: index.reports,
    titleScores(words) {
      const scores = known.get(words) ?? index.titleScores(conceptsOf(words, index));
      known.set(words, scores);
      return scores;
    },
  };
}

/** The reports by an author; of its namesakes the one whose name and titles hold more of the asked name is meant. */
function authorWorths({ text, fits }: NamedAgency, { reports, titleScores }: TitledReports): Worths {
  const titled = new Map<string, number>();
  for (const report of fits.keys()) {
    const { agency = '' } = reports[report];
    titled.set(agency, Math.max(titled.get(agency) ?? 0, titleScores(text)[report]));
  }
  const most = Math.max(...titled.values(), Number.MIN_VALUE);
  const worths: Worths = new Map();
  for (const [report, fit] of fits) {
    const isSame = isSameName(text, reports[report]) ? SAME_NAME_WORTH : 0;
    const title = titled.get(reports[report].agency ?? '') ?? 0;
    worths.set(report, AUTHOR_WORTH * fit + isSame + (TITLE_WORTH * title) / most);
  }
  if (worths.size === 0 || NAMES_GOVERNMENT.test(text)) return worths;
  const places = new Set([...fits.keys()].flatMap((report) => placeGoverned(reports[report]) ?? []));
  reports.forEach(({ place }, report) => {
    if (place && places.has(place.name) && !worths.has(report)) worths.set(report, SAME_PLACE_WORTH);
  });
  return worths;
}

interface TitledReports {
  reports: readonly Report[];
  /** By report, how much of some words its title, author and period hold. */
  titleScores(words: string): Float64Array;
}

const NAMES_GOVERNMENT = /政府|government/;

/** The place of which an author is the government: its name stands for all authors of the place. */
const placeGoverned = ({ agency, place }: Report): string | undefined =>
  agency !== undefined && place !== undefined && agency.replace(/(?:人民)?政府$/, '') === place.name
    ? place.name
    : undefined;

function isOfKind(kind: Head['kind'], report: Report): boolean {
  const type = typeOf(kind);
  return type ? isOfType(report, type) : kind === 'body' && isBody(report);
}

/** Characters before a name, or after it, that still leave it beside the word that joins. */
const MAX_DISTANCE = 8;

/** Whether what is named stands at the edge of its stretch: a place in the middle of a clause is a part of a thing. */
function isAtEdge({ text }: Stretch, start: number, end: number): boolean {
  const max = /[\u3400-\u9fff]/.test(text) ? MAX_DISTANCE / 2 : MAX_DISTANCE;
  return text.slice(0, start).trim().length < max || text.slice(end).trim().length <= max;
}

/** The known names that stand in a stretch; one that was found by its translation stands where its words do. */
const agenciesWithin = ({ text, start, end }: Stretch, { agencies }: Question): NamedAgency[] =>
  agencies.filter(
    (each) =>
      each.fits.size > 0 &&
      (each.end > 0 ? each.start >= start && each.start < end : text.includes(each.text)),
  );

const isSameName = (asked: string, { agency }: Report): boolean =>
  agency !== undefined && (agency.endsWith(asked) || asked.endsWith(agency));

const LEVEL_OF_SUFFIX: Record<string, Level> = {
  省: 'province',
  市: 'city',
  县: 'county',
  区: 'county',
  州: 'city',
};

/** A report of another level than the named one loses. */
function levelWorth(level: Level | undefined, agency: string | undefined): number {
  if (!level || !agency) return 0;
  const { level: own } = namePartsOf(agency);
  const known = own === '自治区' ? 'province' : LEVEL_OF_SUFFIX[own.slice(-1)];
  return known === undefined ? 0 : known === level ? LEVEL_WORTH : -LEVEL_WORTH;
}

/** A place counts for the reports that name it: most for the one that names it most often, more the fewer they are. */
function placeWorths(stretch: Stretch, authors: NamedAgency[], { index, names }: Sources): Worths {
  const worths: Worths = new Map();
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
function placesIn(
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

const MAX_BARE_LENGTH = 4;
const PLURAL = /(?:bureaus|bureaux|offices|departments|commissions|branches|[一二两三四五几]家)/;

/** 卫健, 粮食, forestry (and environment bureaus): what offices are called for short, where nothing else stands beside it. */
function bareNames({ text }: Stretch, { names, index, next }: Sources): Worths {
  const name = text.trim();
  if (/^[\u4e00-\u9fff]{2,}$/.test(name) && name.length <= MAX_BARE_LENGTH)
    return worthsOfNames(
      [name, ...(names.synonyms.get(name) ?? []), ...(names.synonyms.get(`${name}局`) ?? [])],
      names,
    );
  const short = name.split(' ').at(-1) ?? '';
  if (!next?.joined || !PLURAL.test(next.text) || !/^[a-z]{4,}$/.test(short)) return new Map();
  const translations = conceptsOf(`${short} bureau`, index).flatMap(({ variants }) =>
    variants.map((each) => each.text),
  );
  return worthsOfNames(
    translations.filter((each) => /[局委办]$/.test(each)),
    names,
  );
}

const worthsOfNames = (asked: string[], names: ReportNames): Worths =>
  new Map([...agencyFits(asked, names)].map(([report, fit]) => [report, AUTHOR_WORTH * fit]));

/** The reports that hold most of what describes an author, in their title or anywhere. */
function descriptionWorths({ heads }: Stretch, index: PassageIndex): Worths {
  const worths: Worths = new Map();
  for (const { kind, description, name } of heads) {
    const concepts = conceptsOf(kind === 'body' ? `${description} ${name}` : description, index);
    const titles = index.titleScores(concepts);
    const words = index.reportScores(concepts);
    const type = typeOf(kind);
    const scores = index.reports.map((report, number) =>
      type && !isOfType(report, type) ? 0 : titles[number] + words[number] / 2,
    );
    const best = Math.max(0, ...scores);
    const least = concepts.reduce((sum, { weight }) => sum + weight, 0);
    if (best === 0 || best < least) continue;
    scores.forEach((score, report) => {
      if (score >= best * SAME_DESCRIPTION)
        worths.set(report, Math.max(worths.get(report) ?? 0, (DESCRIPTION_WORTH * score) / best));
    });
  }
  return worths;
}
