// All that can be suggested over one index, in the order in which it is suggested when nothing was typed.
import { isKnownWord, type SoundTable, type Thesaurus } from '../language/index.ts';
import type { Period, Report } from '../reports/index.ts';
import { type Translations, translationsFor } from './suggest-english.ts';
import { labelsOf, MAX_LABEL_LENGTH } from './suggest-label.ts';
import { type MatchedName, nameMaker } from './suggest-name.ts';
import { newestFirst, periodWordsFor } from './suggest-period.ts';

/** What is shown, and the value that is taken for it. */
export interface Suggestion {
  label: string;
  value: string;
}

/** What can be suggested, with all that it is found by. */
export interface Suggestible {
  suggestion: Suggestion;
  /** The name that is shown, then others. */
  names: [MatchedName, ...MatchedName[]];
  /** Other words for its period. */
  periodWords: string[];
  /** The agency that it is, or that wrote it. */
  author?: string;
  /** The characters that begin the words of the author's name: 发改委 of 发展和改革委员会. */
  initials?: MatchedName;
}

/** All suggestibles by kind, each in its order, and translations to words of their names. */
export interface SuggestionTable {
  report: Suggestible[];
  agency: Suggestible[];
  period: Suggestible[];
  translations: Translations;
}

/** What a table is made from: an index, or data of its shape. */
export interface SuggestionSource {
  reports: Pick<Report, 'id' | 'title' | 'file' | 'agency' | 'period' | 'plannedFor'>[];
  thesaurus: Thesaurus;
  soundTable: SoundTable;
}

/** Makes a table: well under a second for thousands of reports. */
export function tableOf({ reports, thesaurus, soundTable }: SuggestionSource): SuggestionTable {
  const nameOf = nameMaker(soundTable);
  const agency = agencySuggestibles(reports, nameOf);
  const report = reportSuggestibles(reports, agency, nameOf);
  const shown = [...agency, ...report].flatMap(({ names }) => names.map(({ text }) => text));
  return {
    report,
    agency,
    period: periodSuggestibles(reports, nameOf),
    translations: translationsFor(shown, thesaurus),
  };
}

type Reports = SuggestionSource['reports'];
type NameOf = (text: string) => MatchedName;

/** Most reports first, then by name. A name too long for a label is left out; it can still be typed. */
function agencySuggestibles(reports: Reports, nameOf: NameOf): Suggestible[] {
  const counts = new Map<string, number>();
  for (const { agency } of reports) if (agency) counts.set(agency, (counts.get(agency) ?? 0) + 1);
  return [...counts]
    .filter(([name]) => name.length <= MAX_LABEL_LENGTH)
    .sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
    .map(([name]) => {
      const names = namesOf([name, officialName(name)], nameOf);
      return {
        suggestion: { label: name, value: name },
        names,
        periodWords: [],
        author: name,
        initials: nameOf(wordInitials(names[0].text)),
      };
    });
}

/** A town's name as its government writes it; agencies of reports are kept without the ending. */
function officialName(name: string): string | undefined {
  if (/[镇乡]$/.test(name)) return `${name}人民政府`;
  return name.endsWith('街道') ? `${name}办事处` : undefined;
}

/** The characters of a name that begin a known word of two, and the last, which names the kind of office. */
function wordInitials(name: string): string {
  const beginsWord = (at: number) => at === name.length - 1 || isKnownWord(name.slice(at, at + 2));
  return [...name].filter((_, at) => beginsWord(at)).join('');
}

/** Newest covered period first, then in the order of the index. */
function reportSuggestibles(reports: Reports, agencies: Suggestible[], nameOf: NameOf): Suggestible[] {
  const labels = labelsOf(reports);
  const byAuthor = new Map(agencies.map((each) => [each.author, each]));
  return [...reports.keys()]
    .sort((a, b) => newestFirst(reports[a].period, reports[b].period) || a - b)
    .map((i) => {
      const { id, title, agency, period } = reports[i];
      const initials = byAuthor.get(agency)?.initials;
      return {
        suggestion: { label: labels[i], value: id },
        names: namesOf([title, labels[i], agency, period?.label], nameOf),
        periodWords: period ? periodWordsFor(period) : [],
        ...(agency ? { author: agency } : {}),
        ...(initials ? { initials } : {}),
      };
    });
}

/** Names in their matching form, without those that the first one holds. */
function namesOf(
  [first, ...others]: [string, ...(string | undefined)[]],
  nameOf: NameOf,
): [MatchedName, ...MatchedName[]] {
  const shown = nameOf(first);
  const more = others.map((other) => nameOf(other ?? '')).filter(({ text }) => !shown.text.includes(text));
  return [shown, ...more];
}

function periodSuggestibles(reports: Reports, nameOf: NameOf): Suggestible[] {
  const periods = new Map<string, Period>();
  for (const { period, plannedFor } of reports)
    for (const each of [period, plannedFor]) if (each) periods.set(each.label, each);
  return [...periods.values()].sort(newestFirst).map((period) => ({
    suggestion: { label: period.label, value: period.label },
    names: [nameOf(period.label)],
    periodWords: periodWordsFor(period),
  }));
}
