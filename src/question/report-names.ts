// Names that the reports of an index hold: authors, localities, years. Made once for an index.
import { baseForms, isStopWord, normalise } from '../language/index.ts';
import type { PassageIndex } from '../search/index.ts';
import { aliasesOf } from './author-aliases.ts';

/** Names of an index's reports, and the lexicon's synonyms for names. */
export interface ReportNames {
  /** Each author's name with the numbers of its reports, and what else it is called. */
  agencies: { name: string; reports: number[]; aliases: string[] }[];
  /** Who gave reports, normalised, with the numbers of those. */
  persons: Map<string, number[]>;
  /** The Chinese ones in pinyin, surname first or last, with the numbers of their reports. */
  personsInPinyin: Map<string, number[]>;
  /** Locality, with and without its suffix → report number → how often the report names it. */
  localities: Map<string, Map<number, number>>;
  /** Places, with and without their suffix, with the numbers of the reports by their governments. */
  governments: Map<string, number[]>;
  /** Terms of the lexicon with those that mean the same, offices that wrote no report among them. */
  synonyms: ReadonlyMap<string, string[]>;
  /** Whether an English word is no name but a word of the lexicon, in any form. */
  isCommonWord(word: string): boolean;
  /** Years that reports cover or plan for. */
  years: Set<string>;
}

const LOCALITY_SUFFIX = /(?:省|市|县|区|镇|乡|街道|村|社区|州)$/;
const MIN_NAME_LENGTH = 2;

const namesByIndex = new WeakMap<PassageIndex, ReportNames>();

/** The names of an index. */
export function reportNamesOf(index: PassageIndex): ReportNames {
  let names = namesByIndex.get(index);
  if (!names) {
    const { synonyms, english } = index.thesaurus.lexicon;
    const isCommonWord = (word: string) =>
      isStopWord(word) || baseForms(word).some((form) => english.has(form));
    names = {
      agencies: agenciesOf(index),
      persons: personsOf(index),
      personsInPinyin: personsInPinyin(index),
      localities: localitiesOf(index),
      governments: governmentsOf(index),
      synonyms,
      isCommonWord,
      years: yearsOf(index),
    };
    namesByIndex.set(index, names);
  }
  return names;
}

function yearsOf(index: PassageIndex): Set<string> {
  return new Set(
    index.reports.flatMap(({ period, plannedFor }) =>
      [period, plannedFor].flatMap((each) => each?.start.slice(0, 4) ?? []),
    ),
  );
}

function agenciesOf(index: PassageIndex): ReportNames['agencies'] {
  const byName = new Map<string, number[]>();
  for (const [number, { agency }] of index.reports.entries()) {
    if (!agency) continue;
    const known = byName.get(agency);
    if (known) known.push(number);
    else byName.set(agency, [number]);
  }
  return [...byName].map(([name, reports]) => ({ name, reports, aliases: aliasesOf(name) }));
}

function personsOf(index: PassageIndex): ReportNames['persons'] {
  const persons: ReportNames['persons'] = new Map();
  for (const [number, { person }] of index.reports.entries()) {
    if (!person) continue;
    const name = normalise(person);
    persons.set(name, [...(persons.get(name) ?? []), number]);
  }
  return persons;
}

function personsInPinyin(index: PassageIndex): ReportNames['personsInPinyin'] {
  const spelled: ReportNames['personsInPinyin'] = new Map();
  for (const [name, reports] of personsOf(index)) {
    const [surname, ...given] = (/^[\u3400-\u9fff]{2,3}$/.test(name) && index.sounds.syllables(name)) || [];
    if (!surname) continue;
    for (const form of [`${surname} ${given.join('')}`, `${given.join('')} ${surname}`])
      spelled.set(form, [...(spelled.get(form) ?? []), ...reports]);
  }
  return spelled;
}

const GOVERNMENT = /(?:人民)?政府$/;

function governmentsOf(index: PassageIndex): Map<string, number[]> {
  const governments = new Map<string, number[]>();
  index.reports.forEach(({ agency, place }, number) => {
    if (!agency || !place || agency.replace(GOVERNMENT, '') !== place.name) return;
    for (const name of new Set([place.name, place.name.replace(LOCALITY_SUFFIX, '')].map(normalise)))
      if (name.length >= MIN_NAME_LENGTH) governments.set(name, [...(governments.get(name) ?? []), number]);
  });
  return governments;
}

function localitiesOf(index: PassageIndex): ReportNames['localities'] {
  const localities: ReportNames['localities'] = new Map();
  const add = (name: string, report: number, count: number) => {
    if (name.length < MIN_NAME_LENGTH) return;
    const mentions = localities.get(name) ?? new Map<number, number>();
    mentions.set(report, (mentions.get(report) ?? 0) + count);
    localities.set(name, mentions);
  };
  index.reports.forEach((report, number) => {
    for (const { text, spans } of report.localities) {
      add(text, number, spans.length);
      const bare = text.replace(LOCALITY_SUFFIX, '');
      if (bare !== text) add(bare, number, spans.length);
    }
  });
  return localities;
}
