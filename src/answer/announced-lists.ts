// Lists inside the text of a section: points that follow each other with marks of one kind, and what announces them.
import path from 'node:path';
import { phrasePattern, readWordLists } from '../language/index.ts';
import { beginsPoint, type Report, type ReportFile, type Span } from '../reports/index.ts';
import { headingOf, type Point } from './points.ts';

const PHRASES = readWordLists(path.join(import.meta.dirname, 'phrases/points.txt'));
const startingWith = (group: string) =>
  phrasePattern(
    PHRASES.words(group).map((phrase) => `^${phrase}`),
    'i',
  );
const FIRST = startingWith('first');
const NEXT = startingWith('next');

/** Points in order, and the sentence before the first one, which says what they are. */
export interface AnnouncedList {
  /** The section that holds all of them. */
  section: number;
  introduction?: Span;
  points: Point[];
}

const MIN_POINTS = 2;

interface Item extends Point {
  /** How its mark is written; empty where it begins with none. */
  style: string;
  isFirst: boolean;
}

const known = new WeakMap<Report, AnnouncedList[]>();

/** All lists of a report. */
export function announcedLists(file: ReportFile, report: Report): AnnouncedList[] {
  const lists = known.get(report) ?? [
    ...report.sections.flatMap((_, section) => listsOf(section, itemsOf(file, report, section))),
    ...labelledLists(file, report),
  ];
  known.set(report, lists);
  return lists;
}

function listsOf(section: number, items: Item[]): AnnouncedList[] {
  const lists: AnnouncedList[] = [];
  let style = '';
  let before: Item | undefined;
  for (const item of items) {
    if (item.style === '') {
      before = item;
      continue;
    }
    if (lists.length === 0 || item.style !== style || item.isFirst)
      lists.push({ section, ...(before ? { introduction: before } : {}), points: [] });
    style = item.style;
    lists.at(-1)?.points.push({ section: item.section, start: item.start, end: item.end });
  }
  return lists.filter(({ points }) => points.length >= MIN_POINTS);
}

/** DECIDED: …, ACTION …, 会议决定，…: what a sentence begins with where several begin so. */
const LABEL = /^(?:\p{Lu}{4,}(?=[:\s])|\p{Script=Han}{2,6}(?=[：:，]))/u;
const MAX_LABEL_LENGTH = 24;

/** Sentences of a report that begin with the same label, wherever they stand; the label says what they are. */
function labelledLists(file: ReportFile, report: Report): AnnouncedList[] {
  const lists = new Map<string, AnnouncedList>();
  for (const section of report.sections.keys())
    for (const { start, end } of itemsOf(file, report, section)) {
      const label = LABEL.exec(file.text.slice(start, Math.min(end, start + MAX_LABEL_LENGTH)))?.[0];
      if (label === undefined) continue;
      const introduction = { start, end: start + label.length };
      const list = lists.get(label) ?? { section: 0, introduction, points: [] };
      list.points.push({ section, start, end });
      lists.set(label, list);
    }
  return [...lists.values()]
    .filter(({ points }) => points.length >= MIN_POINTS)
    .map((list) => ({ ...list, points: list.points.sort((a, b) => a.start - b.start) }));
}

/** The sentences of a section and the headings below it, in order. */
function itemsOf(file: ReportFile, report: Report, section: number): Item[] {
  const sentences = report.passages
    .filter((passage) => passage.section === section && passage.table === undefined)
    .flatMap((passage) => passage.sentences.map(({ start, end }): Point => ({ section, start, end })));
  const headings = report.sections.flatMap(({ parent, heading }, i) =>
    parent === section && heading ? [headingOf(file, report, i)] : [],
  );
  return [...sentences, ...headings]
    .sort((a, b) => a.start - b.start)
    .map((point) => ({ ...point, ...markOf(file.text.slice(point.start, point.end)) }));
}

/** A mark is no longer than this, in UTF-16 units. */
const MAX_MARK_LENGTH = 24;

/** The kind of mark that words begin with, and whether it is the first of its kind. */
function markOf(words: string): { style: string; isFirst: boolean } {
  const beginning = words.slice(0, MAX_MARK_LENGTH);
  const isWord = FIRST.test(beginning) || NEXT.test(beginning);
  if (isWord) return { style: 'word', isFirst: FIRST.test(beginning) };
  if (!beginsPoint(words)) return { style: '', isFirst: false };
  const mark = /^([（(]?)([一二三四五六七八九十]+|\d+|[a-zA-Z]|)(.)/.exec(beginning);
  return {
    style: `${mark?.[1]}${mark?.[2] ? '#' : ''}${mark?.[3]}`,
    isFirst: /^[一1aA]$/.test(mark?.[2] ?? ''),
  };
}
