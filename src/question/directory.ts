// Who wrote the reports and which places they name, looked up by name: made once for an index.
import type { PassageIndex } from '../search/index.ts';

/** Names of an index's reports. */
export interface Directory {
  /** Each author's name with the numbers of its reports. */
  agencies: { name: string; reports: number[] }[];
  /** Place name, with and without its suffix → report number → how often the report names it. */
  places: Map<string, Map<number, number>>;
  /** Terms of the lexicon with those that mean the same, offices that wrote no report among them. */
  terms: ReadonlyMap<string, string[]>;
  /** Years that reports cover or plan for. */
  years: Set<string>;
}

const PLACE_SUFFIX = /(?:省|市|县|区|镇|乡|街道|村|社区|州)$/;
const MIN_NAME_LENGTH = 2;

const directories = new WeakMap<PassageIndex, Directory>();

/** The directory of an index. */
export function directoryOf(index: PassageIndex): Directory {
  let known = directories.get(index);
  if (!known) {
    const terms = index.thesaurus.lexicon.synonyms;
    known = { agencies: agenciesOf(index), places: placesOf(index), terms, years: yearsOf(index) };
    directories.set(index, known);
  }
  return known;
}

function yearsOf(index: PassageIndex): Set<string> {
  return new Set(
    index.reports.flatMap(({ period, plannedFor }) =>
      [period, plannedFor].flatMap((each) => each?.start.slice(0, 4) ?? []),
    ),
  );
}

function agenciesOf(index: PassageIndex): Directory['agencies'] {
  const byName = new Map<string, number[]>();
  for (const [number, { agency }] of index.reports.entries()) {
    if (!agency) continue;
    const known = byName.get(agency);
    if (known) known.push(number);
    else byName.set(agency, [number]);
  }
  return [...byName].map(([name, reports]) => ({ name, reports }));
}

function placesOf(index: PassageIndex): Directory['places'] {
  const places: Directory['places'] = new Map();
  const add = (name: string, report: number, count: number) => {
    if (name.length < MIN_NAME_LENGTH) return;
    const mentions = places.get(name) ?? new Map<number, number>();
    mentions.set(report, (mentions.get(report) ?? 0) + count);
    places.set(name, mentions);
  };
  index.reports.forEach((report, number) => {
    for (const { text, spans } of report.localities) {
      add(text, number, spans.length);
      const bare = text.replace(PLACE_SUFFIX, '');
      if (bare !== text) add(bare, number, spans.length);
    }
  });
  return places;
}
