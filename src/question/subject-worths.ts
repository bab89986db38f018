// How much a stretch of a question speaks for each report: by its author's name, its place, its kind and level, by what describes it.
import type { Report } from '../reports/index.ts';
import type { PassageIndex } from '../search/index.ts';
import type { NamedAgency } from './agencies.ts';
import { agencyFits } from './agency-fits.ts';
import { namePartsOf } from './agency-match.ts';
import { isOfType } from './author-type.ts';
import { conceptsOf } from './concepts.ts';
import type { Level } from './level.ts';
import type { ReportNames } from './report-names.ts';
import { placeWorths } from './subject-places.ts';
import { type Head, isBody, type Stretch, typeOf } from './subject-stretches.ts';
import type { Question } from './understand.ts';

/** Worth of what speaks for a report: its author's name, the same name, its level, its kind, what describes it. */
const AUTHOR_WORTH = 2;
const SAME_NAME_WORTH = 0.3;
const LEVEL_WORTH = 0.4;
const KIND_WORTH = 0.5;
const DESCRIPTION_WORTH = 1.5;
const TITLE_WORTH = 0.3;
/** A report by another author of the place that is named. */
const SAME_PLACE_WORTH = 1.9;
/** A description fits a report that holds this share of the words that the best one holds. */
const SAME_DESCRIPTION = 0.9;

/** By report, how much speaks for it. */
export type Worths = Map<number, number>;

export interface Sources {
  question: Question;
  index: PassageIndex;
  names: ReportNames;
  /** The stretch that follows: forestry and environment bureaus. */
  next: Stretch | undefined;
}

/** By report, how much a stretch speaks for it. */
export function worthsOf(stretch: Stretch, agencies: NamedAgency[], sources: Sources): Worths {
  const { index } = sources;
  const worths: Worths = new Map();
  const add = (report: number, worth: number) => worths.set(report, (worths.get(report) ?? 0) + worth);
  const authors = agencies.filter(({ isLocality }) => !isLocality);
  const titled = memoizedTitles(index);
  for (const author of authors)
    for (const [report, worth] of authorWorths(author, titled)) add(report, worth);
  for (const [report, worth] of placeWorths(stretch, authors, index, sources.names)) add(report, worth);
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

/** What an office is called for short has no more characters. */
export const MAX_BARE_LENGTH = 4;
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
