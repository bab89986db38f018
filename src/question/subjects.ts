// What a question holds against each other: authors by name or description that it joins, each with its reports.
import type { PassageIndex } from '../search/index.ts';
import type { NamedAgency } from './agencies.ts';
import { reportNamesOf } from './report-names.ts';
import type { NamedSubject, Subject } from './subject.ts';
import { isAtEdge, placesIn } from './subject-places.ts';
import { type Stretch, stretchesOf } from './subject-stretches.ts';
import { MAX_BARE_LENGTH, type Sources, type Worths, worthsOf } from './subject-worths.ts';
import { overYears } from './subject-years.ts';
import type { Question } from './understand.ts';

/** A stretch that speaks for no report as much as this names none. */
const MIN_WORTH = 1;
/** Reports that fit a stretch nearly as well as the best one are meant as well. */
const SAME_WORTH = 0.93;
/** What is compared, and the stretches of the normalised question that name it. */
export interface Compared {
  subjects: Subject[];
  names: { start: number; end: number }[];
  /** Two of them stand beside a word that joins, or are years. */
  joined: boolean;
  /** The only author that is named, where it wrote several reports: a survey asks these. */
  author: ReadonlySet<number> | undefined;
}

/** A question is asked for them at several places. */
const known = new WeakMap<Question, { index: PassageIndex; compared: Compared }>();

/** The subjects of a comparison in the order of the question; fewer than two where nothing is compared. */
export function comparedSubjects(question: Question, index: PassageIndex): Compared {
  const made = known.get(question);
  if (made?.index === index) return made.compared;
  const compared = comparedIn(question, index);
  known.set(question, { index, compared });
  return compared;
}

function comparedIn(question: Question, index: PassageIndex): Compared {
  const named = namedSubjects(question, index);
  const years = overYears(question, index, named);
  return {
    subjects: years ?? named,
    author:
      named.length === 1 && named[0].isNamed && named[0].reports.size > 1 ? named[0].reports : undefined,
    joined:
      (years !== undefined && named.length === 1) ||
      named.some(({ joined, reports }, i) => joined && reports.size > 0 && named[i - 1]?.reports.size > 0),
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
    const unknown = reports ? undefined : unknownNameIn(stretch, question);
    if (!reports && !unknown) continue;
    const isJoined = stretch.joined && last === i - 1;
    last = i;
    subjects.push({
      name: unknown ?? nameOf(stretch, own),
      reports: reports ?? new Set(),
      start: stretch.start,
      isNamed: stretch.isNation || own.some(({ isLocality }) => !isLocality),
      joined: isJoined,
      names: namesIn(stretch, own, sources),
    });
  }
  return distinct(subjects);
}

/** The name of an author of which there is no report: it stands at the edge of its stretch, as what is joined does. */
const unknownNameIn = (stretch: Stretch, { agencies }: Question): string | undefined =>
  agencies.find(
    ({ fits, start, end }) =>
      fits.size === 0 &&
      end > 0 &&
      start >= stretch.start &&
      end <= stretch.end &&
      isAtEdge(stretch, start - stretch.start, end - stretch.start),
  )?.text;

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
  return subjects.filter(({ reports, joined }, i) => {
    if (reports.size === 0) {
      const [before, after] = [subjects[i - 1], subjects[i + 1]];
      return (joined && before.reports.size > 0) || (after?.joined && after.reports.size > 0);
    }
    return !subjects.slice(0, i).some((before) => [...reports].every((report) => before.reports.has(report)));
  });
}

/** The known names that stand in a stretch; one that was found by its translation stands where its words do. */
const agenciesWithin = ({ text, start, end }: Stretch, { agencies }: Question): NamedAgency[] =>
  agencies.filter(
    (each) =>
      each.fits.size > 0 &&
      (each.end > 0 ? each.start >= start && each.start < end : text.includes(each.text)),
  );
